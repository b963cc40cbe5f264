"""Local mode as a newcomer meets it: one command, a page in the browser, the story from loading to reminder."""

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PATIENCE = 90


@pytest.fixture
async def page(tmp_path: Path) -> AsyncIterator[str]:
    """Start local mode with the samples; give the address that it prints first."""
    environment = {name: value for name, value in os.environ.items() if name not in ("BOT_TOKEN", "DATABASE_URL")}
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", "run", "--samples", str(ROOT / "samples"),
        cwd=tmp_path,
        env={**environment, "PYTHONPATH": str(ROOT), "DEFAULT_TIMEZONE": "Asia/Almaty"},
        stdout=asyncio.subprocess.PIPE,
    )  # fmt: skip
    assert process.stdout is not None
    line = await asyncio.wait_for(process.stdout.readline(), PATIENCE)
    yield line.decode().split()[0]
    process.send_signal(signal.SIGTERM)
    assert await asyncio.wait_for(process.wait(), PATIENCE) == 0


def keep(name: str, picture: bytes) -> None:
    """Leave the picture where the environment asks for pictures, such as the README's."""
    if folder := os.environ.get("SCREENSHOTS"):
        Path(folder, f"{name}.png").write_bytes(picture)


@pytest.mark.long
async def test_the_page_tells_the_whole_story(page: str, browser) -> None:
    await browser.resize(1100, 1000)
    await browser.open(page)
    await browser.clicks("Aigerim")
    await browser.clicks("Load an article as a file")
    await browser.sees("library", within="#log")
    await browser.types("4 May 2026")
    await browser.sees("20 June 2026", within="#log")
    await browser.clicks("Publish")
    await browser.sees("Readers can find it now", within="#log")

    await browser.clicks("Tom")
    await browser.clicks("Start")
    await browser.sees("Ask me in plain words", within="#log")
    await browser.types("when is the reopening of the library?")
    await browser.sees("Saturday, 20 June 2026", within="#log b")
    await browser.sees("reopening ceremony on 20 June 2026", within="#log blockquote")
    await browser.clicks("Remind")
    await browser.sees("remind you", within="#log")
    keep("chat", await browser.screenshot())
    await browser.clicks("Next reminder")
    await browser.sees("13 June 2026", within="#clock")
    await browser.sees("in 7 days", within="#log")
    keep("reminder", await browser.screenshot())

"""A headless Chromium driven over its devtools protocol."""

import asyncio
import base64
import itertools
import json
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import aiohttp

FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync --disable-extensions --remote-debugging-port=0"
).split()


class Browser:
    """One page; expressions are JavaScript and may be promises."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        self._socket = socket
        self._ids = itertools.count(1)

    async def command(self, method: str, **params: Any) -> dict[str, Any]:
        number = next(self._ids)
        await self._socket.send_json({"id": number, "method": method, "params": params})
        while True:
            told = await self._socket.receive_json(timeout=30)
            if told.get("id") == number:
                assert "error" not in told, told
                return told["result"]

    async def run(self, expression: str) -> Any:
        result = await self.command("Runtime.evaluate", expression=expression, awaitPromise=True, returnByValue=True)
        assert "exceptionDetails" not in result, result["exceptionDetails"]
        return result["result"].get("value")

    async def open(self, url: str) -> None:
        await self.command("Page.enable")
        await self.command("Page.navigate", url=url)

    async def resize(self, width: int, height: int, *, dark: bool = False) -> None:
        size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600}
        await self.command("Emulation.setDeviceMetricsOverride", **size)
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        await self.command("Emulation.setEmulatedMedia", features=[scheme])

    async def sees(self, text: str, *, within: str = "body") -> None:
        """Wait until the text can be read on the page."""
        condition = f"document.querySelector({json.dumps(within)})?.innerText.includes({json.dumps(text)})"
        await self.waits(condition)

    async def waits(self, condition: str) -> None:
        """Wait until the condition holds: looked at after each change of the page."""
        script = f"""new Promise((resolve, reject) => {{
            const holds = () => {condition};
            const check = () => {{ if (holds()) {{ observer.disconnect(); clearTimeout(late); resolve(true); }} }};
            const observer = new MutationObserver(check);
            const late = setTimeout(() => reject(new Error("in vain: " + document.body?.innerText)), 15000);
            observer.observe(document, {{subtree: true, childList: true, attributes: true, characterData: true}});
            check();
        }})"""
        await self.run(script)

    async def clicks(self, label: str) -> None:
        """Wait for a button or link whose words hold the label, and click the last such one."""
        fitting = f"""[...document.querySelectorAll("button, a")].filter((one) => one.checkVisibility()
            && (one.getAttribute("aria-label") || one.textContent).includes({json.dumps(label)}))"""
        await self.waits(f"{fitting}.length > 0")
        await self.run(f"{fitting}.at(-1).click()")

    async def types(self, text: str) -> None:
        await self.run("document.querySelector('#text').focus()")
        await self.command("Input.insertText", text=text)
        for kind in ("keyDown", "keyUp"):
            key = {"key": "Enter", "code": "Enter", "windowsVirtualKeyCode": 13, "text": "\r"}
            await self.command("Input.dispatchKeyEvent", type=kind, **key)

    async def screenshot(self) -> bytes:
        return base64.b64decode((await self.command("Page.captureScreenshot", format="png"))["data"])


@asynccontextmanager
async def open_browser(profile: Path) -> AsyncIterator[Browser]:
    program = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    assert program, "the browser tests need Chromium: apt-get install chromium"
    arguments = [*FLAGS, f"--user-data-dir={profile}", "about:blank"]
    process = await asyncio.create_subprocess_exec(program, *arguments, stderr=asyncio.subprocess.PIPE)
    try:
        async with aiohttp.ClientSession() as session:
            address = await asyncio.wait_for(_page_address(process, session), 60)
            async with session.ws_connect(address) as socket:
                yield Browser(socket)
    finally:
        process.kill()
        await process.communicate()


async def _page_address(process: asyncio.subprocess.Process, session: aiohttp.ClientSession) -> str:
    assert process.stderr
    async for line in process.stderr:
        if b"DevTools listening on ws://" in line:
            host = line.decode().split("ws://")[1].split("/")[0]
            async with session.get(f"http://{host}/json/list") as response:
                pages = await response.json()
            return next(one["webSocketDebuggerUrl"] for one in pages if one["type"] == "page")
    raise AssertionError("Chromium did not start")

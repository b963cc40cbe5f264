"""One bot for a module of tests; a new editor and a town of its own for each test."""

import itertools
from collections.abc import AsyncIterator, Awaitable, Callable

import pytest
import pytest_asyncio

from bot.local.driver import LocalTelegram
from bot.local.person import Person
from bot.local.records import Message
from tests.acceptance.conftest import OWNER, TOKEN, RunningBot

TOWNS = itertools.cycle(
    "Aktau Aktobe Astana Atyrau Balkhash Ekibastuz Karaganda Kokshetau Kostanay Kyzylorda Oral Oskemen Pavlodar Ridder "
    "Rudny Saran Satpayev Semey Shymkent Stepnogorsk Taldykorgan Taraz Temirtau Turkistan Zaisan Zhanaozen".split()
)


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def telegram() -> AsyncIterator[LocalTelegram]:
    async with LocalTelegram(TOKEN) as local:
        yield local


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def bot(tmp_path_factory: pytest.TempPathFactory, telegram: LocalTelegram) -> AsyncIterator[RunningBot]:
    """Run one bot; at the end its log must be clean and Telegram must have taken every call."""
    running = RunningBot(tmp_path_factory.mktemp("desk"), telegram)
    await running.start()
    yield running
    await running.stop()
    assert TOKEN not in running.log
    assert "Traceback" not in running.log
    assert telegram.calls.refused == []


@pytest.fixture(scope="module")
def owner(telegram: LocalTelegram) -> Person:
    return telegram.person(OWNER, "Olga")


@pytest.fixture
def reader(telegram: LocalTelegram) -> Person:
    return telegram.person(name="Tom")


@pytest_asyncio.fixture(loop_scope="module")
async def desk(bot: RunningBot, owner: Person, telegram: LocalTelegram) -> Person:
    """A new editor, whom the owner appointed."""
    editor = telegram.person(name="Aigerim")
    await owner.says(f"/editors {editor.id}")
    await owner.hears("is an editor now")
    return editor


@pytest.fixture
def town() -> str:
    return next(TOWNS)


@pytest.fixture
def article(town: str) -> str:
    """An article that no other test loads."""
    return (
        f"{town} calls an early vote\n\n"
        f"The city of {town} will hold an early mayoral election on June 9, its council said on Thursday. "
        "Seven candidates have asked to be registered. "
        f"Police in {town} detained eleven people at a rally near the river station on May 1. "
        f"The commission of {town} publishes the list of candidates on May 11. "
        "Observers said that the campaign has been quiet so far."
    )


@pytest.fixture
def later_article(town: str) -> str:
    """Tell another day for the same vote."""
    return (
        f"{town} puts off the early vote\n\n"
        f"The city of {town} will hold the early mayoral election on June 16, a week later than announced. "
        "The speaker said that the printers need more time for the ballots. "
        "Seven candidates remain on the list, and none of them objected to the new day."
    )


@pytest.fixture
def waiting(desk: Person) -> Callable[[], Awaitable[list[str]]]:
    """List the drafts that wait."""

    async def listed() -> list[str]:
        await desk.says("/drafts")
        return (await desk.hears("for review")).buttons

    return listed


@pytest.fixture
def draft_of(desk: Person) -> Callable[..., Awaitable[Message]]:
    """Load an article as a file and return its draft."""

    async def load(text: str, published: str = "2019-05-02") -> Message:
        front = f"---\npublished: {published}\nsource: River Courier\n---\n"
        await desk.sends_file("council.md", (front + text).encode(), "/load")
        return await desk.hears("Draft:")

    return load


@pytest.fixture
def publish(desk: Person, draft_of: Callable[..., Awaitable[Message]]) -> Callable[..., Awaitable[Message]]:
    """Load and publish an article."""

    async def published(text: str, published: str = "2019-05-02") -> Message:
        await desk.presses(await draft_of(text, published), "Publish")
        return await desk.hears("Readers can find it now")

    return published

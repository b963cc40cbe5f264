"""Several copies of the bot: on PostgreSQL one takes messages and another follows it; on SQLite there is but one."""

import asyncio
from collections.abc import AsyncIterator, Callable

import aiohttp
import pytest

from bot.local.person import Person
from tests.acceptance.conftest import TOKEN, RunningBot

STANDS_BY = "another copy is taking the messages; this one delivers and stands by"
TAKES = "this copy takes the messages"
FOREIGN = "somebody else takes this bot's messages"
CROWD = 20
MOST_LOOKS = 600

pytestmark = pytest.mark.long
ON_POSTGRESQL = pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)


@pytest.fixture
async def make_copy(tmp_path, telegram, database_url) -> AsyncIterator[Callable[..., RunningBot]]:
    """Give copies that are not running yet, each with a log of its own; no log may hold a traceback at the end."""
    made = []

    def make(name: str, **environment: str) -> RunningBot:
        (tmp_path / name).mkdir()
        made.append(RunningBot(tmp_path / name, telegram, DATABASE_URL=database_url, **environment))
        return made[-1]

    yield make
    for bot in made:
        await bot.stop()
        assert "Traceback" not in bot.log


@pytest.fixture
async def copies(make_copy) -> list[RunningBot]:
    """Run two copies, of which the first takes the messages."""
    running = [make_copy("first"), make_copy("second")]
    for bot, line in zip(running, (TAKES, STANDS_BY), strict=True):
        await bot.start()
        await logged(bot, line)
    return running


@pytest.fixture
async def foreigner(telegram) -> AsyncIterator[asyncio.Task[None]]:
    """Let another program poll with our token."""

    async def poll() -> None:
        async with aiohttp.ClientSession() as session:
            while True:
                async with session.post(f"{telegram.url}/bot{TOKEN}/getUpdates", data={"timeout": 1}) as answer:
                    await answer.read()
                await asyncio.sleep(0.2)

    task = asyncio.create_task(poll())
    yield task
    task.cancel()


def answers(person: Person) -> list[str]:
    """Return what the bot said to a person."""
    return [message.text for message in person.messages if message.sender.is_bot]


async def logged(bot: RunningBot, line: str) -> None:
    """Wait until the bot's log holds a line."""
    for _ in range(MOST_LOOKS):
        if line in bot.log:
            return
        await asyncio.sleep(0.05)
    raise AssertionError(f"nothing like “{line}” in the log:\n{bot.log}")


@ON_POSTGRESQL
async def test_when_the_one_that_polls_is_killed_the_other_follows_and_nobody_is_answered_twice(copies, telegram):
    first, second = copies
    before, after = ([telegram.person() for _ in range(CROWD)] for _ in range(2))
    for person in before:
        await person.says("/start")
    await before[0].hears("I know the news")
    await first.kill()
    for person in after:
        await person.says("/start")
    for person in after:
        await person.hears("I know the news")
    await logged(second, TAKES)
    assert [len(person.unheard) for person in after] == [0] * CROWD
    assert all(len(answers(person)) <= 1 for person in before)
    assert FOREIGN not in first.log + second.log


@ON_POSTGRESQL
async def test_a_copy_that_stops_hands_over_and_comes_back_as_the_one_that_stands_by(copies, reader) -> None:
    first, second = copies
    await first.stop()
    await logged(second, TAKES)
    await reader.says("/start")
    await reader.hears("I know the news")
    await first.start()
    await logged(first, STANDS_BY)
    await reader.says("/help")
    await reader.hears("/ask")
    assert (first.log.count(TAKES), first.log.count(STANDS_BY)) == (1, 1)


@ON_POSTGRESQL
async def test_with_a_webhook_every_copy_takes_messages(make_copy, telegram, unused_tcp_port_factory):
    for name in ("first", "second"):
        listen = f"127.0.0.1:{unused_tcp_port_factory()}"
        hook = {"LISTEN": listen, "WEBHOOK_URL": f"http://{listen}/telegram", "WEBHOOK_SECRET": "open-sesame"}
        bot = make_copy(name, **hook)
        await bot.start()
        await telegram.api.journal.find(lambda call, url=hook["WEBHOOK_URL"]: call.parameters.get("url") == url)
        person = telegram.person()
        await person.says("/start")
        await person.hears("I know the news")
        assert len(answers(person)) == 1
        assert TAKES not in bot.log


async def test_somebody_else_with_our_token_is_one_line_and_no_end(bot, reader, foreigner) -> None:
    await bot.start()
    await logged(bot, FOREIGN)
    foreigner.cancel()
    await reader.says("/start")
    await reader.hears("I know the news", patience=60)
    assert bot.log.count(FOREIGN) == 1


async def test_a_second_copy_on_sqlite_says_so_in_one_line_and_stops(bot, tmp_path, telegram, reader) -> None:
    await bot.start()
    (tmp_path / "second").mkdir()
    second = RunningBot(tmp_path / "second", telegram, DATABASE_URL=bot.environment["DATABASE_URL"])
    assert await second.command("run") == (2, "")
    assert second.log == (
        f"another copy of the bot runs on {bot.folder}/bot.db: stop it first, or use PostgreSQL for several copies\n"
    )
    await reader.says("/start")
    await reader.hears("I know the news")

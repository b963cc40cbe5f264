"""At its most talkative the log holds nothing that people wrote, nobody's name, no number of theirs, and no secret."""

import asyncio
import json
import stat

import pytest

from bot.cli.run import LIVE_LINE
from tests.acceptance.conftest import PATIENCE

WORDS = "zebramarker"
READER = 7_123_456_789
ARTICLE = f"""# City {WORDS} moves its reopening

The central {WORDS} of Oskemen will hold its reopening ceremony on 9 June 2019, the city said on Thursday.
The building closed in March after water damaged the reading room, and repairs have cost 84 million tenge so far.
"""


def everything(bot) -> str:
    return bot.log + "".join(path.name for path in bot.folder.iterdir())


@pytest.mark.parametrize("form", [pytest.param("text", marks=pytest.mark.long), "json"])
async def test_a_conversation_leaves_no_words_in_the_log(any_bot, telegram, form):
    reader = telegram.person(READER, f"Anna {WORDS}")
    await any_bot.start(LOG_LEVEL="DEBUG", LOG_FORMAT=form, OWNER_IDS=str(READER))
    await reader.says("/start")
    welcome = await reader.hears("I know the news")
    await reader.says(f"who paid the {WORDS}?")
    await reader.hears("do not tell")
    await reader.says(f"/follow {WORDS}")
    await reader.hears(WORDS)
    await reader.sends_file(f"{WORDS}.txt", ARTICLE.encode(), "/load")
    await reader.hears(WORDS)
    await telegram.world.press(reader.user, welcome, f"follow:{WORDS}").answer
    telegram.faults.add("server_error", method="sendMessage", times=1)
    await reader.says(f"who saw the {WORDS}?")
    await asyncio.wait_for(telegram.api.journal.find(lambda call: call.code == 500), PATIENCE)
    await any_bot.stop()
    assert WORDS not in everything(any_bot)
    assert str(READER) not in any_bot.log
    assert any_bot.environment["BOT_TOKEN"] not in any_bot.log
    if form == "json":
        lines = [line for line in any_bot.log.splitlines() if line != LIVE_LINE]
        assert all({"at", "level", "logger", "message"} <= json.loads(line).keys() for line in lines)


async def test_nobody_else_reads_its_files(any_bot):
    await any_bot.start()
    rights = {path.name: stat.S_IMODE(path.stat().st_mode) for path in any_bot.folder.glob("bot.db*")}
    assert {"bot.db", "bot.db-wal", "bot.db-shm", "bot.db.running"} <= set(rights)
    assert set(rights.values()) == {0o600}


async def test_a_token_in_the_wrong_place_is_not_repeated(any_bot):
    (any_bot.folder / ".env").write_text(f"{any_bot.environment['BOT_TOKEN']}=1\n")
    code, output = await any_bot.command("ask", "when is the vote?")
    assert (code, output) == (2, "")
    assert any_bot.log == "<secret>: is not a setting; .env.example lists all there are\n"

"""Updates as people send them: none is lost, one who floods holds up nobody, and the bot ends when it is asked to."""

import asyncio
import contextlib
import signal
from collections import Counter
from pathlib import Path

import aiohttp
import pytest

from bot.runtime.rate_limiter import BURST
from bot.runtime.webhook import SECRET_HEADER
from tests.acceptance.conftest import PATIENCE, TOKEN, RunningBot

WELCOME = "I know the news"
SLOW_DOWN = "more at once than I can answer"
SECRET = "open-sesame"
FLOOD = 400
MOST_LOOKS = 6_000


def answers(person) -> list[str]:
    """Return what the bot said to a person."""
    return [message.text for message in person.messages if message.sender.is_bot]


@pytest.fixture
def hook(unused_tcp_port_factory) -> dict[str, str]:
    """Settings for a webhook."""
    listen = f"127.0.0.1:{unused_tcp_port_factory()}"
    return {"LISTEN": listen, "WEBHOOK_URL": f"http://{listen}/telegram", "WEBHOOK_SECRET": SECRET}


@pytest.fixture
async def post(hook):
    """Post something to the webhook, as often as it takes while the bot is starting; return the status."""
    async with aiohttp.ClientSession() as session:

        async def send(body, secret=SECRET):
            url, headers = hook["WEBHOOK_URL"], {SECRET_HEADER: secret}
            async with session.post(url, json=body, headers=headers) as response:
                return response.status

        async def send_once_it_listens(body, secret=SECRET):
            async with asyncio.timeout(PATIENCE):
                while True:
                    with contextlib.suppress(aiohttp.ClientConnectorError):
                        return await send(body, secret)
                    await asyncio.sleep(0.05)

        yield send_once_it_listens


async def test_one_who_floods_is_told_once_and_holds_up_nobody(bot, telegram, reader) -> None:
    flooder = telegram.person(name="Flooder")
    await bot.start()
    for _ in range(FLOOD):
        await flooder.says("/help")
    await reader.says("/help")
    await reader.hears("/ask")
    heard_before = len(answers(flooder))
    await flooder.hears(SLOW_DOWN)
    assert heard_before < BURST
    await reader.says("/start")
    await reader.hears(WELCOME)
    told = Counter(SLOW_DOWN in text for text in answers(flooder))
    assert told[True] == 1
    assert BURST <= told[False] < FLOOD / 2


@pytest.mark.long
async def test_whoever_waits_for_each_answer_is_always_answered(bot, reader) -> None:
    await bot.start()
    for _ in range(int(BURST) * 2):
        await reader.says("/start")
        await reader.hears(WELCOME)
    assert SLOW_DOWN not in "".join(answers(reader))


@pytest.mark.long
async def test_twenty_questions_at_once_do_not_hold_up_a_command(bot, telegram, reader, load) -> None:
    await load("The vote will be held on 9 June. Three candidates were registered by the commission on Monday.")
    await bot.start()
    asking = [telegram.person() for _ in range(20)]
    for person in asking:
        await person.says("when is the vote?")
    await reader.says("/help")
    await reader.hears("/ask")
    assert sum(bool(answers(person)) for person in asking) < len(asking)
    for person in asking:
        await person.hears("9 June")


@pytest.mark.long
async def test_an_update_that_comes_again_is_worked_on_once(bot, telegram, reader, post, hook) -> None:
    await bot.start(**hook)
    await telegram.called("setWebhook")
    update = {"update_id": 10**12, "message": (await reader.says("/start")).as_json()}
    await reader.hears(WELCOME)
    assert [await post(update) for _ in range(3)] == [200] * 3
    await reader.hears(WELCOME)
    await bot.stop()
    await bot.start()
    assert await post(update) == 200
    await reader.says("/help")
    await reader.hears("/ask")
    assert Counter(WELCOME in text for text in answers(reader))[True] == 2


async def test_what_is_no_update_is_refused_without_a_word_in_the_log(bot, telegram, post, hook) -> None:
    await bot.start(**hook)
    await telegram.called("setWebhook")
    assert await post({"update_id": 5}, secret="sésame") == 403
    assert await post({"update_id": 2**63}) == 400
    assert await post({"update_id": 5, "message": {"text": "my secret", "date": 2**70}}) == 400
    assert "my secret" not in bot.log


@pytest.mark.long
async def test_polling_goes_on_behind_an_update_that_makes_no_sense(bot, telegram, reader) -> None:
    await bot.start()
    telegram.world.feed.push("message", {"message_id": "x", "date": 10**30, "text": "my secret"})
    await reader.says("/start")
    await reader.hears(WELCOME)
    assert bot.log.count("is malformed and left out") == 1
    assert "my secret" not in bot.log


@pytest.mark.long
async def test_a_token_that_is_revoked_ends_the_bot_with_a_code_of_its_own(any_bot, telegram) -> None:
    await any_bot.start()
    await telegram.polled()
    telegram.api.token = f"{TOKEN}revoked"
    assert await any_bot.ended(120) == 3
    assert any_bot.log.count("BOT_TOKEN: Telegram does not know this token any more") == 1
    assert "Traceback" not in any_bot.log


async def until(happened) -> None:
    """Look again and again whether something that nobody tells us of has happened."""
    for _ in range(MOST_LOOKS):
        if happened():
            return
        await asyncio.sleep(0.01)
    raise AssertionError("it did not happen")


async def imports(bot) -> None:
    """Wait until the process catches SIGTERM (proc(5)), long before it has imported everything."""
    status = Path(f"/proc/{bot.pid}/status")
    await until(lambda: int(status.read_text().partition("SigCgt:")[2].split()[0], 16) >> (signal.SIGTERM - 1) & 1)


async def migrates(bot) -> None:
    """Wait until there is a database."""
    await until((bot.folder / "bot.db").exists)


async def asks_telegram(bot) -> None:
    """Wait until Telegram was asked for something, in vain."""
    bot.telegram.faults.add("server_error", method="getMe")
    await bot.telegram.called("getMe", patience=PATIENCE)


@pytest.mark.long
@pytest.mark.parametrize("moment", [imports, migrates, asks_telegram])
async def test_a_bot_that_is_starting_ends_well_when_it_is_asked_to(tmp_path, telegram, moment) -> None:
    bot = RunningBot(tmp_path, telegram)
    await bot.launch()
    await moment(bot)
    assert await bot.end(signal.SIGTERM) == 0
    assert "Traceback" not in bot.log


async def test_what_is_in_hand_is_finished_and_the_rest_is_answered_by_the_next_run(bot, telegram, load) -> None:
    await load("The vote will be held on 9 June. Three candidates were registered by the commission on Monday.")
    await bot.start()
    people = [telegram.person() for _ in range(40)]
    for person in people:
        await person.says("when is the vote?")
    await people[0].hears("9 June")
    assert await bot.end(signal.SIGTERM) == 0
    assert sum(bool(answers(person)) for person in people) < len(people)
    await bot.start()
    for person in people[1:]:
        await person.hears("9 June")
    assert all(len(answers(person)) == 1 for person in people)

import asyncio
from types import SimpleNamespace
from unittest.mock import AsyncMock

import pytest
from telegram.error import BadRequest, Conflict, NetworkError

from bot.cli.output import UsageError
from bot.receiving import LOST, STANDING_BY, TAKING, Polling, PollingLog, Webhook
from bot.settings import Settings


class Turns:
    """A turn that comes and goes as the test says."""

    def __init__(self, *turns):
        self.turns = list(turns)
        self.given_back = False
        self.through = asyncio.Event()

    async def take(self):
        if len(self.turns) > 1:
            return self.turns.pop(0)
        self.through.set()
        return self.turns[0]

    async def give_back(self):
        self.given_back = True


class Updater:
    """Notes when polling begins and ends; may fail to begin."""

    def __init__(self):
        self.running = False
        self.failures = []
        self.begun = 0

    async def start_polling(self, **_options):
        if self.failures:
            raise self.failures.pop()
        self.running = True
        self.begun += 1

    async def stop(self):
        self.running = False


class Pastes:
    """Nothing was left behind; notes how often somebody looked."""

    def __init__(self):
        self.looks = 0
        self.failures = []

    async def left_behind(self):
        if self.failures:
            raise self.failures.pop()
        self.looks += 1
        return ()


@pytest.fixture
def app():
    return SimpleNamespace(updater=Updater(), bot_data=SimpleNamespace(pastes=Pastes()))


@pytest.fixture
def look_at_once(monkeypatch):
    monkeypatch.setattr("bot.receiving.LOOK_EVERY", 0)


async def test_a_copy_polls_while_it_is_its_turn_and_says_each_change_once(app, look_at_once, caplog):
    caplog.set_level("INFO")
    turns = Turns(False, False, True, True, False, False, True)
    polling = Polling(app, turns)
    await polling.start()
    await turns.through.wait()
    assert app.updater.running
    assert (app.updater.begun, app.bot_data.pastes.looks) == (2, 2)
    assert [record.message for record in caplog.records] == [STANDING_BY, TAKING, LOST, TAKING]
    await polling.stop()
    assert (app.updater.running, turns.given_back) == (False, True)


async def test_a_telegram_that_is_out_of_reach_is_asked_again(app, look_at_once, caplog):
    app.updater.failures = [NetworkError("no route"), NetworkError("no route")]
    turns = Turns(True, True, True)
    polling = Polling(app, turns)
    await polling.start()
    await turns.through.wait()
    assert app.updater.running
    assert caplog.text.count("no route") == 1
    await polling.stop()


async def test_pastes_are_read_again_when_the_database_was_away(app, look_at_once, caplog):
    app.bot_data.pastes.failures = [ConnectionRefusedError("away"), ConnectionRefusedError("away")]
    turns = Turns(True, True, True, True)
    polling = Polling(app, turns)
    await polling.start()
    await turns.through.wait()
    assert (app.updater.begun, app.bot_data.pastes.looks) == (1, 1)
    assert caplog.text.count("away") == 1
    await polling.stop()


async def test_the_turn_is_given_back_and_polling_ends_also_after_a_mistake_of_ours(app, look_at_once):
    turns = Turns(False, True)
    polling = Polling(app, turns)
    await polling.start()
    app.bot_data.pastes.failures = [ZeroDivisionError()]
    await turns.through.wait()
    await asyncio.sleep(0)
    await polling.stop()
    assert (app.updater.running, turns.given_back) == (False, True)


class Watch:
    """A stop-watch that the test moves."""

    def __init__(self):
        self.seconds = 0.0

    def __call__(self):
        return self.seconds


@pytest.fixture
def watch():
    return Watch()


@pytest.fixture
def conflict(watch, caplog):
    """Let another program end our call, so many seconds after the last; return the lines that were logged so far."""
    log = PollingLog(watch)

    def happen(seconds):
        watch.seconds += seconds
        log.trouble(Conflict("terminated by other getUpdates request"))
        return [record for record in caplog.records if "somebody else takes this bot's messages" in record.message]

    return happen


def test_one_conflict_is_a_copy_that_takes_over(conflict):
    assert conflict(0) == []
    assert conflict(61) == []


def test_somebody_who_keeps_polling_is_told_of_seldom_and_without_a_traceback(conflict):
    conflict(0)
    assert len(conflict(1)) == 1
    for _ in range(59):
        told = conflict(10)
    assert len(told) == 1
    told = conflict(10)
    assert len(told) == 2
    assert all(record.exc_info is None for record in told)


def test_a_network_that_is_down_is_one_line(watch, caplog):
    log = PollingLog(watch)
    for _ in range(3):
        log.trouble(NetworkError("no route"))
    assert [record.getMessage() for record in caplog.records] == [
        "Telegram could not be reached for messages, this copy goes on trying: no route"
    ]


@pytest.fixture
def hook(monkeypatch):
    """Settings with a webhook."""
    monkeypatch.chdir("/")
    return Settings(webhook_url="https://bot.example.org/telegram", webhook_secret="open-sesame", listen="[::1]:8080")


@pytest.mark.parametrize(("turns", "looks"), [([True, True], 1), ([False, False], 0), ([False, True, True], 1)])
async def test_with_a_webhook_one_copy_looks_for_what_was_left_behind(app, hook, look_at_once, turns, looks):
    app.bot = AsyncMock()
    turn = Turns(*turns)
    webhook = Webhook(app, turn, hook)
    await webhook.start()
    await turn.through.wait()
    assert app.bot.set_webhook.await_args.kwargs["secret_token"] == "open-sesame"
    await asyncio.sleep(0)
    assert app.bot_data.pastes.looks == looks
    await webhook.stop()
    assert turn.given_back


async def test_a_webhook_that_telegram_does_not_take_is_one_clear_line(app, hook):
    app.bot = AsyncMock(set_webhook=AsyncMock(side_effect=BadRequest("bad webhook: an HTTPS URL must be provided")))
    with pytest.raises(UsageError, match=r"WEBHOOK_URL: .* HTTPS URL"):
        await Webhook(app, Turns(True), hook).start()

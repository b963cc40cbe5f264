"""Polling comes and goes with the turn, begins again when it ended, and only a revoked token ends it for good."""

import asyncio
import logging
from types import SimpleNamespace
from unittest.mock import AsyncMock

import pytest
from telegram.error import BadRequest, InvalidToken, NetworkError

from bot.errors import UsageError
from bot.observability.liveness import Liveness
from bot.observability.outages import Outages
from bot.runtime.poller import TokenRevoked
from bot.runtime.receiving import CHECK_EVERY, STANDING_BY, TAKING, Polling, Webhook
from bot.settings import Settings


class Turns:
    """A turn that comes and goes as the test says."""

    def __init__(self, *turns):
        self.turns = list(turns)
        self.given_back = False
        self.through = asyncio.Event()

    async def take(self):
        turn = self.turns.pop(0) if len(self.turns) > 1 else self.turns[0]
        if len(self.turns) == 1:
            self.through.set()
        if isinstance(turn, Exception):
            raise turn
        return turn

    async def give_back(self):
        self.given_back = True


class Poller:
    """Notes when polling begins and ends; may fail as the test says."""

    def __init__(self):
        self.begun = 0
        self.is_running = False
        self.failures = []
        self.last_words = []

    async def run(self):
        self.begun += 1
        if self.failures:
            raise self.failures.pop()
        self.is_running = True
        try:
            await asyncio.Event().wait()
        finally:
            self.is_running = False
            if self.last_words:
                raise self.last_words.pop()


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


class Watch:
    def __init__(self):
        self.seconds = 0.0

    def __call__(self):
        return self.seconds


@pytest.fixture
def watch():
    return Watch()


@pytest.fixture
def app(monkeypatch, watch):
    monkeypatch.chdir("/")
    hook = {"webhook_url": "https://bot.example.org/telegram", "webhook_secret": "open-sesame", "listen": "[::1]:8080"}
    services = {"pastes": Pastes(), "settings": Settings(**hook), "outages": Outages(), "liveness": Liveness(watch)}
    bot = AsyncMock(get_webhook_info=AsyncMock(return_value=SimpleNamespace(url=hook["webhook_url"])))
    return SimpleNamespace(bot=bot, bot_data=SimpleNamespace(**services))


@pytest.fixture
def look_at_once(monkeypatch):
    monkeypatch.setattr("bot.runtime.receiving.LOOK_EVERY", 0)


@pytest.fixture
def poller():
    return Poller()


@pytest.fixture
def polling(app, poller, look_at_once):
    def make(turn):
        return Polling(app, turn, poller, AsyncMock())

    return make


async def settle():
    for _ in range(20):
        await asyncio.sleep(0)


async def test_a_copy_polls_while_it_is_its_turn_and_says_each_change_once(app, polling, poller, caplog):
    caplog.set_level("INFO")
    turns = Turns(False, False, True, True, False, False, True)
    way = polling(turns)
    await way.start()
    await turns.through.wait()
    await settle()
    assert poller.is_running
    assert (poller.begun, app.bot_data.pastes.looks) == (2, 2)
    assert [record.message for record in caplog.records] == [STANDING_BY, TAKING, STANDING_BY, TAKING]
    await way.stop()
    assert (poller.is_running, turns.given_back) == (False, True)


@pytest.mark.parametrize("had_it", [True, False])
async def test_while_the_database_is_away_whoever_had_the_turn_goes_on_and_all_are_alive(
    app, polling, poller, caplog, watch, had_it
):
    caplog.set_level("INFO")
    turns = Turns(had_it, *[ConnectionRefusedError("away")] * 3)
    way = polling(turns)
    await way.start()
    watch.seconds = 1_000
    await turns.through.wait()
    await settle()
    assert poller.is_running == had_it
    assert app.bot_data.liveness.silence("receiving") == (1_000 if had_it else 0)  # the poller beats for itself
    assert [record.message for record in caplog.records] == [
        TAKING if had_it else STANDING_BY,
        "database is away, we go on trying: ConnectionRefusedError: away",
    ]
    await way.stop()


async def test_a_telegram_that_is_out_of_reach_is_asked_again(app, polling, poller, caplog):
    app.bot.delete_webhook.side_effect = [NetworkError("no route"), NetworkError("no route"), True]
    turns = Turns(True, True, True, True)
    way = polling(turns)
    await way.start()
    await turns.through.wait()
    await settle()
    assert poller.is_running
    assert caplog.text.count("no route") == 1
    await way.stop()


async def test_pastes_are_read_again_when_the_database_was_away(app, polling, poller, caplog):
    caplog.set_level(logging.WARNING)
    app.bot_data.pastes.failures = [ConnectionRefusedError("away"), ConnectionRefusedError("away")]
    turns = Turns(True, True, True, True)
    way = polling(turns)
    await way.start()
    await turns.through.wait()
    await settle()
    assert (poller.begun, app.bot_data.pastes.looks) == (1, 1)
    assert [record.getMessage() for record in caplog.records] == [
        "database is away, we go on trying: ConnectionRefusedError: away"
    ]
    await way.stop()


async def test_polling_that_ended_for_whatever_reason_begins_again(polling, poller, caplog):
    poller.failures = [ZeroDivisionError(), asyncio.CancelledError()]
    turns = Turns(*[True] * 40)
    way = polling(turns)
    await way.start()
    await turns.through.wait()
    await settle()
    assert (poller.begun, poller.is_running) == (3, True)
    assert caplog.text.count("polling ended; it begins again") == 2
    await way.stop()


async def test_polling_that_fails_while_it_is_stopped_is_one_line_and_the_turn_is_given_back(polling, poller, caplog):
    poller.last_words = [ZeroDivisionError()]
    turns = Turns(True)
    way = polling(turns)
    await way.start()
    await settle()
    await way.stop()
    assert turns.given_back
    assert [record.exc_info[0] for record in caplog.records] == [ZeroDivisionError]


async def test_a_revoked_token_ends_it_for_good(polling, poller):
    poller.failures = [TokenRevoked()]
    turns = Turns(True)
    way = polling(turns)
    await way.start()
    with pytest.raises(TokenRevoked):
        await way.lasts()
    await way.stop()
    assert (poller.begun, turns.given_back) == (1, True)


async def test_a_mistake_of_ours_while_looking_does_not_end_the_looks(app, polling, poller, caplog):
    turns = Turns(False, True, True, True)
    way = polling(turns)
    await way.start()
    app.bot_data.pastes.failures = [ZeroDivisionError()]
    await turns.through.wait()
    await settle()
    assert poller.is_running
    assert caplog.text.count("a look for messages failed") == 1
    await way.stop()
    assert (poller.is_running, turns.given_back) == (False, True)


async def test_a_copy_that_stands_by_gives_signs_of_life_itself(app, polling, watch):
    turns = Turns(False)
    watch.seconds = 1_000
    way = polling(turns)
    await way.start()
    assert app.bot_data.liveness.silence("receiving") == 0
    await way.stop()


@pytest.fixture
def webhook(app, look_at_once, watch):
    def make(turn):
        return Webhook(app, turn, watch)

    return make


@pytest.mark.parametrize(("turns", "looks"), [([True, True], 1), ([False, False], 0), ([False, True, True], 1)])
async def test_with_a_webhook_one_copy_looks_for_what_was_left_behind(app, webhook, turns, looks):
    turn = Turns(*turns)
    way = webhook(turn)
    await way.start()
    await turn.through.wait()
    assert app.bot.set_webhook.await_args.kwargs["secret_token"] == "open-sesame"
    await settle()
    assert app.bot_data.pastes.looks == looks
    assert app.bot.set_webhook.await_count == 1
    await way.stop()
    assert turn.given_back


async def test_a_webhook_that_telegram_does_not_take_is_one_clear_line(app, webhook):
    app.bot.set_webhook.side_effect = BadRequest("bad webhook: an HTTPS URL must be provided")
    with pytest.raises(UsageError, match=r"WEBHOOK_URL: .* HTTPS URL"):
        await webhook(Turns(True)).start()


async def test_a_telegram_that_is_away_at_the_start_hears_of_the_webhook_later(app, webhook):
    app.bot.set_webhook.side_effect = [NetworkError("no route"), True]
    turn = Turns(True, True, True)
    way = webhook(turn)
    await way.start()
    assert app.bot_data.outages.is_on("telegram")
    await turn.through.wait()
    await settle()
    assert app.bot.set_webhook.await_count == 2
    assert not app.bot_data.outages.is_on("telegram")
    await way.stop()


async def test_a_webhook_that_somebody_deleted_is_set_again(app, webhook, watch):
    way = webhook(Turns(True))
    await way.start()
    app.bot.get_webhook_info.return_value = SimpleNamespace(url="")
    await settle()
    assert app.bot.set_webhook.await_count == 1
    watch.seconds += CHECK_EVERY
    await settle()
    assert app.bot.set_webhook.await_count == 2
    await way.stop()


async def test_a_webhook_that_was_taken_before_and_is_refused_now_is_one_line_and_tried_again(
    app, webhook, watch, caplog
):
    way = webhook(Turns(True))
    await way.start()
    app.bot.get_webhook_info.return_value = SimpleNamespace(url="")
    app.bot.set_webhook.side_effect = [BadRequest("bad webhook: failed to resolve host")] * 3 + [True]
    watch.seconds += CHECK_EVERY
    await settle()
    assert app.bot.set_webhook.await_count == 5
    assert [record.getMessage().split(",")[0].split(" after")[0] for record in caplog.records] == [
        "telegram is away",
        "telegram is back",
    ]
    await way.stop()


async def test_with_a_webhook_too_a_revoked_token_is_noticed(app, webhook, watch, monkeypatch):
    monkeypatch.setattr("bot.runtime.poller.TOKEN_PATIENCE", 0)
    way = webhook(Turns(True))
    await way.start()
    app.bot.get_webhook_info.side_effect = InvalidToken()
    watch.seconds += CHECK_EVERY
    with pytest.raises(TokenRevoked):
        await way.lasts()
    await way.stop()

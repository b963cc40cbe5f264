"""One update: through the handlers, again where only the database failed, given up where that helps nobody."""

import asyncio
import json
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace

import pytest
from sqlalchemy.exc import OperationalError
from telegram.ext import ApplicationBuilder, MessageHandler, filters

from bot.observability.outages import Outages
from bot.runtime.processing import MOST_ATTEMPTS, TRIED_FOR, GivenUp, Processor, TookTooLong, UpdateApplication
from bot.runtime.rate_limiter import BURST
from briefings.inbox import Arrival, Finished, Flooding, Postponed, Taken

TOM = 5
NOW = datetime(2026, 5, 4, 12, tzinfo=UTC)
AWAY = OperationalError("SELECT", {}, ConnectionResetError("away"))


class Box:
    """An inbox whose database is there, or away."""

    def __init__(self):
        self.is_away = False

    async def probe(self):
        if self.is_away:
            raise AWAY


class Handler:
    """Takes updates, or fails as the test says."""

    def __init__(self):
        self.seen = []
        self.error = None
        self.gate = asyncio.Event()
        self.gate.set()

    async def __call__(self, update, _context):
        self.seen.append(update.update_id)
        await self.gate.wait()
        if self.error is not None:
            raise self.error


class Desk:
    def __init__(self):
        self.apologies = []
        self.delays = []
        self.asked_to_slow_down = 0


@pytest.fixture
def box():
    return Box()


@pytest.fixture
def handler():
    return Handler()


@pytest.fixture
def desk(monkeypatch):
    told = Desk()

    async def slow_down(_update, _context):
        told.asked_to_slow_down += 1

    async def say_trouble(_update, _context, error):
        told.delays.append(error)

    monkeypatch.setattr("bot.runtime.processing.ask_to_slow_down", slow_down)
    monkeypatch.setattr("bot.runtime.processing.say_trouble", say_trouble)
    monkeypatch.setattr("bot.runtime.processing.real_now", lambda: NOW)
    return told


@pytest.fixture
async def process(box, handler, desk):
    async def is_editor(_person):
        return False

    async def on_error(_update, context):
        desk.apologies.append(context.error)

    builder = ApplicationBuilder().application_class(UpdateApplication).token("1:test").updater(None).job_queue(None)
    app = builder.build()
    app.bot_data = SimpleNamespace(roles=SimpleNamespace(is_editor=is_editor), outages=Outages())
    app.add_handler(MessageHandler(filters.ALL, handler))
    app.add_error_handler(on_error)
    app._initialized = True  # nothing is asked of Telegram
    return Processor(app, box)


def taken(number=1, *, attempts=1, age=timedelta(0), is_overlapped=False, body=None):
    chat = {"id": TOM, "type": "private", "first_name": "Tom"}
    sender = {"id": TOM, "is_bot": False, "first_name": "Tom"}
    message = {"message_id": 1, "date": 1_556_859_600, "chat": chat, "from": sender, "text": "when is the vote?"}
    update = {"update_id": number, "message": message}
    arrival = Arrival(number, TOM, TOM, "asking", json.dumps(update) if body is None else body)
    return Taken(arrival, attempts, NOW - age, is_overlapped)


async def test_an_update_goes_through_the_handlers_and_is_done(process, handler):
    assert await process(taken(7)) == Finished(7, "done")
    assert handler.seen == [7]


async def test_a_mistake_of_ours_is_apologised_for_and_done(process, handler, desk):
    handler.error = ZeroDivisionError()
    assert await process(taken()) == Finished(1, "done")
    assert desk.apologies == [handler.error]


async def test_while_the_database_is_away_an_update_waits_and_whoever_sent_it_hears_so(process, handler, box, desk):
    handler.error, box.is_away = AWAY, True
    for attempts in (1, MOST_ATTEMPTS):
        assert isinstance(ended := await process(taken(attempts=attempts)), Postponed)
        assert ended.is_innocent
    assert desk.apologies == []
    assert desk.delays == [AWAY, AWAY]


async def test_while_the_disk_is_full_an_update_waits_though_the_database_answers(process, handler, desk):
    handler.error = OperationalError("INSERT", {}, Exception("database or disk is full"))
    for attempts in (1, MOST_ATTEMPTS):
        assert isinstance(await process(taken(attempts=attempts)), Postponed)
    assert desk.delays == [handler.error] * 2


async def test_after_an_hour_nobody_waits_any_more(process, handler, box, desk):
    handler.error, box.is_away = AWAY, True
    assert isinstance(await process(taken(age=TRIED_FOR)), Postponed)
    assert await process(taken(age=TRIED_FOR + timedelta(seconds=1))) == Finished(1, "failed")
    assert desk.apologies == [AWAY]


async def test_what_only_looks_like_the_database_is_tried_once_more(process, handler, desk):
    handler.error = FileNotFoundError("a mistake of ours")
    ended = await process(taken())
    assert isinstance(ended, Postponed)
    assert not ended.is_innocent
    assert await process(taken(attempts=MOST_ATTEMPTS)) == Finished(1, "failed")
    assert desk.apologies == [handler.error]


async def test_what_was_in_hand_each_time_that_the_bot_died_is_given_up(process, handler, desk):
    assert await process(taken(attempts=MOST_ATTEMPTS + 1)) == Finished(1, "failed")
    assert handler.seen == []
    assert [type(error) for error in desk.apologies] == [GivenUp]


async def test_what_takes_too_long_is_given_up(process, handler, desk, monkeypatch):
    monkeypatch.setattr("bot.runtime.processing.LONGEST_WORK", 0)
    handler.gate.clear()
    assert await process(taken()) == Finished(1, "failed")
    assert [type(error) for error in desk.apologies] == [TookTooLong]


@pytest.mark.parametrize("body", ["", "nonsense", "[]", '{"update_id": 1, "message": 3}'])
async def test_what_cannot_be_read_is_logged_by_its_id_alone(process, handler, caplog, body):
    assert await process(taken(8, body=body)) == Finished(8, "failed")
    assert [record.getMessage().partition(":")[0] for record in caplog.records] == ["update 8 cannot be read"]
    assert handler.seen == []


async def test_a_flood_is_answered_up_to_the_limit_then_politely_turned_down_once(process, handler, desk):
    ended = [await process(taken(number, is_overlapped=True)) for number in range(40)]
    most = int(BURST)
    assert handler.seen == list(range(most))
    assert ended[most:] == [Flooding(number, TOM, TOM) for number in range(most, 40)]
    assert desk.asked_to_slow_down == 1

"""What cannot be stored: brought again, apologised for, and answered at once where only the disk is full."""

import json

import pytest
from sqlalchemy.exc import OperationalError

from bot.runtime.processing import DatabaseAway
from bot.runtime.update_dispatcher import NotStored
from bot.runtime.update_store import Storing
from briefings.inbox import Arrival

REFUSED = OperationalError("INSERT", {}, ConnectionRefusedError("refused"))
FULL = OperationalError("INSERT", {}, Exception("database or disk is full"))


class App:
    """Works on updates; those in `writing` cannot be done without storing something."""

    bot = None

    def __init__(self):
        self.done = []
        self.apologies = []
        self.writing = {2}

    async def process_update(self, update):
        if update.update_id in self.writing:
            raise DatabaseAway from FULL
        self.done.append(update.update_id)

    async def apologise(self, update, error):
        self.apologies.append((update.update_id, error))


class Box:
    """Stores updates unless something is wrong."""

    def __init__(self):
        self.stored = []
        self.error = None

    async def __call__(self, arrivals):
        if self.error is not None:
            raise NotStored from self.error
        self.stored += [arrival.id for arrival in arrivals]


@pytest.fixture
def box():
    return Box()


@pytest.fixture
def app():
    return App()


@pytest.fixture
def store(box, app):
    return Storing(box, app)


def arrivals(*ids):
    return [Arrival(number, 5, 5, "quick", json.dumps({"update_id": number})) for number in ids]


async def test_what_can_be_stored_is_stored(store, box, app):
    await store(arrivals(1, 2))
    assert (box.stored, app.done, app.apologies) == ([1, 2], [], [])


async def test_while_the_database_is_away_it_is_apologised_for_and_brought_again(store, box, app):
    box.error = REFUSED
    with pytest.raises(NotStored):
        await store(arrivals(1, 2))
    assert (app.done, app.apologies) == ([], [(1, REFUSED), (2, REFUSED)])


async def test_while_the_disk_is_full_what_needs_no_room_is_done_once(store, box, app):
    box.error = FULL
    for _ in range(2):
        with pytest.raises(NotStored):
            await store(arrivals(1, 2, 3))
    assert (app.done, set(app.apologies)) == ([1, 3], {(2, FULL)})
    box.error = None
    await store(arrivals(1, 2, 3))
    assert box.stored == [2]
    await store(arrivals(1))  # Telegram counts anew after a week of silence
    assert box.stored == [2, 1]


async def test_a_full_disk_brings_nothing_again_where_all_could_be_done(store, box, app):
    box.error = FULL
    await store(arrivals(1, 3))
    assert app.done == [1, 3]


async def test_a_bot_that_stops_works_on_nothing_more(store, box, app):
    box.error = RuntimeError("the bot is stopping")
    with pytest.raises(NotStored):
        await store(arrivals(1))
    assert (app.done, app.apologies) == ([], [])

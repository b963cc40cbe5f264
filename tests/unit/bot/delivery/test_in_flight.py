import asyncio

import pytest

import bot.delivery.in_flight as flights_module
from bot.delivery.in_flight import InFlight, LedgerLost
from bot.observability.outages import Outages


class Book:
    """A ledger in which only ends are written down."""

    def __init__(self):
        self.ends = []

    async def record(self, ends):
        self.ends += ends


@pytest.fixture
def book():
    return Book()


class Landings:
    """Flights that end when told."""

    def __init__(self):
        self.ends = [asyncio.Event() for _ in range(4)]

    async def fly(self, number):
        await self.ends[number].wait()
        return number


async def test_a_group_waits_until_there_is_room_for_all_of_it(book):
    landings = Landings()
    async with InFlight(book, 4, asyncio.Event(), Outages()) as flights:
        for number in range(3):
            flights.start(landings.fly(number))
        await flights.room(1)
        two = asyncio.create_task(flights.room(2))
        await asyncio.sleep(0)
        assert not two.done()
        landings.ends[1].set()
        await two
        assert book.ends == [1]
        for end in landings.ends:
            end.set()


async def test_more_than_there_is_room_for_goes_when_nothing_is_in_the_air(book):
    async with InFlight(book, 1, asyncio.Event(), Outages()) as flights:
        await flights.room(5)


async def test_all_that_landed_is_written_down_before_the_end(book):
    landings = Landings()
    async with InFlight(book, 4, asyncio.Event(), Outages()) as flights:
        for number in range(4):
            flights.start(landings.fly(number))
            landings.ends[number].set()
    assert sorted(book.ends) == [0, 1, 2, 3]
    assert flights.count == 4


class Trip(Exception):
    """Something went wrong beside the flights."""


async def test_an_error_beside_them_lets_flights_land(book):
    landings = Landings()

    async def run():
        async with InFlight(book, 4, asyncio.Event(), Outages()) as flights:
            flights.start(landings.fly(0))
            raise Trip

    running = asyncio.create_task(run())
    await asyncio.sleep(0)
    landings.ends[0].set()
    with pytest.raises(Trip):
        await running
    assert book.ends == [0]


async def test_what_cannot_be_written_down_ends_the_run_after_the_landings():
    class Torn(Book):
        async def record(self, ends):
            await super().record(ends)
            raise Trip

    landings, book = Landings(), Torn()

    async def run():
        async with InFlight(book, 1, asyncio.Event(), Outages()) as flights:
            flights.start(landings.fly(0))
            flights.start(landings.fly(1))
            landings.ends[0].set()
            asyncio.get_running_loop().call_later(0.01, landings.ends[1].set)
            await flights.room(1)

    with pytest.raises(Trip):
        await run()
    assert book.ends == [0, 1]


async def test_who_is_asked_to_stop_gives_up_on_a_ledger_that_is_away(monkeypatch):
    class Away(Book):
        async def record(self, ends):
            raise OSError

    monkeypatch.setattr(flights_module, "FIRST_WAIT", 0)
    stopping, landings = asyncio.Event(), Landings()

    async def run():
        async with InFlight(Away(), 1, stopping, Outages()) as flights:
            flights.start(landings.fly(0))
            landings.ends[0].set()
            stopping.set()

    with pytest.raises(LedgerLost):
        await run()

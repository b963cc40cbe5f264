import asyncio

import pytest

from bot.delivery.flights import Flights


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
    async with Flights(book, 4) as flights:
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
    async with Flights(book, 1) as flights:
        await flights.room(5)


async def test_all_that_landed_is_written_down_before_the_end(book):
    landings = Landings()
    async with Flights(book, 4) as flights:
        for number in range(4):
            flights.start(landings.fly(number))
            landings.ends[number].set()
    assert sorted(book.ends) == [0, 1, 2, 3]
    assert flights.count == 4

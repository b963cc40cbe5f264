import asyncio

import pytest

from bot.delivery.shared_reads import SharedReads


class IndexCache:
    """Tells how often it was read, and lets readers wait until it is opened."""

    def __init__(self):
        self.reads = []
        self.open = asyncio.Event()

    async def read(self, number):
        self.reads.append(number)
        count = len(self.reads)
        await self.open.wait()
        if number < 0:
            raise LookupError(number)
        return f"{number}, {count}"


@pytest.fixture
def cache():
    return IndexCache()


async def test_what_is_asked_for_together_is_read_once(cache):
    read = SharedReads(cache.read)
    answers = asyncio.gather(read(7), read(7), read(8))
    await asyncio.sleep(0)
    cache.open.set()
    assert await answers == ["7, 1", "7, 1", "8, 2"]
    assert cache.reads == [7, 8]


async def test_who_asks_later_reads_anew(cache):
    read = SharedReads(cache.read)
    cache.open.set()
    assert [await read(7), await read(7)] == ["7, 1", "7, 2"]


async def test_an_error_is_everybodys_and_not_kept(cache):
    read = SharedReads(cache.read)
    cache.open.set()
    found = await asyncio.gather(read(-1), read(-1), return_exceptions=True)
    assert [type(one) for one in found] == [LookupError, LookupError]
    with pytest.raises(LookupError):
        await read(-1)


async def test_one_who_gives_up_takes_it_from_nobody(cache):
    read = SharedReads(cache.read)
    hasty, patient = asyncio.create_task(read(7)), asyncio.create_task(read(7))
    await asyncio.sleep(0)
    hasty.cancel()
    cache.open.set()
    assert await patient == "7, 1"

import asyncio
from bisect import bisect_right

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.delivery.rate_limit import FEWEST_TRAVELS, TELEGRAMS, RateLimit


class StopWatch:
    """Time that passes only where somebody sleeps."""

    seconds = 100.0

    def __call__(self):
        return self.seconds

    async def sleep(self, seconds):
        self.seconds += seconds
        await asyncio.sleep(0)


@pytest.fixture
def watch():
    return StopWatch()


def rate_limit(watch, rate):
    return RateLimit(rate, watch, watch.sleep)


async def send(rate_limit, watch, travel=0.0):
    """Send a message of the ledger's as soon as it may leave; return when that was."""
    async with rate_limit.permits(1) as (place,):
        with place.hand_over():
            left = watch.seconds = max(place.at, watch.seconds)
            place.leave()
            watch.seconds += travel
    return left


async def answer(rate_limit, watch, travel=0.0):
    async with rate_limit.answering():
        left = watch.seconds
        watch.seconds += travel
    return left


async def test_a_second_holds_no_more_than_the_rate(watch):
    lane = rate_limit(watch, 3)
    assert [await send(lane, watch) for _ in range(4)] == pytest.approx([100, 100, 100, 101.002])


async def test_less_than_one_message_a_second_is_a_rate_too(watch):
    lane = rate_limit(watch, 0.5)
    assert [await send(lane, watch) for _ in range(2)] == pytest.approx([100, 102.002])


@pytest.fixture
async def travelled(watch):
    """Make a lane of one message a second, whose messages need 0.1 s at least."""
    lane = rate_limit(watch, 1)
    for _ in range(FEWEST_TRAVELS):
        last = await send(lane, watch, travel=0.1)
    watch.seconds = last + 5
    return lane


async def test_a_message_held_up_on_its_way_counts_from_its_arrival(watch, travelled):
    left = await send(travelled, watch, travel=0.7)
    # it may have arrived 0.6 s later than the others' travel lets one think
    assert await send(travelled, watch) == pytest.approx(left + 0.6 + 1.002)


async def test_a_long_way_for_all_costs_nothing(watch, travelled):
    first, *later = [await send(travelled, watch, travel=0.1) for _ in range(3)]
    assert later == pytest.approx([first + 1.002, first + 2.004])


async def test_as_long_as_the_way_is_unknown_a_message_counts_from_its_answer(watch):
    lane = rate_limit(watch, 1)
    assert [await send(lane, watch, travel=0.4) for _ in range(2)] == pytest.approx([100, 101.402])


async def test_copies_share_the_room(watch):
    lane = rate_limit(watch, 28)
    lane.share(2)
    assert [await send(lane, watch) for _ in range(15)] == pytest.approx([100] * 14 + [101.002])


async def test_who_is_alone_again_takes_all_the_room_when_the_others_messages_have_aged(watch):
    lane = rate_limit(watch, 28)
    lane.share(4)
    lane.share(1)
    # as one of four: 30 / 4 places, of which one stays for the next answer
    assert [await send(lane, watch) for _ in range(28)] == pytest.approx([100] * 6 + [101.002] * 22)


async def test_what_was_sent_before_sharing_counts(watch):
    lane = rate_limit(watch, 28)
    for _ in range(20):
        await send(lane, watch)
    lane.share(2)
    assert await send(lane, watch) == pytest.approx(101.002)


async def test_many_copies_leave_everybody_a_place(watch):
    lane = rate_limit(watch, 28)
    lane.share(100)
    assert await send(lane, watch) == 100
    assert await answer(lane, watch) == 100


async def test_nobody_leaves_while_all_are_in_the_air(watch):
    lane = rate_limit(watch, 1)
    async with lane.permits(1) as (place,):
        with place.hand_over():
            place.leave()
            waiting = asyncio.create_task(send(lane, watch))
            await asyncio.sleep(0)
            watch.seconds += 20
            assert not waiting.done()
    assert await waiting == pytest.approx(121.002)


async def test_a_place_may_be_taken_ahead(watch):
    lane = rate_limit(watch, 1)
    await send(lane, watch)
    async with lane.permits(1, ahead=0.5) as (place,):
        assert place.at == pytest.approx(101.002)
    assert watch.seconds == pytest.approx(100.502)


async def test_an_unused_place_can_be_had_again(watch):
    lane = rate_limit(watch, 1)
    async with lane.permits(1):
        pass
    assert await send(lane, watch) == 100


async def test_answers_take_their_room_from_the_ledger(watch):
    lane = rate_limit(watch, 28)
    for _ in range(3):
        await answer(lane, watch)
    times = [await send(lane, watch) for _ in range(28)]
    # one place stays for the next answer: 30 - 3 - 1 may leave at once
    assert times == pytest.approx([100] * 26 + [101.002] * 2)


async def test_an_answer_does_not_wait_behind_the_ledger(watch):
    lane = rate_limit(watch, 29)
    for _ in range(29):
        await send(lane, watch)
    waiting = asyncio.create_task(send(lane, watch))
    assert await answer(lane, watch) == 100
    assert await waiting == pytest.approx(101.002)


async def test_answers_wait_where_telegram_would_refuse_them(watch):
    lane = rate_limit(watch, 28)
    times = [await answer(lane, watch) for _ in range(TELEGRAMS + 1)]
    assert times == pytest.approx([100] * TELEGRAMS + [101.002])


async def test_nothing_is_booked_ahead_of_an_answer_that_waits(watch):
    lane = rate_limit(watch, 28)
    for _ in range(TELEGRAMS):
        await answer(lane, watch)
    waits = []

    async def stand_still(seconds):
        waits.append(seconds)
        await asyncio.Event().wait()

    lane._sleep = stand_still
    both = [asyncio.create_task(answer(lane, watch)), asyncio.create_task(book_ahead(lane))]
    await asyncio.sleep(0)
    assert waits == pytest.approx([1.002, 1.002])
    for task in both:
        task.cancel()


async def book_ahead(lane):
    async with lane.permits(1, ahead=5):
        pass


async def test_while_telegram_is_slow_half_of_the_places_stay_for_answers(watch):
    lane = rate_limit(watch, 28)
    for _ in range(FEWEST_TRAVELS):
        await send(lane, watch, travel=3)
    watch.seconds += 5
    async with lane.permits(15):
        waiting = asyncio.create_task(send(lane, watch))
        answers = [await answer(lane, watch) for _ in range(15)]
        assert answers == [watch.seconds] * 15
        assert not waiting.done()
    await waiting


@pytest.mark.parametrize("copies", [1, 2, 11, 100])
async def test_places_taken_together_can_be_had_however_many_copies_there_are(watch, copies):
    lane = rate_limit(watch, 28)
    lane.share(copies)
    async with asyncio.timeout(5), lane.permits(lane.most_together) as places:
        assert len(places) >= 1


async def test_who_may_send_more_sends_more(watch):
    lane = rate_limit(watch, 1000)
    assert [await send(lane, watch) for _ in range(1000)] == [100] * 1000


MESSAGES = st.lists(st.tuples(st.booleans(), st.floats(0, 0.05), st.floats(0, 0.2)), max_size=80)


@given(MESSAGES, st.sampled_from([5, 25, 28]), st.floats(0, 0.3), st.floats(0, 1))
async def test_no_second_holds_more_at_telegrams_clock(messages, rate, way, there):
    """Each message travels the same way, a part of it there and the rest back, and may be held up on its way there."""
    watch = StopWatch()
    lane, outgoing, everything = rate_limit(watch, rate), [], []
    for is_answer, pause, held_up in [(False, 0.0, 0.0), *messages]:
        watch.seconds += pause
        left = await (answer if is_answer else send)(lane, watch, way + held_up)
        everything.append(left + way * there + held_up)
        outgoing += [] if is_answer else everything[-1:]
    assert fullest_second(outgoing) <= rate
    assert fullest_second(everything) <= TELEGRAMS


def fullest_second(arrivals):
    arrivals = sorted(arrivals)
    return max((place + 1 - bisect_right(arrivals, at - 1) for place, at in enumerate(arrivals)), default=0)

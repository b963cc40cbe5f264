import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.delivery.pace import OwnBudget, Window


class StopWatch:
    seconds = 100.0

    def __call__(self):
        return self.seconds


@pytest.fixture
def watch():
    return StopWatch()


async def test_the_first_message_goes_at_once_and_the_next_in_its_slot(watch):
    budget = OwnBudget(4, watch)
    assert [await budget.reserve(1) for _ in range(3)] == pytest.approx([0, 0.25, 0.5])


async def test_several_slots_are_taken_together(watch):
    budget = OwnBudget(4, watch)
    assert await budget.reserve(4) == 0
    assert await budget.reserve(1) == 1


async def test_a_short_delay_is_made_good(watch):
    budget = OwnBudget(10, watch)
    await budget.reserve(1)
    watch.seconds += 0.14  # the next slot passed
    assert [await budget.reserve(1) for _ in range(2)] == pytest.approx([0, 0.06])


async def test_idle_time_is_not_saved_up(watch):
    budget = OwnBudget(10, watch)
    await budget.reserve(1)
    watch.seconds += 60
    assert [await budget.reserve(1) for _ in range(3)] == pytest.approx([0, 0.05, 0.15])


async def test_a_pause_holds_all_slots_back(watch):
    budget = OwnBudget(4, watch)
    await budget.pause(5)
    assert await budget.reserve(1) == 5
    await budget.pause(1)
    assert await budget.reserve(1) == 5.25


@given(st.lists(st.tuples(st.integers(1, 5), st.floats(0, 2)), max_size=40))
async def test_no_second_holds_more_than_the_rate(steps):
    watch = StopWatch()
    budget, window, slots = OwnBudget(10, watch), Window(10, watch), []
    for count, pause in steps:
        watch.seconds += pause + await budget.reserve(count)
        slots += [watch.seconds + window.wait() for _ in range(count)]
    assert all(later - slot > 1 for slot, later in zip(slots, slots[10:], strict=False))


def test_a_second_never_holds_more_than_its_messages(watch):
    window = Window(3, watch)
    assert [window.wait() for _ in range(4)] == pytest.approx([0, 0, 0, 1.02])


def test_messages_in_good_order_hardly_wait(watch):
    window = Window(10, watch)
    for _ in range(30):
        assert window.wait() == pytest.approx(0, abs=0.07)
        watch.seconds += 0.1


def test_less_than_one_message_a_second_is_a_rate_too(watch):
    window = Window(0.5, watch)
    assert [window.wait() for _ in range(2)] == pytest.approx([0, 2.02])

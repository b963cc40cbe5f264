import pytest

from briefings.outbox.budget import OwnBudget


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
    assert [await budget.reserve(1) for _ in range(4)] == pytest.approx([0, 0, 0, 0.05])


async def test_a_pause_holds_all_slots_back(watch):
    budget = OwnBudget(4, watch)
    await budget.pause(5)
    assert await budget.reserve(1) == 5
    await budget.pause(1)
    assert await budget.reserve(1) == 5.25

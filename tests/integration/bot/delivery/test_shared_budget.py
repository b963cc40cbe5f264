import asyncio

import pytest

from briefings.outbox.budget import OwnBudget, SharedBudget, sending_budget


@pytest.fixture
def budgets(database):
    """Give two copies of the bot their budget; on SQLite, where there is one copy, twice the same."""
    if database.is_sqlite:
        return [sending_budget(database, 10)] * 2
    return [sending_budget(database, 10), sending_budget(database, 10)]


async def test_copies_take_slots_in_turn(budgets):
    one, two = budgets
    waits = [await one.reserve(5), await two.reserve(5), await one.reserve(1)]
    assert waits[0] == pytest.approx(0, abs=0.2)
    assert waits[1] == pytest.approx(0.5, abs=0.3)
    assert waits[2] == pytest.approx(1.0, abs=0.3)


async def test_a_pause_of_one_holds_for_all(budgets):
    one, two = budgets
    await one.pause(60)
    assert 55 < await two.reserve(1) <= 60


async def test_slots_are_never_given_twice(budgets):
    waits = await asyncio.gather(*(budget.reserve(1) for budget in budgets * 20))
    assert max(waits) > 3


def test_the_budget_is_shared_only_where_there_are_copies(database):
    budget = sending_budget(database, 10)
    assert isinstance(budget, OwnBudget if database.is_sqlite else SharedBudget)

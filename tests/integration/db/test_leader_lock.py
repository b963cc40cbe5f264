import pytest
import sqlalchemy as sa

from db.leader_lock import polling_lock


@pytest.fixture
async def turn_of(database):
    """Give the turns of copies; all are given back at the end."""
    turns = []

    def make():
        turns.append(polling_lock(database))
        return turns[-1]

    yield make
    for turn in turns:
        await turn.give_back()


async def test_one_copy_has_the_turn_until_it_gives_it_back(database, turn_of):
    first, second = turn_of(), turn_of()
    assert await first.take()
    assert await first.take()
    if database.is_sqlite:
        return  # one copy at most, which holds the file's lock
    assert not await second.take()
    await first.give_back()
    assert await second.take()
    assert not await first.take()


async def test_the_turn_is_lost_with_the_connection_and_can_be_taken_again(database, turn_of):
    if database.is_sqlite:
        return
    first, second = turn_of(), turn_of()
    assert await first.take()
    async with database.writing() as session:
        holders = sa.text(
            "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory'"
            " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"
        )
        await session.execute(holders)
    assert await second.take()
    assert not await first.take()
    await second.give_back()
    assert await first.take()

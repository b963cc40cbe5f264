"""What came in: stored once, taken in order, worked on once, and nothing kept of it that is not needed."""

from datetime import UTC, datetime, timedelta

import pytest
import sqlalchemy as sa

from briefings.inbox import Arrival, Finished, Flooding, Inbox, Postponed
from briefings.inbox.inbox_pruning import KEPT, prune_updates
from briefings.inbox.step import LEASE, MOST_OF_STAFF, MOST_WAITING
from db.tables import EditorRow, UpdateRow

TOM, ANNA, OLGA, GROUP = 11, 12, 13, -100
FREE = {"quick": 4, "asking": 3, "loading": 2}
NOON = datetime(2026, 5, 4, 12, tzinfo=UTC)


class RealTime:
    """The real clock, as the test sets it."""

    def __init__(self):
        self.now = NOON

    def __call__(self):
        return self.now


@pytest.fixture
def real_time(monkeypatch):
    clock = RealTime()
    for module in ("inbox", "inbox_pruning"):
        monkeypatch.setattr(f"briefings.inbox.{module}.real_now", clock)
    return clock


@pytest.fixture
def inbox(database, real_time):
    return Inbox(database, "one", alone=database.is_sqlite)


@pytest.fixture
def next_life(database):
    """Give the inbox as the next run of the bot opens it."""
    return Inbox(database, "next", alone=database.is_sqlite)


@pytest.fixture
def another(database):
    """Give the inbox as another running copy of the bot holds it."""
    return Inbox(database, "another", alone=False)


def sent(number, queue=TOM, *, person=None, lane="quick"):
    return Arrival(number, queue, person or queue, lane, f'{{"update_id": {number}}}')


async def arrive(inbox, *arrivals, free=None):
    return ids(await inbox.turn(arrivals, (), FREE if free is None else free))


async def end(inbox, *numbers):
    """Finish updates; return what is taken then."""
    return ids(await inbox.turn((), [Finished(number, "done") for number in numbers], FREE))


def ids(turn):
    return [taken.arrival.id for taken in turn.taken]


async def rows(database):
    async with database.reading() as session:
        return {row.id: row for row in await session.scalars(sa.select(UpdateRow))}


async def test_what_arrives_is_taken_at_once_with_all_that_was_said(inbox):
    turn = await inbox.turn([sent(5)], (), FREE)
    assert [taken.arrival for taken in turn.taken] == [sent(5)]
    assert [(taken.attempts, taken.received_at, taken.is_overlapped) for taken in turn.taken] == [(1, NOON, False)]


async def test_one_id_is_worked_on_once_however_often_it_comes(inbox):
    assert await arrive(inbox, sent(5), sent(5)) == [5]
    assert await arrive(inbox, sent(5)) == []
    assert await end(inbox, 5) == []
    assert await arrive(inbox, sent(5)) == []


async def test_a_person_is_served_in_order_and_others_do_not_wait(inbox):
    assert await arrive(inbox, sent(3), sent(1), sent(2, ANNA)) == [1, 2]
    assert await end(inbox, 2) == []
    assert await end(inbox, 1) == [3]


async def test_what_is_behind_an_update_is_told_with_it(inbox):
    turn = await inbox.turn([sent(1), sent(2), sent(3, ANNA)], (), FREE)
    assert [taken.is_overlapped for taken in turn.taken] == [True, False]


async def test_of_each_person_one_is_taken_in_a_round(inbox):
    one_worker = {"quick": 1}
    await arrive(inbox, *(sent(number) for number in range(1, 21)), free={})
    assert ids(await inbox.turn((), (), one_worker)) == [1]
    assert await arrive(inbox, sent(30, ANNA), sent(31, ANNA), sent(32, OLGA), free={}) == []
    order = []
    last = 1
    for _ in range(5):
        [last] = ids(await inbox.turn((), [Finished(last, "done")], one_worker))
        order.append(last)
    assert order == [30, 32, 2, 31, 3]


async def test_a_lane_that_is_full_keeps_no_other_waiting(inbox):
    asking = [sent(number, queue=number, lane="asking") for number in range(1, 21)]
    assert await arrive(inbox, *asking) == [1, 2, 3]
    free = {"quick": 4, "asking": 0, "loading": 2}
    assert await arrive(inbox, sent(30, 30), sent(31, 31, lane="loading"), free=free) == [30, 31]


async def test_many_of_one_lane_leave_the_other_lanes_their_places(inbox):
    asking = [sent(number, queue=number, lane="asking") for number in range(1, 21)]
    assert await arrive(inbox, *asking, sent(30, 30)) == [1, 2, 3, 30]


async def test_a_question_in_hand_holds_back_the_command_after_it(inbox):
    assert await arrive(inbox, sent(1, lane="asking"), sent(2)) == [1]
    assert await end(inbox, 1) == [2]


async def test_what_was_in_hand_when_the_bot_died_is_taken_once_more(inbox, next_life, real_time):
    await arrive(inbox, sent(1), sent(2), sent(3, ANNA))
    real_time.now += LEASE
    turn = await next_life.turn((), (), FREE)
    assert [(taken.arrival.id, taken.attempts) for taken in turn.taken] == [(1, 2), (3, 2)]
    assert turn.left_in_hand == 2
    assert (await next_life.turn((), (), FREE)).left_in_hand == 0


async def test_alone_on_a_database_nobody_waits_for_a_lease(inbox, next_life, database):
    await arrive(inbox, sent(1))
    assert ids(await next_life.turn((), (), FREE)) == ([1] if database.is_sqlite else [])


async def test_what_a_living_copy_holds_is_its_own_and_what_comes_after_waits_for_it(inbox, another, real_time):
    await arrive(inbox, sent(1))
    assert await arrive(another, sent(2)) == []
    await inbox.turn((), [Finished(1, "done")], {})
    assert ids(await another.turn((), (), FREE)) == [2]


async def test_a_copy_that_lives_renews_its_lease(database, another, real_time):
    seconds = [0.0]
    inbox = Inbox(database, "one", alone=database.is_sqlite, monotonic=lambda: seconds[0])
    await arrive(inbox, sent(1))
    real_time.now += LEASE - timedelta(seconds=1)
    seconds[0] += 19
    await inbox.turn((), (), FREE)
    real_time.now += timedelta(seconds=2)
    assert ids(await another.turn((), (), FREE)) == []
    real_time.now += LEASE
    assert ids(await another.turn((), (), FREE)) == [1]


async def test_a_clock_set_back_keeps_nothing_waiting(inbox, another, real_time):
    await arrive(inbox, sent(1), sent(2, ANNA))
    await inbox.turn((), [Postponed(2, 60)], {})
    real_time.now -= timedelta(hours=1)
    assert ids(await another.turn((), (), FREE)) == [1, 2]


async def test_of_what_has_ended_nothing_is_kept_but_its_id(inbox, database):
    await arrive(inbox, sent(1))
    await end(inbox, 1)
    row = (await rows(database))[1]
    assert (row.state, row.body, row.queue, row.person, row.owner) == ("done", None, None, None, None)


async def test_what_is_tried_again_waits_and_the_attempt_does_not_count(inbox, real_time):
    await arrive(inbox, sent(1), sent(2))
    assert ids(await inbox.turn((), [Postponed(1, 5)], FREE)) == []
    real_time.now += timedelta(seconds=5)
    turn = await inbox.turn((), (), FREE)
    assert [(taken.arrival.id, taken.attempts) for taken in turn.taken] == [(1, 1)]


async def test_an_attempt_that_was_not_innocent_counts(inbox):
    await arrive(inbox, sent(1))
    turn = await inbox.turn((), [Postponed(1, 0, is_innocent=False)], FREE)
    assert [taken.attempts for taken in turn.taken] == [2]


async def test_a_flood_is_shed_with_all_that_waits_of_the_same_person(inbox, database):
    await arrive(inbox, sent(1, GROUP, person=TOM), *(sent(number, GROUP, person=TOM) for number in (2, 3)))
    await arrive(inbox, sent(4, GROUP, person=ANNA))
    turn = await inbox.turn((), [Flooding(1, GROUP, TOM)], FREE)
    assert (ids(turn), turn.shed) == ([4], 3)


async def test_a_flood_of_a_whole_group_is_shed_whole(inbox):
    await arrive(inbox, sent(1, GROUP, person=TOM), sent(2, GROUP, person=ANNA), sent(3, TOM))
    turn = await inbox.turn((), [Flooding(1, GROUP, None)], FREE)
    assert (ids(turn), turn.shed) == ([], 2)


async def test_of_too_many_that_wait_the_oldest_are_shed(inbox, database):
    first = await arrive(inbox, sent(1))
    many = [sent(number) for number in range(2, MOST_WAITING + 12)]
    turn = await inbox.turn([*many, sent(900, ANNA)], (), FREE)
    assert (first, ids(turn), turn.shed) == ([1], [900], 10)
    assert await end(inbox, 1) == [12]


@pytest.mark.parametrize("role", ["owner", "editor"])
async def test_editors_may_paste_articles_of_many_parts(database, real_time, role):
    inbox = Inbox(database, "one", frozenset({OLGA} if role == "owner" else {}), alone=True)
    if role == "editor":
        async with database.writing() as session:
            session.add(EditorRow(user_id=OLGA, name="Olga", appointed_by=1, appointed_at=NOON))
    turn = await inbox.turn([sent(number, OLGA) for number in range(1, MOST_OF_STAFF + 4)], (), FREE)
    assert (turn.shed, ids(turn)) == (3, [4])


async def test_what_somebody_sent_is_forgotten_with_them_also_in_groups(inbox, world, database):
    await arrive(inbox, sent(1), sent(2), sent(3, GROUP, person=ANNA), sent(4, GROUP, person=TOM))
    await world.people.forget(TOM)
    kept = await rows(database)
    assert [number for number, row in kept.items() if row.body is not None] == [3]
    assert await end(inbox, 1, 3) == []


async def test_a_turn_that_fails_leaves_everything_as_it_was(inbox, database, monkeypatch):
    await arrive(inbox, sent(1))

    def breaks(*_anything):
        raise ConnectionResetError("away")

    with monkeypatch.context() as patch:
        patch.setattr("briefings.inbox.step.Step.take", breaks)
        with pytest.raises(ConnectionResetError):
            await inbox.turn([sent(2)], [Finished(1, "done")], FREE)
    assert {number: row.state for number, row in (await rows(database)).items()} == {1: "working"}
    assert ids(await inbox.turn([sent(2)], [Finished(1, "done")], FREE)) == [2]


async def test_open_updates_are_counted(inbox):
    await arrive(inbox, sent(1), sent(2), sent(3, ANNA))
    await end(inbox, 3)
    assert await inbox.count_open() == 2


async def test_ids_are_forgotten_when_telegram_sends_them_no_more(inbox, database, real_time):
    await arrive(inbox, sent(1), sent(2, ANNA))
    await end(inbox, 1)
    real_time.now += KEPT
    assert await prune_updates(database) == 0
    real_time.now += timedelta(seconds=1)
    assert await prune_updates(database) == 1
    assert set(await rows(database)) == {2}

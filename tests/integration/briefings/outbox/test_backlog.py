from datetime import timedelta

from briefings.outbox.backlog import backlog
from briefings.outbox.enqueueing import NewMessage, enqueue


async def owe_some(world, *new_messages):
    for chat in {new_message.chat_id for new_message in new_messages}:
        await world.people.meet(chat, "private")
    async with world.database.writing() as session:
        await enqueue(session, new_messages)


async def test_an_empty_ledger_stands_at_nothing(world):
    found = await backlog(world.database, world.clock.now())
    assert set(found.states) == {"pending", "sending", "sent", "dropped", "failed", "unknown"}
    assert set(found.states.values()) == {0}
    assert set(found.lags.values()) == {timedelta(0)}


async def test_the_oldest_unsent_message_of_each_kind_counts(world):
    now = world.clock.now()
    await owe_some(
        world,
        NewMessage(1, "reminder", "date:1", "1:1d", now - timedelta(minutes=7)),
        NewMessage(2, "reminder", "date:1", "1:1d", now - timedelta(minutes=2)),
        NewMessage(3, "reminder", "date:1", "1:1d", now + timedelta(days=1)),
        NewMessage(4, "broadcast", "broadcast:1", "1", now - timedelta(hours=1)),
    )
    found = await backlog(world.database, now)
    assert found.states["pending"] == 4
    assert found.lags["reminder"] == timedelta(minutes=7)
    assert found.lags["broadcast"] == timedelta(hours=1)
    assert found.lags["digest"] == timedelta(0)


async def test_what_is_in_hand_is_late_until_it_is_sent(world):
    now = world.clock.now()
    await owe_some(world, NewMessage(1, "reminder", "date:1", "1:1d", now - timedelta(minutes=7)))
    await world.ledger.take_due(10, now)
    found = await backlog(world.database, now)
    assert (found.states["sending"], found.lags["reminder"]) == (1, timedelta(minutes=7))

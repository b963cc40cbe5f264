import asyncio
from datetime import timedelta

from bot.delivery import RateLimit
from bot.ui.message import Message
from briefings.outbox.outbox_message import Dropped


async def test_what_is_due_arrives_once_and_is_recorded(post, telegram):
    anna = telegram.person(101)
    await post.enqueue(101, text="a < b")
    assert await post.delivery.run() == 1
    assert await post.delivery.run() == 0
    message = await anna.hears("a < b")
    (row,) = await post.rows()
    assert (row.state, row.message_id, row.sent_at, row.late) == ("sent", message.id, post.clock.now(), False)


async def test_what_is_not_due_waits(post, telegram):
    telegram.person(101)
    await post.enqueue(101, due_at=post.clock.now() + timedelta(seconds=1))
    assert await post.delivery.run() == 0
    post.clock.advance(seconds=1)
    assert await post.delivery.run() == 1


async def test_what_is_useless_by_now_is_dropped(post, telegram):
    telegram.person(101)
    await post.enqueue(101, useless_after=post.clock.now())
    assert await post.delivery.run() == 0
    assert await post.states() == ["dropped"]


async def test_what_fell_due_while_the_bot_was_down_is_late(post, telegram):
    telegram.person(101)
    await post.enqueue(101, due_at=post.clock.now() - timedelta(hours=2))
    await post.delivery.run()
    assert [row.late for row in await post.rows()] == [True]


async def test_a_blocking_reader_is_left_in_peace_until_they_return(post, telegram):
    telegram.person(101).blocks()
    await post.enqueue(101)
    await post.enqueue(101, subject="correction:2", due_at=post.clock.now() + timedelta(days=1))
    await post.delivery.run()
    assert await post.states() == ["dropped", "dropped"]
    assert not (await post.people.settings(101)).reachable


async def test_a_message_that_telegram_refuses_is_not_repeated(post, telegram):
    telegram.person(101)
    await post.enqueue(101, text="")
    await post.delivery.run()
    assert await post.states() == ["failed"]
    assert len(telegram.calls) == 1


async def test_a_flooded_chat_waits_and_others_go_on(post, telegram):
    telegram.person(101), telegram.person(102)
    telegram.faults.add("flood", chat_id=101, times=1, seconds=7)
    await post.enqueue(101, 102)
    await post.delivery.run()
    assert await post.states() == ["pending", "sent"]
    await post.no_waiting()
    await post.delivery.run()
    assert await post.states() == ["sent", "sent"]


async def test_a_server_error_is_tried_again(post, telegram):
    telegram.person(101)
    telegram.faults.add("server_error", times=1)
    await post.enqueue(101)
    await post.delivery.run()
    (row,) = await post.rows()
    assert (row.state, row.attempts, row.doubts) == ("pending", 1, 0)
    await post.no_waiting()
    await post.delivery.run()
    (row,) = await post.rows()
    assert (row.state, row.attempts, row.doubts) == ("sent", 2, 0)


async def test_a_broken_connection_leaves_a_doubt(post, telegram):
    anna = telegram.person(101)
    telegram.faults.add("drop_after", times=1)
    await post.enqueue(101)
    await post.delivery.run()
    (row,) = await post.rows()
    assert (row.state, row.doubts) == ("pending", 1)
    await post.no_waiting()
    await post.delivery.run()
    (row,) = await post.rows()
    assert (row.state, row.doubts, row.attempts) == ("sent", 1, 2)
    assert [message.text for message in anna.messages] == ["hello", "hello"]


async def test_doubts_have_an_end(post, telegram):
    telegram.person(101)
    telegram.faults.add("drop_before")
    await post.enqueue(101)
    for _ in range(7):
        await post.copy("one").run()
        await post.no_waiting()
    (row,) = await post.rows()
    assert (row.state, row.attempts) == ("unknown", 6)


async def test_a_group_that_grew_is_followed_to_its_new_id(post, telegram):
    group = telegram.group("Newsroom", members=[telegram.person(101)])
    await post.enqueue(group.id)
    group.becomes_supergroup(-1_000_000_004_711)
    await post.delivery.run()
    await post.delivery.run()
    (row,) = await post.rows()
    assert (row.state, row.chat_id) == ("sent", -1_000_000_004_711)


async def test_one_chat_gets_its_messages_one_after_another(post, telegram):
    telegram.person(101)
    for number in (1, 2, 3):
        await post.enqueue(101, text=str(number), subject=f"correction:{number}")
    for _ in range(3):
        assert await post.delivery.run() == 1
        await post.no_waiting()
    assert await post.states() == ["sent"] * 3


async def test_nothing_to_say_is_dropped_with_the_reason(post):
    async def silent(outgoing):
        return Dropped("nothing new")

    await post.enqueue(101)
    await post.copy("two", render=silent).run()
    assert [(row.state, row.reason) for row in await post.rows()] == [("dropped", "nothing new")]


async def test_a_message_that_cannot_be_written_does_not_stop_the_others(post, telegram):
    telegram.person(102)

    async def clumsy(outgoing):
        if outgoing.chat_id == 101:
            raise ZeroDivisionError
        return Message("hello")

    await post.enqueue(101, 102)
    await post.copy("two", render=clumsy).run()
    assert await post.states() == ["failed", "sent"]


async def test_a_chat_that_cannot_be_noted_as_gone_loses_no_outcome(post, telegram, monkeypatch):
    async def fail(_):
        raise LookupError

    telegram.person(101).blocks()
    monkeypatch.setattr(post.people, "left", fail)
    await post.enqueue(101)
    await post.delivery.run()
    assert await post.states() == ["dropped"]


async def test_two_copies_share_the_work(post, telegram):
    readers = [telegram.person(number) for number in range(101, 131)]
    await post.enqueue(*(reader.id for reader in readers))
    counts = await asyncio.gather(post.copy("one").run(), post.copy("two").run())
    assert sum(counts) == 30
    assert all(len(reader.messages) == 1 for reader in readers)


async def test_a_copy_leaves_room_for_those_that_send_beside_it(post, telegram):
    telegram.person(101), telegram.person(102)
    await post.enqueue(101, 102)
    await post.ledger("other").take_due(1, post.clock.now())
    rate_limit = SharedRateLimit(1000)
    await post.copy("one", rate_limit=rate_limit).run()
    assert set(rate_limit.shares) == {2}


async def test_a_copy_that_sends_alone_takes_all_the_room_after_a_moment(post, telegram):
    telegram.person(101)
    await post.enqueue(101)
    rate_limit = SharedRateLimit(1000)
    await post.copy("one", rate_limit=rate_limit).run()
    assert rate_limit.shares[-1] == 1


async def test_a_copy_that_finds_nothing_supposes_no_other(post):
    rate_limit = SharedRateLimit(1000)
    await post.copy("one", rate_limit=rate_limit).run()
    assert rate_limit.shares == [1]


class SharedRateLimit(RateLimit):
    """Tells with how many it was shared."""

    def __init__(self, rate):
        super().__init__(rate)
        self.shares = []

    def share(self, copies):
        self.shares.append(copies)
        super().share(copies)


async def test_what_a_dead_copy_held_is_taken_over(post, telegram):
    telegram.person(101), telegram.person(102)
    await post.enqueue(101, 102)
    dead = post.ledger("dead")
    batch = await dead.take_due(10, post.clock.now())
    await dead.begin(batch[:1])
    await post.delivery.run()
    assert [(row.state, row.doubts) for row in await post.rows()] == [("pending", 1), ("sent", 0)]
    await post.no_waiting()
    await post.delivery.run()
    assert [(row.state, row.doubts) for row in await post.rows()] == [("sent", 1), ("sent", 0)]


async def test_a_stop_ends_the_run_and_gives_back_what_was_not_begun(post, telegram):
    readers = [telegram.person(number) for number in range(101, 121)]
    await post.enqueue(*(reader.id for reader in readers))
    slow = post.copy("slow", rate=0.1)
    run = asyncio.create_task(slow.run())
    await readers[0].hears("hello")
    await slow.stop()
    assert await run == 1
    assert await post.states() == ["sent"] + ["pending"] * 19
    assert {row.owner for row in await post.rows()} == {None}

"""People do not wait for each other; what one chat sends stays in order."""

import asyncio
from datetime import UTC, datetime

from telegram import Chat, Message, Update

from bot.runtime.log_context import Work, current
from bot.updates import InOrderPerChat


def update(number: int, chat_id: int) -> Update:
    chat = Chat(chat_id, "private")
    return Update(number, message=Message(number, datetime(2019, 5, 3, tzinfo=UTC), chat))


class Worked:
    def __init__(self) -> None:
        self.order: list[int] = []
        self.gates: dict[int, asyncio.Event] = {}

    async def on(self, number: int) -> None:
        await self.gates.setdefault(number, asyncio.Event()).wait()
        self.order.append(number)

    def let(self, number: int) -> None:
        self.gates.setdefault(number, asyncio.Event()).set()


async def settle() -> None:
    for _ in range(10):
        await asyncio.sleep(0)


async def test_one_chat_in_order_another_at_once() -> None:
    worked, looks = Worked(), []
    processor = InOrderPerChat(lambda: looks.append(1))
    tasks = [
        asyncio.create_task(processor.do_process_update(update(number, chat), worked.on(number)))
        for number, chat in ((1, 100), (2, 100), (3, 200))
    ]
    worked.let(2)
    worked.let(3)
    await settle()
    assert worked.order == [3]
    worked.let(1)
    await asyncio.gather(*tasks)
    assert worked.order == [3, 1, 2]
    assert len(looks) == 3


async def test_a_failure_does_not_hold_up_what_comes_after() -> None:
    async def fails() -> None:
        raise RuntimeError

    worked = Worked()
    worked.let(2)
    processor = InOrderPerChat(lambda: None)
    first = asyncio.create_task(processor.do_process_update(update(1, 100), fails()))
    second = asyncio.create_task(processor.do_process_update(update(2, 100), worked.on(2)))
    outcomes = await asyncio.gather(first, second, return_exceptions=True)
    assert isinstance(outcomes[0], RuntimeError)
    assert worked.order == [2]


async def test_what_is_logged_meanwhile_belongs_to_the_update() -> None:
    seen: list[Work | None] = []

    async def look() -> None:
        seen.append(current())

    processor = InOrderPerChat(lambda: None)
    for number, chat in ((1, 100), (2, 100), (3, 200)):
        await processor.do_process_update(update(number, chat), look())
    people, requests = {work.person for work in seen if work}, {work.request for work in seen if work}
    assert (len(people), len(requests)) == (2, 3)
    assert current() is None

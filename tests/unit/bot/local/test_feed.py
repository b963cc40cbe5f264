import asyncio

import pytest

from bot.local.feed import Feed, Webhook
from bot.local.refusals import Refused


def ids(updates: list[dict[str, object]]) -> list[object]:
    return [update["update_id"] for update in updates]


async def test_updates_stay_until_they_are_confirmed() -> None:
    feed = Feed()
    for _ in range(3):
        feed.push("message", {})
    assert ids(await feed.poll(0, 100, 0)) == [1, 2, 3]
    assert ids(await feed.poll(2, 1, 0)) == [2]
    assert ids(await feed.poll(4, 100, 0)) == []


async def test_a_negative_offset_keeps_only_the_newest() -> None:
    feed = Feed()
    for _ in range(3):
        feed.push("message", {})
    assert ids(await feed.poll(-1, 100, 0)) == [3]
    assert len(feed) == 1


async def test_waiting_ends_with_the_next_update() -> None:
    feed = Feed()
    waiting = asyncio.create_task(feed.poll(0, 100, 30))
    await asyncio.sleep(0)
    feed.push("message", {"text": "hello"})
    assert await waiting == [{"update_id": 1, "message": {"text": "hello"}}]


async def test_a_newer_poll_ends_an_older_one() -> None:
    feed = Feed()
    older = asyncio.create_task(feed.poll(0, 100, 30))
    await asyncio.sleep(0)
    newer = asyncio.create_task(feed.poll(0, 100, 30))
    with pytest.raises(Refused, match="terminated by other getUpdates request") as refused:
        await older
    assert refused.value.code == 409
    feed.push("message", {})
    assert ids(await newer) == [1]


async def test_polling_and_a_webhook_exclude_each_other() -> None:
    feed = Feed()
    feed.webhook = Webhook("http://127.0.0.1:1/")
    with pytest.raises(Refused, match="webhook is active"):
        await feed.poll(0, 100, 0)


async def test_only_allowed_kinds_arrive() -> None:
    feed = Feed()
    feed.push("chat_member", {})
    feed.allow(["callback_query", "chat_member"])
    feed.push("message", {})
    feed.push("chat_member", {})
    feed.allow(None)
    feed.push("callback_query", {})
    feed.allow([])
    feed.push("message", {})
    kinds = [next(key for key in update if key != "update_id") for update in await feed.poll(0, 100, 0)]
    assert kinds == ["chat_member", "callback_query", "message"]

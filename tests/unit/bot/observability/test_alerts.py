import asyncio
import contextlib
import logging

import pytest
from telegram.error import Forbidden, NetworkError

from bot.observability import alerts as module
from bot.observability.alerts import Alerts, ErrorCounter
from bot.observability.outages import Outages

OLGA, ORAZ = 1, 2
HOUR = 3600.0


class StopWatch:
    seconds = 0.0

    def __call__(self):
        return self.seconds


class Post:
    """What owners were told; it fails as often as it is set to."""

    def __init__(self):
        self.told = []
        self.failures = []
        self.blocking = set()

    async def send(self, owner, words):
        if owner in self.blocking:
            raise Forbidden("blocked")
        if self.failures:
            raise self.failures.pop()
        self.told.append((owner, words))


async def languages(_owners):
    return {ORAZ: "kk"}


async def unreadable(_owners):
    raise OSError


@pytest.fixture
def watch():
    return StopWatch()


@pytest.fixture
def post():
    return Post()


@pytest.fixture
def outages(watch):
    return Outages(watch)


@pytest.fixture
def alerts(watch, outages):
    return Alerts({OLGA, ORAZ}, "en", outages, watch)


async def settle(alerts, post, speak=languages):
    """Let all be told that can be told now."""
    running = asyncio.create_task(alerts.run(post.send, speak))
    for _ in range(10):
        await asyncio.sleep(0)
    running.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await running


async def test_each_owner_is_told_in_their_language(alerts, post):
    alerts.tell("feed", name="Akorda")
    await settle(alerts, post)
    assert sorted(post.told) == [
        (OLGA, "⚠️ The feed Akorda could not be read."),
        (ORAZ, "⚠️ Akorda таспасын оқу мүмкін болмады."),
    ]


async def test_without_the_database_they_are_told_in_the_default_language(alerts, post):
    alerts.tell("disk", reason="full")
    await settle(alerts, post, unreadable)
    assert {words.split(":")[0] for _, words in post.told} == {"⚠️ I cannot store anything"}


async def test_while_the_database_is_away_the_languages_known_before_hold(alerts, post, outages):
    await settle(alerts, post)
    outages.began("database", "locked")
    alerts.tell("disk", reason="full")
    await settle(alerts, post, unreadable)
    assert {owner: words.split(":")[0] for owner, words in post.told} == {
        OLGA: "⚠️ I cannot store anything",
        ORAZ: "⚠️ Ештеңе сақтай алмай тұрмын",
    }


async def test_at_most_once_an_hour_for_each_kind(alerts, post, watch):
    for kind in ("feed", "backup", "feed"):
        alerts.tell(kind, name="Akorda", reason="no room")
        await settle(alerts, post)
    assert len(post.told) == 4
    watch.seconds = HOUR - 1
    alerts.tell("feed", name="Akorda")
    await settle(alerts, post)
    assert len(post.told) == 4
    watch.seconds = HOUR + 1
    await settle(alerts, post)
    assert len(post.told) == 4
    alerts.tell("feed", name="Akorda")
    await settle(alerts, post)
    assert len(post.told) == 6


async def test_errors_are_added_up_for_an_hour(alerts, post, watch):
    alerts.tell("errors")
    await settle(alerts, post)
    for _ in range(7):
        alerts.tell("errors")
    await settle(alerts, post)
    watch.seconds = HOUR + 1
    await settle(alerts, post)
    assert [words for owner, words in post.told if owner == OLGA] == [
        "⚠️ 1 error in the last hour. The log tells what happened.",
        "⚠️ 7 errors in the last hour. The log tells what happened.",
    ]


async def test_what_cannot_be_told_now_is_told_later_and_to_nobody_twice(alerts, post):
    post.failures = [NetworkError("away")]
    alerts.tell("feed", name="Akorda")
    await settle(alerts, post)
    assert post.told == []
    await settle(alerts, post)
    await settle(alerts, post)
    assert sorted(owner for owner, _ in post.told) == [OLGA, ORAZ]


async def test_an_owner_who_blocks_the_bot_holds_up_nobody(alerts, post):
    post.blocking = {OLGA}
    alerts.tell("feed", name="Akorda")
    await settle(alerts, post)
    await settle(alerts, post)
    assert [owner for owner, _ in post.told] == [ORAZ]


async def test_an_outage_is_told_when_it_lasts(alerts, outages, post, monkeypatch):
    monkeypatch.setattr(module, "PATIENCE", 0.0)
    outages.began("database", "refused")
    outages.ended("database")
    await asyncio.sleep(0.01)
    await settle(alerts, post)
    assert post.told == []
    outages.began("database", "refused")
    await asyncio.sleep(0.01)
    await settle(alerts, post)
    assert {words.split(";")[0] for owner, words in post.told if owner == OLGA} == {
        "⚠️ The database does not answer (refused). I keep trying"
    }


@pytest.mark.parametrize(("seconds", "words"), [(59, []), (120, ["⚠️ Telegram was out of reach for 2 minutes"])])
async def test_telegram_is_told_of_when_it_is_back(alerts, outages, post, watch, seconds, words):
    outages.began("telegram", "HTTP 502")
    await settle(alerts, post)
    assert post.told == []
    watch.seconds = seconds
    outages.ended("telegram")
    await settle(alerts, post)
    assert [told.split(".")[0] for owner, told in post.told if owner == OLGA] == words


async def test_errors_in_the_log_are_counted(alerts, post):
    counter = ErrorCounter(alerts, asyncio.get_running_loop())
    logger = logging.getLogger("some.module")
    logger.addHandler(counter)
    logger.error("once")
    logger.warning("no error")
    await asyncio.to_thread(logger.error, "from another thread")
    logger.removeHandler(counter)
    await asyncio.sleep(0)
    await settle(alerts, post)
    assert [words for owner, words in post.told if owner == OLGA] == [
        "⚠️ 2 errors in the last hour. The log tells what happened."
    ]

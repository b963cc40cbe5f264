import errno

import pytest
from sqlalchemy.exc import OperationalError

from bot.observability.outages import Outages


class StopWatch:
    seconds = 0.0

    def __call__(self):
        return self.seconds


@pytest.fixture
def watch():
    return StopWatch()


@pytest.fixture
def outages(watch):
    return Outages(watch)


def database_says(words):
    return OperationalError("INSERT INTO readers VALUES (?)", {"text": "a secret"}, Exception(words))


def test_one_line_when_it_goes_and_one_when_it_is_back(outages, watch, caplog):
    for _ in range(100):
        outages.met(database_says("database is locked"))
    watch.seconds = 61
    for _ in range(100):
        outages.ended("database")
    assert [record.message for record in caplog.records] == [
        "database is away, we go on trying: Exception: database is locked",
        "database is back after 61 s",
    ]


def test_it_is_back_when_all_its_parts_are(outages, caplog):
    outages.began("telegram", "no answer", "polling")
    outages.began("telegram", "HTTP 502", "sending")
    outages.ended("telegram", "polling")
    assert outages.is_on("telegram")
    outages.ended("telegram", "sending")
    assert not outages.is_on("telegram")
    assert len(caplog.records) == 2


@pytest.mark.parametrize(
    ("error", "resource"),
    [
        (database_says("database is locked"), "database"),
        (database_says("database or disk is full"), "disk"),
        (database_says("attempt to write a readonly database"), "disk"),
        (OSError(errno.ENOSPC, "No space left on device"), "disk"),
        (ConnectionRefusedError(errno.ECONNREFUSED, "Connection refused"), "database"),
        (TimeoutError(), "database"),
    ],
)
def test_an_error_tells_what_is_away(outages, error, resource):
    assert outages.met(error) == resource
    assert outages.is_on(resource)


def test_the_reason_is_one_line_without_what_was_to_be_stored(outages, caplog):
    outages.met(database_says("could not\nconnect"))
    assert caplog.records[0].message == "database is away, we go on trying: Exception: could not connect"


def test_listeners_hear_of_beginning_and_end(outages, watch):
    heard = []
    outages.listen(lambda *told: heard.append(told), lambda *told: heard.append(told))
    outages.began("telegram", "HTTP 502")
    outages.began("telegram", "HTTP 504")
    watch.seconds = 5
    outages.ended("telegram")
    assert heard == [("telegram", "HTTP 502"), ("telegram", 5)]


def test_a_chat_is_first_concerned_once_in_each_outage(outages):
    outages.began("database", "")
    assert [outages.is_first("database", chat) for chat in (101, 102, 101)] == [True, True, False]
    outages.ended("database")
    outages.began("database", "")
    assert outages.is_first("database", 101)

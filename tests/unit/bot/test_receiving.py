import pytest
from telegram.error import Conflict, NetworkError

from bot.receiving import Troubles


class Watch:
    """A stop-watch that the test moves."""

    def __init__(self):
        self.seconds = 0.0

    def __call__(self):
        return self.seconds


@pytest.fixture
def watch():
    return Watch()


@pytest.fixture
def conflict(watch, caplog):
    """Let another program end our call, so many seconds after the last; return the lines that were logged so far."""
    troubles = Troubles(watch)

    def happen(seconds):
        watch.seconds += seconds
        troubles.tell(Conflict("terminated by other getUpdates request"))
        return [record for record in caplog.records if "somebody else takes this bot's messages" in record.message]

    return happen


def test_one_conflict_is_a_copy_that_takes_over(conflict):
    assert conflict(0) == []
    assert conflict(61) == []


def test_somebody_who_keeps_polling_is_told_of_seldom_and_without_a_traceback(conflict):
    conflict(0)
    assert len(conflict(1)) == 1
    for _ in range(59):
        told = conflict(10)
    assert len(told) == 1
    told = conflict(10)
    assert len(told) == 2
    assert all(record.exc_info is None for record in told)


def test_a_network_that_is_down_is_one_line(watch, caplog):
    troubles = Troubles(watch)
    for _ in range(3):
        troubles.tell(NetworkError("no route"))
    assert [record.getMessage() for record in caplog.records] == [
        "Telegram could not be reached for messages, this copy goes on trying: no route"
    ]

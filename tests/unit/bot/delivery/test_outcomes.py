import pytest
from hypothesis import given
from hypothesis import strategies as st
from telegram.error import BadRequest, ChatMigrated, Forbidden, InvalidToken, NetworkError, TimedOut

from bot.delivery.bulk_request import Flooded, Interrupted, NotSent
from bot.delivery.outcomes import LONGEST_WAIT, OUT_OF_REACH, backoff, judge
from briefings.outbox.outbox_message import Doubtful, Dropped, Failed, Silenced, Unsent


class Tried:
    """As much of a message owed as is asked for."""

    def __init__(self, attempts, doubts=0):
        self.attempts = attempts
        self.doubts = doubts


def half():
    return 0.5


@pytest.mark.parametrize(
    ("error", "outcome"),
    [
        (Flooded(7), Silenced(7)),
        (ChatMigrated(-1001), Unsent(0, "the group became -1001")),
        (Forbidden("Forbidden: bot was blocked by the user"), Dropped(OUT_OF_REACH)),
        (Forbidden("Forbidden: user is deactivated"), Dropped(OUT_OF_REACH)),
        (BadRequest("Chat not found"), Dropped(OUT_OF_REACH)),
        (BadRequest("Message text is empty"), Failed("Message text is empty")),
        (TimedOut(), Doubtful(1, "Timed out")),
        (Interrupted("ServerDisconnectedError"), Doubtful(1, "ServerDisconnectedError")),
        (NotSent("ClientConnectorError"), Unsent(0.5, "ClientConnectorError")),
        (NetworkError("Bad Gateway"), Unsent(0.5, "Bad Gateway")),
        (InvalidToken("Unauthorized"), Unsent(LONGEST_WAIT, "Unauthorized")),
    ],
)
def test_each_error_means_something_of_its_own(error, outcome):
    assert judge(error, Tried(0), half) == outcome


@pytest.mark.parametrize(("attempts", "seconds"), [(0, 0.5), (1, 1), (2, 2), (5, 16), (9, 256), (10, 300), (4000, 300)])
def test_waits_double_and_have_an_end(attempts, seconds):
    assert backoff(attempts, half) == seconds


@given(st.integers(0, 100), st.floats(0, 1, exclude_max=True))
def test_waits_are_spread_by_half_either_way(attempts, chance):
    middle = backoff(attempts, half)
    assert 0.5 * middle <= backoff(attempts, lambda: chance) <= 1.5 * middle


def test_doubts_last_for_many_minutes_before_they_have_an_end():
    waits = [judge(TimedOut(), Tried(doubts, doubts), half).wait for doubts in range(5)]
    assert waits == [1, 4, 16, 64, 256]

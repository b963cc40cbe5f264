"""What an error of Telegram's means for the message, for its chat and for the rest of the run."""

import random
from collections.abc import Callable

from telegram.error import BadRequest, ChatMigrated, Forbidden, NetworkError, TelegramError, TimedOut

from bot.delivery.bulk_request import Flooded, Interrupted
from briefings.outbox.outbox_message import Doubtful, Dropped, Failed, OutboxMessage, Outcome, Silenced, Unsent

FIRST_WAIT = 0.5
LONGEST_WAIT = 300.0
MOST_DOUBLINGS = 10
DOUBLINGS_OF_DOUBT = 2
"""A few attempts that may have arrived must last for many minutes: waits grow by four, from a second on."""
UNKNOWN_CHAT = "chat not found"
OUT_OF_REACH = "out of reach"

Jitter = Callable[[], float]


def judge(error: TelegramError, outgoing: OutboxMessage, jitter: Jitter = random.random) -> Outcome:
    """Return how a failed attempt ended; `jitter` gives numbers from 0 up to 1.

    `BadRequest` comes before `NetworkError`, of which it is a subclass: it would fail for ever. What the server answers
    with 5xx it did not take; what got no answer at all may have arrived.
    """
    wait = backoff(outgoing.attempts, jitter)
    match error:
        case Flooded():
            return Silenced(error.seconds)
        case ChatMigrated():
            return Unsent(0.0, f"the group became {error.new_chat_id}")
        case Forbidden():
            return Dropped(OUT_OF_REACH)
        case BadRequest():
            return Dropped(OUT_OF_REACH) if UNKNOWN_CHAT in error.message.lower() else Failed(error.message)
        case TimedOut() | Interrupted():
            return Doubtful(backoff(DOUBLINGS_OF_DOUBT * outgoing.doubts + 1, jitter), error.message)
        case NetworkError():
            return Unsent(wait, error.message)
        case _:
            return Unsent(LONGEST_WAIT, error.message)


def backoff(attempts: int, jitter: Jitter = random.random) -> float:
    """Return the seconds to wait after so many earlier attempts: doubling, capped, spread by half either way."""
    wait: float = min(LONGEST_WAIT, FIRST_WAIT * 2 ** min(attempts, MOST_DOUBLINGS))
    return wait * (0.5 + jitter())

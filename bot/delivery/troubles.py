"""When trouble with single messages means trouble for all: then the whole run waits."""

import time
from collections.abc import Callable

from bot.delivery.outcomes import backoff
from briefings.outbox.owed import Doubtful, Outcome, Sent, Silenced, Unsent

MANY_IN_A_ROW = 3
"""Failures without a success between them, after which the network itself is taken to be down."""


class Troubles:
    """Watches how sending goes; asks for pauses of the whole run, in seconds.

    A flood concerns the chat that it came for. Only when a second chat is refused while the first still waits is it the
    bot's total that is too high, and then everything waits as long as Telegram asked.
    """

    def __init__(self, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._monotonic = monotonic
        self._failures = 0
        self._flooded: dict[int, float] = {}

    def pause_after(self, chat_id: int, outcome: Outcome) -> float:
        """Return for how many seconds nothing at all should be sent after this end."""
        match outcome:
            case Sent():
                self._failures = 0
                return 0.0
            case Silenced(wait):
                return self._flood(chat_id, wait)
            case Unsent(wait) | Doubtful(wait) if wait > 0:
                self._failures += 1
                return backoff(self._failures) if self._failures >= MANY_IN_A_ROW else 0.0
            case _:
                return 0.0

    def _flood(self, chat_id: int, wait: float) -> float:
        now = self._monotonic()
        self._flooded = {chat: until for chat, until in self._flooded.items() if until > now and chat != chat_id}
        others_wait = bool(self._flooded)
        self._flooded[chat_id] = now + wait
        return wait if others_wait else 0.0

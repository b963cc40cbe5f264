"""Telegram's limits on sending (https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this)."""

import math
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

from bot.local.refusals import too_many_requests

_TIDY_ABOVE = 20_000


@dataclass(frozen=True, slots=True)
class Window:
    """At most ``count`` messages within any stretch of ``seconds``."""

    count: int
    seconds: float


@dataclass(frozen=True, slots=True)
class Limits:
    """How much may be sent: to everybody together, to one person, to one group. None: without end."""

    overall: Window | None
    private: Window | None
    group: Window | None

    @classmethod
    def telegram(cls) -> "Limits":
        """30 a second to all, 1 a second to a person (three may come at once), 20 a minute to a group."""
        return cls(Window(30, 1.0), Window(3, 3.0), Window(20, 60.0))

    @classmethod
    def strict(cls) -> "Limits":
        """Return Telegram's without any burst: never two messages to a person within a second."""
        return cls(Window(30, 1.0), Window(1, 1.0), Window(20, 60.0))

    @classmethod
    def none(cls) -> "Limits":
        """No limits."""
        return cls(None, None, None)


class Floods:
    """Remembers what was sent lately, by a monotonic clock, and refuses what comes too fast."""

    def __init__(self, limits: Limits, monotonic: Callable[[], float]) -> None:
        self.limits = limits
        self._monotonic = monotonic
        self._everything: deque[float] = deque()
        self._chats: dict[int, tuple[float, ...]] = {}

    def admit(self, chat_id: int) -> None:
        """Count one message to this chat, or refuse it with the seconds to wait; refused ones do not count."""
        window = self.limits.private if chat_id > 0 else self.limits.group
        now = self._monotonic()
        waits = (self._wait_overall(now), self._wait_chat(chat_id, window, now))
        if (wait := max(waits)) > 0:
            raise too_many_requests(math.ceil(wait))
        if self.limits.overall:
            self._everything.append(now)
        if window:
            self._chats[chat_id] = (*self._chats.get(chat_id, ()), now)[-window.count :]
            self._tidy(now)

    def _wait_overall(self, now: float) -> float:
        window = self.limits.overall
        if not window:
            return 0.0
        while self._everything and self._everything[0] <= now - window.seconds:
            self._everything.popleft()
        full = len(self._everything) >= window.count
        return self._everything[0] + window.seconds - now if full else 0.0

    def _wait_chat(self, chat_id: int, window: Window | None, now: float) -> float:
        sent = self._chats.get(chat_id, ()) if window else ()
        if not window or len(sent) < window.count:
            return 0.0
        return sent[-window.count] + window.seconds - now

    def _tidy(self, now: float) -> None:
        if len(self._chats) > _TIDY_ABOVE:
            longest = max(window.seconds for window in (self.limits.private, self.limits.group) if window)
            self._chats = {chat: sent for chat, sent in self._chats.items() if sent[-1] > now - longest}

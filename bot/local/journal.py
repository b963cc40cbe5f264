"""What the bot called and how it went, for assertions and measurements."""

import asyncio
from collections import Counter, deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any


@dataclass(slots=True)
class Call:
    """A call as the server saw it. ``code`` 0: the connection was dropped before anything was done."""

    method: str
    parameters: dict[str, Any]
    at: float  # monotonic seconds
    code: int = 0
    description: str = ""
    result: Any = None
    dropped: bool = False  # the client never heard the outcome

    @property
    def accepted(self) -> bool:
        """Whether Telegram did what was asked, heard or not."""
        return self.code == 200

    @property
    def chat_id(self) -> int:
        """The chat the call was about, 0 for none."""
        given = str(self.parameters.get("chat_id", ""))
        return int(given) if given.lstrip("-").isdigit() else 0

    def __repr__(self) -> str:
        return f"<Call {self.method} to {self.chat_id}: {self.code} {self.description}>"


class Calls(list[Call]):
    """Calls, oldest first."""

    def of(self, *methods: str) -> "Calls":
        """Return only the calls of these methods."""
        return Calls(call for call in self if call.method in methods)

    def to(self, chat_id: int) -> "Calls":
        """Return only the calls about this chat."""
        return Calls(call for call in self if call.chat_id == chat_id)

    @property
    def accepted(self) -> "Calls":
        """Only those that were carried out, whether or not the bot heard of it."""
        return Calls(call for call in self if call.accepted)

    @property
    def refused(self) -> "Calls":
        """Only those that Telegram said no to."""
        return Calls(call for call in self if call.code >= 400)


class Journal:
    """Keeps the newest ``size`` calls (None: all, 0: none) and counts every one."""

    def __init__(self, size: int | None = None) -> None:
        self._calls: deque[Call] = deque(maxlen=size)
        self.counts: Counter[tuple[str, int]] = Counter()
        self._changed = asyncio.Event()

    def __iter__(self) -> Iterator[Call]:
        return iter(self._calls)

    def note(self, call: Call) -> None:
        """Write a call down."""
        self.counts[call.method, call.code] += 1
        if self._calls.maxlen != 0:
            self._calls.append(call)
            self._changed.set()

    async def find(self, wanted: Callable[[Call], bool]) -> Call:
        """Return the first call that fits, or wait for it."""
        while True:
            self._changed.clear()
            for call in self._calls:
                if wanted(call):
                    return call
            await self._changed.wait()

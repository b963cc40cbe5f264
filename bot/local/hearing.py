"""What the bot said in each chat, in order, and waiting for more without polling."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field

from bot.local.records import Message
from bot.local.telegram import Happening, World


@dataclass(frozen=True, slots=True)
class Heard:
    """A message of the bot as it came, or as an edit left it."""

    message: Message
    text: str


@dataclass(slots=True)
class Transcript:
    """Everything the bot said in one chat."""

    heard: list[Heard] = field(default_factory=list)
    changed: asyncio.Event = field(default_factory=asyncio.Event)

    def add(self, message: Message) -> None:
        """Note what was said, and wake who waits."""
        self.heard.append(Heard(message, message.text))
        self.changed.set()

    async def find(self, wanted: Callable[[Heard], bool], start: int) -> int:
        """Return the place of the first thing from ``start`` on that fits, or wait for it."""
        while True:
            self.changed.clear()
            for place in range(start, len(self.heard)):
                if wanted(self.heard[place]):
                    return place
            await self.changed.wait()


class Hearing:
    """The transcripts of the chats that somebody listens to; others cost nothing."""

    def __init__(self, world: World) -> None:
        self._transcripts: dict[int, Transcript] = {}
        self._bot = world.bot
        world.listeners.append(self._take)

    def of(self, chat_id: int) -> Transcript:
        """Return what the bot says in a chat from the first such call on."""
        return self._transcripts.setdefault(chat_id, Transcript())

    def _take(self, happening: Happening) -> None:
        transcript = self._transcripts.get(happening.chat.id)
        message = happening.message
        if transcript and message and message.sender is self._bot and happening.kind in {"message", "edit"}:
            transcript.add(message)

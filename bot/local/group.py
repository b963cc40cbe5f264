"""A group in a test or a story."""

from typing import Protocol

from bot.local import people
from bot.local.hearing import Hearing
from bot.local.records import Chat, Message, User
from bot.local.telegram import World


class Somebody(Protocol):
    """Who may be in a group."""

    user: User


class Group:
    """A group chat with the bot in it."""

    def __init__(self, world: World, chat: Chat, hearing: Hearing) -> None:
        self.chat = chat
        self._world = world
        self._hearing = hearing
        hearing.of(chat.id)

    @property
    def id(self) -> int:
        """The id of the chat; another one after ``becomes_supergroup``."""
        return self.chat.id

    @property
    def messages(self) -> list[Message]:
        """The chat as its members see it now."""
        return list(self.chat.messages.values())

    def adds_bot(self, *, as_admin: bool = False) -> None:
        """Let the bot in."""
        self._set(self._world.bot, "administrator" if as_admin else "member")

    def kicks_bot(self) -> None:
        """Throw the bot out; it may not write to the group any more."""
        self._set(self._world.bot, "kicked")

    def admits(self, person: Somebody, *, as_admin: bool = False) -> None:
        """Let a person in, or make a member an administrator."""
        self._set(person.user, "administrator" if as_admin else "member")

    def dismisses(self, person: Somebody) -> None:
        """Let a person go."""
        self._set(person.user, "left")

    def becomes_supergroup(self, new_id: int | None = None) -> None:
        """Upgrade the group: the old id refuses messages from now on and says which is the new one."""
        self.chat = people.upgrade(self._world, self.chat, new_id or -1_000_000_000_000 + self.chat.id)
        self._hearing.of(self.chat.id)

    def _set(self, user: User, status: str) -> None:
        people.set_status(self._world, self.chat, self._leader(), user, status)

    def _leader(self) -> User:
        humans = {key: status for key, status in self.chat.statuses.items() if key != self._world.bot.id}
        leader = next((key for key, status in humans.items() if status != "member"), next(iter(humans)))
        return self._world.users[leader]

"""A person in a test or a story: says things, and waits for what the bot answers."""

import asyncio
from datetime import datetime

from bot.local import people
from bot.local.formatting import FormattedText
from bot.local.group import Group
from bot.local.hearing import Heard, Hearing
from bot.local.keyboards import Button
from bot.local.records import Chat, Message, User
from bot.local.telegram import World

PATIENCE = 20.0  # real seconds to wait before a test fails


class Person:
    """Somebody who chats with the bot: in private, or in the ``chat`` given."""

    def __init__(self, world: World, user: User, hearing: Hearing) -> None:
        self.user = user
        self._world = world
        self._hearing = hearing
        self._heard_until: dict[int, int] = {}
        hearing.of(user.id)

    @property
    def id(self) -> int:
        """The user's id, and that of the private chat."""
        return self.user.id

    @property
    def name(self) -> str:
        """The first name."""
        return self.user.first_name

    @property
    def chat(self) -> Chat:
        """The private chat with the bot."""
        return self._world.open_private(self.user)

    @property
    def messages(self) -> list[Message]:
        """The private chat as the person sees it now: edits applied, deleted messages gone."""
        return list(self.chat.messages.values())

    @property
    def unheard(self) -> list[Message]:
        """What the bot said in the private chat after what was last heard."""
        heard = self._hearing.of(self.id).heard[self._heard_until.get(self.id, 0) :]
        return [one.message for one in heard]

    @property
    def menu(self) -> list[str]:
        """The commands that the menu of the private chat offers."""
        return [one["command"] for one in self._world.profile.menu(self.id, self.id, self.user.language_code)]

    # Speaking

    async def says(self, text: str, *, chat: Group | None = None, reply_to: Message | None = None) -> Message:
        """Send a text; a long one leaves as several messages, of which the last is returned."""
        return people.say(self._world, self.user, self._in(chat), text, reply_to=reply_to)[-1]

    async def replies(self, message: Message, text: str) -> Message:
        """Send a text in reply to a message, in its chat."""
        return people.say(self._world, self.user, message.chat, text, reply_to=message)[-1]

    async def sends_file(
        self, name: str, data: bytes, caption: str = "", *, chat: Group | None = None, reply_to: Message | None = None
    ) -> Message:
        """Send a document."""
        return people.send_file(self._world, self.user, self._in(chat), name, data, caption, reply_to=reply_to)

    async def sends_location(self, latitude: float, longitude: float) -> Message:
        """Share a place."""
        location = {"location": {"latitude": latitude, "longitude": longitude}}
        return people.post(self._world, self.user, self.chat, FormattedText(), attachment=location)

    async def sends_contact(self, phone: str) -> Message:
        """Share the own contact."""
        contact = {"contact": {"phone_number": phone, "first_name": self.name, "user_id": self.id}}
        return people.post(self._world, self.user, self.chat, FormattedText(), attachment=contact)

    async def forwards(
        self,
        what: str | Message,
        *,
        channel: str = "",
        sent: datetime | None = None,
        file: tuple[str, bytes] | None = None,
        chat: Group | None = None,
    ) -> Message:
        """Forward a message from any chat, or a post (a text, perhaps with a file) from a channel of this name."""
        here = self._in(chat)
        if isinstance(what, Message):
            return people.forward(self._world, self.user, here, what)
        return people.forward_post(self._world, self.user, here, what, channel=channel, sent=sent, file=file)

    async def edits(self, message: Message, text: str) -> None:
        """Change an own message."""
        people.edit(self._world, message, text)

    async def presses(self, message: Message, label: str, *, patience: float = PATIENCE) -> str:
        """Press the first button whose label holds ``label``; return what the bot answers (perhaps nothing).

        A button with a link returns the link.
        """
        button = _button(message, label)
        if button.url:
            return button.url
        press = self._world.press(self.user, message, button.callback_data)
        try:
            answer = await asyncio.wait_for(press.answer, patience)
        except TimeoutError:
            raise AssertionError(f"nobody answered the press on “{button.text}” within {patience} s") from None
        return str(answer["text"])

    # Listening

    async def hears(self, text: str = "", *, chat: Group | None = None, patience: float = PATIENCE) -> Message:
        """Return the next message or edit of the bot that holds ``text``; what came before it counts as heard."""
        here = self._in(chat).id
        transcript, start = self._hearing.of(here), self._heard_until.get(here, 0)

        def fits(heard: Heard) -> bool:
            return text in heard.text

        try:
            place = await asyncio.wait_for(transcript.find(fits, start), patience)
        except TimeoutError:
            said = [heard.text for heard in transcript.heard[start:]]
            raise AssertionError(f"{self.name} did not hear “{text}” within {patience} s, only {said}") from None
        self._heard_until[here] = place + 1
        return transcript.heard[place].message

    # Coming and going

    def blocks(self) -> None:
        """Block the bot: it may not write until the person returns."""
        people.set_status(self._world, self.chat, self.user, self._world.bot, "kicked")

    def returns(self) -> None:
        """Unblock the bot."""
        people.set_status(self._world, self.chat, self.user, self._world.bot, "member")

    def deletes_account(self) -> None:
        """Leave Telegram for good."""
        self.user.is_deactivated = True

    def _in(self, group: Group | None) -> Chat:
        return group.chat if group else self.chat

    def __repr__(self) -> str:
        return f"<Person {self.id} {self.name}>"


def _button(message: Message, label: str) -> Button:
    every = [button for row in message.keyboard for button in row]
    found = next((button for button in every if label in button.text), None)
    if found is None:
        raise AssertionError(f"no button holds “{label}”, there are {message.buttons} under “{message.text}”")
    return found

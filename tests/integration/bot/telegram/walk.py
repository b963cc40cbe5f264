"""A random walk through everything that people can send: real buttons and forged ones, commands with hostile words,
messages of every kind, rights that come and go. The same seed takes the same way."""

import random
from collections.abc import Iterator
from typing import Any

from telegram.ext import CommandHandler

from bot.local.formatting import FormattedText
from bot.local.journal import Call
from bot.local.person import Person
from bot.local.records import Chat, Message
from bot.telegram.registration import ButtonHandler
from tests.in_process import OWNER, SAYING, InProcess

EDITOR = 1002
ARTICLES = (
    "Election called\n\nThe country will hold a snap presidential election on June 9, 2019, the commission said. "
    "Eleven candidates have asked to be registered. Observers arrive on 28 May 2019. "
    "The court sits at 10:00 on May 20.",
    "Форум перенесён\n\nФорум по воде перенесён с 14 мая на 21 мая 2019 года, сообщило министерство. "
    "Суд назначен на 3 июня.",
    "Сайлау\n\nСайлау 2019 жылғы 9 маусымда өтеді. Форум 2019 жылғы 14 мамырда болады.",
    "The end\n\nThe treaty ends on 31 December 9999 at 23:59. It began on 1 January 0001. Year 0 is no year.",
)
NAMES = ("vote", "election", "форум", "сайлау", "президент")
HOSTILE = (
    "", " ", "\x00", "a\x00b", "\ud800", "\udfff\ud800x", "x" * 4096, "𝔘" * 2048, "<" * 4096, "&" * 1365, "w " * 2048,
    "\u202eevil\u202c", "\u200f\u200e", "\u200b" * 100, "😀" * 500, "👩‍👩‍👧‍👦", "e" + "\u0301" * 500, "\ufeff",
    "\u2028",
    "\n" * 4000, "٣", "²", "１２", "೧೨", "Ⅷ", "½", "0", "-1", "9" * 18, "9" * 19, "9" * 20, "9" * 300, "1e9", "nan",
    "inf", "%s%n", "{0}", "{ $limit }", "<b>&amp;</b>", "</b>", "'; DROP TABLE readers; --", "../../etc/passwd", "//",
    "/", "@briefings_bot", "@briefings_bot @briefings_bot", ":::", "*", "?", "???", "kd_1", "kd_99999999999999999999",
    "kd_²", "kd_-1", "kd_", "desk", "9999-12-31", "0000-01-01", "0001-01-01", "31 December 9999 23:00", "1 January 1",
    "29 February 2019", "30 February", "24:00", "99:99", "9 June 2019", "2019-05-02", "9 June 2019 19:00", "June 2019",
    "2999-12-31 23:59", "1000-01-01", "in 999 days", "1000000 days before", "-3 days", "3 days", "2 hours", "0 days",
    "366 days", "0.0001 days", "8:30", "22:00-7:30", "noon", "London", "Lodnon", "New York", "UTC", "Etc/GMT+12",
    "½ day",
)  # fmt: skip
PHRASES = (
    "remind me of the {}", "remind me 2 days before the {}", "stop reminding me of {}", "when is the {}?",
    "напомни о {}",
    "не напоминай про {}", "{} туралы еске сал", "{} еске салма", "remind everybody in this group", "thanks", "hello",
    "/ask {}", "@briefings_bot remind us of {}", "remind me in 999999999 days of {}", "stop reminding me of everything",
)  # fmt: skip
KINDS: tuple[dict[str, Any], ...] = (
    {"sticker": {"file_id": "s", "file_unique_id": "s", "type": "regular", "width": 1, "height": 1,
                 "is_animated": False, "is_video": False}},
    {"location": {"latitude": 43.2, "longitude": 76.9}},
    {"location": {"latitude": 0, "longitude": -0.0}},
    {"location": {"latitude": 999, "longitude": -999}},
    {"venue": {"location": {"latitude": 51.1, "longitude": 71.4}, "title": "v", "address": "a"}},
    {"poll": {"id": "1", "question": "q", "options": [], "total_voter_count": 0, "is_closed": False,
              "is_anonymous": True, "type": "regular", "allows_multiple_answers": False, "allows_revoting": False,
              "members_only": False}},
    {"dice": {"emoji": "🎲", "value": 6}},
    {"contact": {"phone_number": "1", "first_name": "\u202eA"}},
    {"voice": {"file_id": "v", "file_unique_id": "v", "duration": 1}},
    {"video_note": {"file_id": "v", "file_unique_id": "v", "duration": 1, "length": 1}},
    {"photo": [{"file_id": "p", "file_unique_id": "p", "width": 1, "height": 1}], "caption": "when is the vote?"},
    {"photo": [{"file_id": "p", "file_unique_id": "p", "width": 1, "height": 1}]},
    {"game": {"title": "g", "description": "d", "photo": []}},
    {"story": {"chat": {"id": 5, "type": "private"}, "id": 1}},
    {"checklist": {"title": "c", "tasks": [{"id": 1, "text": "t"}]}},
    {"document": {"file_id": "nobody's", "file_unique_id": "d"}},
    {"document": {"file_id": "d", "file_unique_id": "d", "file_name": "x" * 5000, "file_size": 2**40}},
    {"document": {"file_id": "d", "file_unique_id": "d"}, "caption": "/load"},
    {"animation": {"file_id": "d", "file_unique_id": "d", "duration": 1, "width": 1, "height": 1},
     "document": {"file_id": "d", "file_unique_id": "d"}},
    {"audio": {"file_id": "d", "file_unique_id": "d", "duration": 1}},
    {"video": {"file_id": "d", "file_unique_id": "d", "duration": 1, "width": 1, "height": 1}},
    {"paid_media": {"star_count": 1, "paid_media": []}},
    {"forward_origin": {"type": "hidden_user", "date": 0, "sender_user_name": "x"}, "text": "forwarded"},
    {"forward_origin": {"type": "user", "date": 1, "sender_user": {"id": 2**62, "is_bot": False,
                                                                 "first_name": "\u202eeviL " * 40}}, "text": "f"},
    {"forward_origin": {"type": "channel", "date": 1, "message_id": 1,
                        "chat": {"id": -1001, "type": "channel", "title": "c"}}, "text": ARTICLES[0]},
    {"quote": {"text": "q", "position": 0}, "text": "quoted"},
    {"text": "by a bot", "via_bot": {"id": 5, "is_bot": True, "first_name": "b"}},
    {"text": "old", "date": 0}, {"text": "late", "date": 2**31 - 1},
)  # fmt: skip
SERVICE: tuple[dict[str, Any], ...] = (
    {"pinned_message": {"message_id": 1, "date": 0, "chat": {"id": 1, "type": "private"}}},
    {"new_chat_members": [{"id": 5, "is_bot": False, "first_name": "n"}]},
    {"left_chat_member": {"id": 5, "is_bot": False, "first_name": "n"}},
    {"new_chat_title": "t"}, {"delete_chat_photo": True}, {"group_chat_created": True}, {"connected_website": "x"},
    {"message_auto_delete_timer_changed": {"message_auto_delete_time": 1}}, {"video_chat_started": {}},
    {"forum_topic_created": {"name": "t", "icon_color": 1}}, {"forum_topic_closed": {}}, {"write_access_allowed": {}},
    {"users_shared": {"request_id": 1, "users": []}}, {"boost_added": {"boost_count": 1}},
    {"chat_background_set": {"type": {"type": "chat_theme", "theme_name": "x"}}},
    {"web_app_data": {"data": "x", "button_text": "y"}},
    {"proximity_alert_triggered": {"traveler": {"id": 5, "is_bot": False, "first_name": "n"}, "distance": 1,
                                   "watcher": {"id": 6, "is_bot": False, "first_name": "n"}}},
)  # fmt: skip
MAY_BE_REFUSED = {"getChat", "getChatMember", "setMyCommands", "sendChatAction", "getFile"}
"""asked to find out whether somebody or something is there"""
CHARACTERS = "0123456789:-,dhx²٣\x00\u202e é"


class Walk:
    """The bot, its people, and what was asked of it so far, to be told when something goes wrong."""

    def __init__(self, bot: InProcess, seed: int) -> None:
        self.bot = bot
        self.random = random.Random(seed)
        self.done: list[str] = []
        telegram = bot.telegram
        self.people = [
            telegram.person(OWNER, "Olga"),
            telegram.person(EDITOR, "Айгерім \u202e", "kk"),
            telegram.person(1003, "\u200b", "ru"),
            telegram.person(2**52 - 1, "<b>Tom</b>" * 6, "xx"),
        ]
        self.group = telegram.group("Watch \u202e<b>", self.people[1:], self.people[:1])
        self.forum = telegram.group("Forum", self.people[2:], self.people[:2], supergroup=True)
        self.handlers = [handler for group in bot.app.handlers.values() for handler in group]
        self.buttons = [one for one in self.handlers if isinstance(one, ButtonHandler)]
        self.commands = sorted(
            name for one in self.handlers if isinstance(one, CommandHandler) for name in one.commands
        )

    async def begin(self) -> None:
        """Let there be briefings, key dates, an editor and followers."""
        await self.bot.works()
        await self.bot.services.roles.appoint(EDITOR, "Айгерім", OWNER)
        for article in ARTICLES:
            await self._sends(self.people[0], self.people[0].chat, {"text": f"/load {article}"})
        for message in list(self.people[0].messages):
            for data in [one for one in _data_of(message) if one.startswith(("on:", "publish:"))][:1]:
                await self._presses(self.people[0], message, data)
        for message in list(self.people[0].messages):
            for data in [one for one in _data_of(message) if one.startswith("publish:")]:
                await self._presses(self.people[0], message, data)
        for person in self.people:
            for command in ("/start", "/follow election", "/reminders", "/settings", "/dates", "/briefings"):
                await self._sends(person, person.chat, {"text": command})

    async def takes(self, steps: int) -> None:
        """Take so many random steps."""
        ways = {
            self._real_button: 6, self._forged_button: 5, self._command: 4, self._words: 5, self._kind: 2,
            self._odd: 2, self._rights: 1, self._article: 1,
        }  # fmt: skip
        for _ in range(steps):
            await self.random.choices(list(ways), list(ways.values()))[0]()
        assert self.bot.complaints.lines == []

    # What people do

    async def _real_button(self) -> None:
        person, chat = self._somebody()
        pressable = [(message, data) for message in chat.messages.values() for data in _data_of(message)]
        if pressable:
            message, data = self.random.choice(pressable)
            await self._presses(person, message, data)

    async def _forged_button(self) -> None:
        person, chat = self._somebody()
        await self._presses(person, self._any_of_the_bot(chat), self._forged())

    async def _command(self) -> None:
        person, chat = self._somebody()
        await self._sends(person, chat, {"text": f"/{self.random.choice(self.commands)} {self._said()}".strip()})

    async def _words(self) -> None:
        person, chat = self._somebody()
        own = [one for one in chat.messages.values() if one.sender is self.bot.world.bot]
        more = {"reply_to_message": self.random.choice(own).as_json(with_reply=False)} if own and self._maybe() else {}
        await self._sends(person, chat, {"text": self._said(), **more})

    async def _kind(self) -> None:
        person, chat = self._somebody()
        await self._sends(person, chat, dict(self.random.choice((*KINDS, *SERVICE))))

    async def _article(self) -> None:
        person = self.random.choice(self.people[:2])
        text = f"{self._said()} {self.random.choice(ARTICLES)} {self.random.random()}"
        chat = self.random.choice([person.chat, self.group.chat])
        await self._sends(person, chat, {"text": f"/load {text}"[:4096]})

    async def _odd(self) -> None:
        person, chat = self._somebody()
        await self.random.choice((self._edited, self._anonymous, self._nowhere, self._too_old, self._beyond))(
            person, chat
        )

    async def _edited(self, person: Person, chat: Chat) -> None:
        written = self._written(person, chat, {"text": f"/{self.random.choice(self.commands)} {self._said()}"})
        await self._gets("edited_message", {**written, "edit_date": 1})

    async def _anonymous(self, person: Person, chat: Chat) -> None:
        if chat.is_private:
            return
        sender = self.random.choice([chat.as_json(), {"id": -1_000_000_000_999, "type": "channel", "title": "c"}])
        written = self._written(person, chat, {"text": self._said(), "sender_chat": sender})
        robot = {"id": 1_087_968_824, "is_bot": True, "first_name": "Group", "username": "GroupAnonymousBot"}
        written["from"] = robot
        if self._maybe():
            del written["from"]
        await self._gets("message", written)

    async def _nowhere(self, person: Person, _chat: Chat) -> None:
        message = self._any_of_the_bot(person.chat)
        press = self.bot.world.press(person.user, message, self._forged())
        update = self.bot.world.feed._pending.pop()["callback_query"]  # the feed has no other way to take one back
        update.pop("message")
        update["inline_message_id"] = "x"
        if self._maybe():
            update.pop("data")
            update["game_short_name"] = "game"
        await self._gets("callback_query", update)
        assert press.answer.done(), self._story("a button in an inline message was not answered")

    async def _too_old(self, person: Person, chat: Chat) -> None:
        message = self._any_of_the_bot(chat)
        real = [*_data_of(message), self._forged()]
        press = self.bot.world.press(person.user, message, self.random.choice(real))
        update = self.bot.world.feed._pending.pop()["callback_query"]
        update["message"] = {"chat": chat.as_json(), "message_id": message.id, "date": 0}
        await self._gets("callback_query", update)
        assert press.answer.done(), self._story("a button below an inaccessible message was not answered")

    async def _beyond(self, person: Person, chat: Chat) -> None:
        written = self._written(person, chat, {"text": self._said()})
        written[self.random.choice(["message_id", "message_thread_id", "media_group_id"])] = 2**70
        await self._gets("message", written)

    async def _rights(self) -> None:
        rights, editor = self.bot.services.roles, self.people[1]
        match self.random.randrange(4):
            case 0:
                await rights.dismiss(EDITOR, OWNER)
            case 1:
                await rights.appoint(EDITOR, "Айгерім", OWNER)
            case 2:
                self.group.admits(editor, as_admin=self._maybe())
                self.forum.admits(editor, as_admin=self._maybe())
            case 3:
                self.bot.services.clock.advance(hours=self.random.randrange(1, 200))  # type: ignore[attr-defined]
        await self.bot.works()

    # How they do it

    async def _sends(self, person: Person, chat: Chat, content: dict[str, Any]) -> None:
        before = len(self.bot.telegram.calls)
        await self._gets("message", self._written(person, chat, content))
        is_silent = not chat.is_private or any(content.keys() & one.keys() for one in SERVICE)
        said = [one for one in self.bot.telegram.calls[before:] if one.method in SAYING and one.chat_id == chat.id]
        assert said or is_silent, self._story("a person got no reply")

    async def _presses(self, person: Person, message: Message, data: str) -> None:
        self.done.append(f"{person.id} presses {data!r} in {message.chat.id}")
        press = self.bot.world.press(person.user, message, data)
        await self._works()
        assert press.answer.done(), self._story("a press was not answered")

    async def _gets(self, kind: str, payload: dict[str, Any]) -> None:
        self.done.append(f"{kind} {str(payload)[:600]}")
        self.bot.world.feed.push(kind, payload)
        await self._works()

    async def _works(self) -> None:
        before = len(self.bot.telegram.calls)
        await self.bot.works()
        await self.bot.rests()
        calls = self.bot.telegram.calls[before:]
        refused = [one for one in calls if one.code >= 400 and not _may_be_refused(one)]
        assert refused == [], self._story(f"Telegram refused {refused} {[one.parameters for one in refused]}")
        assert self.bot.complaints.lines == [], self._story("\n".join(self.bot.complaints.lines))

    def _written(self, person: Person, chat: Chat, content: dict[str, Any]) -> dict[str, Any]:
        message = self.bot.world.add(chat, person.user, FormattedText("…"))
        written = {**message.as_json(), **content}
        if "text" not in content:
            written.pop("text")
        text = written.get("text", "")
        if chat is self.forum.chat and self._maybe():
            written |= {"message_thread_id": 5, "is_topic_message": True}
        if text.startswith("/"):
            length = len(text.split()[0])
            written["entities"] = [{"type": "bot_command", "offset": 0, "length": length}]
        return written

    def _somebody(self) -> tuple[Person, Chat]:
        person = self.random.choice(self.people)
        chats = [person.chat, person.chat, self.group.chat, self.forum.chat]
        return person, self.random.choice(chats)

    def _any_of_the_bot(self, chat: Chat) -> Message:
        mine = [one for one in chat.messages.values() if one.sender is self.bot.world.bot and not one.attachment]
        return self.random.choice(mine)

    def _said(self) -> str:
        hostile = self.random.choice(HOSTILE)
        match self.random.randrange(6):
            case 0:
                return self.random.choice([one for one in HOSTILE if len(one) > 500])
            case 3:
                return self.random.choice(NAMES)
            case 1:
                return self.random.choice(PHRASES).format(self.random.choice(NAMES))
            case 2:
                return self.random.choice(PHRASES).format(hostile)[:4096]
        return hostile

    def _forged(self) -> str:
        data = self.random.choice(self.buttons).data.example
        match self.random.randrange(6):
            case 0:
                return data
            case 1:
                place = self.random.randrange(len(data) + 1)
                return data[:place] + self.random.choice(CHARACTERS) + data[place + 1 :]
            case 2:
                parts = data.split(":")
                parts[-1] = self.random.choice(HOSTILE)[:40] or "0"
                return ":".join(parts)
            case 3:
                return data + ":" + self.random.choice(HOSTILE)[:20]
        parts = data.split(":")
        numbers = ("1", "2", "3", "5", "8", "0", "999", str(2**63 - 1), str(2**63), "999999")
        return ":".join(self.random.choice(numbers) if part == "7" else part for part in parts)

    def _maybe(self) -> bool:
        return self.random.random() < 0.5

    def _story(self, what: str) -> str:
        return "\n".join([what, *self.done[-8:]])


def _may_be_refused(call: Call) -> bool:
    """Whether the bot may only learn from the refusal how things stand."""
    return call.method in MAY_BE_REFUSED or "message is not modified" in call.description


def _data_of(message: Message) -> Iterator[str]:
    return (button.callback_data for row in message.keyboard for button in row if button.callback_data)

"""What handlers are given: the services, typed, and the person's language."""

from dataclasses import dataclass
from typing import Any, cast

from telegram import Update
from telegram.ext import Application, CallbackContext, ExtBot

from bot.locales import Texts, language_of, texts
from bot.runtime.metrics import Metrics
from bot.runtime.outages import Outages
from bot.settings import Settings
from briefings.answers import Answers
from briefings.broadcasts import Broadcasts
from briefings.clock import Clock
from briefings.conversations import Conversations
from briefings.digests import Digests
from briefings.drafts import Drafts
from briefings.intake import Intake
from briefings.key_dates.registry import KeyDates
from briefings.library import Library
from briefings.pastes import Pastes
from briefings.people import People
from briefings.reader import ChatKind, ReaderSettings
from briefings.reminders import Following, Snoozing
from briefings.rights import Rights
from briefings.stats import Stats
from briefings.unanswered import Unanswered
from db.database import Database


@dataclass(frozen=True, slots=True)
class Services:
    """Everything the handlers call; made once in `bot.wiring`."""

    settings: Settings
    clock: Clock
    database: Database
    intake: Intake
    drafts: Drafts
    library: Library
    key_dates: KeyDates
    answers: Answers
    unanswered: Unanswered
    people: People
    following: Following
    snoozing: Snoozing
    rights: Rights
    conversations: Conversations
    pastes: Pastes
    broadcasts: Broadcasts
    stats: Stats
    digests: Digests
    outages: Outages
    metrics: Metrics


Nothing = dict[Any, Any]
"""What python-telegram-bot would keep for chats and users: we keep nothing there, all is in the database."""


class Context(CallbackContext[ExtBot[None], Nothing, Nothing, Services]):
    """Our callback context: `context.services` instead of an untyped dictionary."""

    @property
    def services(self) -> Services:
        """The services of this bot."""
        return self.bot_data

    async def reader(self, update: Update) -> ReaderSettings:
        """Return the settings of the chat that wrote, remembering the chat when it is new."""
        chat, user = update.effective_chat, update.effective_user
        if chat is None:
            raise ValueError("an update without a chat has no reader")
        language = language_of(user.language_code if user else None, self.services.settings.default_language)
        return await self.services.people.meet(chat.id, cast("ChatKind", chat.type), language)

    async def texts(self, update: Update) -> Texts:
        """Return the catalogue in the language of the chat that wrote."""
        return texts((await self.reader(update)).language)


App = Application[ExtBot[None], Context, Nothing, Nothing, Services, None]

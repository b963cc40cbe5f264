"""What handlers are given: the services, typed, and the person's language."""

from dataclasses import dataclass
from typing import Any, cast

from telegram import Update
from telegram.ext import Application, CallbackContext, ExtBot

from bot.locales import Texts, language_of, texts
from bot.runtime.alerts import Alerts
from bot.runtime.health import Health
from bot.runtime.liveness import Liveness
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
from briefings.language import Language
from briefings.library import Library
from briefings.outbox.replies import Replies
from briefings.pastes import Pastes
from briefings.people import People
from briefings.reader import ChatKind, ReaderSettings
from briefings.reminders import Following, Snoozing
from briefings.rights import Rights
from briefings.stats import Stats
from briefings.unanswered import Unanswered
from db.database import TROUBLE, Database


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
    replies: Replies
    alerts: Alerts
    outages: Outages
    metrics: Metrics
    liveness: Liveness
    health: Health


Nothing = dict[Any, Any]
"""What python-telegram-bot would keep for chats and users: we keep nothing there, all is in the database."""


class Context(CallbackContext[ExtBot[None], Nothing, Nothing, Services]):
    """Our callback context: `context.services` instead of an untyped dictionary."""

    is_deferring = False
    """whether a message was owed instead of sent: those that follow it must not overtake it"""
    _parts = 0

    @property
    def services(self) -> Services:
        """The services of this bot."""
        return self.bot_data

    async def reader(self, update: Update) -> ReaderSettings:
        """Return the settings of the chat that wrote, remembering the chat when it is new."""
        chat = update.effective_chat
        if chat is None:
            raise ValueError("an update without a chat has no reader")
        try:
            return await self.services.people.meet(chat.id, cast("ChatKind", chat.type), self._language(update))
        except TROUBLE as error:
            if self.services.outages.met(error) != "disk":
                raise
        # that nobody can be noted is no reason to tell them nothing
        return await self.services.people.settings(chat.id)

    async def texts(self, update: Update) -> Texts:
        """Return the catalogue in the language of the chat that wrote; without a chat, of the person."""
        if update.effective_chat is None:
            return texts(self._language(update))
        return texts((await self.reader(update)).language)

    def next_part(self) -> str:
        """Return a name for one more message that answers the update; what an error makes us say has names apart."""
        self._parts += 1
        return f"error {self._parts}" if self.error is not None else str(self._parts)

    def _language(self, update: Update) -> Language:
        user = update.effective_user
        return language_of(user.language_code if user else None, self.services.settings.default_language)


App = Application[ExtBot[None], Context, Nothing, Nothing, Services, None]

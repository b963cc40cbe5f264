"""What handlers are given: the services, typed, and the person's language."""

from dataclasses import dataclass
from typing import Any, cast

from telegram import Chat, Update
from telegram.ext import Application, CallbackContext, ExtBot

from bot.locales import Texts, language_of, texts
from bot.observability.alerts import Alerts
from bot.observability.health import Health
from bot.observability.liveness import Liveness
from bot.observability.metrics import Metrics
from bot.observability.outages import Outages
from bot.settings import Settings
from briefings.answers import Answers
from briefings.clock import Clock
from briefings.editorial.drafts import Drafts
from briefings.editorial.publishing import Publisher
from briefings.editorial.roles import Roles
from briefings.editorial.unanswered import Unanswered
from briefings.editorial.usage import Stats
from briefings.intake import Intake
from briefings.key_dates.questions import SameDateQuestions
from briefings.key_dates.service import KeyDates
from briefings.model.reader import ChatKind, ReaderSettings
from briefings.notices.broadcasts import Broadcasts
from briefings.notices.digests import Digests
from briefings.notices.reminders import Snoozing, Subscriptions
from briefings.outbox.deferred_answers import Replies
from briefings.readers.pastes import Pastes
from briefings.readers.pending_input import PendingInputs
from briefings.readers.readers import Readers
from briefings.text import Language
from db.database import DATABASE_ERRORS, Database


@dataclass(frozen=True, slots=True)
class Services:
    """Everything the handlers call; made once in `bot.runtime.services`."""

    settings: Settings
    clock: Clock
    database: Database
    intake: Intake
    drafts: Drafts
    publisher: Publisher
    key_dates: KeyDates
    same_dates: SameDateQuestions
    answers: Answers
    unanswered: Unanswered
    readers: Readers
    subscriptions: Subscriptions
    snoozing: Snoozing
    roles: Roles
    pending_inputs: PendingInputs
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
    """whether a message was queued instead of sent: those that follow it must not overtake it"""
    _parts = 0

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self._readers: dict[int, ReaderSettings] = {}

    @property
    def services(self) -> Services:
        """The services of this bot."""
        return self.bot_data

    async def reader(self, update: Update) -> ReaderSettings:
        """Return the settings of the chat that wrote, as they were when first asked for, remembering a new chat."""
        chat = update.effective_chat
        if chat is None:
            raise ValueError("an update without a chat has no reader")
        if chat.id not in self._readers:
            self._readers[chat.id] = await self._meet(update, chat)
        return self._readers[chat.id]

    async def _meet(self, update: Update, chat: Chat) -> ReaderSettings:
        try:
            return await self.services.readers.meet(chat.id, cast("ChatKind", chat.type), self._language(update))
        except DATABASE_ERRORS as error:
            if self.services.outages.met(error) != "disk":
                raise
        # that nobody can be noted is no reason to tell them nothing
        return await self.services.readers.settings(chat.id)

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

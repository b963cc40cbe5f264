"""What handlers are given: the services, typed, and the person's language."""

from dataclasses import dataclass

from telegram import Update
from telegram.ext import Application, CallbackContext, ContextTypes, ExtBot

from bot.locales import Texts, language_of, texts
from bot.settings import Settings
from briefings.answers import Answers
from briefings.clock import Clock
from briefings.conversations import Conversations
from briefings.key_dates.registry import KeyDates
from briefings.library import Library
from briefings.people import People, ReaderSettings
from briefings.reminders import Following
from briefings.rights import Rights
from db.database import Database


@dataclass(frozen=True, slots=True)
class Services:
    """Everything the handlers call; made once in `bot.application`."""

    settings: Settings
    clock: Clock
    database: Database
    library: Library
    key_dates: KeyDates
    answers: Answers
    people: People
    following: Following
    rights: Rights
    conversations: Conversations


class Context(CallbackContext[ExtBot[None], dict[object, object], dict[object, object], Services]):
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
        return await self.services.people.meet(chat.id, chat.type, language)

    async def texts(self, update: Update) -> Texts:
        """Return the catalogue in the language of the chat that wrote."""
        return texts((await self.reader(update)).language)


App = Application[ExtBot[None], Context, Services, dict[object, object], dict[object, object], None]
CONTEXT_TYPES = ContextTypes(context=Context)

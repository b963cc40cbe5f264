"""The table of contents: what people do, in the order in which handlers are asked."""

from collections.abc import Iterable
from types import ModuleType
from typing import Any, cast

from telegram.ext import ApplicationBuilder, BaseHandler, ContextTypes, MessageHandler, filters
from telegram.request import BaseRequest

from bot.desk.broadcast import broadcast
from bot.desk.corrections import correct
from bot.desk.editors import editors
from bot.desk.key_dates import move, same_dates, settle
from bot.desk.loading import load
from bot.desk.review import describe, list_drafts, review
from bot.desk.stats import stats
from bot.desk.unanswered import open_questions
from bot.features.asking import ask, explain
from bot.features.briefings import list_briefings
from bot.features.calendar import send_calendar
from bot.features.digest import choose_digest
from bot.features.key_dates import browse
from bot.features.privacy import my_data
from bot.features.reminders import choose_leads, follow, manage, remind_group, snooze
from bot.features.settings import reader_settings
from bot.features.start import membership, welcome
from bot.runtime.processing import UpdateApplication
from bot.telegram import error_handler, fallbacks
from bot.telegram.context import Context, Nothing, Services
from bot.telegram.dialogue import Step, Talking, cancel
from bot.telegram.registration import on_command

ALLOWED_UPDATES = ("message", "edited_message", "callback_query", "my_chat_member")

READING: tuple[ModuleType, ...] = (
    browse,
    welcome,
    ask,
    explain,
    list_briefings,
    send_calendar,
    my_data,
    membership,
)
REMINDING: tuple[ModuleType, ...] = (
    follow,
    manage,
    choose_leads,
    snooze,
    remind_group,
    choose_digest,
    reader_settings,
)
DESK: tuple[ModuleType, ...] = (load, review, describe, list_drafts, correct, move, settle, same_dates)
OFFICE: tuple[ModuleType, ...] = (editors, stats, open_questions, broadcast)
ROOMS = DESK + OFFICE + READING + REMINDING
SPOKEN = ~filters.COMMAND & ~filters.StatusUpdate.ALL & filters.UpdateType.MESSAGE
"""what somebody says; that something was pinned or somebody came in is said by nobody"""


def build(services: Services, token: str, api_root: str, request: BaseRequest) -> UpdateApplication:
    """Make the application, connected to nothing yet; everything but the updates themselves goes through `request`."""
    app = (
        ApplicationBuilder()
        .application_class(UpdateApplication)
        .token(token)
        .base_url(f"{api_root}/bot")
        .base_file_url(f"{api_root}/file/bot")
        .request(request)
        .context_types(_context_types(services))
        .updater(None)
        .job_queue(None)
        .build()
    )
    if not isinstance(app, UpdateApplication):
        raise TypeError("the builder made another application")
    app.add_handlers(list(_handlers()))
    app.add_error_handler(error_handler.on_error)
    return app


def steps() -> dict[str, Step]:
    """Return every step that an answer may be waited for."""
    return {name: step for room in ROOMS if hasattr(room, "steps") for name, step in room.steps().items()}


def _context_types(services: Services) -> ContextTypes[Context, Nothing, Nothing, Services]:
    """Hand the services to every context; the library calls what it names a type to make one."""
    return ContextTypes(
        context=Context, bot_data=cast("type[Services]", lambda: services), chat_data=Nothing, user_data=Nothing
    )


def _handlers() -> Iterable[BaseHandler[Any, Context, Any]]:
    yield on_command("cancel", cancel)
    for room in ROOMS:
        yield from room.handlers()
    offers = (remind_group.offer, load.offer, manage.offer_to_stop, follow.offer, welcome.offer)
    talking = Talking(steps(), offers, ask.on_question)
    yield MessageHandler(SPOKEN, talking)
    yield from fallbacks.handlers()  # last: buttons that nobody else knows

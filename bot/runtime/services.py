"""From settings to services: what the bot, the commands and the tests all build in the same way."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from bot.errors import UsageError
from bot.observability.alerts import Alerts
from bot.observability.health import Health
from bot.observability.liveness import Liveness
from bot.observability.metrics import Metrics
from bot.observability.outages import Outages
from bot.settings import Settings
from bot.telegram.context import Services
from briefings.answers import Answers, AnswerSettings
from briefings.answers.index import renew
from briefings.answers.scoring import CROSS
from briefings.clock import Clock, RehearsalClock, SystemClock
from briefings.editorial.drafts import Drafts
from briefings.editorial.publishing import Publisher
from briefings.editorial.roles import Roles
from briefings.editorial.unanswered import Unanswered
from briefings.editorial.usage import Stats
from briefings.intake import Intake
from briefings.key_dates.questions import SameDateQuestions
from briefings.key_dates.service import KeyDates
from briefings.model.reader import Defaults
from briefings.models import Models
from briefings.notices.broadcasts import Broadcasts
from briefings.notices.digests import Digests
from briefings.notices.reminders import ReminderPlanner, Snoozing, Subscriptions
from briefings.outbox.deferred_answers import Replies
from briefings.readers.pastes import Pastes
from briefings.readers.pending_input import PendingInputs
from briefings.readers.readers import Readers
from briefings.text import LANGUAGES
from db.database import Database
from db.migrate import NewerDatabase, UnusableDatabase, migrate


@dataclass(frozen=True, slots=True)
class Desk:
    """What works on briefings, without Telegram."""

    settings: Settings
    clock: Clock
    database: Database
    models: Models
    intake: Intake
    planner: ReminderPlanner
    drafts: Drafts
    publisher: Publisher
    key_dates: KeyDates
    same_dates: SameDateQuestions
    answers: Answers


def make_clock(settings: Settings) -> Clock:
    """Return the rehearsal clock that is set, or the one on the wall."""
    if settings.clock is None and settings.clock_speed == 1:
        return SystemClock()
    return RehearsalClock(settings.clock or SystemClock().now(), settings.clock_speed)


def reader_defaults(settings: Settings) -> Defaults:
    """Return what holds for readers who chose nothing else."""
    return Defaults(
        language=settings.default_language,
        zone=settings.default_timezone,
        reminder_time=settings.reminder_time,
        leads=settings.reminder_leads,
    )


def answer_settings(settings: Settings) -> AnswerSettings:
    """Return how sure answers must be: the same for every language where it is set."""
    if settings.answer_threshold is None:
        return AnswerSettings()
    return AnswerSettings(dict.fromkeys((*LANGUAGES, CROSS), settings.answer_threshold))


def load_models(settings: Settings) -> Models:
    """Return the models, from the folder that is set or as shipped; they open when first needed."""
    return Models(settings.models) if settings.models else Models()


@asynccontextmanager
async def migrated(settings: Settings) -> AsyncIterator[Database]:
    """Open the database, its folder and tables made; close it at the end."""
    async with opened(settings) as database:
        await _migrate(database)
        yield database


@asynccontextmanager
async def opened(settings: Settings) -> AsyncIterator[Database]:
    """Open the database as it is; close it at the end."""
    try:
        database = Database(settings.database)
    except ModuleNotFoundError as error:
        raise UsageError(
            f"DATABASE_URL: the package {error.name} is missing: install with the extra [postgres]"
        ) from None
    try:
        yield database
    finally:
        await database.close()


async def _migrate(database: Database) -> None:
    """Make the tables; a database that cannot be used is a `UsageError`."""
    try:
        await migrate(database)
    except (NewerDatabase, UnusableDatabase) as error:
        raise UsageError(f"DATABASE_URL: {error}") from None


@asynccontextmanager
async def open_desk(settings: Settings, clock: Clock | None = None) -> AsyncIterator[Desk]:
    """Open everything that works on briefings."""
    async with migrated(settings) as database, Intake(zone=settings.default_timezone) as intake:
        yield await ready_desk(settings, clock or make_clock(settings), database, intake)


async def ready_desk(settings: Settings, clock: Clock, database: Database, intake: Intake) -> Desk:
    """Put the services together, the search index as this version makes it."""
    desk = make_desk(settings, clock, database, intake)
    await renew(database, desk.models)
    return desk


def make_desk(settings: Settings, clock: Clock, database: Database, intake: Intake) -> Desk:
    """Put the services together on an open database."""
    models, zone = load_models(settings), settings.default_timezone
    planner = ReminderPlanner(clock, reader_defaults(settings))
    drafts = Drafts(database, clock, zone)
    return Desk(
        settings=settings,
        clock=clock,
        database=database,
        models=models,
        intake=intake,
        planner=planner,
        drafts=drafts,
        publisher=Publisher(database, clock, drafts, models, planner),
        key_dates=KeyDates(database, clock, planner),
        same_dates=SameDateQuestions(database, clock, planner),
        answers=Answers(database, clock, models, answer_settings(settings)),
    )


def make_services(desk: Desk) -> Services:
    """Put together what the handlers call."""
    settings, clock, database = desk.settings, desk.clock, desk.database
    defaults, outages, metrics = reader_defaults(settings), Outages(), Metrics()
    return Services(
        settings=settings,
        clock=clock,
        database=database,
        intake=desk.intake,
        drafts=desk.drafts,
        publisher=desk.publisher,
        key_dates=desk.key_dates,
        same_dates=desk.same_dates,
        answers=desk.answers,
        unanswered=Unanswered(database, clock),
        readers=Readers(database, clock, defaults),
        subscriptions=Subscriptions(database, clock, defaults),
        snoozing=Snoozing(database, clock, defaults),
        roles=Roles(database, clock, settings.owner_ids),
        pending_inputs=PendingInputs(database),
        pastes=Pastes(database),
        broadcasts=Broadcasts(database, clock),
        stats=Stats(database),
        digests=Digests(database, clock, defaults),
        replies=Replies(database, clock),
        alerts=Alerts(
            settings.owner_ids,
            settings.default_language,
            outages,
            on_told=lambda kind: metrics.alerts.labels(kind).inc(),
        ),
        outages=outages,
        metrics=metrics,
        liveness=Liveness(),
        health=Health(),
    )

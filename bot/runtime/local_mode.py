"""Local mode: a Telegram of our own, people to be, and a clock that can be moved forward."""

import asyncio
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from pydantic import SecretStr

from bot.errors import UsageError
from bot.local.cast import Cast, GroupChat, Persona, Sample
from bot.observability.outages import Outages
from bot.runtime.scheduler import Scheduler
from bot.runtime.services import Desk
from bot.settings import LOCAL_DATABASE, Settings
from briefings.clock import RehearsalClock, SystemClock
from briefings.errors import AlreadyLoaded
from briefings.facts import recall, remember
from briefings.intake import Article, Intake, IntakeError
from db.database import DATABASE_ERRORS, Database

TOKEN = "1:local"  # noqa: S105 - opens nothing but the local Telegram
EDITOR, READER, RUSSIAN_READER, KAZAKH_READER, DESK_GROUP = 1001, 1002, 1003, 1004, -1005
CLOCK_FACT, SAMPLES_FACT = "rehearsal clock", "samples"
MORNING = time(9, 0)
REMEMBER_EVERY = 5
"""real seconds between two notes of where the clock stands"""
DRAFT = """# City library moves its reopening

The central library of Taldyqorghan will hold its reopening ceremony on 20 June 2026, the city said on Monday.
The building closed in March after water damaged the reading room. Repairs have cost 84 million tenge so far.
Head librarian Saule Akhmetova said that all 120,000 books had been saved.
Readers may return borrowed books until 15 July.
"""
"""An article for the editor to load: invented, and undated on purpose, so that the bot has to ask."""


class Steering:
    """Lets the chat page see the clock and move it, once there is a schedule to move it through."""

    def __init__(self, clock: RehearsalClock) -> None:
        self._clock = clock
        self.schedule: Scheduler | None = None

    def now(self) -> datetime:
        """Return the time it is in the rehearsal."""
        return self._clock.now()

    async def advance_to(self, instant: datetime) -> None:
        """Move the clock forward; what falls due on the way comes on its time."""
        if self.schedule is not None:
            await self.schedule.advance_to(instant)

    async def next_due(self) -> datetime | None:
        """Return when the next message falls due, if any does."""
        return await self.schedule.next_due() if self.schedule is not None else None


def local_settings(settings: Settings, *, with_samples: bool) -> Settings:
    """Return the settings of local mode: our editor owns the bot, and samples get a database of their own."""
    changes: dict[str, Any] = {"owner_ids": settings.owner_ids | {EDITOR}}
    if with_samples and not settings.database_url.get_secret_value():
        changes["database_url"] = SecretStr(LOCAL_DATABASE)
    return settings.model_copy(update=changes)


def chats_file(database: Database) -> Path | None:
    """Return where the chats are kept: beside the database, where that is a file."""
    path = database.url.database
    return Path(f"{path}.chats.json") if database.is_sqlite and path else None


async def read_samples(folder: Path, intake: Intake) -> tuple[Article, ...]:
    """Read the briefings of a folder, oldest first; raise `UsageError` when one makes no sense."""
    try:
        found = [await intake.from_file(name, data) for name, data in _sample_files(folder).items()]
    except IntakeError as error:
        raise UsageError(f"{folder}: {error}") from None
    return tuple(sorted(found, key=lambda article: article.published or date.min))


def _sample_files(folder: Path) -> dict[str, bytes]:
    if not folder.is_dir():
        raise UsageError(f"{folder} is not a folder with samples")
    return {path.name: path.read_bytes() for path in sorted(folder.glob("*.md")) if path.stem != "README"}


async def load_samples(desk: Desk, samples: tuple[Article, ...]) -> None:
    """Publish the samples, once in the life of a database."""
    if await recall(desk.database, SAMPLES_FACT):
        return
    for article in samples:
        try:
            draft = await desk.drafts.load(article, by=None)
        except AlreadyLoaded:
            continue
        await desk.publisher.publish(draft.briefing.id, None)
    await remember(desk.database, SAMPLES_FACT, "loaded")


async def start_clock(settings: Settings, database: Database, samples: tuple[Article, ...]) -> RehearsalClock:
    """Start where it is set, else where it stopped, else on the morning after the newest sample, else now."""
    stopped = await recall(database, CLOCK_FACT)
    start = settings.clock or (datetime.fromisoformat(stopped) if stopped else _after(samples, settings))
    return RehearsalClock(start, settings.clock_speed)


async def remember_clock(database: Database, clock: RehearsalClock, outages: Outages) -> None:
    """Note every few seconds where the clock stands, until cancelled."""
    while True:
        await asyncio.sleep(REMEMBER_EVERY)
        try:
            await remember(database, CLOCK_FACT, clock.now().isoformat())
        except DATABASE_ERRORS as error:
            outages.met(error)


def local_cast(settings: Settings) -> Cast:
    """Say who is who on the chat page, and what to try as them."""
    return Cast(
        people=(_editor(), _reader(), _russian_reader(), _kazakh_reader()),
        groups=(GroupChat("Election watch", (EDITOR, READER, RUSSIAN_READER), (READER,), DESK_GROUP),),
        welcome="Choose who you are, try what is offered below the chat, and move the clock to see reminders arrive.",
        timezone=settings.default_timezone,
    )


def _after(samples: tuple[Article, ...], settings: Settings) -> datetime:
    days = [article.published for article in samples if article.published is not None]
    if not days:
        return SystemClock().now()
    return datetime.combine(max(days) + timedelta(days=1), MORNING, ZoneInfo(settings.default_timezone))


def _editor() -> Persona:
    article = Sample("Load an article as a file", "/load", "library.md", DRAFT.encode())
    forwarded = Sample("Forward a post", DRAFT, channel="City News")
    return Persona(
        EDITOR, "Aigerim", "editor and owner", "en", "Loads articles, reviews and publishes them.",
        ("/start", article, forwarded, "/drafts", "/movedate", "/stats"),
    )  # fmt: skip


def _reader() -> Persona:
    questions = ("/start", "when is the election?", "who was detained?", "/dates", "/briefings", "/reminders")
    return Persona(READER, "Tom", "reader", "en", "Asks, follows dates, is reminded.", questions)


def _russian_reader() -> Persona:
    questions = ("/start", "когда выборы?", "кого задержали?", "/dates", "/reminders")
    return Persona(RUSSIAN_READER, "Ирина", "reader", "ru", "Reads in Russian.", questions)


def _kazakh_reader() -> Persona:
    questions = ("/start", "сайлау қашан өтеді?", "/dates", "/reminders")
    return Persona(KAZAKH_READER, "Ерлан", "reader", "kk", "Reads in Kazakh.", questions)

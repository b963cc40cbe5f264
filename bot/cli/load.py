"""`load`: articles from files, links and stdin, as drafts or published at once."""

from argparse import Namespace
from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import PurePath
from typing import Any

from bot.cli.output import BAD_USAGE, complain, say, say_json
from bot.cli.reading import STDIN, read_bytes, read_records
from bot.errors import UsageError
from bot.runtime.services import Desk, open_desk
from bot.settings import Settings
from briefings.errors import AlreadyLoaded, FutureDate
from briefings.intake import Article, Intake, IntakeError
from briefings.key_dates.questions import SameDateQuestion
from briefings.model.briefing import Briefing, ReportedDate
from briefings.notices.conflicts import alert_of_conflicts, alert_of_questions

UNDATED = "no publication date is known: relative dates stay unresolved"
SHOWN = ("proposed", "told", "conflict")


@dataclass(frozen=True, slots=True)
class Loaded:
    """What became of one article."""

    status: str
    briefing: Briefing | None = None
    dates: tuple[ReportedDate, ...] = ()
    warnings: tuple[str, ...] = ()
    title: str | None = None


async def command(options: Namespace, settings: Settings) -> int:
    """Load everything that can be loaded; exit code 2 when something was refused."""
    code = 0
    async with open_desk(settings) as desk:
        for source in options.sources:
            async for where, article in articles(source, desk.intake):
                loaded = await _load_one(desk, article, options.published, publish=options.publish)
                _show(loaded, as_json=options.json)
                if loaded.status == "refused":
                    complain(f"{where}: {' '.join(loaded.warnings)}")
                    code = BAD_USAGE
    return code


async def articles(source: str, intake: Intake) -> AsyncIterator[tuple[str, Article | str]]:
    """Yield where each article came from, and the article or the sentence why it cannot be had."""
    if source.endswith(".jsonl"):
        for number, record in _records(source):
            yield f"{source}, line {number}", await _read_record(record, intake)
        return
    try:
        yield source, await _article(source, intake)
    except (IntakeError, UsageError) as error:
        yield source, str(error).removeprefix(f"{source}: ")


async def _article(source: str, intake: Intake) -> Article:
    if source.startswith(("http://", "https://")):
        return await intake.from_link(source)
    if source == STDIN:
        return await intake.from_text(read_bytes(source).decode("utf-8", "replace"))
    return await intake.from_file(PurePath(source).name, read_bytes(source))


def _records(source: str) -> list[tuple[int, dict[str, Any] | None]]:
    return list(read_records(source))


async def _read_record(record: dict[str, Any] | None, intake: Intake) -> Article | str:
    if record is None:
        return 'is not a JSON object like {"title": "…", "text": "…", "published": "2019-05-02"}'
    try:
        return await intake.from_record(record)
    except IntakeError as error:
        return str(error)


async def _load_one(desk: Desk, article: Article | str, published: date | None, *, publish: bool) -> Loaded:
    if isinstance(article, str):
        return Loaded("refused", warnings=(article,))
    dated = replace(article, published=article.published or published)
    try:
        draft = await desk.drafts.load(dated, by=None)
    except AlreadyLoaded as error:
        return Loaded("duplicate", error.briefing, warnings=(f"already there as briefing {error.briefing.id}",))
    except (FutureDate, IntakeError) as error:
        return Loaded("refused", warnings=(str(error),), title=article.title)
    warnings = () if draft.briefing.published else (UNDATED,)
    if not publish:
        return Loaded("draft", draft.briefing, (*draft.dates, *draft.others), warnings)
    publication = await desk.publisher.publish(draft.briefing.id, None, undated=True)
    questions = await desk.same_dates.open(draft.briefing.id)
    await alert_of_conflicts(desk.database, desk.clock, desk.settings.owner_ids, publication.dates)
    await alert_of_questions(desk.database, desk.clock, desk.settings.owner_ids, questions)
    unsettled = _conflicts(publication.dates) + _questions(questions)
    return Loaded("published", publication.briefing, publication.dates, warnings + unsettled)


def _conflicts(dates: tuple[ReportedDate, ...]) -> tuple[str, ...]:
    return tuple(
        f"another date for a known event, {reported.when.value}, which editors have to settle: {reported.name}"
        for reported in dates
        if reported.state == "conflict"
    )


def _questions(questions: tuple[SameDateQuestion, ...]) -> tuple[str, ...]:
    return tuple(
        f"perhaps the same as a known event, {one.other.name}, which editors have to say: {one.key_date.name}"
        for one in questions
    )


def _show(loaded: Loaded, *, as_json: bool) -> None:
    if as_json:
        say_json(_as_json(loaded))
    elif loaded.briefing is not None:
        day = loaded.briefing.published.isoformat() if loaded.briefing.published else "undated"
        count = sum(reported.state in SHOWN for reported in loaded.dates)
        say(f"{loaded.status} {loaded.briefing.id}: {loaded.briefing.title} ({day}, {count} key dates)")
        for warning in loaded.warnings:
            say(f"  {warning}")


def _as_json(loaded: Loaded) -> dict[str, Any]:
    briefing = loaded.briefing
    published = briefing.published if briefing else None
    return {
        "id": briefing.id if briefing else None,
        "title": briefing.title if briefing else loaded.title,
        "status": loaded.status,
        "published": published.isoformat() if published else None,
        "language": briefing.language if briefing else None,
        "key_dates": [_reported_as_json(reported) for reported in loaded.dates if reported.state in SHOWN],
        "other_dates": [_reported_as_json(reported) for reported in loaded.dates if reported.state == "offered"],
        "warnings": list(loaded.warnings),
    }


def _reported_as_json(reported: ReportedDate) -> dict[str, Any]:
    when = reported.when
    return {"name": reported.name, "value": when.value, "precision": when.precision, "quote": reported.quote}

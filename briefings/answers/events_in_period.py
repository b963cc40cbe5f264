"""What happens, happened, or is new in a span of days: from key dates and the days that sentences name."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from sqlalchemy.ext.asyncio import AsyncSession

from briefings.answers.assembly import finding_of
from briefings.answers.findings import MOST_FINDINGS, Finding
from briefings.answers.question import Question
from briefings.answers.question_period import Period
from briefings.text.terms import DAY_MARK, Term, index_stems
from db.database import Database
from db.search import (
    StoredBriefing,
    StoredKeyDate,
    StoredPassage,
    key_dates_between,
    key_dates_told,
    openings,
    passages_with_stem_between,
    published_briefings,
    published_passages,
)

DATED_SCORE: Final = 0.9
"""A sentence that names the day asked for, or opens a briefing that appeared since, is hardly ever wrong."""

LOOKED_AT: Final = 200
"""Sentences of the period that are looked at, the newest first."""

AHEAD: Final = timedelta(days=365)
"""How far "next" reaches where no days are named."""


@dataclass(frozen=True, slots=True)
class _Dated:
    passage: StoredPassage
    day: date
    is_key: bool


class EventsInPeriod:
    """Answers questions about days rather than about facts."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def find(self, question: Question, today: date) -> tuple[Finding, ...]:
        """Return what the briefings tell of the question's days, in order of time."""
        period, content = question.period, question.content
        if period is None:
            period, content = Period(today, today + AHEAD, any_year=False, text="", since=False), ()
        if question.kind == "new" or period.since:
            period = Period(period.first, today, any_year=False, text=period.text, since=True)
            content = ()
        async with self._database.reading() as session:
            found = await _opening(session, period) if period.since else await _dated(session, period)
            told = await key_dates_told(session, sorted({one.passage.briefing_id for one in found}))
            briefings = await published_briefings(session, sorted({one.passage.briefing_id for one in found}))
        wanted = [one for one in found if _tells_all(content, one.passage, briefings)]
        return tuple(
            finding_of(one.passage, briefings[one.passage.briefing_id], DATED_SCORE, question.kind, None, told)
            for one in _chosen(wanted)
        )


async def _opening(session: AsyncSession, period: Period) -> list[_Dated]:
    passages = await openings(session, period.first, period.last, MOST_FINDINGS)
    return [_Dated(passage, period.last, is_key=False) for passage in passages]


async def _dated(session: AsyncSession, period: Period) -> list[_Dated]:
    passages = await published_passages(session, await _ids(session, period))
    key_dates = await key_dates_between(session, period.first, period.last)
    found = [
        _Dated(passage, mention.first, _is_key(passage, key_dates))
        for passage in passages
        for mention in passage.dates[:]
        if period.meets(mention.first, mention.last)
    ]
    return list({one.passage.id: one for one in reversed(found)}.values())


async def _ids(session: AsyncSession, period: Period) -> list[int]:
    form = "--%m-%d" if period.any_year else "%Y-%m-%d"
    month = "--%m" if period.any_year else "%Y-%m"
    days = await passages_with_stem_between(
        session, f"{DAY_MARK}{period.first:{form}}", f"{DAY_MARK}{period.last:{form}}", LOOKED_AT
    )
    name = f"{DAY_MARK}{period.first:{month}}"
    return days + await passages_with_stem_between(session, name, name, LOOKED_AT)


def _is_key(passage: StoredPassage, key_dates: Sequence[StoredKeyDate]) -> bool:
    return any(one.briefing_id == passage.briefing_id and passage.text in one.quotes for one in key_dates)


def _tells_all(terms: Sequence[Term], passage: StoredPassage, briefings: dict[int, StoredBriefing]) -> bool:
    briefing = briefings.get(passage.briefing_id)
    if briefing is None:
        return False
    told = set(index_stems(f"{briefing.title}. {passage.text}", briefing.language))
    return all(any(stem in told for stem in term.index_stems) for term in terms)


def _chosen(found: Sequence[_Dated]) -> list[_Dated]:
    """Key dates before other days, then one sentence for each text, in order of time."""
    each_once = {one.passage.text: one for one in found}.values()
    best = sorted(each_once, key=lambda one: (not one.is_key, one.day, *one.passage.place))[:MOST_FINDINGS]
    return sorted(best, key=lambda one: (one.day, *one.passage.place))

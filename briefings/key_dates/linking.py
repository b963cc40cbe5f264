"""Joining what a briefing tells to the key dates that are known: the same, another, or a conflict."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from briefings.key_dates.agreement import agrees, tells
from briefings.key_dates.changes import Act, change, is_set_by_hand, latest_change, set_states, standing
from briefings.key_dates.known import Known, near
from briefings.key_dates.matching import Event, Match, compare
from briefings.key_dates.questions import ask
from briefings.key_dates.report_vectors import Vectors, cosine
from briefings.model.rows import set_when, when_before, when_of_row
from briefings.text import Language
from db.tables import BriefingRow, KeyDateRow, ReportedDateRow

ORDER = (Match.SAME, Match.CONFLICT, Match.UNSURE)
"""What is taken first of several key dates that an event may be."""


async def join(
    act: Act, briefing: BriefingRow, reported: Sequence[ReportedDateRow], vectors: Vectors
) -> tuple[int, ...]:
    """Give each proposed date of a briefing its key date, new or known; one that contradicts becomes a conflict.

    What may be known in another language, but not surely, becomes a new one, and an editor is asked. `vectors` are
    those of `texts_to_compare`.

    What a retraction took away comes back as it was: `briefing.retracted_at` still says when that was. Return the key
    dates that moved back by it.
    """
    back: list[int] = []
    for row in reported:
        if row.state in ("left_out", "offered"):
            continue
        key_date = await act.session.get(KeyDateRow, row.key_date_id) if row.key_date_id else None
        if key_date is not None and await _comes_back(act, briefing, row, key_date):
            back.append(key_date.id)
        if key_date is not None and agrees(when_of_row(row), when_of_row(key_date)):
            row.state = "told"
        elif row.state == "proposed":
            await _join_one(act, briefing, row, vectors)
    return tuple(back)


async def _comes_back(act: Act, briefing: BriefingRow, row: ReportedDateRow, key_date: KeyDateRow) -> bool:
    """Undo what the retraction of this briefing did to a key date; whether that moved it back."""
    if key_date.status == "withdrawn":
        return await _revive(act, key_date, row)
    if not await _fell_back_from(act.session, key_date, briefing, row):
        return False
    await change(act, key_date, "moved", when_of_row(row), briefing.id)
    await set_states(act.session, key_date.id, ("told",), "overruled")
    return True


async def _revive(act: Act, key_date: KeyDateRow, row: ReportedDateRow) -> bool:
    """Bring back a key date that was withdrawn; whether it stood on another day than this briefing tells."""
    latest = await latest_change(act.session, key_date.id)
    is_cancelled = latest is not None and latest.change == "cancelled"
    key_date.status = "cancelled" if is_cancelled else await standing(act.session, key_date)
    key_date.updated_at = act.at
    await act.session.flush()
    await act.planner.date_added(act.session, key_date.id)
    if is_cancelled or agrees(when_of_row(row), when_of_row(key_date)) or await is_set_by_hand(act.session, key_date):
        return False
    await change(act, key_date, "moved", when_of_row(row), row.briefing_id)
    return True


async def _fell_back_from(
    session: AsyncSession, key_date: KeyDateRow, briefing: BriefingRow, row: ReportedDateRow
) -> bool:
    """Whether the retraction of this very briefing was the last that moved the key date, away from what it tells."""
    latest = await latest_change(session, key_date.id)
    if latest is None or latest.change != "moved" or latest.at != briefing.retracted_at:
        return False
    return tells(when_of_row(row), when_before(latest))


async def _join_one(act: Act, briefing: BriefingRow, row: ReportedDateRow, vectors: Vectors) -> None:
    event = event_of(row, briefing.language)
    known, match = await _closest(act.session, event, vectors)
    if known is not None and match is Match.CONFLICT and await _is_told_by(act.session, known.row.id, briefing.id):
        known = None
    if known is None:
        await _start(act, briefing, row)
    elif match is Match.SAME:
        row.key_date_id, row.state = known.row.id, "told"
        await _heed_new_name(act, event, known)
    elif match is Match.CONFLICT:
        row.key_date_id, row.state = known.row.id, "conflict"
    else:
        ask(act, await _start(act, briefing, row), known.row)


async def _is_told_by(session: AsyncSession, key_date_id: int, briefing_id: int) -> bool:
    """Whether a briefing tells a key date: what it tells of another day is then another event, the next game say."""
    reported = select(ReportedDateRow.id).where(
        ReportedDateRow.key_date_id == key_date_id,
        ReportedDateRow.briefing_id == briefing_id,
        ReportedDateRow.state == "told",
    )
    return await session.scalar(reported.limit(1)) is not None


async def _heed_new_name(act: Act, event: Event, known: Known) -> None:
    """Plan for those who follow words that only the name in another language holds."""
    if all(one.language != event.language for one in known.events):
        await act.session.flush()
        await act.planner.date_added(act.session, known.row.id)


async def _closest(session: AsyncSession, event: Event, vectors: Vectors) -> tuple[Known | None, Match]:
    """Find the key date that tells of the same event, surely, on another day, or perhaps; of several the likeliest."""
    found = [
        (ORDER.index(match), -(likely or 0.0), known.row.id, known, match)
        for known in await near(session, event)
        for other in known.comparable(event.language)
        for likely in [cosine(vectors, event.report.text, other.report.text)]
        if (match := compare(event, other, likely)) is not Match.DIFFERENT
    ]
    *_, likeliest, match = min(found, default=(None, Match.DIFFERENT), key=lambda one: one[:3])
    return likeliest, match


async def _start(act: Act, briefing: BriefingRow, row: ReportedDateRow) -> KeyDateRow:
    key_date = KeyDateRow(
        name=row.name,
        language=briefing.language,
        place=row.place,
        status="planned",
        created_at=act.at,
        updated_at=act.at,
    )
    set_when(key_date, when_of_row(row))
    act.session.add(key_date)
    await act.session.flush()
    row.key_date_id, row.state = key_date.id, "told"
    await act.session.flush()
    await act.planner.date_added(act.session, key_date.id)
    return key_date


def event_of(reported: ReportedDateRow, language: Language) -> Event:
    """Return what is compared of a date that a briefing tells."""
    return Event(
        reported.name, reported.place, reported.first, reported.last, language, reported.quote, reported.instant
    )

"""From table rows to what services give: rows never leave this floor."""

from collections.abc import Iterable
from typing import cast

from briefings.model.briefing import Briefing, BriefingRef, ReportedDate, ReportState, Status, When
from db.tables import BriefingRow, KeyDateChangeRow, KeyDateRow, ReportedDateRow


def briefing_of(row: BriefingRow) -> Briefing:
    """Turn a row into a briefing."""
    return Briefing(
        id=row.id,
        status=cast("Status", row.status),
        title=row.title,
        source=row.source,
        url=row.url,
        language=row.language,
        published=row.published,
        text=row.text,
        summary=tuple(row.text[start:end] for start, end in row.summary),
        version=row.version,
        loaded_by=row.loaded_by,
        loaded_at=row.loaded_at,
        live_at=row.live_at,
    )


def ref_of(row: BriefingRow) -> BriefingRef:
    """Turn a row into what lists and answers say of a briefing."""
    return BriefingRef(row.id, row.title, row.source, row.url, row.published, row.language)


def when_of_row(row: KeyDateRow | ReportedDateRow) -> When:
    """Gather the columns that say when."""
    return When(row.value, row.first, row.last, row.precision, row.instant, row.zone)


def when_before(change: KeyDateChangeRow) -> When:
    """Gather the columns that say when it was to happen before a change."""
    return When(
        change.old_value, change.old_first, change.old_last, change.old_precision, change.old_instant, change.old_zone
    )


def set_when(row: KeyDateRow | ReportedDateRow, when: When) -> None:
    """Write a When into its columns."""
    row.value, row.first, row.last = when.value, when.first, when.last
    row.precision, row.instant, row.zone = when.precision, when.instant, when.zone


def reported_of(row: ReportedDateRow) -> ReportedDate:
    """Turn a row into a reported date."""
    return ReportedDate(
        id=row.id,
        briefing_id=row.briefing_id,
        key_date_id=row.key_date_id,
        state=cast("ReportState", row.state),
        name=row.name,
        when=when_of_row(row),
        place=row.place,
        planned=row.planned,
        quote=row.quote,
        mention=row.mention,
        further_quotes=tuple(row.further_quotes),
        added_by=row.added_by,
    )


def reported_in_order(rows: Iterable[ReportedDateRow]) -> tuple[ReportedDate, ...]:
    """Turn rows into reported dates, earliest first."""
    return tuple(reported_of(row) for row in sorted(rows, key=lambda row: (row.first, row.last, row.id)))

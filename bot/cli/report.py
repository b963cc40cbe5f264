"""`report`: what was delivered of the messages about key dates, and what is still to be sent."""

from argparse import Namespace
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from bot.cli.output import say, say_json
from bot.errors import UsageError
from bot.runtime.services import migrated
from bot.settings import Settings
from briefings.outbox.report import DeliveryLine, DeliveryTotals, RevisionReport, delivery_report, delivery_totals
from db.database import Database


async def command(options: Namespace, settings: Settings) -> int:
    """Write a line for each key date, or for each kind, occurrence and state of one key date's messages."""
    async with migrated(settings) as database:
        lines = await (_totals(database) if options.key_date is None else _details(database, options.key_date))
    for line, fields in lines:
        say_json(fields) if options.json else say(line)
    return 0


async def _totals(database: Database) -> list[tuple[str, Mapping[str, Any]]]:
    return [(_total(one), asdict(one)) for one in await delivery_totals(database)]


async def _details(database: Database, key_date_id: int) -> list[tuple[str, Mapping[str, Any]]]:
    reports = await delivery_report(database, key_date_id)
    if not reports:
        raise UsageError(f"nothing was ever owed about key date {key_date_id}; without a number, report lists them")
    return [
        (_detail(report, line), {"revision": report.revision, "value": report.when.value, **asdict(line)})
        for report in reports
        for line in report.lines
    ]


def _total(totals: DeliveryTotals) -> str:
    states = ", ".join(f"{state} {count}" for state, count in sorted(totals.states.items()))
    name = f"{totals.name}, {totals.place}" if totals.place else totals.name
    return f"{totals.key_date_id}\t{totals.value}\t{name}\t{states}"


def _detail(report: RevisionReport, line: DeliveryLine) -> str:
    late = f"{line.late} late" if line.late else ""
    doubtful = f"{line.doubtful} may have come twice" if line.doubtful else ""
    notes = "; ".join(note for note in (late, doubtful, line.reason) if note)
    return "\t".join([line.kind, line.occurrence, report.when.value, line.state, str(line.count), notes]).rstrip()

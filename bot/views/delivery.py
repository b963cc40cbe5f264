"""How the messages about a key date were delivered, as editors see it."""

from collections.abc import Iterator, Mapping

from bot.views import when as say
from bot.views.draft import heading
from bot.views.markup import Html, bold, escape, join, shorten
from bot.views.message import Message
from bot.views.moment import Moment
from briefings.key_dates.key_date import KeyDate
from briefings.language.spoken import say_lead
from briefings.leads import LEAD, parse_leads
from briefings.outbox.owed import SNOOZE
from briefings.outbox.report import DeliveryLine, RevisionReport

MOST_LINES = 30
REASON_LIMIT = 80
REASONS: Mapping[str, str] = {
    "moved": "moved",
    "cancelled": "cancelled",
    "withdrawn": "withdrawn",
    "planned anew": "anew",
    "planned": "restored",
    "not followed": "stopped",
    "snooze taken back": "stopped",
    "out of reach": "unreachable",
    "too late": "over",
    "a nearer reminder took its place": "overtaken",
    "the key date is gone": "withdrawn",
    "the key date changed since": "changed",
    "nobody knows what changed": "changed",
    "it is told again": "back",
    "the bot stopped while sending": "crashed",
    "Telegram asked to wait": "wait",
    "the group became": "migrated",
    "it could not be written": "error",
    "an unexpected error": "error",
}
"""How reasons in the ledger begin, and the words that people read instead; others are shown as they are."""


def delivery_message(key_date: KeyDate, reports: tuple[RevisionReport, ...], moment: Moment) -> Message:
    """Show how messages stand by the day they were for, the latest first; a line for each kind, lead and end."""
    shown = [line for report in reversed(reports) for line in _told(report, moment)]
    title = moment.t("delivery-title", name=heading(key_date.name))
    return Message(join([title, *(shown[:MOST_LINES] or [moment.t("delivery-none")])]))


def _told(report: RevisionReport, moment: Moment) -> Iterator[Html]:
    """Yield the heading of a revision and its lines; those that read alike are added up."""
    change = moment.t(f"delivery-after-{report.change}") if report.change else ""
    yield join(["", bold(say.day(report.when, moment)), change], " · ")
    alike: dict[tuple[Html, Html, Html], list[DeliveryLine]] = {}
    for line in reversed(report.lines):
        alike.setdefault((_what(line, moment), _state(line, moment), _reason(line, moment)), []).append(line)
    for (what, state, reason), lines in alike.items():
        stands = moment.t("delivery-line", what=what, state=state, count=sum(line.count for line in lines))
        late = sum(line.late for line in lines)
        yield join([stands, moment.t("delivery-late", count=late) if late else "", reason], " ")


def _what(line: DeliveryLine, moment: Moment) -> Html:
    if line.kind == "reminder":
        return moment.t("delivery-kind-reminder", lead=_lead(line.occurrence.partition(":")[2], moment))
    return moment.t(f"delivery-kind-{line.kind}")


def _state(line: DeliveryLine, moment: Moment) -> Html:
    return moment.t(f"delivery-state-{line.state}")


def _lead(lead: str, moment: Moment) -> Html:
    if LEAD.fullmatch(lead):
        return escape(say_lead(parse_leads(lead)[0], moment.language))
    return moment.t("delivery-snoozed" if lead.startswith(SNOOZE) else "lead-first")


def _reason(line: DeliveryLine, moment: Moment) -> Html:
    if not line.reason:
        return Html("")
    names = (name for start, name in REASONS.items() if line.reason.startswith(start))
    name = next(names, None)
    told = moment.t(f"delivery-reason-{name}") if name else escape(shorten(line.reason, REASON_LIMIT))
    return join(["(", told, ")"], "")

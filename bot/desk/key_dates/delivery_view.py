"""How the messages about a key date were delivered, as editors see it."""

from collections.abc import Iterator, Mapping

from bot.desk.review.draft_view import heading
from bot.ui import dates as say
from bot.ui.key_date_names import name_of
from bot.ui.markup import Html, bold, escape, join, shorten
from bot.ui.message import Message
from bot.ui.view_context import ViewContext
from briefings.model.key_date import KeyDate
from briefings.model.leads import LEAD, parse_leads
from briefings.outbox.outbox_message import SNOOZE
from briefings.outbox.report import DeliveryLine, RevisionReport
from briefings.text.spoken_dates import say_lead

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


def delivery_message(key_date: KeyDate, reports: tuple[RevisionReport, ...], viewer: ViewContext) -> Message:
    """Show how messages stand by the day they were for, the latest first; a line for each kind, lead and end."""
    shown = [line for report in reversed(reports) for line in _told(report, viewer)]
    title = viewer.t("delivery-title", name=heading(name_of(key_date, viewer.t)))
    return Message(join([title, *(shown[:MOST_LINES] or [viewer.t("delivery-none")])]))


def _told(report: RevisionReport, viewer: ViewContext) -> Iterator[Html]:
    """Yield the heading of a revision and its lines; those that read alike are added up."""
    change = viewer.t(f"delivery-after-{report.change}") if report.change else ""
    yield join(["", bold(say.day(report.when, viewer)), change], " · ")
    alike: dict[tuple[Html, Html, Html], list[DeliveryLine]] = {}
    for line in reversed(report.lines):
        alike.setdefault((_what(line, viewer), _state(line, viewer), _reason(line, viewer)), []).append(line)
    for (what, state, reason), lines in alike.items():
        stands = viewer.t("delivery-line", what=what, state=state, count=sum(line.count for line in lines))
        late = sum(line.late for line in lines)
        yield join([stands, viewer.t("delivery-late", count=late) if late else "", reason], " ")


def _what(line: DeliveryLine, viewer: ViewContext) -> Html:
    if line.kind == "reminder":
        return viewer.t("delivery-kind-reminder", lead=_lead(line.occurrence.partition(":")[2], viewer))
    return viewer.t(f"delivery-kind-{line.kind}")


def _state(line: DeliveryLine, viewer: ViewContext) -> Html:
    return viewer.t(f"delivery-state-{line.state}")


def _lead(lead: str, viewer: ViewContext) -> Html:
    if LEAD.fullmatch(lead):
        return escape(say_lead(parse_leads(lead)[0], viewer.language))
    return viewer.t("delivery-snoozed" if lead.startswith(SNOOZE) else "lead-first")


def _reason(line: DeliveryLine, viewer: ViewContext) -> Html:
    if not line.reason:
        return Html("")
    names = (name for start, name in REASONS.items() if line.reason.startswith(start))
    name = next(names, None)
    reported = viewer.t(f"delivery-reason-{name}") if name else escape(shorten(line.reason, REASON_LIMIT))
    return join(["(", reported, ")"], "")

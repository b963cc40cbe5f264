"""How the messages about a key date were delivered, as editors see it."""

from bot.locales import Texts
from bot.views.draft import heading
from bot.views.markup import Html, join, shorten
from bot.views.message import Message
from briefings.key_dates.key_date import KeyDate
from briefings.language.spoken import say_lead
from briefings.leads import LEAD, parse_leads
from briefings.outbox.report import DeliveryLine

MOST_LINES = 30
REASON_LIMIT = 80


def delivery_message(key_date: KeyDate, lines: tuple[DeliveryLine, ...], t: Texts) -> Message:
    """Show a line for each kind and occasion of message and how it stands, those that fell due last first."""
    shown = [_line(line, t) for line in reversed(lines[-MOST_LINES:])] or [t("delivery-none")]
    return Message(join([t("delivery-title", name=heading(key_date.name)), *shown]))


def _line(line: DeliveryLine, t: Texts) -> Html:
    what = join([t(f"delivery-kind-{line.kind}"), _lead(line.occurrence, t)], " ")
    late = t("delivery-late", count=line.late) if line.late else ""
    reason = f"({shorten(line.reason, REASON_LIMIT)})" if line.reason else ""
    stands = t("delivery-line", what=what, state=t(f"delivery-state-{line.state}"), count=line.count)
    return join([stands, late, reason], " ")


def _lead(occurrence: str, t: Texts) -> str:
    """Say how long before: occasions other than a lead (a snooze, the first day of a month) have no such words."""
    told = occurrence.partition(":")[2]
    return say_lead(parse_leads(told)[0], t.language) if LEAD.fullmatch(told) else ""

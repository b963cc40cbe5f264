"""An answer as one message: dates worked out, quotes that prove them, sources, and a button to be reminded."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby

from bot.views import when as say
from bot.views.buttons import NAME_LIMIT, button, named
from bot.views.evidence import marked, newest_proof, proof, source, stale_warning
from bot.views.markup import TEXT_LIMIT, Html, italic, join, plain, quote, shorten, utf16_length
from bot.views.message import Button, Keyboard, Message
from bot.views.moment import Moment
from briefings.answers.findings import Answer, Finding, Superseded
from briefings.briefing import BriefingRef, When
from briefings.key_dates.agreement import agrees
from briefings.key_dates.key_date import KeyDate

GAP = "\n\n"
ROOM = TEXT_LIMIT - 200
"""what the findings may take; the rest is for what is said below them"""
DATED_KINDS = frozenset({"when", "countdown", "how_long"})
"""questions whose answer is a date: it stands first, in bold"""
MOST_REMINDERS = 3
MOST_BRIEFINGS = 3


@dataclass(frozen=True, slots=True)
class Told:
    """An answer with what is known of its key dates and their follower."""

    answer: Answer
    key_dates: Mapping[int, KeyDate] = field(default_factory=dict)
    """by id; a date that moved since is told as it stands now"""
    followed: frozenset[int] = frozenset()
    """ids of the key dates that this chat follows"""


def answer_message(told: Told, moment: Moment, *, may_ask_why: bool = False) -> Message:
    """Show an answer; the moment's texts are in the question's language. Editors may ask why."""
    why: Keyboard = ((button(moment.t, "button-why", "why"),),) if may_ask_why else ()
    if not told.answer.findings:
        return _nothing_told(told.answer, moment, why)
    return Message(_text(told, moment), (*_reminders(told, moment), *_sources(told.answer), *why))


def answer_text(told: Told, moment: Moment) -> str:
    """Say the same in plain text, quotations between quotation marks."""
    text = answer_message(told, moment).text
    return plain(Html(text.replace("<blockquote>", "“").replace("</blockquote>", "”")))


def _nothing_told(answer: Answer, moment: Moment, why: Keyboard) -> Message:
    name = "nothing-told-nearest" if answer.nearest else "nothing-told"
    return Message(moment.t(name), (*_briefing_rows(answer.nearest), *why))


def _text(told: Told, moment: Moment) -> Html:
    blocks = list(_blocks(told, moment))
    shown = _fitting(blocks)
    left = len(blocks) - len(shown)
    return join([*shown, moment.t("shortened", count=left) if left else ""], GAP)


def _fitting(blocks: list[Html]) -> list[Html]:
    """Keep as many blocks as one message holds, whole ones; always the first."""
    shown, length = blocks[:1], utf16_length(blocks[0])
    for block in blocks[1:]:
        length += utf16_length(block) + len(GAP)
        if length > ROOM:
            break
        shown.append(block)
    return shown


def _blocks(told: Told, moment: Moment) -> Iterator[Html]:
    """Yield the findings, neighbours from one briefing under one source."""
    warned: set[int] = set()
    for briefing, group in groupby(told.answer.findings, key=lambda finding: finding.briefing):
        *first, last = findings = list(group)
        yield from (_finding(finding, told, moment) for finding in first)
        warning = "" if briefing.id in warned else stale_warning(briefing, moment)
        warned.add(briefing.id)
        older = [_superseded(one, moment) for finding in findings for one in finding.older]
        yield join([_finding(last, told, moment), source(briefing, moment), warning, *older])


def _finding(finding: Finding, told: Told, moment: Moment) -> Html:
    sentence = quote(marked(finding.quote, finding.text_start, finding.text_end))
    return join([_date(finding, told, moment), _moved_since(finding, told, moment), sentence])


def _moved_since(finding: Finding, told: Told, moment: Moment) -> Html:
    """Prove the day that holds, where it is another than the sentence below tells; nothing where it tells that one."""
    key_date = told.key_dates.get(finding.key_date_id or 0)
    if key_date is None or finding.date is None or agrees(finding.date, key_date.when):
        return Html("")
    return join([newest_proof(key_date, moment), moment.t("told-otherwise")])


def _superseded(older: Superseded, moment: Moment) -> Html:
    when = say.day(older.date, moment) if older.date else ""
    return join([moment.t("disagreement"), when, proof(older.quote, older.briefing, moment)])


def _date(finding: Finding, told: Told, moment: Moment) -> Html:
    key_date = told.key_dates.get(finding.key_date_id or 0)
    when = key_date.when if key_date else finding.date
    if when is None:
        return Html("")
    if key_date and key_date.status == "cancelled":
        return moment.t("date-cancelled", day=say.day(when, moment))
    is_asked = told.answer.kind in DATED_KINDS
    return say.headline(when, moment) if is_asked else italic(say.dated(when, moment))


def _reminders(told: Told, moment: Moment) -> Keyboard:
    ahead = list(_followable(told, moment))[:MOST_REMINDERS]
    return tuple((_reminder(key_date_id, when, told, moment, len(ahead) == 1),) for key_date_id, when in ahead)


def _followable(told: Told, moment: Moment) -> Iterator[tuple[int, When]]:
    """Yield the key dates behind the findings that still lie ahead, each once; also those not settled yet."""
    dates = {finding.key_date_id or finding.event_id: finding.date for finding in told.answer.findings}
    for key_date_id, date in dates.items():
        key_date = told.key_dates.get(key_date_id or 0)
        when = key_date.when if key_date else date
        cancelled = key_date is not None and key_date.status == "cancelled"
        if key_date_id is not None and when is not None and not cancelled and not say.is_over(when, moment):
            yield key_date_id, when


def _reminder(key_date_id: int, when: When, told: Told, moment: Moment, is_only: bool) -> Button:
    if key_date_id in told.followed:
        return button(moment.t, "button-following", f"date:{key_date_id}")
    if is_only:
        return button(moment.t, "button-remind", f"remind:{key_date_id}")
    key_date = told.key_dates.get(key_date_id)
    name = key_date.name if key_date else plain(say.day(when, moment))
    return button(moment.t, "button-remind-of", f"remind:{key_date_id}", name=shorten(name, NAME_LIMIT))


def _sources(answer: Answer) -> Keyboard:
    return _briefing_rows(tuple(dict.fromkeys(finding.briefing for finding in answer.findings)))


def _briefing_rows(briefings: tuple[BriefingRef, ...]) -> Keyboard:
    return tuple((named(briefing.title, f"briefing:{briefing.id}", "📰"),) for briefing in briefings[:MOST_BRIEFINGS])

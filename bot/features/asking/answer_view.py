"""An answer as one message: dates worked out, quotes that prove them, sources, and a button to be reminded."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby

from bot.ui import dates as say
from bot.ui.buttons import NAME_LIMIT, button, named
from bot.ui.evidence import marked, newest_proof, proof, source, stale_warning
from bot.ui.key_date_names import name_of
from bot.ui.markup import TEXT_LIMIT, Html, italic, join, plain, quote, shorten, utf16_length
from bot.ui.message import Button, Keyboard, Message
from bot.ui.view_context import ViewContext
from briefings.answers.findings import Answer, Finding, Superseded
from briefings.key_dates.agreement import agrees
from briefings.model.briefing import BriefingRef, When
from briefings.model.key_date import KeyDate

GAP = "\n\n"
ROOM = TEXT_LIMIT - 200
"""what the findings may take; the rest is for what is said below them"""
DATED_KINDS = frozenset({"when", "countdown", "how_long"})
"""questions whose answer is a date: it stands first, in bold"""
MOST_REMINDERS = 3
MOST_BRIEFINGS = 3


@dataclass(frozen=True, slots=True)
class AnswerInContext:
    """An answer with what is known of its key dates and their follower."""

    answer: Answer
    key_dates: Mapping[int, KeyDate] = field(default_factory=dict)
    """by id, as they stand now: a date may have moved since"""
    followed: frozenset[int] = frozenset()
    """ids of the key dates that this chat follows"""


def answer_message(answered: AnswerInContext, viewer: ViewContext, *, may_ask_why: bool = False) -> Message:
    """Show an answer; `viewer` speaks the question's language. Editors may ask why."""
    why: Keyboard = ((button(viewer.t, "button-why", "why"),),) if may_ask_why else ()
    if not answered.answer.findings:
        return _nothing_told(answered.answer, viewer, why)
    return Message(_text(answered, viewer), (*_reminders(answered, viewer), *_sources(answered.answer), *why))


def answer_text(answered: AnswerInContext, viewer: ViewContext) -> str:
    """Say the same in plain text, quotations between quotation marks."""
    text = answer_message(answered, viewer).text
    return plain(Html(text.replace("<blockquote>", "“").replace("</blockquote>", "”")))


def _nothing_told(answer: Answer, viewer: ViewContext, why: Keyboard) -> Message:
    name = "nothing-told-nearest" if answer.nearest else "nothing-told"
    return Message(viewer.t(name), (*_briefing_rows(answer.nearest), *why))


def _text(answered: AnswerInContext, viewer: ViewContext) -> Html:
    blocks = list(_blocks(answered, viewer))
    shown = _fitting(blocks)
    left = len(blocks) - len(shown)
    return join([*shown, viewer.t("shortened", count=left) if left else ""], GAP)


def _fitting(blocks: list[Html]) -> list[Html]:
    """Keep as many blocks as one message holds, whole ones; always the first."""
    shown, length = blocks[:1], utf16_length(blocks[0])
    for block in blocks[1:]:
        length += utf16_length(block) + len(GAP)
        if length > ROOM:
            break
        shown.append(block)
    return shown


def _blocks(answered: AnswerInContext, viewer: ViewContext) -> Iterator[Html]:
    """Yield the findings, neighbours from one briefing under one source."""
    warned: set[int] = set()
    for briefing, group in groupby(answered.answer.findings, key=lambda finding: finding.briefing):
        *first, last = findings = list(group)
        yield from (_finding(finding, answered, viewer) for finding in first)
        warning = "" if briefing.id in warned else stale_warning(briefing, viewer)
        warned.add(briefing.id)
        older = [_superseded(one, viewer) for finding in findings for one in finding.older]
        yield join([_finding(last, answered, viewer), source(briefing, viewer), warning, *older])


def _finding(finding: Finding, answered: AnswerInContext, viewer: ViewContext) -> Html:
    sentence = quote(marked(finding.quote, finding.text_start, finding.text_end))
    return join([_date(finding, answered, viewer), _moved_since(finding, answered, viewer), sentence])


def _moved_since(finding: Finding, answered: AnswerInContext, viewer: ViewContext) -> Html:
    """Prove the day that holds, where it is another than the sentence below tells; nothing where it tells that one."""
    key_date = answered.key_dates.get(finding.key_date_id or 0)
    if key_date is None or finding.date is None or agrees(finding.date, key_date.when):
        return Html("")
    return join([newest_proof(key_date, viewer), viewer.t("told-otherwise")])


def _superseded(older: Superseded, viewer: ViewContext) -> Html:
    when = say.day(older.date, viewer) if older.date else ""
    return join([viewer.t("disagreement"), when, proof(older.quote, older.briefing, viewer)])


def _date(finding: Finding, answered: AnswerInContext, viewer: ViewContext) -> Html:
    key_date = answered.key_dates.get(finding.key_date_id or 0)
    when = key_date.when if key_date else finding.date
    if when is None:
        return Html("")
    if key_date and key_date.status == "cancelled":
        return viewer.t("date-cancelled", day=say.day(when, viewer))
    is_asked = answered.answer.kind in DATED_KINDS
    if not is_asked and when.precision == "year":
        return Html("")
    return say.headline(when, viewer) if is_asked else italic(say.dated(when, viewer))


def _reminders(answered: AnswerInContext, viewer: ViewContext) -> Keyboard:
    ahead = list(_followable(answered, viewer))[:MOST_REMINDERS]
    return tuple((_reminder(key_date_id, when, answered, viewer, len(ahead) == 1),) for key_date_id, when in ahead)


def _followable(answered: AnswerInContext, viewer: ViewContext) -> Iterator[tuple[int, When]]:
    """Yield the key dates behind the findings that still lie ahead, each once; also those not settled yet."""
    dates = {finding.key_date_id or finding.event_id: finding.date for finding in answered.answer.findings}
    for key_date_id, date in dates.items():
        key_date = answered.key_dates.get(key_date_id or 0)
        when = key_date.when if key_date else date
        cancelled = key_date is not None and key_date.status == "cancelled"
        if key_date_id is not None and when is not None and not cancelled and not say.is_over(when, viewer):
            yield key_date_id, when


def _reminder(key_date_id: int, when: When, answered: AnswerInContext, viewer: ViewContext, is_only: bool) -> Button:
    if key_date_id in answered.followed:
        return button(viewer.t, "button-following", f"date:{key_date_id}")
    if is_only:
        return button(viewer.t, "button-remind", f"remind:{key_date_id}")
    key_date = answered.key_dates.get(key_date_id)
    name = name_of(key_date, viewer.t) if key_date else plain(say.day(when, viewer))
    return button(viewer.t, "button-remind-of", f"remind:{key_date_id}", name=shorten(name, NAME_LIMIT))


def _sources(answer: Answer) -> Keyboard:
    return _briefing_rows(tuple(dict.fromkeys(finding.briefing for finding in answer.findings)))


def _briefing_rows(briefings: tuple[BriefingRef, ...]) -> Keyboard:
    return tuple((named(briefing.title, f"briefing:{briefing.id}", "📰"),) for briefing in briefings[:MOST_BRIEFINGS])

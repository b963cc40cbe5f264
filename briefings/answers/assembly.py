"""From judged passages to findings: dated, without repetition, the newest first where briefings disagree."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from briefings.answers.findings import MANY, MOST_FINDINGS, Finding, Kind, Superseded
from briefings.answers.question import Question
from briefings.answers.ranking import Judged
from briefings.answers.scoring import Pair
from briefings.answers.windows import Read
from briefings.model.briefing import BriefingRef, When
from briefings.text import stems, tokens
from db.search import StoredBriefing, StoredDate, StoredKeyDate, StoredPassage

SINGLE: Final[frozenset[Kind]] = frozenset({"when", "countdown", "how_many", "how_long"})
"""Kinds that have one answer: what briefings tell otherwise contradicts it."""

DAYS: Final[frozenset[Kind]] = frozenset({"when", "countdown"})
"""Kinds that a day answers."""

FURTHER: Final = 0.25
"""The score from which a second finding is worth telling."""

COMPLETE_SHARE: Final = 0.6
"""A passage with every word of the question, in which the reader saw an answer, may be this much less sure."""

SAME: Final = 0.75
"""Share of stems that two sentences have in common when they say the same."""

NOTHING_SPECIAL: Final = frozenset({"why", "how", "yes_no"})
"""Kinds whose stretch of text is no name or figure that could be compared."""


Given = tuple[Judged, Finding]
"""A passage that is given, with the finding made of it."""


@dataclass(frozen=True, slots=True)
class Assembled:
    """The findings, and why each judged passage was given or not, by passage id."""

    findings: tuple[Finding, ...]
    reasons: Mapping[int, str]


def assemble(
    question: Question, judged: Sequence[Judged], thresholds: Mapping[Pair, float], told: Sequence[StoredKeyDate]
) -> Assembled:
    """Choose what to give of the judged passages, the likeliest first."""
    reasons: dict[int, str] = {}
    chosen: list[Given] = []
    for one in judged:
        finding = finding_of(one.passage, one.briefing, one.score, question.kind, one.read, told)
        reasons[one.passage.id] = reason = _reason(question, one, finding, chosen, thresholds[one.pair])
        if reason == "given":
            chosen.append((one, finding))
    return Assembled(_newest_first(question, chosen), reasons)


def _reason(question: Question, one: Judged, finding: Finding, chosen: Sequence[Given], threshold: float) -> str:
    if one.unmet:
        return "condition not met"
    if one.score < (_further(question, one, threshold) if chosen else threshold):
        return "below the threshold"
    if chosen and question.kind in DAYS and finding.date is None:
        return "no day told"
    if any(_says_the_same(finding, other, question.kind) for _, other in chosen):
        return "said already"
    return "given" if len(chosen) < MOST_FINDINGS else "beyond the six"


def _further(question: Question, one: Judged, threshold: float) -> float:
    """Return the score from which a passage is given beside a better one."""
    if question.kind in MANY and one.is_complete:
        return COMPLETE_SHARE * threshold
    return max(threshold, FURTHER)


def _says_the_same(one: Finding, other: Finding, kind: Kind) -> bool:
    if one.text_start is not None and other.text_start is not None and kind not in NOTHING_SPECIAL:
        answer, known = _words(one.text), _words(other.text)
        if answer == known or (_is_named(one.text) and (answer <= known or known <= answer)):
            return True
    mine, theirs = _words(one.quote), _words(other.quote)
    if any(word[0].isdigit() for word in mine ^ theirs):
        return False
    return len(mine & theirs) >= SAME * max(1, min(len(mine), len(theirs)))


def _is_named(text: str) -> bool:
    return any(word.text[0].isupper() for word in tokens(text)[1:]) or text[:1].isdigit()


def _words(text: str) -> frozenset[str]:
    return frozenset(stems(text))


def _newest_first(question: Question, found: Sequence[Given]) -> tuple[Finding, ...]:
    """Of each event let the newest briefing answer; what older ones tell otherwise is told with it."""
    findings = [finding for _, finding in found]
    if question.kind not in SINGLE:
        return tuple(sorted(findings, key=_age) if question.wants_newest else findings)
    events: list[list[Given]] = []
    for one in found:
        event = next((event for event in events if _tell_of_one_event(question, one, event[0])), None)
        if event is None:
            events.append([one])
        else:
            event.append(one)
    return tuple(finding for event in events for finding in _newest_of([finding for _, finding in event]))


def _tell_of_one_event(question: Question, one: Given, likeliest: Given) -> bool:
    """Whether a finding is of the likeliest one's event: by the key date behind both, else by the question's words."""
    ids = {one[1].event_id, likeliest[1].event_id}
    if question.kind in DAYS and None not in ids:
        return len(ids) == 1
    is_same_briefing = one[1].briefing.id == likeliest[1].briefing.id
    return is_same_briefing or _told(question, likeliest[0]) <= _told(question, one[0])


def _told(question: Question, one: Judged) -> frozenset[str]:
    """Return which of the question's words stand in a sentence or its headline."""
    there = one.around.own | one.around.headline
    return frozenset(term.stem for term in question.content if any(stem in there for stem in term.index_stems))


def _newest_of(event: Sequence[Finding]) -> tuple[Finding, ...]:
    newest, *others = sorted(event, key=_age)
    same = [one for one in others if one.briefing.id == newest.briefing.id]
    otherwise = [one for one in others if one not in same and not _tell_one_day(one, newest)]
    older = [one for one in otherwise if _published(one) < _published(newest)]
    beside = [one for one in otherwise if one not in older]
    superseded = tuple(Superseded(one.quote, one.date, one.briefing) for one in older)
    return (replace(newest, older=superseded), *same, *beside)


def _tell_one_day(one: Finding, other: Finding) -> bool:
    days = {(told.first, told.last) for told in (one.date, other.date) if told}
    return one.date is not None and other.date is not None and len(days) == 1


def _age(finding: Finding) -> tuple[int, float]:
    return -_published(finding).toordinal(), -finding.score


def _published(finding: Finding) -> date:
    return finding.briefing.published or date.min


def finding_of(
    passage: StoredPassage,
    briefing: StoredBriefing,
    score: float,
    kind: Kind,
    mark: Read | None = None,
    told: Sequence[StoredKeyDate] = (),
) -> Finding:
    """Make a finding of a passage; the stretch is the reader's where it is sure, a day where a day is asked for."""
    stretch = (mark.start, mark.end) if mark and mark.margin > 0 else None
    mention = _mention(passage, stretch, kind) or _key_mention(passage, told)
    if stretch is None and mention and kind in DAYS:
        stretch = (mention.start, mention.end)
    key_date = _key_date_of(passage, mention, told)
    if key_date and mention and kind in DAYS:
        stretch = (mention.start, mention.end)
    start, end = stretch or (None, None)
    return Finding(
        text=passage.text[start:end],
        quote=passage.text,
        text_start=start,
        text_end=end,
        passage_id=passage.id,
        date=_when(mention, key_date),
        score=score,
        briefing=reference(briefing),
        key_date_id=key_date.key_date_id if key_date and key_date.is_settled else None,
        event_id=key_date.key_date_id if key_date else None,
    )


def _mention(passage: StoredPassage, stretch: tuple[int, int] | None, kind: Kind) -> StoredDate | None:
    """Choose the date of a finding: the one in the marked stretch, else the most precise that is told."""
    if stretch:
        marked = [one for one in passage.dates if one.start < stretch[1] and stretch[0] < one.end]
        if marked or kind in DAYS:
            return next(iter(marked), None)
    return min(passage.dates, key=lambda one: (one.last - one.first, one.start), default=None)


def _key_mention(passage: StoredPassage, told: Sequence[StoredKeyDate]) -> StoredDate | None:
    """Choose the date for which the passage is the proof of a key date, where the reader marked no day."""
    return next((one for one in passage.dates if _key_date_of(passage, one, told)), None)


def _key_date_of(
    passage: StoredPassage, mention: StoredDate | None, told: Sequence[StoredKeyDate]
) -> StoredKeyDate | None:
    mine = [one for one in told if one.briefing_id == passage.briefing_id and passage.text in one.quotes]
    return next((one for one in mine if mention and (one.first, one.last) == (mention.first, mention.last)), None)


def _when(mention: StoredDate | None, key_date: StoredKeyDate | None) -> When | None:
    told = key_date or mention
    if told is None:
        return None
    instant, zone = (key_date.instant, key_date.zone) if key_date else (None, None)
    return When(told.value, told.first, told.last, told.precision, instant, zone)


def reference(briefing: StoredBriefing) -> BriefingRef:
    """Return what an answer says of a briefing."""
    language = briefing.language
    return BriefingRef(briefing.id, briefing.title, briefing.source, briefing.url, briefing.published, language)


def nearest(judged: Sequence[Judged], count: int) -> tuple[BriefingRef, ...]:
    """Return the briefings of the likeliest passages, each once."""
    return tuple(_each_once(judged))[:count]


def _each_once(judged: Sequence[Judged]) -> Iterator[BriefingRef]:
    yield from {one.briefing.id: reference(one.briefing) for one in judged}.values()

"""What can be read out of an article before anybody publishes it: sentences, summary, proposed key dates."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from operator import attrgetter
from zoneinfo import ZoneInfo

from briefings.dates import DateMention, find_dates
from briefings.editorial.summary import summarize
from briefings.intake.errors import IntakeError
from briefings.intake.passages import headline, passages
from briefings.key_dates.detection.candidate import TooManyEvents
from briefings.key_dates.detection.candidates import Candidate, find_candidates
from briefings.model.briefing import When
from briefings.text import Language, Span

TIMED = ("minute", "hour")
NEAR = (*TIMED, "part", "day", "weekend", "week", "month")
MOST_CHOICES = 3
MOST_KEY_DATES = 300
"""Proposals of one article: nobody can review more."""
MOST_DATES = 3_000
"""Mentions in one article; news tells at most ten in a thousand letters, 2,000 in the longest text that is read."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A key date that the text seems to tell."""

    name: str
    when: When
    place: str | None
    planned: bool
    quote: str
    mention: str
    further_quotes: tuple[str, ...]
    offered: bool
    """whether it is only shown to the editor, who may take it"""
    anchor: str | None
    """what the date was counted from: `published 2019-05-02`, `told 2019-04-28`, or None"""


@dataclass(frozen=True, slots=True)
class Study:
    """The outcome of reading an article once."""

    sentences: tuple[Span, ...]
    summary: tuple[Span, ...]
    proposals: tuple[Proposal, ...]
    unresolved: tuple[str, ...]
    """mentions that mean nothing without the publication date"""
    date_choices: tuple[date, ...]
    """days written in full, latest first: candidates for the publication date"""


def study(title: str, text: str, language: Language, published: date | None, zone: str) -> Study:
    """Read an article; times of day without a zone are taken in `zone`. Pure, but slow for long texts.

    Raises IntakeError "too_many_dates" or "too_many_key_dates".
    """
    sentences = passages(text, title, language)
    mentions = find_dates(text, published, language, MOST_DATES + 1)
    if len(mentions) > MOST_DATES:
        raise IntakeError("too_many_dates", limit=MOST_DATES)
    spans = [(one.start, one.end) for one in _tellers(title, text, sentences, mentions, published)]
    candidates = _candidates(text, spans, mentions, published, language, title)
    return Study(
        sentences=sentences,
        summary=summarize(text, sentences, title, language, _places_ahead(mentions, published)),
        proposals=tuple(_proposal(text, candidate, zone) for candidate in candidates),
        unresolved=tuple(dict.fromkeys(mention.text for mention in mentions if "unresolved" in mention.flags)),
        date_choices=_days_in_full(text, language),
    )


def _tellers(
    title: str, text: str, sentences: tuple[Span, ...], mentions: Sequence[DateMention], published: date | None
) -> tuple[Span, ...]:
    """The passages, and before them the headline, where it alone tells a day ahead: no date may be missed."""
    head = headline(text, title)
    if head is None or published is None:
        return sentences
    told = {mention.first for mention in mentions if _lies_in(mention, sentences)}
    ahead = (mention for mention in mentions if mention.end <= head.end and mention.first not in told)
    tells_more = any(mention.first is not None and mention.first > published for mention in ahead)
    return (head, *sentences) if tells_more else sentences


def _lies_in(mention: DateMention, sentences: Sequence[Span]) -> bool:
    place = bisect_right(sentences, mention.start, key=attrgetter("start")) - 1
    return place >= 0 and mention.start < sentences[place].end


def _candidates(
    text: str,
    sentences: Sequence[tuple[int, int]],
    mentions: Sequence[DateMention],
    published: date | None,
    language: Language,
    title: str,
) -> tuple[Candidate, ...]:
    try:
        return find_candidates(text, sentences, mentions, published, language, MOST_KEY_DATES, title)
    except TooManyEvents as error:
        raise IntakeError("too_many_key_dates", limit=MOST_KEY_DATES) from error


def _places_ahead(mentions: Sequence[DateMention], published: date | None) -> list[int]:
    """Where days ahead are told, by day or month."""
    known = [mention for mention in mentions if mention.first is not None and mention.precision in NEAR]
    return [mention.start for mention in known if published and mention.first and mention.first > published]


def when_of(mention: DateMention, zone: str) -> When | None:
    """Turn a resolved mention into a When; a time of day counts in the zone that it names, else in `zone`."""
    if mention.first is None or mention.last is None:
        return None
    if mention.precision not in TIMED or mention.hour is None:
        return When(mention.value, mention.first, mention.last, mention.precision)
    reported = mention.zone or zone
    at = datetime.combine(mention.first, time(mention.hour, mention.minute or 0), ZoneInfo(reported))
    return When(mention.value, mention.first, mention.last, mention.precision, at, reported)


def _proposal(text: str, candidate: Candidate, zone: str) -> Proposal:
    when = when_of(candidate.mention, zone)
    if when is None:
        raise ValueError("a candidate without days is no key date")
    quote = text[candidate.quote_start : candidate.quote_end]
    quotes = (text[start:end] for start, end in _quote_spans(candidate))
    return Proposal(
        name=candidate.name,
        when=when,
        place=candidate.place,
        planned=candidate.planned,
        quote=quote,
        mention=candidate.mention.text,
        further_quotes=tuple(other for other in dict.fromkeys(quotes) if other != quote),
        offered=candidate.offered,
        anchor=candidate.mention.anchor,
    )


def _quote_spans(candidate: Candidate) -> list[tuple[int, int]]:
    return [(evidence.quote_start, evidence.quote_end) for evidence in candidate.evidence]


def _days_in_full(text: str, language: Language) -> tuple[date, ...]:
    """Find the days that need no publication date to be understood."""
    mentions = find_dates(text, None, language, MOST_DATES)
    days = {mention.first for mention in mentions if mention.first is not None and mention.precision == "day"}
    return tuple(sorted(days, reverse=True)[:MOST_CHOICES])

"""From date mentions to what people would follow.

Every day ahead is a candidate: by the noun or verb of what happens on it, else by what its clause tells. Where
something speaks against a day it is only offered to the editor. Of days behind us only those count that a lasting event
is tied to.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import cached_property

from briefings.dates.mention import DateMention
from briefings.key_dates.detection.actions import Action, action_on, may_tell
from briefings.key_dates.detection.candidate import Candidate, Evidence, TooManyEvents
from briefings.key_dates.detection.clause_names import clause_name
from briefings.key_dates.detection.merging import merge
from briefings.key_dates.detection.naming import name_of
from briefings.key_dates.detection.noun_classification import Event
from briefings.key_dates.detection.places import place_in, whereabouts
from briefings.key_dates.detection.similarity import content_stems, deny_each_other, marks
from briefings.key_dates.detection.tied_sentence import CLOSE, TiedSentence, distance
from briefings.text.detection import Language

__all__ = ["Candidate", "Evidence", "find_candidates"]

LONGEST_SENTENCE = 1500
"""Code points: what is longer is a table or a list, and ties nothing to anything."""
MOST_STEM_LOST = 3
"""Letters at the end of a noun that other cases may change."""
ACTION_PRECISIONS = frozenset({"minute", "hour", "part", "day", "month"})
TOLD_BY_MONTH = frozenset({"opening", "law", "visit"})


def find_candidates(
    text: str,
    sentences: Sequence[tuple[int, int]],
    mentions: Sequence[DateMention],
    published: date | None,
    language: Language,
    most: int | None = None,
    title: str = "",
) -> tuple[Candidate, ...]:
    """Key dates that the text tells, in order of time, each with all the sentences that tell it.

    Those that something speaks against are `offered`. What has no name of its own is called by the `title`.

    `sentences` are (start, end) in code points, `mentions` those of `find_dates` on the same text, in its order. Raises
    TooManyEvents where it tells of more than `most`, or has more sentences that cancel some.
    """
    found: list[Candidate] = []
    cancelling = 0
    phrases: list[str] = []
    for sentence in _sentences(text, sentences, mentions, published, language):
        phrases.extend(sentence.event_phrases())
        if sentence.is_cancelling and not sentence.tells_days:
            cancelling += 1
            if cancelling == most:
                raise TooManyEvents
            found = [replace(one, offered=one.offered or sentence.speaks_of(one)) for one in found]
        found.extend(sentence.candidates())
    return merge([_titled(one, title) for one in found], phrases, language, most)


def _sentences(
    text: str,
    sentences: Sequence[tuple[int, int]],
    mentions: Sequence[DateMention],
    published: date | None,
    language: Language,
) -> Iterator["_Sentence"]:
    starts = [mention.start for mention in mentions]
    for start, end in sentences:
        if end - start <= LONGEST_SENTENCE:
            reported = mentions[bisect_left(starts, start) : bisect_left(starts, end)]
            yield _Sentence(text, start, end, reported, published, language)


def _titled(candidate: Candidate, title: str) -> Candidate:
    """The candidate, called by the title of the text where its sentence does not name it."""
    if candidate.name:
        return candidate
    return replace(candidate, name=title or candidate.mention.text, offered=candidate.offered or not title)


class _Sentence(TiedSentence):
    """One sentence and what it puts on its days."""

    @cached_property
    def _has_actions(self) -> bool:
        return may_tell(self._words, self._language)

    def event_phrases(self) -> Iterator[str]:
        """The names of all events in the sentence, dated or not."""
        return iter(self._names)

    @cached_property
    def _names(self) -> list[str]:
        return [name_of(self._words, event.at, event.head, self._language) for event in self._events]

    def speaks_of(self, candidate: Candidate) -> bool:
        """Whether one of its events may be this one, which other sentences have put on a day ahead."""
        if not candidate.concept:
            named = content_stems(candidate.name, self._language)
            return 2 * len(named & self._stems) >= len(named) > 0
        if not candidate.planned or candidate.concept not in self._marks:
            return False
        marked = marks(candidate.name, self._language)
        return any(not deny_each_other(marked, others) for others in self._marks[candidate.concept])

    @cached_property
    def _stems(self) -> frozenset[str]:
        return content_stems(" ".join(word.text for word in self._words), self._language)

    @cached_property
    def _marks(self) -> dict[str, set[frozenset[str]]]:
        """What sets its events off, by their concepts."""
        found: dict[str, set[frozenset[str]]] = {}
        for event, name in zip(self._events, self._names, strict=True):
            found.setdefault(event.head.concept, set()).add(marks(name, self._language))
        return found

    def candidates(self) -> Iterator[Candidate]:
        """The events of this sentence that it puts on a day; of a list, all are called as its first one is."""
        pattern, listed = "", ""
        for candidate in self._apart():
            item = self._item_of(candidate.mention)
            if item and pattern and candidate.name.casefold() == item.casefold():
                yield replace(candidate, name=pattern.replace(listed, item))
                continue
            if item and item in candidate.name and candidate.name != item:
                pattern, listed = candidate.name, item
            yield candidate

    def _item_of(self, mention: DateMention) -> str:
        """The name that a day in brackets follows: "against Norway (10 May), Ghana (13 May)"; "" where none does."""
        at = self._day_places.get(mention.start, 0)
        if at < 2 or self._words[at - 1].text != "(":
            return ""
        start = end = at - 1
        while start > 1 and self._words[start - 1].is_word and self._words[start - 1].is_name:
            start -= 1
        return " ".join(word.text for word in self._words[start:end])

    @cached_property
    def _day_places(self) -> dict[int, int]:
        """Where in the sentence's words each mention begins, by its place in the text."""
        places: dict[int, int] = {}
        for at, word in enumerate(self._words):
            if word.reported is not None:
                places.setdefault(word.reported.start, at)
        return places

    def _apart(self) -> Iterator[Candidate]:
        """The same, each by its own words."""
        for mention in self._mentions:
            reported = self._named(mention) or (self._happening(mention) if self._lies_ahead(mention) else None)
            if reported is not None:
                loose = reported.planned and (not reported.concept or "weekday" in mention.rule)
                yield replace(reported, offered=reported.offered or (loose and self._is_doubtful_day(mention)))

    def _named(self, mention: DateMention) -> Candidate | None:
        """What is on that day by a noun or verb for an event that is tied to it."""
        if self.is_cancelling or not (self._events or self._has_actions) or not self._is_usable(mention):
            return None
        if (event := self._event_on(mention)) is not None:
            return self._candidate(mention, self._name(event, mention), event.head.concept, event.at)
        if (action := self._action_on(mention)) is not None:
            reported = self._candidate(mention, self._action_name(action, mention), action.concept, action.at)
            return reported if self._language != "kk" else replace(reported, where="")
        return None

    def _action_name(self, action: Action, mention: DateMention) -> str:
        """The name of what a verb tells; in Russian and Kazakh a name has a noun in place of the verb."""
        kept = action.concept == "deadline" if self._language == "kk" else not action.name.endswith((" held", " place"))
        if self._language != "ru" and kept:
            return action.name
        return clause_name(self._words, *self._place(mention), self._language) or action.name

    def _happening(self, mention: DateMention) -> Candidate:
        """What the clause tells of a day ahead, whatever it is; offered where something speaks against it."""
        place = self._place(mention)
        name = clause_name(self._words, *place, self._language)
        beside = self._beside(*place) if name is None else None
        if beside is not None:
            name = name_of(self._words, beside.at, beside.head, self._language)
            reported = self._candidate(mention, name, beside.head.concept, beside.at)
        else:
            reported = replace(self._candidate(mention, name or "", "", place[0]), where="")
        sure = name != "" and not self.is_cancelling and not self._is_old_day(mention)
        return replace(reported, planned=True, offered=not (sure and self._is_proposed(mention)))

    def _beside(self, first: int, last: int) -> Event | None:
        """The event beside the day, for a clause that speaks of "it" or of what "we" will do."""
        beside = [event for event in self._near(first, last) if distance(event.at, first, last) <= CLOSE]
        return min(beside, key=lambda event: distance(event.at, first, last), default=None)

    def _name(self, event: Event, mention: DateMention) -> str:
        """The name of an event by its noun, by its clause where the noun alone says less: "Teachers go on strike"."""
        name = name_of(self._words, event.at, event.head, self._language)
        if " " in name:
            return name
        action = self._action_on(mention)
        if action is not None and action.concept == event.head.concept:
            return self._action_name(action, mention)
        reported = clause_name(self._words, *self._place(mention), self._language) or ""
        is_named = _holds(reported, event.head.noun) or (event.head.concept == "deadline" and " " in reported)
        return reported if self._is_planned(mention) and is_named else name

    def _action_on(self, mention: DateMention) -> Action | None:
        timely = mention.precision in ACTION_PRECISIONS and self._is_planned(mention)
        if not self._has_actions or not timely:
            return None
        action = action_on(self._words, *self._place(mention), self._language)
        is_vague = mention.precision == "month" and action is not None and action.concept not in TOLD_BY_MONTH
        return None if is_vague else action

    def _candidate(self, mention: DateMention, name: str, concept: str, at: int) -> Candidate:
        place = place_in(self._words, self._language)
        if mention.hour is not None and mention.zone is None and place is not None:
            mention = replace(mention, zone=place.zone)
        return Candidate(
            name=name,
            mention=mention,
            quote_start=self._span[0],
            quote_end=self._span[1],
            planned=self._is_planned(mention),
            place=place.names[self._language] if place else None,
            evidence=(Evidence(mention, *self._span),),
            concept=concept,
            where=whereabouts(self._around(at, *self._place(mention)), self._language),
        )


def _holds(name: str, noun: str) -> bool:
    """Whether a name speaks of this noun, in whatever case, and of more."""
    stem = noun[: max(MOST_STEM_LOST, len(noun) - MOST_STEM_LOST)].lower()
    words = name.lower().split()
    return len(words) > 1 and any(word.startswith(stem) for word in words)

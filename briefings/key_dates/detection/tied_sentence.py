"""Which event nouns of a sentence belong to a day that it tells."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property

from briefings.dates.mention import DateMention
from briefings.key_dates.detection.clause_words import Word
from briefings.key_dates.detection.dated_sentence import DatedSentence
from briefings.key_dates.detection.event_nouns import LASTING, UNPLANNED
from briefings.key_dates.detection.naming import LONGEST_COMPLEMENT, complement_end, is_function_word
from briefings.key_dates.detection.noun_classification import Event, find_events

FARTHEST = 12
"""Words between an event and its day."""
CLOSE = 4
"""Words between them that need no verb to tie them."""
PAST_FARTHEST = 9
ARTICLES = frozenset({"the", "a", "an"})
UNTIL = frozenset({"until", "till", "до", "дейін"})
AIMING = frozenset({"for", "about", "against"})
"""What leads to an event that was only spoken of on that day: "named its candidate for the election on April 23"."""
ANDS = frozenset({"and", "but", "и", "а", "но"})


class TiedSentence(DatedSentence):
    """One sentence and the events that it ties to days."""

    @cached_property
    def _events(self) -> list[Event]:
        return find_events(self._words, self._language)

    def _event_on(self, mention: DateMention) -> Event | None:
        first, last = self._place(mention)
        tied = [event for event in self._near(first, last) if self._is_tied(event, mention)]
        if not tied:
            return None
        nearest = min(tied, key=lambda event: distance(event.at, first, last))
        return self._outermost(nearest, tied)

    def _near(self, first: int, last: int) -> Sequence[Event]:
        """The events that are not too far from a day, whatever belongs to their nouns."""
        start = bisect_left(self._events, first - FARTHEST - LONGEST_COMPLEMENT, key=_place_of_event)
        return self._events[start : bisect_right(self._events, last + FARTHEST, key=_place_of_event)]

    def _outermost(self, event: Event, tied: Sequence[Event]) -> Event:
        """The event that another one only describes: "the opening of the summit", "саммиттің ашылуы"."""
        for other in tied:
            inner, outer = (other.at, event.at) if self._language == "kk" else (event.at, other.at)
            if 0 < inner - outer <= (3 if self._language == "en" else 2) and self._joins(outer, inner):
                return other
        return event

    def _joins(self, outer: int, inner: int) -> bool:
        between = [word.lower for word in self._words[outer + 1 : inner]]
        return self._language != "en" or (bool(between) and between[0] in ("of", "for", "in", "to"))

    def _is_tied(self, event: Event, mention: DateMention) -> bool:
        first, last = self._place(mention)
        between = self._between(event, first, last)
        planned = self._is_planned(mention)
        if len(between) > (FARTHEST if planned else PAST_FARTHEST) or not self._is_free(between, mention):
            return False
        if (
            self._lasts_until(first, last)
            or self._is_circumstance(event.at)
            or (event.at < first and self._is_object(event.at, between))
        ):
            return False
        if planned and event.head.concept in UNPLANNED:
            return False
        if not planned:
            return event.head.concept in LASTING and self._is_told_as_past(event, between, first, last)
        if self._is_doubtful(between, event.at):
            return False
        return self._is_attached(between, event.at < first) or self._is_staged(self._around(event.at, first, last))

    def _lasts_until(self, first: int, last: int) -> bool:
        """Whether something only goes on until that day: "open until June 30", "30 маусымға дейін ашық"."""
        if self._moved:
            return False
        near = (
            self._words[last - 1 : last + 1] if self._language == "kk" else self._words[max(0, first - 1) : first + 1]
        )
        return any(word.lower in UNTIL for word in near)

    def _between(self, event: Event, first: int, last: int) -> Sequence[Word]:
        """The words between an event, with what belongs to its noun, and a day."""
        if event.at > first:
            return self._words[last : event.at]
        return self._words[min(first, complement_end(self._words, event.at, event.head, self._language)) : first]

    def _is_told_as_past(self, event: Event, between: Sequence[Word], first: int, last: int) -> bool:
        if self._language == "en":
            if any(word.lower in AIMING for word in self._words[max(0, event.at - 3) : event.at]):
                return False
            near = len(between) <= CLOSE or self._is_staged(between)
            return near and (event.at < first or not self._has_function_word(between))
        return len(between) <= 1 or self._is_staged(self._around(event.at, first, last))

    def _has_function_word(self, between: Sequence[Word]) -> bool:
        """Whether more than an article and adjectives leads from day to event: "on April 26 to end the strike"."""
        return any(is_function_word(word) for word in between if word.lower not in ARTICLES)

    def _is_free(self, between: Sequence[Word], mention: DateMention) -> bool:
        """Whether no other day, clause or speaker stands between."""
        aside = any(word.text == "," for word in between[1:-1]) and not self._moved
        if aside or self._opens_clause(between, mention):
            return False
        return not any(
            word.lower in self._ties.blocking or word.text in ";:" or self._is_other_day(word, mention)
            for word in between
        )

    def _is_circumstance(self, at: int) -> bool:
        return any(word.lower in self._ties.accompanying for word in self._words[max(0, at - 3) : at + 3])

    def _opens_clause(self, between: Sequence[Word], mention: DateMention) -> bool:
        """Whether the day ends a clause with a verb of its own, and the event comes in the next one."""
        first, last = self._place(mention)
        marks_end = bool(between) and (between[0].text == "," or between[0].lower in ANDS)
        ends = marks_end and self._words[last : last + 1] == [between[0]]
        return ends and self._is_staged(self._words[:first])

    def _is_object(self, at: int, between: Sequence[Word]) -> bool:
        """Whether the verb between event and day speaks of something else: "registration for the race closes on"."""
        if self._language == "kk":
            return self._words[at].lower.endswith(self._ties.towards)
        if not between or between[0].lower.startswith(self._ties.relatives) or not self._has_verb(between):
            return False
        return any(word.lower in self._ties.prepositions for word in self._words[max(0, at - 3) : at])

    def _has_verb(self, between: Sequence[Word]) -> bool:
        """Whether more than names, prepositions and "scheduled" stands there."""
        skipped = self._ties.prepositions | ARTICLES
        plain = [word.text for word in between if word.text.islower() and word.text not in skipped]
        verbs = [word for word in plain if word.endswith(self._ties.verb_endings)]
        return any(not word.startswith(self._ties.scheduling) for word in verbs)

    def _is_other_day(self, word: Word, mention: DateMention) -> bool:
        return word.reported is not None and word.reported is not mention and self._is_usable(word.reported)

    def _is_doubtful(self, between: Sequence[Word], at: int) -> bool:
        near = self._words if self._language == "kk" else [*self._words[max(0, at - 3) : at], *between]
        return any(word.is_word and word.lower in self._ties.doubting for word in near)

    def _is_attached(self, between: Sequence[Word], event_first: bool) -> bool:
        """Whether noun and day stand together: "the June 9 snap election", "election on June 9"."""
        if len(between) > CLOSE or any(word.text == "," for word in between):
            return False
        if not event_first and self._language == "en":
            return all(word.is_word and word.lower not in ("the", "a", "an", "of", "on", "at") for word in between)
        return True

    def _is_staged(self, words: Sequence[Word]) -> bool:
        ties = (*self._ties.staging, *self._ties.moving)
        return any(word.is_word and word.lower.startswith(ties) for word in words)

    def _around(self, at: int, first: int, last: int) -> Sequence[Word]:
        start, end = min(at, first), max(at + 1, last)
        return self._words[max(0, start - 3) : end + CLOSE]


def _place_of_event(event: Event) -> int:
    return event.at


def distance(at: int, first: int, last: int) -> int:
    """Words between an event noun and a day."""
    return first - at if at < first else at - last + 1

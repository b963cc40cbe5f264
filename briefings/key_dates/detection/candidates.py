"""From date mentions to what people would follow.

Every day ahead is a candidate: by the noun or verb of what happens on it, else by what its clause tells. Where
something speaks against a day it is only offered to the editor. Of days behind us only those count that a lasting event
is tied to.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import cached_property
from itertools import pairwise

from briefings.dates.mention import DateMention
from briefings.dates.ranges import join_ranges
from briefings.key_dates.detection.actions import Action, action_on, may_tell
from briefings.key_dates.detection.ahead import compares, is_proposed, looks_ahead, other_side
from briefings.key_dates.detection.candidate import Candidate, Evidence, TooManyEvents
from briefings.key_dates.detection.clause_names import clause_name
from briefings.key_dates.detection.clause_words import Word, join_days, places_in_order, words_of
from briefings.key_dates.detection.clauses import TIES, Ties
from briefings.key_dates.detection.event_nouns import LASTING, UNPLANNED
from briefings.key_dates.detection.merging import merge
from briefings.key_dates.detection.naming import LONGEST_COMPLEMENT, complement_end, is_function_word, name_of
from briefings.key_dates.detection.noun_classification import Event, find_events
from briefings.key_dates.detection.places import place_in, whereabouts
from briefings.key_dates.detection.similarity import deny_each_other, marks
from briefings.text.detection import Language

__all__ = ["Candidate", "Evidence", "find_candidates"]

LONGEST_SENTENCE = 1500
"""Code points: what is longer is a table or a list, and ties nothing to anything."""
FARTHEST = 12
"""Words between an event and its day."""
CLOSE = 4
"""Words between them that need no verb to tie them."""
PAST_FARTHEST = 9
MOST_STEM_LOST = 3
"""Letters at the end of a noun that other cases may change."""
ARTICLES = frozenset({"the", "a", "an"})
UNTIL = frozenset({"until", "till", "до", "дейін"})
AIMING = frozenset({"for", "about", "against"})
"""What leads to an event that was only spoken of on that day: "named its candidate for the election on April 23"."""
ANDS = frozenset({"and", "but", "и", "а", "но"})
TIME_ALONE = "time"
"""The rule of a time of day that no day was told with."""
PLANNED_PRECISIONS = frozenset({"minute", "hour", "part", "day", "weekend", "week", "month", "season", "quarter"})
ACTION_PRECISIONS = frozenset({"minute", "hour", "part", "day", "month"})
TOLD_BY_MONTH = frozenset({"opening", "law", "visit"})
UNDER_WAY = frozenset({"weekend", "week", "month"})
TOO_VAGUE = frozenset({"decade", "century", "vague"})
PAST_PRECISIONS = frozenset({"minute", "hour", "part", "day"})


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
    starts = [mention.start for mention in mentions]
    for start, end in sentences:
        if end - start > LONGEST_SENTENCE:
            continue
        reported = mentions[bisect_left(starts, start) : bisect_left(starts, end)]
        reader = _Sentence(text, start, end, reported, published, language)
        phrases.extend(reader.event_phrases())
        if reader.is_cancelling and not reported:
            cancelling += 1
            if cancelling == most:
                raise TooManyEvents
            found = [replace(one, offered=one.offered or reader.speaks_of(one)) for one in found]
        found.extend(reader.candidates())
    return merge([_titled(one, title) for one in found], phrases, language, most)


def _titled(candidate: Candidate, title: str) -> Candidate:
    """The candidate, called by the title of the text where its sentence does not name it."""
    if candidate.name:
        return candidate
    return replace(candidate, name=title or candidate.mention.text, offered=candidate.offered or not title)


class _Sentence:
    """One sentence, its words, its mentions and the events it speaks of."""

    def __init__(
        self,
        text: str,
        start: int,
        end: int,
        mentions: Sequence[DateMention],
        published: date | None,
        language: Language,
    ) -> None:
        self._span = (start, start + len(text[start:end].rstrip()))
        self._published = published
        self._language = language
        self._ties: Ties = TIES[language]
        self._moved = _moves(words_of(text, start, end, ()), self._ties)
        read = [other_side(mention, published) for mention in mentions]
        self._mentions = tuple(read) if self._moved else join_days(join_ranges(read, text), text)
        self._words = words_of(text, start, end, self._mentions)
        self._has_actions = may_tell(self._words, language)
        self._events = find_events(self._words, language)
        self._places = {id(mention): place for mention, place in places_in_order(self._words)}

    def event_phrases(self) -> Iterator[str]:
        """The names of all events in the sentence, dated or not."""
        return iter(self._names)

    @cached_property
    def _names(self) -> list[str]:
        return [name_of(self._words, event.at, event.head, self._language) for event in self._events]

    def speaks_of(self, candidate: Candidate) -> bool:
        """Whether one of its events may be this one, which other sentences have put on a day ahead."""
        if not candidate.planned or candidate.concept not in self._marks:
            return False
        marked = marks(candidate.name, self._language)
        return any(not deny_each_other(marked, others) for others in self._marks[candidate.concept])

    @cached_property
    def _marks(self) -> dict[str, set[frozenset[str]]]:
        """What sets its events off, by their concepts."""
        found: dict[str, set[frozenset[str]]] = {}
        for event, name in zip(self._events, self._names, strict=True):
            found.setdefault(event.head.concept, set()).add(marks(name, self._language))
        return found

    def candidates(self) -> Iterator[Candidate]:
        """The events of this sentence that it puts on a day."""
        for mention in self._mentions:
            reported = self._named(mention) or (self._happening(mention) if self._lies_ahead(mention) else None)
            if reported is not None:
                yield replace(
                    reported, offered=reported.offered or (reported.planned and self._is_doubtful_day(mention))
                )

    def _is_doubtful_day(self, mention: DateMention) -> bool:
        """Whether the day may lie behind as well, for all that the clause says."""
        return "doubtful" in mention.flags and not looks_ahead(self._words, *self._place(mention), self._language)

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
        sure = name != "" and not self.is_cancelling and not self._is_old_day(mention) and not self._is_regular
        return replace(reported, planned=True, offered=not (sure and self._is_proposed(mention)))

    def _beside(self, first: int, last: int) -> Event | None:
        """The event beside the day, for a clause that speaks of "it" or of what "we" will do."""
        beside = [event for event in self._near(first, last) if _distance(event.at, first, last) <= CLOSE]
        return min(beside, key=lambda event: _distance(event.at, first, last), default=None)

    def _is_proposed(self, mention: DateMention) -> bool:
        return is_proposed(self._words, self._place(mention), mention, self._published, self._language)

    def _is_old_day(self, mention: DateMention) -> bool:
        """Whether the day is the one that something was moved away from."""
        return self._moved and not self._is_new_day(mention)

    def _lies_ahead(self, mention: DateMention) -> bool:
        """Whether a day or a longer time is told that begins after publication, or later on its day."""
        if mention.first is None or mention.last is None or mention.type not in ("DATE", "TIME"):
            return False
        if mention.rule == TIME_ALONE or mention.flags & {"impossible", "unresolved"} or self._published is None:
            return False
        if compares(self._words, self._place(mention)[1]):
            return False
        if mention.first > self._published:
            return mention.precision not in TOO_VAGUE
        is_today = mention.last == self._published or mention.precision in UNDER_WAY
        return (
            is_today
            and mention.last >= self._published
            and looks_ahead(self._words, *self._place(mention), self._language)
        )

    def _name(self, event: Event, mention: DateMention) -> str:
        """The name of an event by its noun, by its clause where the noun alone says less: "Teachers go on strike"."""
        name = name_of(self._words, event.at, event.head, self._language)
        if " " in name:
            return name
        action = self._action_on(mention)
        if action is not None and action.concept == event.head.concept:
            return self._action_name(action, mention)
        reported = clause_name(self._words, *self._place(mention), self._language) or ""
        return reported if self._is_planned(mention) and _holds(reported, event.head.noun) else name

    def _action_on(self, mention: DateMention) -> Action | None:
        timely = mention.precision in ACTION_PRECISIONS and self._is_planned(mention)
        if not self._has_actions or not timely:
            return None
        action = action_on(self._words, *self._place(mention), self._language)
        is_vague = mention.precision == "month" and action is not None and action.concept not in TOLD_BY_MONTH
        return None if is_vague else action

    @cached_property
    def is_cancelling(self) -> bool:
        """Whether the sentence says that something is cancelled or does not happen."""
        if self._says(self._ties.cancelling):
            return True
        words = " ".join(word.lower for word in self._words)
        return any(phrase in words for phrase in self._ties.denying)

    def _says(self, beginnings: tuple[str, ...]) -> bool:
        return any(word.lower.startswith(beginnings) for word in self._words)

    def _is_usable(self, mention: DateMention) -> bool:
        if (
            mention.first is None
            or mention.type not in ("DATE", "TIME")
            or mention.flags & {"impossible", "unresolved"}
        ):
            return False
        if self._is_weekday_of(mention) or mention.rule == TIME_ALONE or self._comes_back(mention):
            return False
        if mention.precision not in (PLANNED_PRECISIONS if self._is_planned(mention) else PAST_PRECISIONS):
            return False
        return not self._moved or self._is_new_day(mention)

    def _is_weekday_of(self, mention: DateMention) -> bool:
        """Whether "Wednesday's ruling" may be last Wednesday's as well as next Wednesday's."""
        alone = " " not in mention.text and self._language == "en"
        after = self._words[self._place(mention)[0]].lower if alone else ""
        return after.endswith(("'s", "’s")) and not self._looks_ahead

    def _place(self, mention: DateMention) -> tuple[int, int]:
        """The first and last (exclusive) word of a mention."""
        return self._places.get(id(mention), (0, 0))

    @cached_property
    def _looks_ahead(self) -> bool:
        return self._says(self._ties.ahead)

    @cached_property
    def _is_regular(self) -> bool:
        return any(one.kind == "recurrence" for one in self._mentions)

    def _comes_back(self, mention: DateMention) -> bool:
        """Whether the sentence tells what happens "every year in June"."""
        return self._is_regular and mention.precision not in PAST_PRECISIONS

    def _is_new_day(self, mention: DateMention) -> bool:
        """Whether the day is the one that something was moved to."""
        first, last = self._place(mention)
        if any(word.lower.startswith(self._ties.resuming) for word in self._words[max(0, first - 2) : last + 1]):
            return True
        near = self._words[last : last + 2] if self._language == "kk" else self._words[max(0, first - 3) : first]
        if any(word.lower.startswith(self._ties.scheduling) for word in near):
            return False
        if self._language == "kk":
            return self._words[last - 1].lower.endswith(self._ties.towards)
        return any(word.lower in self._ties.towards for word in self._words[max(0, first - 2) : first])

    def _is_planned(self, mention: DateMention) -> bool:
        if mention.first is None:
            return False
        if self._published is None or mention.first <= self._published <= (mention.last or mention.first):
            return self._looks_ahead
        return mention.first > self._published

    def _event_on(self, mention: DateMention) -> Event | None:
        first, last = self._place(mention)
        tied = [event for event in self._near(first, last) if self._is_tied(event, mention)]
        if not tied:
            return None
        nearest = min(tied, key=lambda event: _distance(event.at, first, last))
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


def _moves(words: Sequence[Word], ties: Ties) -> bool:
    """Whether a sentence tells that something is moved to another day: "postponed", "put off"."""
    put_off = any(one.lower == "put" and other.lower in ("off", "back") for one, other in pairwise(words))
    return put_off or any(word.lower.startswith(ties.moving) for word in words)


def _place_of_event(event: Event) -> int:
    return event.at


def _holds(name: str, noun: str) -> bool:
    """Whether a name speaks of this noun, in whatever case, and of more."""
    stem = noun[: max(MOST_STEM_LOST, len(noun) - MOST_STEM_LOST)].lower()
    words = name.lower().split()
    return len(words) > 1 and any(word.startswith(stem) for word in words)


def _distance(at: int, first: int, last: int) -> int:
    return first - at if at < first else at - last + 1

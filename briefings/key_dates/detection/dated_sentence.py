"""A sentence that tells of days: which of them lie ahead, and which are worth a key date."""

from collections.abc import Sequence
from datetime import date
from functools import cached_property
from itertools import pairwise

from briefings.dates.mention import DateMention
from briefings.dates.ranges import join_ranges
from briefings.key_dates.detection.ahead import compares, is_proposed, looks_ahead, nearest_tense, other_side
from briefings.key_dates.detection.clause_words import Word, join_days, places_in_order, words_of
from briefings.key_dates.detection.clauses import TIES, Ties
from briefings.text.detection import Language

TIME_ALONE = "time"
"""The rule of a time of day that no day was told with."""
PLANNED_PRECISIONS = frozenset({"minute", "hour", "part", "day", "weekend", "week", "month", "season", "quarter"})
UNDER_WAY = frozenset({"weekend", "week", "month"})
TOO_VAGUE = frozenset({"decade", "century", "vague"})
PAST_PRECISIONS = frozenset({"minute", "hour", "part", "day"})


class DatedSentence:
    """One sentence, its words and its mentions."""

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
        self._places = {id(mention): place for mention, place in places_in_order(self._words)}

    @property
    def tells_days(self) -> bool:
        """Whether it tells any time at all."""
        return bool(self._mentions)

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

    def _is_old_day(self, mention: DateMention) -> bool:
        """Whether the day is the one that something was moved away from."""
        return self._moved and not self._is_new_day(mention)

    def _is_planned(self, mention: DateMention) -> bool:
        if mention.first is None:
            return False
        if self._published is None or mention.first <= self._published <= (mention.last or mention.first):
            return self._looks_ahead
        return mention.first > self._published

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

    def _is_doubtful_day(self, mention: DateMention) -> bool:
        """Whether the day may lie behind as well, for all that the clause says."""
        if "doubtful" not in mention.flags or self._moved:
            return False
        return nearest_tense(self._words, *self._place(mention), self._language) != "ahead"

    def _is_proposed(self, mention: DateMention) -> bool:
        return is_proposed(self._words, self._place(mention), mention, self._published, self._language)


def _moves(words: Sequence[Word], ties: Ties) -> bool:
    """Whether a sentence tells that something is moved to another day: "postponed", "put off"."""
    put_off = any(one.lower == "put" and other.lower in ("off", "back") for one, other in pairwise(words))
    return put_off or any(word.lower.startswith(ties.moving) for word in words)

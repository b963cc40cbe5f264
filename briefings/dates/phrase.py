"""What a rule sees of the sentence, and what it answers."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Literal, NamedTuple

from briefings.dates.calendar import bounds
from briefings.dates.direction import Cues, Direction
from briefings.dates.mention import Flag, Kind, TimexType
from briefings.dates.token_classes import Token, Value

LONGEST_ALONE = 12
"""Tokens of a sentence that can be nothing but a date."""
ATTRIBUTING = ("the", "s", "quote")
"""Classes of what stands before a date that belongs to a noun after it: "the", and what ends an owner."""
HOUR = 60
Order = Literal["day first", "month first"] | None
TimeOfDay = tuple[int, int | None]


def minutes_of(time: TimeOfDay) -> int:
    """Since midnight."""
    return time[0] * HOUR + (time[1] or 0)


@dataclass(frozen=True, slots=True)
class Reading:
    """A value for some of the matched tokens, `tokens` (first, last exclusive) where it is not all of them.

    `leans` is where the words around a clock time look, for as long as it has no day ("T19:00").
    """

    value: str
    type: TimexType = "DATE"
    anchor: str | None = None
    flags: frozenset[Flag] = frozenset()
    kind: Kind | None = None
    tokens: tuple[int, int] | None = None
    time: TimeOfDay | None = None
    zone: str | None = None
    leans: Direction = None


class Placed(NamedTuple):
    """A reading, the rule that made it, and its tokens `first` to `last` (exclusive)."""

    first: int
    last: int
    reading: Reading
    rule: str


@dataclass(slots=True)
class Passage:
    """What the text has told before the present word: what "the next day" and "a year earlier" count from."""

    published: date | None
    american: bool = False
    order: Order = None
    stated: str | None = None
    quarter: str | None = None

    @property
    def month_first(self) -> bool:
        """Whether "5/2/2019" is the second of May."""
        return self.order == "month first" if self.order else self.american

    @property
    def knows_order(self) -> bool:
        """Whether the other dates of the text, or its language, tell the order of day and month."""
        return self.order is not None or not self.american

    def tell(self, value: str) -> None:
        """Remember a calendar value that the text has just told."""
        extent = bounds(value)
        if extent is None or extent.precision in ("century", "decade"):
            return
        self.stated = value

    @property
    def stated_day(self) -> date | None:
        """The first day of the last told date."""
        extent = bounds(self.stated) if self.stated else None
        return extent.first if extent else None


@dataclass(frozen=True)
class Phrase:
    """The matched tokens `first` to `last` (exclusive) of a sentence, with what was told before."""

    sentence: Sequence[Token]
    first: int
    last: int
    passage: Passage
    cues: Cues

    @property
    def published(self) -> date | None:
        """The day of publication."""
        return self.passage.published

    @property
    def tokens(self) -> Sequence[Token]:
        """The matched tokens."""
        return self.sentence[self.first : self.last]

    @property
    def direction(self) -> Direction:
        """Whether the words around look back or ahead."""
        return self.told_direction or self.cues.guess(self.sentence, self.first)

    @cached_property
    def told_direction(self) -> Direction:
        """The direction where the words tell it, without guessing."""
        return self.cues.lean(self.sentence, self.first, self.last) or ("future" if self.alone else None)

    @cached_property
    def alone(self) -> bool:
        """Whether the date stands by itself, as people type it; then the next one is meant."""
        if len(self.sentence) > LONGEST_ALONE:
            return False
        around = (*self.sentence[: self.first], *self.sentence[self.last :])
        return not any(token.kind in ("word", "opaque", "mark") for token in around)

    @cached_property
    def strong(self) -> bool:
        """Whether a word right before gives the direction ("until", "since"), or nothing else stands there."""
        return self.cues.governed(self.sentence, self.first, self.last) is not None or self.alone

    @property
    def is_attribute(self) -> bool:
        """Whether the date tells one thing from others of its kind: "Trump's July 25 call", "the June 9 vote"."""
        if self.first == 0 or not self.followed_by("word"):
            return False
        return self.sentence[self.first - 1].kind in ATTRIBUTING

    def has(self, *kinds: str) -> bool:
        """Whether a token of one of these classes was matched."""
        return any(token.kind in kinds for token in self.tokens)

    def followed_by(self, *kinds: str) -> bool:
        """Whether the token after the match is of one of these classes."""
        return self.last < len(self.sentence) and self.sentence[self.last].kind in kinds

    @property
    def followed_by_name(self) -> bool:
        """Whether the next word begins with a capital."""
        after = self.sentence[self.last].value if self.last < len(self.sentence) else ""
        return isinstance(after, str) and after[:1].isupper()

    def find(self, *kinds: str) -> Token | None:
        """The first matched token of one of these classes."""
        return next((token for token in self.tokens if token.kind in kinds), None)

    def index(self, *kinds: str) -> int:
        """The place in the sentence of the first matched token of one of these classes."""
        return next(i for i in range(self.first, self.last) if self.sentence[i].kind in kinds)

    def value(self, *kinds: str) -> Value | None:
        """What the first matched token of these classes stands for."""
        token = self.find(*kinds)
        return token.value if token else None

    def number(self, *kinds: str) -> int | None:
        """The same where it is a whole number."""
        value = self.value(*kinds)
        return value if isinstance(value, int) else None

    def numbers(self, *kinds: str) -> list[int]:
        """All whole numbers of these classes, in order."""
        return [token.value for token in self.tokens if token.kind in kinds and isinstance(token.value, int)]

    @property
    def shift(self) -> int | None:
        """How far "last", "this", "next" reach; "this coming" is "coming"."""
        shifts = self.numbers("shift", "shifted")
        return shifts[-1] if shifts else None

    def word(self, *kinds: str) -> str:
        """What the first matched token of these classes stands for, as a text; empty where there is none."""
        value = self.value(*kinds)
        return value if isinstance(value, str) else ""

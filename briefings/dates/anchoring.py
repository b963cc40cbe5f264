"""Clock times without a day: they get the one that their sentence or its neighbours tell, or stay times of day."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from itertools import islice

from briefings.dates.calendar import bounds
from briefings.dates.days import stated_anchor
from briefings.dates.phrase import Placed
from briefings.dates.token_classes import Token

SENTENCES_BACK = 2
REACH = 6
"""Mentions of days that are looked at, in each sentence and on each side."""


@dataclass
class Sentence:
    """The tokens of a sentence and what was found in it, in order."""

    tokens: Sequence[Token]
    placed: list[Placed]

    @cached_property
    def days(self) -> list[Placed]:
        """The last mentions of single days, the last one first."""
        return list(islice((item for item in reversed(self.placed) if day_of(item)), REACH))

    @cached_property
    def first_days(self) -> list[Placed]:
        """The first ones."""
        return list(islice((item for item in self.placed if day_of(item)), REACH))

    def anchor(self, before: Sequence["Sentence"], after: "Sentence | None", published: date | None) -> None:
        """Give each clock time its day: of this sentence, else of one told shortly before.

        The next sentence is asked only for what lies ahead: "Doors open at 18:30. The show is on June 9."
        """
        for at, item in enumerate(self.placed):
            if is_bare(item):
                stated = [*self._nearest(at), *(day for one in reversed(before) for day in one.days)]
                ahead = after.first_days if after and item.reading.leans == "future" else []
                self.placed[at] = _anchored(item, [*stated, *ahead], published)

    def _nearest(self, at: int) -> list[Placed]:
        """The days of the sentence near the place by their distance, of two equally far the one before."""
        around = (other for step in range(1, REACH + 1) for other in (at - step, at + step))
        return [self.placed[other] for other in around if 0 <= other < len(self.placed) and day_of(self.placed[other])]


def is_bare(item: Placed) -> bool:
    """Whether it is a clock time without a day."""
    return item.reading.time is not None and item.reading.value.startswith("T")


def day_of(item: Placed) -> str | None:
    """The single day that a mention tells."""
    extent = bounds(item.reading.value) if item.reading.type in ("DATE", "TIME") else None
    return extent.first.isoformat() if extent and extent.first == extent.last else None


def _anchored(item: Placed, days: Sequence[Placed], published: date | None) -> Placed:
    day = next((day_of(stated) for stated in days if _fits(stated, item, published)), None)
    if day is None:
        return item
    return item._replace(reading=replace(item.reading, value=day + item.reading.value, anchor=stated_anchor(day)))


def _fits(stated: Placed, item: Placed, published: date | None) -> bool:
    """Whether what looks ahead, or back, may mean that day; "said Thursday" is not the day of what will be."""
    day, leans = day_of(stated), item.reading.leans
    if published is None or leans is None or day is None or stated.rule == "relative day":
        return True
    return day > published.isoformat() if leans == "future" else day <= published.isoformat()

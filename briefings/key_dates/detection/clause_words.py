"""A sentence of a text as words with places, and which of them tell times."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta

from briefings.dates.mention import DateMention
from briefings.dates.ranges import joined_range

LONGEST_AND = 7
"""Code points of " and ", " және "."""
_WORD = re.compile(r"\d+(?:[.,:]\d+)+|[^\W_]+(?:['’\-‑][^\W_]+)*|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Word:
    """A word or mark; `reported` is the mention that it is part of."""

    start: int
    end: int
    text: str
    reported: DateMention | None = None

    @property
    def lower(self) -> str:
        """In small letters."""
        return self.text.lower()

    @property
    def is_name(self) -> bool:
        """Whether it begins with a capital."""
        return self.text[:1].isupper()

    @property
    def is_word(self) -> bool:
        """Whether it is no mark, no figure and no part of a date."""
        return self.text[:1].isalpha() and self.reported is None


def words_of(text: str, start: int, end: int, mentions: Iterable[DateMention]) -> list[Word]:
    """The words of text[start:end]; `mentions` are in the order of the text."""
    words: list[Word] = []
    waiting = iter(mentions)
    mention = next(waiting, None)
    for match in _WORD.finditer(text, start, end):
        while mention is not None and mention.end <= match.start():
            mention = next(waiting, None)
        reported = mention if mention is not None and mention.start <= match.start() else None
        words.append(Word(match.start(), match.end(), match.group(), reported))
    return words


def join_days(mentions: Iterable[DateMention], text: str) -> tuple[DateMention, ...]:
    """The mentions, each two days in a row told together as one stretch: "May 15 and 16", "18 и 19 мая"."""
    joined: list[DateMention] = []
    for mention in mentions:
        whole = joined_range(joined[-1], mention, text) if joined and _follows(joined[-1], mention) else None
        joined[-1:] = [whole] if whole is not None else [*joined[-1:], mention]
    return tuple(joined)


def _follows(day: DateMention, next_day: DateMention) -> bool:
    if day.last is None or next_day.first is None or day.precision != "day" or next_day.precision != "day":
        return False
    return next_day.start - day.end <= LONGEST_AND and next_day.first - day.last == timedelta(days=1)


def places_in_order(words: Sequence[Word]) -> Iterator[tuple[DateMention, tuple[int, int]]]:
    """Yield each mention that the words tell, with its first and last (exclusive) word."""
    start = 0
    for at in range(1, len(words) + 1):
        reported = words[start].reported
        if at == len(words) or words[at].reported is not reported:
            if reported is not None:
                yield reported, (start, at)
            start = at

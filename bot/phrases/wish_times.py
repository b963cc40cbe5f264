"""When somebody wishes to be reminded by clock and calendar: `the vote at 8pm`, `о выборах 8 июня`, `кешкі 8-де`."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, time

from bot.phrases.spoken_times import parse_time_phrase
from briefings.dates import read_day

FIGURE = re.compile(r"\d")
MOST_FIGURES = 4
"""figures in a wish that are looked at: nobody names more days or times in one"""
LONGEST = 4
"""words of a day or a time"""
BEFORE_TIME = frozenset("at by around about в во к около сағат таңғы таңертеңгі түскі кешкі түнгі".split())
NAMED = frozenset("midnight noon midday полночь полдень түн түсте".split())
BEFORE_DAY = frozenset("on the в на".split())


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words from `start` up to, not including, `end`."""

    start: int
    end: int


def split_time(text: str) -> tuple[str, time | None]:
    """Part the time of day from the rest of a wish; None where none is named, or nothing else is."""
    words = text.split()
    for stretch in _around(words, lambda word: FIGURE.search(word) is not None or word.casefold() in NAMED):
        moment = _time_in(words[stretch.start : stretch.end])
        if moment is not None and (rest := _without(words, stretch)):
            return rest, moment
    return text, None


def split_day(text: str, today: date) -> tuple[str, date | None]:
    """Part a day of the calendar from the rest of a wish; None where none is named, or nothing else is."""
    words = text.split()
    for stretch in _around(words, lambda word: FIGURE.match(word) is not None):
        if stretch.end - stretch.start < 2:
            continue
        day = read_day(" ".join(words[stretch.start : stretch.end]), today)
        rest = _without(words, stretch)
        if day is not None and rest:
            return rest, day
    return text, None


def _time_in(words: list[str]) -> time | None:
    """Return the time of day that a few words name, to the last of them."""
    if words[0].casefold() not in BEFORE_TIME:
        return None
    moment = parse_time_phrase(" ".join(words))
    return None if moment == parse_time_phrase(" ".join(words[:-1])) else moment


def _around(words: list[str], is_figure: Callable[[str], bool]) -> Iterator[Stretch]:
    """Yield the stretches of a few words around each figure, the longest first."""
    figures = [at for at, word in enumerate(words) if is_figure(word)][:MOST_FIGURES]
    for at in figures:
        for length in range(LONGEST, 0, -1):
            for start in range(max(0, at - length + 1), at + 1):
                if start + length <= len(words):
                    yield Stretch(start, start + length)


def _without(words: list[str], stretch: Stretch) -> str:
    before = words[: stretch.start]
    if before and before[-1].casefold() in BEFORE_DAY:
        before = before[:-1]
    return " ".join([*before, *words[stretch.end :]])

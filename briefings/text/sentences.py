"""Sentences of a text, by their exact places.

Linear in the length of the text: one pass over its lines, one over the full stops of each run of lines.
"""

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from briefings.languages.contract import Abbreviations
from briefings.text.abbreviations import abbreviations_in
from briefings.text.detection import Language

WRAPPED_LINE: Final = 55
"""Code points from which lines of nearly equal length count as one paragraph, broken by a typewriter or an e-mail."""

RAGGED_EDGE: Final = 18
CONTINUED_LINE: Final = 40
LONGEST_ABBREVIATION: Final = 12
WORDS_BEFORE_AN_END: Final = 5
LOOK_BACK: Final = 80


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a text: code points from `start` up to, not including, `end`."""

    start: int
    end: int


_LINE = re.compile(r"[^\n\r\u2028\u2029\x0b\x0c\x85]+")
_BULLET = re.compile(r"(?:[-–—•*▪◦‣·]|\(?\d{1,3}[.)]|\(?[a-zа-я]\))\s+")
_STOP = re.compile(
    r"(?<![.!?…])(?P<stop>[.!?…]++)(?P<closers>[\"'”’»)\]]*+)(?P<gap>\s++)(?=(?P<next>(?:[-–—]\s{0,3})?\S{1,40}))"
)
_OPENERS: Final = "\"'“‘«„([—–- "
_UNFINISHED: Final = ",–—_"
_LIST_NUMBER = re.compile(r"\A\W*(?:\d{1,3}|[^\W\d_])$")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_TIME_FOLLOWER = re.compile(
    r"(?:[A-Z]{2,4}\b|(?:Eastern|Central|Mountain|Pacific|Atlantic|Greenwich)\b|(?:Mon|Tues?|Wednes|Thurs?|Fri|Satur|Sun)(?:day)?\b|"
    r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\b)"
)
_RANGE_GOES_ON = re.compile(r"[-–—]\s{0,3}\d")
_DOTTED = re.compile(r"[^\W\d_]{1,4}(?:\.[^\W\d_]{1,4})+")
_ROMAN = re.compile(r"[IVXLCІХ]+")
_CLOCK: Final = frozenset({"a.m", "p.m"})


def split_sentences(text: str, language: Language | None = None) -> tuple[Span, ...]:
    """Sentences in order, trimmed of white space.

    A headline or a list item without a full stop is one too, a stretch without letters or digits is none.
    `language` chooses the abbreviations; without it those of all three languages count.
    """
    known = abbreviations_in(language)
    parts = (_trim(text, part) for paragraph in paragraphs(text) for part in _cut(text, paragraph, known))
    return tuple(part for part in parts if part is not None and _has_word(text, part))


def paragraphs(text: str) -> tuple[Span, ...]:
    """Stretches that no line end cuts, trimmed: single lines, or several that were only wrapped."""
    return tuple(_runs(text))


def _runs(text: str) -> Iterator[Span]:
    for block in _blocks(text):
        wrapped = _is_wrapped(text, block)
        start = block[0].start
        for before, line in itertools.pairwise(block):
            if not _continues(text, before, line, wrapped):
                yield Span(start, before.end)
                start = line.start
        yield Span(start, block[-1].end)


def _blocks(text: str) -> Iterator[list[Span]]:
    """Neighbouring lines that no empty line parts."""
    block: list[Span] = []
    for match in _LINE.finditer(text):
        line = _trim(text, Span(*match.span()))
        parted = bool(block) and text.count("\n", block[-1].end, match.start()) > 1
        if block and (line is None or parted):
            yield block
            block = []
        if line is not None:
            block.append(line)
    if block:
        yield block


def _is_wrapped(text: str, block: list[Span]) -> bool:
    lengths = [line.end - line.start for line in block[:-1]]
    if len(lengths) < 2 or min(lengths) < WRAPPED_LINE or max(lengths) - min(lengths) > RAGGED_EDGE:
        return False
    return any(text[line.start].islower() for line in block[1:])


def _continues(text: str, before: Span, line: Span, wrapped: bool) -> bool:
    if _BULLET.match(text, line.start, line.end):
        return False
    if wrapped or text[before.end - 1] in _UNFINISHED:
        return True
    long_enough = before.end - before.start >= CONTINUED_LINE
    return long_enough and text[line.start].islower() and text[before.end - 1] not in ".!?…:;"


def _cut(text: str, run: Span, known: Abbreviations) -> Iterator[Span]:
    start = run.start
    for stop in _STOP.finditer(text, run.start, run.end):
        if _ends_sentence(text, start, stop, known):
            yield Span(start, stop.end("closers"))
            start = stop.end("gap")
    yield Span(start, run.end)


def _ends_sentence(text: str, start: int, stop: re.Match[str], known: Abbreviations) -> bool:
    following = stop["next"].lstrip(_OPENERS) or stop["next"]
    if following[0].islower() or following[0] in ",;:" or _goes_on(stop):
        return False
    if stop["stop"] != "." or stop["closers"]:
        return True
    return _full_stop_ends(text, start, stop, following, known)


def _goes_on(stop: re.Match[str]) -> bool:
    """Whether a dash leads from one number or hour to the next: "from 1 p.m. – 3 p.m."."""
    return stop["stop"] == "." and _RANGE_GOES_ON.match(stop["next"]) is not None


def _full_stop_ends(text: str, start: int, stop: re.Match[str], following: str, known: Abbreviations) -> bool:
    sentence = text[max(start, stop.start() - LOOK_BACK) : stop.start()]
    if _LIST_NUMBER.fullmatch(sentence):
        return False
    word = sentence.rsplit(maxsplit=1)[-1].strip(_OPENERS) if sentence.strip() else ""
    word = word.rsplit("-", 1)[-1]
    if len(word) == 1 and word.isupper():
        return False
    return len(word) > LONGEST_ABBREVIATION or _abbreviation_ends(word.casefold(), sentence, following, known)


def _abbreviation_ends(word: str, sentence: str, following: str, known: Abbreviations) -> bool:
    if word in known.binding:
        return False
    if word in _CLOCK:
        return not _TIME_FOLLOWER.match(following)
    if word in known.counted:
        return _counted_ends(sentence, following, known)
    if word in known.numbering and following[0].isdigit():
        return False
    if word in known.unclear or _DOTTED.fullmatch(word):
        return word in known.closing or _starts_sentence(following, known)
    return True


def _counted_ends(sentence: str, following: str, known: Abbreviations) -> bool:
    """ "В 2019 г. Токаев" goes on, "Выборы прошли в июне 2019 г. Токаев" starts anew, "г. Алматы" is a name."""
    words = sentence.split()
    if len(words) < 2 or not (words[-2][-1:].isdigit() or _ROMAN.fullmatch(words[-2])):
        return _starts_sentence(following, known)
    return len(words) > WORDS_BEFORE_AN_END or _starts_sentence(following, known)


def _starts_sentence(following: str, known: Abbreviations) -> bool:
    word = _WORD.match(following)
    return word is not None and word.group().casefold() in known.starters


def _trim(text: str, span: Span) -> Span | None:
    stretch = text[span.start : span.end]
    left = len(stretch) - len(stretch.lstrip())
    right = len(stretch.rstrip())
    return Span(span.start + left, span.start + right) if left < right else None


def _has_word(text: str, span: Span) -> bool:
    return any(sign.isalnum() for sign in text[span.start : span.end])

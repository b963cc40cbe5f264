"""Words and figures of a sentence, each with the class that the grammars are written in.

A figure with everything glued to it by `. , : / -` is one token first and told apart by its shape, so that scores,
prices, telephone numbers and "737-800" stay opaque and never become dates.
"""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

_CLUMP = re.compile(
    r"\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?|[AaPp]\.\s?[Mm]\b\.?|\d+(?:[.,:/\-–]\d+)*|[^\W\d_]+|[^\w\s]|_"
)
_TIMESTAMP = re.compile(r"(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)")
_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_YEAR_FIRST = re.compile(r"(\d{4})([./])(\d{1,2})\2(\d{1,2})")
_DOTTED = re.compile(r"(\d{1,2})([./])(\d{1,2})\2(\d{4}|\d\d)")
_DAY_AND_MONTH = re.compile(r"(\d{1,2})[./](\d{1,2})")
_CLOCK = re.compile(r"([01]?\d|2[0-4]):([0-5]\d)")
_CLOCKS = re.compile(r"((?:[01]?\d|2[0-4]):[0-5]\d)[-–]((?:[01]?\d|2[0-4]):[0-5]\d)")
_DAYS = re.compile(r"(\d{1,2})[-–](\d{1,2})")
_DECIMAL = re.compile(r"\A\d+[.,]\d")
_YEARS = re.compile(r"((?:1\d|20|21)\d\d)[-–/](\d{4}|\d\d)")
FRACTIONS = {"1/2": 0.5, "1/4": 0.25, "3/4": 0.75}
LOWERED = {"lower_month": "doubtmonth", "now": "word"}
"""Classes that change with a capital: "Марта" is a name, and "Now" opens a sentence more often than it tells a time."""
LONGEST_FIGURE = 16
CAPITALISED = frozenset({"doubtmonth", "shortday", "capital_shortmonth", "feast_day"})
"""Classes that are plain words in small letters: "may", "march", "sat", "dec"."""

Value = str | int | float | tuple[int, ...]


class Token(NamedTuple):
    """A word, figure or mark: its place in the text, its class, and what it stands for (month 6, unit "W", …)."""

    start: int
    end: int
    kind: str
    value: Value


Lexicon = Mapping[str, tuple[str, Value]]

MARKS = {
    ",": "comma", ".": "dot", "-": "dash", "–": "dash", "—": "dash", "‑": "dash", "'": "quote", "’": "quote",
    "‘": "quote",    "(": "open", ")": "close", "/": "slash", "$": "money", "€": "money", "£": "money",
    "₸": "money", "₽": "money", "&": "and",
    "¥": "money", "№": "number_sign", "#": "number_sign", "%": "percent", ":": "colon", ";": "semicolon",
}  # fmt: skip


def read_tokens(text: str, start: int, end: int, lexicon: Lexicon) -> list[Token]:
    """The tokens of text[start:end]; a token that the lexicon does not know is a plain "word" or "mark"."""
    tokens: list[Token] = []
    known, add = lexicon.get, tokens.append
    for match in _CLUMP.finditer(text, start, end):
        piece = match.group()
        entry = known(piece.lower())
        first, last = match.span()
        if entry is not None:
            add(_known(first, piece, *entry))
        elif piece.isalpha():
            add(Token(first, last, "word", piece))
        elif piece[0].isdecimal():
            tokens.extend(_figure(piece, first))
        else:
            add(Token(first, last, MARKS.get(piece, "mark"), piece))
    return tokens


def _known(start: int, piece: str, kind: str, value: Value) -> Token:
    if kind in CAPITALISED and piece[0].islower():
        return Token(start, start + len(piece), "word", piece)
    if kind in LOWERED and piece[0].isupper():
        kind = LOWERED[kind]
    return Token(start, start + len(piece), kind, value)


def _figure(piece: str, start: int) -> Iterator[Token]:
    end = start + len(piece)
    if found := _TIMESTAMP.match(piece):
        yield Token(start, end, "timestamp", tuple(map(int, found.groups())))
        return
    if len(piece) > LONGEST_FIGURE or (not piece.isascii() and not piece.replace("–", "").isascii()):
        yield Token(start, end, "opaque", piece)
    elif piece.isdecimal():
        yield Token(start, end, _whole_number(piece), int(piece))
    elif found := _CLOCKS.fullmatch(piece):
        yield from _clocks(found, start)
    elif found := _DAYS.fullmatch(piece) or _YEARS.fullmatch(piece):
        yield from _span(found, start)
    else:
        yield Token(start, end, *_shape(piece))


def _whole_number(piece: str) -> str:
    if len(piece) == 4 and "1000" <= piece <= "2199":
        return "year"
    return "day" if len(piece) <= 2 and 1 <= int(piece) <= 31 else "count"


def _span(found: re.Match[str], start: int) -> Iterator[Token]:
    """ "1-3" and "1998-99" are two figures with a dash between them."""
    left, right = found.groups()
    dash = start + len(left)
    if len(left) == 4:
        later = int(right) if len(right) == 4 else int(left[:2] + right)
        kinds = ("year", "year") if 0 < later - int(left) < 200 else ("opaque", "opaque")
    else:
        later, kinds = int(right), (_whole_number(left), _whole_number(right))
    yield Token(start, dash, kinds[0], int(left))
    yield Token(dash, dash + 1, "dash", "-")
    yield Token(dash + 1, start + len(found.group()), kinds[1], later)


def _clocks(found: re.Match[str], start: int) -> Iterator[Token]:
    """ "7:00-20:00" is two times with a dash between them."""
    left, right = found.groups()
    dash, end = start + len(left), start + len(found.group())
    yield Token(start, dash, *_shape(left))
    yield Token(dash, dash + 1, "dash", "-")
    yield Token(dash + 1, end, *_shape(right))


def _shape(piece: str) -> tuple[str, Value]:
    if found := _ISO.fullmatch(piece):
        return "full_date", tuple(map(int, found.groups()))
    if found := _YEAR_FIRST.fullmatch(piece):
        return "full_date", (int(found[1]), int(found[3]), int(found[4]))
    if found := _DOTTED.fullmatch(piece):
        day, mark, month, year = found.groups()
        return ("dotted_date" if mark == "." else "slashed_date"), (full_year(year), int(month), int(day))
    if found := _CLOCK.fullmatch(piece):
        return "clock", (int(found[1]), int(found[2]))
    if piece in FRACTIONS:
        return "fraction", FRACTIONS[piece]
    if found := _DAY_AND_MONTH.fullmatch(piece):
        return "day_and_month", (int(found[1]), int(found[2]))
    if _DECIMAL.fullmatch(piece):
        return "decimal", float(piece.replace(",", "."))
    return "opaque", piece


def full_year(year: str) -> int:
    """Two digits mean a year from 1950 to 2049, as people write them."""
    return int(year) if len(year) == 4 else int(year) + (1900 if int(year) >= 50 else 2000)


def glued(left: Token, right: Token) -> bool:
    """Whether nothing stands between two tokens."""
    return left.end == right.start

"""A quick cut of a text into sentences, enough to know which words stand around a date."""

import re
from collections.abc import Iterator

LONGEST = 4000
"""Code points: a text without any sentence end is cut, so that memory and time stay linear."""

_END = re.compile(
    r"(?<![.!?…])[.!?…]++[\"'”’»)\]]*+\s++(?=[\"'“«(`]?[^\W\d_])(?=[\"'“«(`]?[A-ZА-ЯЁӘІҢҒҮҰҚӨҺ])|\n[^\S\n]*+\n"
)
_ABBREVIATION = re.compile(
    r"\b(?:[A-ZА-Я]|Mr|Mrs|Ms|Dr|Gen|Sen|Rep|Gov|St|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mon|Tues?|Wed"
    r"|Thurs?|Fri|Sat|Sun|No|U\.S|т|им|ул|янв|февр?|мар|апр|авг|сент?|окт|ноя|нояб|дек)\.\s*\Z"
)
_CLOCK = re.compile(r"\b[ap]\.m\.\s*\Z")
_AFTER_CLOCK = re.compile(
    r"[A-Z]{2,4}\b|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|(?:Jan|Febr)uary\b|March\b|April\b|May\b|June\b"
    r"|July\b|August\b|(?:Septem|Octo|Novem|Decem)ber\b|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?"
    r"|Oct|Nov|Dec)\.|(?:Eastern|Central|Mountain|Pacific|[A-Z][a-z]+ time)\b"
)
"""What goes on after "5 p.m.": a zone or a day; other words with a capital begin a sentence."""


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each sentence; nothing is left out but the space between them."""
    start = 0
    for end in _ends(text):
        yield from _pieces(text, start, end)
        start = end


def _ends(text: str) -> Iterator[int]:
    for match in _END.finditer(text):
        if not _goes_on(text, match):
            yield match.end()
    yield len(text)


def _goes_on(text: str, end: re.Match[str]) -> bool:
    near = max(0, end.start() - 6)
    if _CLOCK.search(text, near, end.end()):
        return _AFTER_CLOCK.match(text, end.end()) is not None
    return _ABBREVIATION.search(text, near, end.end()) is not None


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > LONGEST:
        cut = text.rfind(" ", start + LONGEST // 2, start + LONGEST)
        cut = cut if cut > start else start + LONGEST
        yield start, cut
        start = cut
    yield start, end

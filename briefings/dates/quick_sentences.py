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
    r"|Thurs?|Fri|Sat|Sun|No|U\.S|[ap]\.m|т|им|ул|янв|февр?|мар|апр|авг|сент?|окт|ноя|нояб|дек)\.\s*\Z"
)


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each sentence; nothing is left out but the space between them."""
    start = 0
    for end in _ends(text):
        yield from _pieces(text, start, end)
        start = end


def _ends(text: str) -> Iterator[int]:
    for match in _END.finditer(text):
        if not _ABBREVIATION.search(text, max(0, match.start() - 6), match.end()):
            yield match.end()
    yield len(text)


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > LONGEST:
        cut = text.rfind(" ", start + LONGEST // 2, start + LONGEST)
        cut = cut if cut > start else start + LONGEST
        yield start, cut
        start = cut
    yield start, end

"""The sentences of an article that tell something: what is searched, quoted and summed up.

Its headline, subheadings, cards that lead elsewhere, signatures, rows of results and the datelines before its first
sentences stay in the text, but are no passages. What is no sentence is known by what stands around it: in a text that
ends its sentences, a short line alone that ends with no mark is a heading; several in a row are a list and stay.
"""

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from briefings.intake import rubbish
from briefings.intake.datelines import dateline_end
from briefings.text import Language, Span, paragraphs, split_sentences

LONGEST_HEADING: Final = 14
LONGEST_HEADLINE: Final = 40
LONGEST_STANDFIRST: Final = 30
LONGEST_CREDIT: Final = 25
"""Words."""

PUNCTUATED: Final = 0.5
"""Share of words in paragraphs that end with a mark, from which on the absence of one says something."""

SHORTEST_LIST: Final = 3
"""Short lines in a row that are no headings any longer."""

SCORES: Final = 2
"""So many results make a line a row of a table."""

_END = re.compile(r"[.!?…:;][\"'”’»)\]*]*\Z")
_QUESTION = re.compile(r"[?!…][\"'”’»]*\Z")
_WORD = re.compile(r"[^\W\d_]+")
_LETTERS = re.compile(r"[^\W_]+")
_BULLET = re.compile(r"\A(?:[-–—•*▪◦‣·]|\(?\d{1,3}[.)])\s")
_LABELLED = re.compile(r"(?:: | [–—] )\D{0,200}\d")
_SCORE = re.compile(r"(?<![\d.:–-])(?:\d{1,3}[-–]\d{1,3}|\d{1,2}:\d)(?![\d:–-])")
_OPENING_SCORE = re.compile(r"\A\d{1,3}[:–-]\d{1,3} ?[-–—(]")


@dataclass(frozen=True, slots=True)
class _Paragraph:
    span: Span
    text: str
    words: int
    is_closed: bool
    """whether it ends as sentences do"""

    @property
    def is_short(self) -> bool:
        return self.words <= LONGEST_HEADING and not self.is_closed


def passages(text: str, title: str, language: Language | None = None) -> tuple[Span, ...]:
    """The passages of an article in order; every sentence of it where none would be left."""
    sentences = split_sentences(text, language)
    parts = _paragraphs(text)
    kept = _kept(parts, title)
    opening = kept[0] if kept else None
    begins = [_told(text, part.span, title, opens_article=part is opening) for part in kept]
    return tuple(_within(text, sentences, begins)) or sentences


def _told(text: str, paragraph: Span, title: str, *, opens_article: bool) -> Span:
    """A paragraph without its dateline; where that is the title, it is what the paragraph explains: "Aksu — A town"."""
    start = dateline_end(text, paragraph.start, paragraph.end, opens_article=opens_article)
    called = _letters(title)
    explains = called != "" and _letters(text[paragraph.start : start]).startswith(called)
    return paragraph if explains else Span(start, paragraph.end)


def headline(text: str, title: str = "") -> Span | None:
    """Where the headline that a text begins with stands, of any length; None where it begins with a sentence.

    `title` is what the article is known to be called.
    """
    parts = _paragraphs(text)
    if len(parts) > 1 and _heads(parts, title, _is_punctuated(parts)):
        return parts[0].span
    return None


def _paragraphs(text: str) -> list[_Paragraph]:
    return [_paragraph(span, text[span.start : span.end]) for span in paragraphs(text)]


def _paragraph(span: Span, text: str) -> _Paragraph:
    return _Paragraph(span, text, len(_WORD.findall(text)), _END.search(text[-20:]) is not None)


def _is_punctuated(parts: Sequence[_Paragraph]) -> bool:
    closed = sum(part.words for part in parts if part.is_closed)
    return closed >= PUNCTUATED * sum(part.words for part in parts)


def _kept(parts: Sequence[_Paragraph], title: str) -> list[_Paragraph]:
    is_punctuated = _is_punctuated(parts)
    first = _end_of_head(parts, title, is_punctuated)
    body = [part for part in _own(parts[first:]) if not _is_result(part)]
    if not is_punctuated:
        return body
    return [part for place, part in enumerate(body) if not _is_heading(body, place)]


def _end_of_head(parts: Sequence[_Paragraph], title: str, is_punctuated: bool) -> int:
    """How many paragraphs are headline and standfirst."""
    if len(parts) < 2 or not _heads(parts, title, is_punctuated):
        return 0
    below = parts[1]
    stands_first = is_punctuated and not below.is_closed and below.words <= LONGEST_STANDFIRST
    return 2 if stands_first and len(parts) > 2 and not _is_row(below) else 1


def _heads(parts: Sequence[_Paragraph], title: str, is_punctuated: bool) -> bool:
    """Whether the first paragraph is the headline: called so, without an end, or a short one that asks or cries."""
    first = parts[0]
    cries = _QUESTION.search(first.text[-20:]) is not None
    if (cries or not first.is_closed) and _letters(first.text) == _letters(title):
        return True
    if not first.is_closed:
        return is_punctuated and first.words <= LONGEST_HEADLINE and not _is_row(first)
    return cries and first.words <= LONGEST_HEADING and parts[1].words > first.words


def _letters(text: str) -> str:
    return "".join(_LETTERS.findall(text.casefold()))


def _own(parts: Sequence[_Paragraph]) -> Iterator[_Paragraph]:
    """Without what leads to other articles, buttons, captions, pitches and signatures."""
    elsewhere = False
    for part in parts:
        if _leads_elsewhere(part):
            elsewhere = True
        elif (part.is_closed or not elsewhere) and not _is_furniture(part):
            elsewhere = False
            yield part


def _leads_elsewhere(part: _Paragraph) -> bool:
    if rubbish.CARD_SIGNS.search(part.text) and part.words <= LONGEST_CREDIT:
        return True
    if not part.is_closed and rubbish.TAKEN.search(part.text):
        return True
    found = rubbish.ELSEWHERE.match(part.text)
    return found is not None and (not part.is_closed or part.text[found.end() :].lstrip()[:1] in {":", "»", ">"})


def _is_furniture(part: _Paragraph) -> bool:
    if part.words > LONGEST_CREDIT:
        return False
    if rubbish.CONTROLS.fullmatch(part.text) or rubbish.CREDITS.search(part.text):
        return True
    return bool(rubbish.CAPTIONS.match(part.text) or rubbish.PITCHES.match(part.text))


def _is_result(part: _Paragraph) -> bool:
    """A row of a table of results: it begins with a score, or holds several and is no sentence."""
    if part.is_closed or part.words > LONGEST_CREDIT:
        return False
    return bool(_OPENING_SCORE.match(part.text)) or len(_SCORE.findall(part.text)) >= SCORES


def _is_heading(body: Sequence[_Paragraph], place: int) -> bool:
    part = body[place]
    if part.text.isupper() and part.words <= LONGEST_HEADING:
        return True
    if not part.is_short or _LABELLED.search(part.text):
        return False
    return not _is_item(body, place) if _BULLET.match(part.text) else _run(body, place) < SHORTEST_LIST


def _is_item(body: Sequence[_Paragraph], place: int) -> bool:
    """Whether a line with a bullet has others beside it or was announced: one alone names a speaker."""
    announced = place > 0 and body[place - 1].text.endswith(":")
    beside = [*body[max(0, place - 1) : place], *body[place + 1 : place + 2]]
    return announced or any(_BULLET.match(part.text) for part in beside)


def _run(body: Sequence[_Paragraph], place: int) -> int:
    """How many short lines that are no items stand in a row with this one, counted up to SHORTEST_LIST each way."""
    above = itertools.takewhile(_may_be_listed, reversed(body[max(0, place - SHORTEST_LIST) : place]))
    below = itertools.takewhile(_may_be_listed, body[place + 1 : place + 1 + SHORTEST_LIST])
    return 1 + sum(1 for _ in above) + sum(1 for _ in below)


def _may_be_listed(part: _Paragraph) -> bool:
    return part.is_short and _BULLET.match(part.text) is None


def _is_row(part: _Paragraph) -> bool:
    """Whether a line is an item of a list, or gives a figure or a day for what it names."""
    return _BULLET.match(part.text) is not None or _LABELLED.search(part.text) is not None


def _within(text: str, sentences: Sequence[Span], parts: Sequence[Span]) -> Iterator[Span]:
    """The sentences that lie in some of the parts, cut where a part begins inside of one."""
    remaining = iter(parts)
    part = next(remaining, None)
    for sentence in sentences:
        while part is not None and part.end <= sentence.start:
            part = next(remaining, None)
        if part is not None and part.start < sentence.end:
            start = max(part.start, sentence.start)
            if any(sign.isalnum() for sign in text[start : sentence.end]):
                yield Span(start, sentence.end)

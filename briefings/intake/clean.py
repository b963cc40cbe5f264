"""What of a pasted web page is the article.

Rules of shape rather than of one site: a line with a sentence in it stays; known buttons, captions and pitches go;
unpunctuated lines go where pages keep their menus (above the first sentence and below the last), after a "read also"
and over a player. A picture's caption is known by standing there twice, an author box by its name standing there twice.
"""

import itertools
import re
from dataclasses import dataclass
from typing import Final

from briefings.intake import rubbish
from briefings.intake.characters import tidy_text
from briefings.text import Language, detect, is_stopword, paragraphs, stems

LONGEST_HEADLINE: Final = 200
LONGEST_CONTROL_WORDS: Final = 8
FEWEST_HEADLINE_WORDS: Final = 3
LONGEST_CAPTION_WORDS: Final = 40
LONGEST_NAME_WORDS: Final = 6
FEWEST_SENTENCE_WORDS: Final = 4
LONG_LINE_WORDS: Final = 14
LONGEST_BOX: Final = 4
HEADLINE_SUPPORT: Final = 0.5

_SENTENCE_END = re.compile(r"[.!?…:][\"'”’»)\]]*$")
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_BULLET = re.compile(r"^\s*[-–—•*▪◦‣·]\s+")


@dataclass(frozen=True, slots=True)
class Cleaned:
    """The article in a page: its headline, if one stood above it; its text; the agency that its author box names."""

    title: str | None
    text: str
    source: str | None


class _Line:
    """A paragraph of the page, and whether it says something or only labels something."""

    def __init__(self, text: str, gap: str) -> None:
        self.text: Final = text
        self.gap: Final = gap
        self.bare: Final = _BULLET.sub("", text).strip()
        self.words: Final = len(_WORD.findall(text))
        ended = _SENTENCE_END.search(text) is not None and self.words >= FEWEST_SENTENCE_WORDS
        self.is_sentence: Final = ended or self.words >= LONG_LINE_WORDS
        self.has_number: Final = self.words > 0 and any(sign.isdigit() for sign in text)


def clean(text: str) -> Cleaned:
    """Take the leavings of its page off a pasted article; sentences and paragraphs stay as they are."""
    lines, source = _without_author_box(_split(tidy_text(text)))
    lines = _without_doubled_captions(_without_controls(lines))
    title = _headline(lines)
    return Cleaned(title, _join(_without_menus(_once(lines, title))), source)


def _split(text: str) -> list[_Line]:
    lines, end = [], 0
    for span in paragraphs(text):
        gap = "\n\n" if "\n\n" in text[end : span.start] else "\n"
        lines.append(_Line(" ".join(text[span.start : span.end].split()), gap))
        end = span.end
    return lines


def _join(lines: list[_Line]) -> str:
    return "".join(line.gap + line.text for line in lines).strip()


def _without_author_box(lines: list[_Line]) -> tuple[list[_Line], str | None]:
    """Cut where a box is headed, or where a name stands alone over a line that begins with that very name."""
    for index in range(_first_sentence(lines) + 1, len(lines)):
        if rubbish.AUTHOR_BOXES.fullmatch(lines[index].bare):
            return lines[:index], None
        if len(lines) - index <= LONGEST_BOX and _names_author(*lines[index : index + 2]):
            name = lines[index].bare
            return lines[:index], name if rubbish.AGENCY.search(name) else None
    return lines, None


def _names_author(line: _Line, below: _Line | None = None) -> bool:
    is_name = not line.is_sentence and 1 < line.words <= LONGEST_NAME_WORDS
    return is_name and below is not None and below.is_sentence and below.text.startswith(line.bare)


def _without_controls(lines: list[_Line]) -> list[_Line]:
    kept: list[_Line] = []
    elsewhere = False
    first = _first_sentence(lines)
    for index, line in enumerate(lines):
        if _leads_elsewhere(line):
            elsewhere = True
        elif _is_control(line) or (index > first and _names_film(*lines[index : index + 2])):
            continue
        elif line.is_sentence or not elsewhere:
            elsewhere = False
            kept.append(line)
    return kept


def _leads_elsewhere(line: _Line) -> bool:
    found = rubbish.ELSEWHERE.match(line.bare)
    return found is not None and (not line.is_sentence or line.bare[found.end() :].lstrip()[:1] in {":", "»", ">"})


def _is_control(line: _Line) -> bool:
    if line.words <= LONGEST_CONTROL_WORDS and rubbish.CONTROLS.fullmatch(line.bare):
        return True
    is_caption = line.words <= LONGEST_CAPTION_WORDS and rubbish.CAPTIONS.match(line.bare)
    return bool(is_caption or rubbish.PITCHES.match(line.bare))


def _names_film(line: _Line, below: _Line | None = None) -> bool:
    return not line.is_sentence and below is not None and rubbish.PLAYERS.fullmatch(below.bare) is not None


def _without_doubled_captions(lines: list[_Line]) -> list[_Line]:
    """A picture's caption comes twice in a row, as its description and under it."""
    pairs = itertools.pairwise(lines)
    doubled = {line.text for line, below in pairs if line.text == below.text and line.words <= LONGEST_CAPTION_WORDS}
    kept = [line for line in lines if line.text not in doubled]
    return kept if _has_sentence(kept) else lines


def _once(lines: list[_Line], title: str | None) -> list[_Line]:
    """Without the headline and without what was said before, word for word."""
    first = {line.text: line for line in reversed(lines) if line.bare != title}
    return [line for line in lines if first.get(line.text) is line]


def _headline(lines: list[_Line]) -> str | None:
    """The first line above the article that speaks of the same things as the article, or the only one there."""
    start = _first_sentence(lines)
    body = _join(lines[start:])
    language = detect(body)
    told = set(stems(body, language))
    for line in lines[:start]:
        fits = line.words >= FEWEST_HEADLINE_WORDS and len(line.bare) <= LONGEST_HEADLINE
        if fits and (start == 1 or _support(line.bare, told, language) >= HEADLINE_SUPPORT):
            return line.bare
    return None


def _support(headline: str, told: set[str], language: Language) -> float:
    telling = [word for word in stems(headline, language) if not is_stopword(word, language)]
    return sum(word in told for word in telling) / max(len(telling), 1)


def _without_menus(lines: list[_Line]) -> list[_Line]:
    """Above the first sentence and below the last one only lines with numbers stay, and a list that was announced."""
    if not _has_sentence(lines):
        return lines
    first = _first_sentence(lines)
    last = max(index for index, line in enumerate(lines) if line.is_sentence)
    announced = lines[last].text.endswith(":")
    above = [line for line in lines[:first] if line.has_number]
    below = [line for line in lines[last + 1 :] if line.has_number or (announced and line.bare != line.text)]
    return above + lines[first : last + 1] + below


def _has_sentence(lines: list[_Line]) -> bool:
    return any(line.is_sentence for line in lines)


def _first_sentence(lines: list[_Line]) -> int:
    return next((index for index, line in enumerate(lines) if line.is_sentence), len(lines))

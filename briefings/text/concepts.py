"""Words that mean nearly the same, within and across languages: arrested, detained, задержаны."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from briefings.text import Language, stem, tokens

TABLE: Final = Path(__file__).with_name("concepts.txt")
LONGEST_PHRASE: Final = 4

Phrases = Mapping[tuple[str, ...], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Hit:
    """A concept that a run of stems, from `start` up to `end`, stands for."""

    start: int
    end: int
    concepts: tuple[str, ...]


def concepts_in(stems: Sequence[str], language: Language) -> list[Hit]:
    """Find the concepts that a text's stems stand for, longest phrases first, none overlapping."""
    known, hits, at = _phrases(language), list[Hit](), 0
    while at < len(stems):
        hit = _hit(stems, at, known)
        if hit:
            hits.append(hit)
        at = hit.end if hit else at + 1
    return hits


def concept_words(text: str, language: Language) -> list[tuple[str, tuple[str, ...]]]:
    """Return the words and phrases of a text that stand for concepts, as written, with those concepts."""
    words = tokens(text)
    hits = concepts_in([stem(word.text, language) for word in words], language)
    return [(text[words[hit.start].start : words[hit.end - 1].end], hit.concepts) for hit in hits]


def _hit(stems: Sequence[str], at: int, known: Phrases) -> Hit | None:
    for length in range(min(LONGEST_PHRASE, len(stems) - at), 0, -1):
        found = known.get(tuple(stems[at : at + length]))
        if found:
            return Hit(at, at + length, found)
    return None


@cache
def _phrases(language: Language) -> Phrases:
    found: dict[tuple[str, ...], tuple[str, ...]] = {}
    for name, columns in _table():
        for phrase in columns.get(language, "").split():
            key = tuple(stem(word, language) for word in phrase.split("-"))
            found[key] = tuple(dict.fromkeys((*found.get(key, ()), name)))
    return found


def _table() -> Iterator[tuple[str, dict[Language, str]]]:
    """Yield each concept with its words in the languages that the table's first row names."""
    rows = [line.partition(":") for line in TABLE.read_text(encoding="utf-8").splitlines() if line[:1] not in ("", "#")]
    (_, _, languages), *concepts = rows
    codes = [code.strip() for code in languages.split("|")]
    for name, _, words in concepts:
        yield name, dict(zip(codes, words.split("|"), strict=False))

"""What a text is indexed and searched by: stems, the sound of names, concepts, and days."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from briefings.languages.registry import pack
from briefings.text import Language, Token, is_stopword, stem, tokens
from briefings.text.concepts import Hit, concepts_in
from briefings.text.transliteration import name_keys

LONGEST: Final = 64
NAME_MARK: Final = "="
CONCEPT_MARK: Final = "#"
DAY_MARK: Final = "@"
TITLE_MARK: Final = "^"
"""Before the stems of a headline, which are kept with the first passage of its briefing."""

BEGINNING_MARK: Final = "~"
MARKS: Final = frozenset({NAME_MARK, CONCEPT_MARK, DAY_MARK, BEGINNING_MARK, TITLE_MARK})
BEGINNING: Final = 5
"""Letters by which the forms of a Kazakh word are found that have different stems (Can et al., 2008, of Turkish)."""

LONGEST_RUN_OF_DAYS: Final = 14
DAYS_OF_A_MONTH: Final = 31


@dataclass(frozen=True, slots=True)
class Term:
    """A word, or a phrase that stands for a concept, that carries meaning."""

    text: str
    stem: str
    index_stems: tuple[str, ...]
    """what passages with it are found by: any of these will do"""
    is_name: bool
    """written with a capital, and not merely because it comes first"""
    start: int

    @property
    def end(self) -> int:
        """Where it ends in the text."""
        return self.start + len(self.text)

    @property
    def is_acronym(self) -> bool:
        """Whether it is written in capitals: a text may well write it out."""
        return self.text.isupper() or not self.text.isalpha()

    @property
    def concepts(self) -> frozenset[str]:
        """What it stands for, where it is one of the words that have many synonyms."""
        return frozenset(form[1:] for form in self.index_stems if form.startswith(CONCEPT_MARK))


Name = tuple[Term, ...]
"""A name of one word or more, side by side."""


def terms_of(text: str, language: Language) -> tuple[Term, ...]:
    """Return the terms of a text in order; those that stand for one concept, or have one stem, only once."""
    words = tokens(text)
    stems = [stem(word.text, language) for word in words]
    hits = {hit.start: hit for hit in concepts_in(stems, language)}
    found: dict[str, Term] = {}
    at = 0
    while at < len(words):
        hit = hits.get(at)
        if hit or not is_stopword(words[at].text, language):
            term = _term(text, words, stems, at, hit)
            found.setdefault(term.stem, term)
        at = hit.end if hit else at + 1
    return tuple(found.values())


def _term(text: str, words: tuple[Token, ...], stems: list[str], at: int, hit: Hit | None) -> Term:
    word = words[at]
    last = words[hit.end - 1] if hit else word
    is_name = word.text[0].isupper() and at > 0 and not hit
    keys = () if hit or word.text[0].isdigit() else name_keys(word.text)
    forms = (
        stems[at],
        *(NAME_MARK + key for key in keys),
        *(CONCEPT_MARK + one for one in (hit.concepts if hit else ())),
    )
    return Term(text[word.start : last.end], stems[at], tuple(form[:LONGEST] for form in forms), is_name, word.start)


def beginnings(stems: Iterable[str], language: Language) -> Iterator[str]:
    """Yield how stems begin, where derivations have only that in common: search finds by it, conditions do not."""
    if pack(language).stemming.finds_by_beginnings:
        yield from (BEGINNING_MARK + one[:BEGINNING] for one in stems if len(one) >= BEGINNING and one.isalpha())


def index_stems(text: str, language: Language) -> Iterator[str]:
    """Yield what a passage is found by, each as often as it stands there."""
    words = tokens(text)
    stems = [stem(word.text, language) for word in words]
    for word, one in zip(words, stems, strict=True):
        if not is_stopword(word.text, language):
            yield one[:LONGEST]
            yield from beginnings([one], language)
        if word.text[0].isupper():
            yield from (NAME_MARK + key[: LONGEST - 1] for key in name_keys(word.text))
    for hit in concepts_in(stems, language):
        yield from (CONCEPT_MARK + concept for concept in hit.concepts)


def title_stems(title: str, language: Language) -> Iterator[str]:
    """Yield what all passages of a briefing are found by, each once."""
    yield from dict.fromkeys(f"{TITLE_MARK}{one}"[:LONGEST] for one in index_stems(title, language))


def day_stems(spans: Iterable[tuple[date, date]]) -> Iterator[str]:
    """Yield a stem for each day of short spans, for the month of longer ones, and each again without its year."""
    for first, last in spans:
        length = (last - first).days
        if length <= LONGEST_RUN_OF_DAYS:
            days = (first + timedelta(days=number) for number in range(length + 1))
            yield from (f"{DAY_MARK}{day:{form}}" for day in days for form in ("%Y-%m-%d", "--%m-%d"))
        elif length <= DAYS_OF_A_MONTH:
            yield from (f"{DAY_MARK}{first:{form}}" for form in ("%Y-%m", "--%m"))

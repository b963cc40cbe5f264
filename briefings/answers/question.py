"""Understanding a question: what is asked, and which words, names, numbers and days an answer has to do with."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from briefings.answers.findings import Kind
from briefings.answers.kinds import kind_of
from briefings.answers.names import name_keys
from briefings.language import Language, detect, is_stopword, stem, tokens

LONGEST_QUESTION: Final = 600
"""Code points that are read of a question; nobody asks more in one."""

NAME_MARK: Final = "="
"""Before the sound of a name in the index."""


@dataclass(frozen=True, slots=True)
class Term:
    """A word of a question that carries meaning."""

    text: str
    stem: str
    keys: tuple[str, ...]
    """how it sounds, should it be a name"""
    capitalised: bool
    """written as a name, not merely at the beginning"""

    @property
    def is_number(self) -> bool:
        """Whether it is written in digits."""
        return self.text[:1].isdigit()

    @property
    def index_stems(self) -> tuple[str, ...]:
        """What passages with this term are found by."""
        return (self.stem, *(NAME_MARK + key for key in self.keys))


@dataclass(frozen=True, slots=True)
class Question:
    """A question as it was understood."""

    text: str
    language: Language
    kind: Kind
    terms: tuple[Term, ...]

    def corrected(self, corrections: Mapping[str, str]) -> "Question":
        """Return the question with some stems replaced by those they were meant to be."""
        terms = tuple(replace(term, stem=corrections.get(term.stem, term.stem)) for term in self.terms)
        return replace(self, terms=terms)


def understand(text: str) -> Question:
    """Read a question."""
    asked = " ".join(text[:LONGEST_QUESTION].split())
    language = detect(asked)
    return Question(asked, language, kind_of(asked, language), _terms(asked, language))


def _terms(asked: str, language: Language) -> tuple[Term, ...]:
    found = [
        Term(
            token.text,
            stem(token.text, language),
            () if token.text[0].isdigit() else name_keys(token.text),
            token.text[0].isupper() and position > 0,
        )
        for position, token in enumerate(tokens(asked))
        if not is_stopword(token.text, language)
    ]
    return tuple({term.stem: term for term in found}.values())

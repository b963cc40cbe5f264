"""Understanding a question: what is asked, and which words, names and days an answer has to do with."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from briefings.answers.findings import Kind
from briefings.answers.question_kinds import kind_of
from briefings.answers.question_period import Period, period_of
from briefings.text import Language, detect, stem
from briefings.text.concepts import concepts_in
from briefings.text.terms import CONCEPT_MARK, Name, Term, beginnings, terms_of

LONGEST_QUESTION: Final = 600
"""Code points that are read of a question; nobody asks more in one."""

GENERIC: Final = frozenset({"happen", "event"})
"""Concepts that say that something happens, not what."""

_DAY_WORDS: Final[Mapping[Language, str]] = {
    "en": "day date time year month week many left until hold held take place",
    "ru": "день дата число год месяц сколько осталось пройдут состоятся будут",
    "kk": "күн күні уақыт жыл ай қанша қалды өтеді болады",
}
DAY_STEMS: Final = frozenset(stem(word, name) for name, words in _DAY_WORDS.items() for word in words.split())
"""Words of a question for a day that say nothing of what happens then."""

LONGEST_PERIOD: Final = 62
"""Days; what happened in a longer span is searched by its words."""

_NEWEST: Final = re.compile(r"\b(?:latest|newest|most recent|последн\w+|свеж\w+|соңғы)\b", re.IGNORECASE)
_AHEAD: Final = re.compile(
    r"\b(?:upcoming|(?:happens|comes|is|what's) next|lies ahead|coming up|предстоящ\w+|впереди|дальше|алда\w*)\b",
    re.IGNORECASE,
)

_NEXT: Final = frozenset("next upcoming ahead coming up lies впереди дальше предстоит алда".split())
_SINCE: Final = frozenset("since after начиная после бері бастап кейін".split())

_COUNTDOWN: Final = {
    "en": re.compile(
        r"\bhow (?:many \w+|long|much time|soon|far (?:away|off))\b"
        r".{0,200}?\b(?:until|till|before|to|left|remain\w*|is|are)\b(?: (?:until|till|before|to)\b)?",
        re.IGNORECASE,
    ),
    "ru": re.compile(
        r"\b(?:через сколько|сколько|как скоро)\b.{0,200}?\b(?:до|будут|будет|состоится|пройдут)\b", re.IGNORECASE
    ),
    "kk": re.compile(r"(?:\b\w+\s+)?(?:қанша|неше) .*$", re.IGNORECASE),
}
_HOW_MANY: Final = {
    "en": re.compile(r"\bhow many\b", re.IGNORECASE),
    "ru": re.compile(r"\bсколько\b", re.IGNORECASE),
    "kk": re.compile(r"\b(?:қанша|неше)\b", re.IGNORECASE),
}
_WHEN: Final = {"en": "When is {}", "ru": "Когда {}", "kk": "{} қашан болады"}


@dataclass(frozen=True, slots=True)
class Question:
    """A question as it was understood."""

    text: str
    language: Language
    kind: Kind
    terms: tuple[Term, ...]
    period: Period | None
    wording: str
    """as the models get it: a countdown is asked as a date, typing errors are put right"""
    wants_newest: bool

    @property
    def content(self) -> tuple[Term, ...]:
        """The terms that say what it is about, rather than that something happens, or when."""
        return tuple(term for term in self.terms if not (self._is_generic(term) or self._names_the_period(term)))

    def sought(self, term: Term) -> tuple[str, ...]:
        """Return what a term is searched by: its own stems, and in Kazakh how it begins."""
        return (*term.index_stems, *beginnings([term.stem], self.language))

    @property
    def counted(self) -> Term | None:
        """What is to be counted, in "how many votes"."""
        found = _HOW_MANY[self.language].search(self.wording) if self.kind == "how_many" else None
        if found is None:
            return None
        return next((term for term in self.terms if found.end() <= term.start <= found.end() + 1), None)

    @property
    def names(self) -> tuple[Name, ...]:
        """The names in it, of one word or more; those of a day or month are none."""
        parts = [term for term in self.terms if term.is_name and not self._names_the_period(term)]
        names: list[Name] = []
        for part in parts:
            beside = names and self.wording[names[-1][-1].end : part.start].strip("- ") == ""
            names[-1:] = [(*names[-1], part)] if beside else [*names[-1:], (part,)]
        return tuple(names)

    def corrected(self, corrections: Mapping[str, str]) -> "Question":
        """Return the question with some stems replaced by those they were meant to be."""
        wording = self.wording
        for term in self.terms:
            if term.stem in corrections:
                wording = wording.replace(term.text, corrections[term.stem] + _ending(term))
        terms = tuple(_corrected(term, corrections, self.language) for term in self.terms)
        return replace(self, terms=terms, wording=wording)

    def _is_generic(self, term: Term) -> bool:
        """Whether it says only that something happens, or, in "what day is it?", that a day is asked for."""
        return bool(term.concepts & GENERIC) or (self.kind in {"when", "countdown"} and term.stem in DAY_STEMS)

    def _names_the_period(self, term: Term) -> bool:
        return self.period is not None and term.text in self.period.text


def understand(text: str, today: date) -> Question:
    """Read a question that is asked on a day."""
    asked = " ".join(text[:LONGEST_QUESTION].split())
    language = detect(asked)
    kind = kind_of(asked, language)
    wording = _as_written(_as_date_question(asked, language) if kind == "countdown" else asked)
    period = period_of(asked, language, today)
    newest = _NEWEST.search(asked) is not None
    question = Question(asked, language, kind, terms_of(wording, language), period, wording, newest)
    return replace(question, kind=_kind_of_days(question))


def _kind_of_days(question: Question) -> Kind:
    """Tell questions about days, which key dates and date mentions answer, from those about facts."""
    if question.kind not in {"what", "yes_no", "how"}:
        return question.kind
    period, generic = question.period, any(term.concepts & GENERIC for term in question.terms)
    if _AHEAD.search(question.text) and not _besides(question.content, _NEXT):
        return "happening"
    if period and period.since and not _besides(question.content, _SINCE):
        return "new"
    if period and not period.since and period.days <= LONGEST_PERIOD and (generic or not question.content):
        return "happening"
    return question.kind


def _besides(terms: tuple[Term, ...], known: frozenset[str]) -> bool:
    """Whether there is a term that is none of the known words."""
    return any(term.text.casefold() not in known for term in terms)


def _as_written(asked: str) -> str:
    """Ask with a capital and a question mark, as the models have mostly read: in a hurry people leave both out."""
    return asked[:1].upper() + asked[1:] + ("" if asked.endswith(("?", ".", "!", "…")) else "?")


def _as_date_question(asked: str, language: Language) -> str:
    rest = _COUNTDOWN[language].sub(" ", asked).strip(" ?!.")
    return _WHEN[language].format(rest) + "?" if rest else asked


def _ending(term: Term) -> str:
    """Return what stands behind the stem in a word as it was typed."""
    return term.text[len(term.stem) :] if term.text.casefold().startswith(term.stem) else ""


def _corrected(term: Term, corrections: Mapping[str, str], language: Language) -> Term:
    meant = corrections.get(term.stem)
    if meant is None:
        return term
    concepts = [CONCEPT_MARK + one for hit in concepts_in([meant], language) for one in hit.concepts]
    return replace(term, stem=meant, index_stems=(meant, *concepts))

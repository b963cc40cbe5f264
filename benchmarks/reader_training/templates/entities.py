"""Things that facts are about, each in three languages, and their forms in a sentence."""

import csv
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Protocol

from babel import Locale

from . import kazakh, russian

LANGUAGES = ("en", "ru", "kk")
NO_COUNTRIES = ("ZZ", "QO", "EU", "EZ", "UN", "XA", "XB")
HERE = Path(__file__).parent


class Entity(Protocol):
    """What can fill a slot of a sentence."""

    def form(self, language: str, case: str) -> str:
        """The words as they stand in a sentence."""

    def agreement(self) -> int:
        """Which Russian verb ending agrees: 0 masculine, 1 feminine, 2 neuter, 3 plural."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase in the nominative of each language; a star marks a Kazakh possessive."""

    en: str
    ru: str
    kk: str

    def form(self, language: str, case: str) -> str:
        if language == "en":
            return self.en
        return russian.inflected(self.ru, case) if language == "ru" else kazakh.inflected(self.kk, case)

    def agreement(self) -> int:
        return russian.gender(self.ru)


@dataclass(frozen=True, slots=True)
class Person:
    """A first name and a surname, the surname as a man's."""

    name: Phrase
    family: Phrase
    female: bool

    def form(self, language: str, case: str) -> str:
        if language == "ru":
            name = russian.given_name(self.name.ru, case, female=self.female)
            return f"{name} {russian.surname(self.family.ru, case, female=self.female)}"
        ending = "a" if language == "en" else "а"
        family = self.family.en if language == "en" else self.family.kk
        if self.female and family.endswith(("ov", "ev", "in", "ов", "ев", "ин")):
            family += ending
        whole = f"{self.name.en if language == 'en' else self.name.kk} {family}"
        return whole if language == "en" else kazakh.inflected(whole, case)

    def agreement(self) -> int:
        return int(self.female)


@dataclass(frozen=True, slots=True)
class Counted:
    """A number of people or things; ``noun`` is a plural in English and a singular elsewhere."""

    number: int
    noun: Phrase

    def form(self, language: str, case: str) -> str:
        if language == "en":
            return f"{self.number:,} {self.noun.en}"
        if language == "ru":
            return f"{_spaced(self.number)} {russian.counted(self.noun.ru, self.number)}"
        return f"{_spaced(self.number)} {self.noun.form('kk', case)}"

    def agreement(self) -> int:
        return 3


@dataclass(frozen=True, slots=True)
class Amount:
    """A quantity with a decimal and its unit; the Russian unit stands in the genitive singular, as after a fraction."""

    whole: int
    tenth: int
    unit: Phrase

    def form(self, language: str, case: str) -> str:
        if language == "en":
            return f"{self.whole:,}.{self.tenth} {self.unit.en}"
        number = f"{_spaced(self.whole)},{self.tenth}"
        return f"{number} {self.unit.ru}" if language == "ru" else f"{number} {kazakh.inflected(self.unit.kk, case)}"

    def agreement(self) -> int:
        return 2


@dataclass(frozen=True, slots=True)
class Day:
    """A day, with its year unless ``year`` is 0; Russian and Kazakh cases stand for the usual ways to say when."""

    year: int
    month: int
    day: int

    def form(self, language: str, case: str) -> str:
        month = month_name(language, self.month)
        if language == "en":
            return f"{month} {self.day}, {self.year}" if self.year else f"{month} {self.day}"
        if language == "ru":
            return f"{self.day} {month} {self.year} года" if self.year else f"{self.day} {month}"
        tail = f"{self.day} {kazakh.inflected(month, case)}"
        return f"{self.year} жылғы {tail}" if self.year else tail

    def agreement(self) -> int:
        return 2


@dataclass(frozen=True, slots=True)
class Year:
    number: int

    def form(self, language: str, case: str) -> str:
        if language == "en":
            return str(self.number)
        if language == "ru":
            return f"{self.number} {'году' if case == 'loc' else 'года' if case == 'gen' else 'год'}"
        return f"{self.number} {'жылғы' if case == 'gen' else 'жылы' if case in ('', 'loc') else 'жыл'}"

    def agreement(self) -> int:
        return 0


@dataclass(frozen=True, slots=True)
class Plain:
    """A number or a score, the same in all languages but for its case in Kazakh."""

    text: str

    def form(self, language: str, case: str) -> str:
        return kazakh.inflected(self.text, case) if language == "kk" else self.text

    def agreement(self) -> int:
        return 3


def _spaced(number: int) -> str:
    return f"{number:,}".replace(",", " ")


@cache
def month_name(language: str, month: int) -> str:
    """As said with a day: in the genitive in Russian."""
    return str(Locale(language).months["format"]["wide"][month])


@cache
def lexicon() -> dict[str, tuple[Phrase, ...]]:
    """The phrases of each kind, with countries from Unicode's locale data."""
    kinds: dict[str, list[Phrase]] = defaultdict(list)
    for file in ("lexicon.tsv", "names.tsv"):
        with (HERE / file).open(encoding="utf-8") as lines:
            for kind, *words in csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
                if not kind.startswith("#"):
                    kinds[kind].append(Phrase(*words))
    kinds["country"] = list(_countries())
    return {kind: tuple(phrases) for kind, phrases in kinds.items()}


def _countries() -> list[Phrase]:
    names = [Locale(language).territories for language in LANGUAGES]
    codes = sorted({str(code) for code in names[0]} - set(NO_COUNTRIES))
    phrases = [Phrase(*(str(name[code]) for name in names)) for code in codes if all(code in name for name in names)]
    return [phrase for phrase in phrases if phrase.ru.isalpha() and phrase.kk.isalpha() and phrase.en.isalpha()]

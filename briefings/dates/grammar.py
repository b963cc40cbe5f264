"""Rules over token classes: the words of a sentence become a string of one character each, and rules are regular
expressions over that string.

A rule is written in names, `"month dot? day (comma? year)?"`. All rules of a language are one compiled alternation,
tried in order at each token; none repeats without bounds, so matching stays linear in the sentence.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from briefings.dates.phrase import Phrase, Reading
from briefings.dates.token_classes import Token

Resolver = Callable[[Phrase], Sequence[Reading]]

_NAME = re.compile(r"[a-z_]+")
_FIRST_CHARACTER = 0x4E00
NEVER_FIRST = (
    "word", "comma", "dot", "dash", "close", "and", "of", "away", "remaining", "go_word", "mark", "colon", "amount",
    "preposition", "lasting", "spanning", "taking", "from", "to", "as", "s", "time_name",
)  # fmt: skip
"""Classes that no rule begins with: most words of a text, which are passed over at once."""
NEVER_ALONE = ("the", "a", "on", "every", "told_offset", "partial", "shift", "day", "count")
"""Classes that a rule may begin with, but not before a plain word."""


class Rule(NamedTuple):
    """A pattern over token classes, and what its words resolve to."""

    name: str
    pattern: str
    resolve: Resolver


class Alphabet:
    """One character for each token class; a class that no rule mentions shares that of a plain word."""

    def __init__(self, rules: Sequence[Rule], macros: Mapping[str, str]) -> None:
        self._macros = dict(macros)
        patterns = [rule.pattern for rule in rules]
        names = {name for text in [*patterns, *macros.values()] for name in _NAME.findall(text)} - set(macros)
        self._characters = {name: chr(_FIRST_CHARACTER + i) for i, name in enumerate(sorted(names | {"word"}))}

    def spell(self, tokens: Sequence[Token]) -> str:
        """The sentence as a string of class characters."""
        get, other = self._characters.get, self._characters["word"]
        return "".join([get(token.kind, other) for token in tokens])

    def regex(self, pattern: str) -> str:
        """The pattern with class names turned into characters;"""
        return _NAME.sub(lambda name: self._expand(name.group()), pattern).replace(" ", "")

    def characters(self, names: Sequence[str]) -> str:
        """The characters of those of the classes that rules mention."""
        return "".join(self._characters[name] for name in names if name in self._characters)

    def _expand(self, name: str) -> str:
        if name in self._macros:
            return self.regex(self._macros[name])
        return self._characters[name]


@dataclass(frozen=True, slots=True)
class Match:
    """A rule and the tokens it matched, `first` to `last` exclusive."""

    rule: Rule
    first: int
    last: int


class Grammar:
    """The rules of a language, compiled once."""

    def __init__(self, rules: Sequence[Rule], macros: Mapping[str, str]) -> None:
        self._rules = tuple(rules)
        self._alphabet = Alphabet(rules, macros)
        bodies = [f"({self._alphabet.regex(rule.pattern.replace('(', '(?:').replace('(?:?', '(?'))})" for rule in rules]
        self._regex = re.compile("|".join(bodies))
        lonely, plain = self._alphabet.characters(NEVER_ALONE), self._alphabet.characters(["word"])
        self._start = re.compile(f"(?![{lonely}](?:{plain}|$))[^{self._alphabet.characters(NEVER_FIRST)}]")
        self._single = [re.compile(body) for body in bodies]

    def spell(self, tokens: Sequence[Token]) -> str:
        """The sentence in the alphabet of this grammar."""
        return self._alphabet.spell(tokens)

    def match(self, spelled: str, at: int) -> Match | None:
        """The first rule that matches anywhere from token `at` on."""
        for start in self._start.finditer(spelled, at):
            found = self._regex.match(spelled, start.start())
            if found is not None and found.lastindex is not None:
                return Match(self._rules[found.lastindex - 1], found.start(), found.end())
        return None

    def others(self, spelled: str, declined: Match) -> Iterator[Match]:
        """The later rules that match from the same token on, for when the first one declines its words."""
        after = self._rules.index(declined.rule) + 1
        for rule, regex in zip(self._rules[after:], self._single[after:], strict=True):
            if found := regex.match(spelled, declined.first):
                yield Match(rule, found.start(), found.end())

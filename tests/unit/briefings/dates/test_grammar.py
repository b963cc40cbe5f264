from collections.abc import Sequence

import pytest

from briefings.dates.grammar import Grammar, Rule
from briefings.dates.phrase import Phrase, Reading
from briefings.dates.token_classes import Token

MACROS = {"number": "[day count]"}


def resolve(_: Phrase) -> Sequence[Reading]:
    return ()


GRAMMAR = Grammar(
    [
        Rule("long", "month day (?:comma? year)?", resolve),
        Rule("introduced", "(?<= preposition) month", resolve),
        Rule("length", "number units (?! of)", resolve),
        Rule("short", "month", resolve),
    ],
    MACROS,
)


def tokens(kinds: str) -> list[Token]:
    return [Token(i, i + 1, kind, kind) for i, kind in enumerate(kinds.split())]


@pytest.mark.parametrize(
    ("kinds", "rule", "first", "last"),
    [
        ("word month day comma year word", "long", 1, 5),
        ("month day word", "long", 0, 2),
        ("preposition month word", "introduced", 1, 2),
        ("word month word", "short", 1, 2),
        ("word count units", "length", 1, 3),
    ],
)
def test_the_first_rule_that_fits_wins(kinds: str, rule: str, first: int, last: int) -> None:
    match = GRAMMAR.match(GRAMMAR.spell(tokens(kinds)), 0)
    assert match is not None
    assert (match.rule.name, match.first, match.last) == (rule, first, last)


@pytest.mark.parametrize("kinds", ["word unheard_of comma", "count units of", ""])
def test_nothing_fits(kinds: str) -> None:
    assert GRAMMAR.match(GRAMMAR.spell(tokens(kinds)), 0) is None


def test_later_rules_are_tried_where_the_first_declines() -> None:
    spelled = GRAMMAR.spell(tokens("month day"))
    match = GRAMMAR.match(spelled, 0)
    assert match is not None
    assert [other.rule.name for other in GRAMMAR.others(spelled, match)] == ["short"]

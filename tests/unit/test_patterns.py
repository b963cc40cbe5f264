"""No regular expression of the product takes more than linear time, whatever it is given."""

import re
import signal
from collections.abc import Mapping
from typing import Any

import pytest

from bot.observability.redaction import CREDENTIALS, TOKEN
from tests import patterns
from tests.growth import Growth, steep_pattern

pytestmark = pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="needs a timer of processor time")

FEW, MANY = 16, 400
"""attacks on each pattern"""

BUILDERS = {
    "rubbish._lines",
    "rubbish._openings",
    "stems._layer",
    "grammar.__init__",
    "updates.text_for_bot",
    "redaction.redactor",
}
"""Functions that compile patterns: modules hold what most of them make."""

BUILT = {
    "updates.text_for_bot": re.compile(r"@news_bot\b[\s,:]*", re.IGNORECASE),
    "redaction.redactor": re.compile(f"the secret|{CREDENTIALS}|{TOKEN}", re.IGNORECASE),
}
"""What the others make."""

EXPONENTIAL = (r"(a+)+b", r"(?:a|a)*b", r"^(\w+\s?)*$", r"(?:\W*\d{1,2}(?::\d\d){1,2})+[\s.:…!]*")
QUADRATIC = (
    r"\s+x",
    r"[^)]*\)",
    r"a.*b",
    r"[a-z]+ing",
    r"\d+(?:\.\d+)*[a-z]",
    r"\[([^\]\n]*)\]\(",
    r"(?:\s+(?:and|или))+$",
    r"^#{1,6}[^\S\n]+(.*?)[^\S\n]*#*$",
    r"<!--.*?-->",
)
LINEAR = (r"\w+", r"(?<!\s)\s+x", r"[^()]*", r"[a-z]{1,50}x", r"x\s++y", r"\A\s+x", r"\b\d{4}-\d\d-\d\d\b")


@pytest.mark.parametrize("pattern", [*EXPONENTIAL, *QUADRATIC])
def test_what_takes_more_than_linear_time_is_found(pattern: str) -> None:
    assert steep_pattern(re.compile(pattern, re.MULTILINE), MANY) is not None


@pytest.mark.parametrize("pattern", LINEAR)
def test_what_takes_linear_time_is_not_accused(pattern: str) -> None:
    assert steep_pattern(re.compile(pattern), MANY) is None


def test_the_walk_finds_patterns_in_every_kind_of_place() -> None:
    places = set(patterns.compiled())
    assert {"bot.phrases.intents.ASKED", "briefings.intake.rubbish.CONTROLS", "briefings.text.tokens._TOKEN"} <= places
    assert any("grammar._single" in place for place in places), "in an object of a rule book"
    assert any("_MARKUP[" in place for place in places), "in a tuple"


def test_functions_compile_no_patterns_that_no_test_sees() -> None:
    assert patterns.in_functions().keys() <= BUILDERS


def test_few_attacks_on_each_pattern_take_linear_time() -> None:
    assert _steep(_all(), FEW) == {}


@pytest.mark.long
def test_many_attacks_on_each_pattern_take_linear_time() -> None:
    assert _steep(_all(), MANY) == {}


def test_patterns_given_to_filters_are_found() -> None:
    assert any("/load" in place for place in patterns.of_filters())


def _all() -> dict[str, re.Pattern[Any]]:
    return patterns.compiled() | patterns.of_filters() | BUILT


def _steep(found: Mapping[str, re.Pattern[Any]], most: int) -> dict[str, Growth]:
    growths = {place: steep_pattern(pattern, most) for place, pattern in found.items()}
    return {place: growth for place, growth in growths.items() if growth is not None}

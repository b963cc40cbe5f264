import pytest

from briefings.dates import english_rules as english
from briefings.dates import russian_rules as russian
from briefings.dates.figures import settle_figures
from briefings.dates.token_classes import Lexicon, Value, read_tokens


def settled(text: str, lexicon: Lexicon = english.LEXICON) -> list[tuple[str, Value]]:
    return [(token.kind, token.value) for token in settle_figures(read_tokens(text, 0, len(text), lexicon))]


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("9th", "ordinal", 9),
        ("1990s", "decade", 1990),
        ("twenty-five", "count", 25),
        ("twenty five", "count", 25),
        ("two hundred", "count", 200),
        ("two thousand", "year", 2000),
        ("nineteen ninety-four", "year", 1994),
        ("twenty first", "ordinal", 21),
    ],
)
def test_english_figures(text: str, kind: str, value: int) -> None:
    assert settled(text) == [(kind, value)]


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("9-го", "ordinal", 9),
        ("90-х", "decade", 90),
        ("1990-е", "decade", 1990),
        ("1-е", "ordinal", 1),
        ("тридцать первое", "ordinal", 31),
        ("двадцать пять", "count", 25),
    ],
)
def test_russian_figures(text: str, kind: str, value: int) -> None:
    assert settled(text, russian.LEXICON) == [(kind, value)]


@pytest.mark.parametrize("text", ["$25", "25%", "MH17", "Su-27", "25 million", "№ 25", "25km"])
def test_figures_that_count_other_things_are_hidden(text: str) -> None:
    assert ("opaque", 25 if "25" in text else 17 if "17" in text else 27) in settled(text)

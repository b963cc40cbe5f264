import re

import pytest

from bot.phrases.spoken_numbers import NUMBER, fold, number_of


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("seven", 7),
        ("twenty-one", 21),
        ("трёх", 3),
        ("двадцати одного", 21),
        ("он екі", 12),
        ("жиырма", 20),
        ("тоқсан тоғыз", 99),
    ],
)
def test_numbers_in_words(words: str, number: int) -> None:
    written = fold(words)
    assert re.fullmatch(NUMBER, written)
    assert number_of(written) == number


@pytest.mark.parametrize("words", ["", "zero", "one two", "один десять", "бір он"])
def test_what_is_no_number(words: str) -> None:
    assert not re.fullmatch(NUMBER, words)

"""Words and numbers with their places."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.text import tokens


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Nazarbaev's daughter, Darigha", ["Nazarbaev's", "daughter", "Darigha"]),
        ("Nur-Sultan (the U.S. team)", ["Nur", "Sultan", "the", "U.S.", "team"]),
        ("12,650-tenge ($33), 18.7 million", ["12,650", "tenge", "33", "18.7", "million"]),
        ("в 19:00, 12\u00a0650 чел.", ["в", "19:00", "12\u00a0650", "чел"]),
        ("9th of June", ["9th", "of", "June"]),
        ("6 миллион, 9-шы маусым", ["6", "миллион", "9", "шы", "маусым"]),
        ("a_b 😀 …", ["a", "b"]),
    ],
)
def test_words_are_found(text: str, words: list[str]) -> None:
    assert [token.text for token in tokens(text)] == words


@given(st.text())
def test_places_are_exact(text: str) -> None:
    end = 0
    for token in tokens(text):
        assert end <= token.start < token.end
        assert text[token.start : token.end] == token.text
        end = token.end

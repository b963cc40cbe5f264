import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.text.combining_marks import MOST_MARKS, normalize


def test_letters_and_their_marks_are_composed() -> None:
    assert normalize("NFC", "и\u0306 e\u0301") == "й é"
    assert normalize("NFD", "й") == "и\u0306"
    assert normalize("NFKC", "ﬁ") == "fi"


def test_marks_are_put_in_order() -> None:
    assert normalize("NFC", "q\u0307\u0323") == "q\u0323\u0307"


@pytest.mark.parametrize("mark", ["\u0301", "\u05b0", "\u3099", "\U0001d165"])
def test_of_more_marks_in_a_row_than_any_writing_has_the_rest_goes(mark: str) -> None:
    assert normalize("NFD", "k" + mark * MOST_MARKS) == "k" + mark * MOST_MARKS
    assert normalize("NFD", "k" + mark * (MOST_MARKS + 1) + "!") == "k" + mark * MOST_MARKS + "!"


@given(st.text())
def test_ordinary_text_is_normalised_as_unicode_says(text: str) -> None:
    assert normalize("NFC", text) == unicodedata.normalize("NFC", text)

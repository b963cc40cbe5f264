"""Characters that may stay."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from briefings.intake.characters import LONGEST_TITLE, tidy_line, tidy_text, tidy_title

ANYTHING = st.text(alphabet=st.characters())


def test_line_ends_and_spaces_are_folded() -> None:
    assert tidy_text(" a\u00a0 b\t\r\nc\r\r\r\rd\u2028e\n") == "a b\nc\n\nd\ne"


def test_invisible_characters_go() -> None:
    assert tidy_text("a\0b\x1b[c\u200b\ufeffd\u202ee\ud800f") == "ab[cdef"


def test_letters_are_composed() -> None:
    assert tidy_text("и\u0306") == "й"


def test_joiners_of_emoji_stay() -> None:
    assert tidy_line("👩\u200d🔬") == "👩\u200d🔬"


def test_title_is_cut_at_a_word() -> None:
    title = tidy_title("word " * 100)
    assert title == "word " * 38 + "word…"
    assert len(title) <= LONGEST_TITLE


@given(ANYTHING)
def test_tidy_text_can_be_stored_and_stays_tidy(text: str) -> None:
    tidy = tidy_text(text)
    tidy.encode()
    assert tidy_text(tidy) == tidy
    assert unicodedata.is_normalized("NFC", tidy)
    assert "\n\n\n" not in tidy


@given(ANYTHING)
def test_titles_are_one_short_line(text: str) -> None:
    title = tidy_title(text)
    assert len(title) <= LONGEST_TITLE
    assert len(title.splitlines()) <= 1

"""Clauses as headlines have them."""

import pytest

from briefings.key_dates.detection.clause_names.clause import spelled
from briefings.key_dates.detection.clause_names.english_headline import ended, finished, with_future
from briefings.key_dates.detection.clause_words import Word, words_of


def read(text: str) -> list[Word]:
    return words_of(text, 0, len(text), ())


@pytest.mark.parametrize(
    ("clause", "headline"),
    [
        ("Results will be announced", "Results to be announced"),
        ("The pool is set to open", "The pool to open"),
        ("Schools will be closed", "Schools closed"),
        ("Snow is expected", "Snow expected"),
        ("A report is published", "A report published"),
        ("The dinner will be held in Oral", "The dinner in Oral"),
        ("The race has been put off", "The race"),
    ],
)
def test_what_will_be(clause: str, headline: str) -> None:
    assert spelled(with_future(read(clause))) == headline


@pytest.mark.parametrize(
    ("clause", "headline"), [("Plays run", "Plays end"), ("The bridge remains closed", "Bridge reopens")]
)
def test_what_ends(clause: str, headline: str) -> None:
    assert spelled(ended(read(clause))) == headline


@pytest.mark.parametrize(
    ("reported", "name"),
    [("the mill in", "Mill"), ("it begins", None), ("what happens next", None), ("opens", ""), ("in the U.S.", "U.S.")],
)  # fmt: skip
def test_loose_ends(reported: str, name: str | None) -> None:
    assert finished(read(reported)) == name

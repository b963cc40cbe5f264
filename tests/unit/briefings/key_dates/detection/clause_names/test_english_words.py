"""What English words do in a clause."""

import pytest

from briefings.key_dates.detection.clause_names.english_words import is_pronoun, is_verb, is_verb_ahead
from briefings.key_dates.detection.clause_words import Word


@pytest.mark.parametrize(("word", "is_one"), [("opens", True), ("was", True), ("closed", True), ("library", False)])
def test_verbs(word: str, is_one: bool) -> None:
    assert is_verb(Word(0, len(word), word)) is is_one


@pytest.mark.parametrize(("word", "is_one"), [("it", True), ("He’s", True), ("we'll", True), ("Itself", False)])
def test_pronouns_alone_or_with_their_verb(word: str, is_one: bool) -> None:
    assert is_pronoun(Word(0, len(word), word)) is is_one


def test_what_looks_ahead() -> None:
    assert [is_verb_ahead(word) for word in ("will", "meets", "met")] == [True, True, False]

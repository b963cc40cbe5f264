import pytest

from briefings.text import Language, stems
from briefings.text.concepts import Hit, concepts_in


def found(text: str, language: Language) -> set[str]:
    return {concept for hit in concepts_in(stems(text, language), language) for concept in hit.concepts}


@pytest.mark.parametrize(
    ("one", "other", "concept"),
    [
        ("two people were arrested", "police detained two people", "arrest"),
        ("the vote is near", "elections are near", "election"),
        ("he stepped down", "his resignation", "resign"),
        ("the march went on", "protesters rallied", "protest"),
    ],
)
def test_synonyms_mean_the_same(one: str, other: str, concept: str):
    assert concept in found(one, "en") & found(other, "en")


@pytest.mark.parametrize(
    ("text", "language", "concept"),
    [
        ("когда пройдут выборы", "ru", "election"),
        ("кого задержали", "ru", "arrest"),
        ("сайлау қашан", "kk", "election"),
        ("наразылық болды", "kk", "protest"),
    ],
)
def test_languages_share_concepts(text: str, language: Language, concept: str):
    assert concept in found(text, language)


def test_a_phrase_is_one_hit():
    words = stems("she will step down soon", "en")
    assert Hit(2, 4, ("resign",)) in concepts_in(words, "en")


def test_unknown_words_mean_nothing():
    assert concepts_in(stems("tomatoes like warm nights", "en"), "en") == []

import pytest

from briefings.key_dates.detection.clause_words import words_of
from briefings.key_dates.detection.places import place_in, place_of
from briefings.text import Language


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("The summit opens in Tashkent.", "en", "Tashkent"),
        ("The Tashkent summit opens in June.", "en", None),
        ("Саммит откроется в Ташкенте.", "ru", "Ташкент"),
        ("Саммит откроется в Москве.", "ru", "Москва"),
        ("Алматыда саммит ашылады.", "kk", "Алматы"),
        ("Саммит Бішкекте ашылады.", "kk", "Бішкек"),
        ("", "en", None),
    ],
)
def test_where_a_sentence_says_it_is(text: str, language: Language, expected: str | None) -> None:
    place = place_in(words_of(text, 0, len(text), ()), language)
    assert (place.names[language] if place else None) == expected


def test_the_same_place_in_three_languages() -> None:
    assert place_of("Kazakhstan") is place_of("Казахстане") is place_of("Қазақстанда") is not None


def test_a_country_of_many_zones_has_none() -> None:
    place = place_of("Russia")
    assert place is not None
    assert place.zone is None


def test_unknown_words_are_no_places() -> None:
    assert place_of("Atlantis") is None

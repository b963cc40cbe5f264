import pytest

from briefings.answers.locations import places_in
from briefings.text import Language


@pytest.mark.parametrize(
    ("text", "language", "key"),
    [
        ("who was detained in Moscow?", "en", "mskv"),
        ("Police came to people at Taraz station.", "en", "trz"),
        ("Кого задержали в Москве?", "ru", "mskv"),
        ("Мәскеуде кім ұсталды?", "kk", "mskd"),
        ("Шымкент қаласында шеру өтті", "kk", "Xmknt"),
    ],
)
def test_places_are_known_by_what_stands_beside_them(text: str, language: Language, key: str):
    assert any(key in place for place in places_in(text, language))


@pytest.mark.parametrize("text", ["who came in March", "in short", "Moscow said no"])
def test_not_every_name_is_a_place(text: str):
    assert list(places_in(text, "en")) == []

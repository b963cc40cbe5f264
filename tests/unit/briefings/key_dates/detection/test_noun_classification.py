import pytest

from briefings.key_dates.detection.clause_words import words_of
from briefings.key_dates.detection.noun_classification import find_events
from briefings.text import Language


def events(text: str, language: Language) -> list[str]:
    words = words_of(text, 0, len(text), ())
    return [words[event.at].text for event in find_events(words, language)]


@pytest.mark.parametrize(
    ("text", "language", "nouns"),
    [
        ("The election and the summit are near.", "en", ["election", "summit"]),
        ("They will vote.", "en", []),
        ("The election law was changed.", "en", []),
        ("Congress meets soon.", "en", []),
        ("The World Mining Congress meets soon.", "en", ["Congress"]),
        ("Суд отклонил жалобу.", "ru", []),
        ("Суд над Петровым начнётся скоро.", "ru", ["Суд"]),
        ("Сайлау қорытындысы белгілі.", "kk", []),
        ("Сайлау өтеді.", "kk", ["Сайлау"]),
    ],
)
def test_which_nouns_name_an_event(text: str, language: Language, nouns: list[str]) -> None:
    assert events(text, language) == nouns

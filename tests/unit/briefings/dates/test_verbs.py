"""What verbs among their neighbours say of the direction of time."""

import pytest

from briefings.dates.language_rules import SPEECHES
from briefings.dates.verbs import Direction
from briefings.text import Language


def leftwards(text: str, language: Language = "en") -> Direction:
    return SPEECHES[language].cues.leftwards(text.split(), owned=False)


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("the game will be played", "future"),
        ("the game was played", "past"),
        ("he tried to flee", "past"),
        ("he agreed to leave", "future"),
        ("crowds came to mark the victory", "past"),
        ("it could not be found", "past"),
        ("it could be found", "future"),
        ("she would not say", "past"),
        ("they would not be open", "future"),
        ("they are meeting", "future"),
        ("its plans", None),
        ("join us", "future"),
        ("the game had been scheduled", "past"),
    ],
)
def test_english(text: str, direction: Direction) -> None:
    assert leftwards(text) == direction


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("итоги будут подведены", "future"),
        ("итоги были подведены", "past"),
        ("он пытался уйти", "past"),
        ("стороны решили встретиться", "future"),
        ("сообщает агентство", None),
    ],
)
def test_russian(text: str, direction: Direction) -> None:
    assert leftwards(text, "ru") == direction


def test_a_kazakh_participle_far_from_the_date_describes_a_noun() -> None:
    cues = SPEECHES["kk"].cues
    assert cues.rightwards("бастап елде көп жыл пайдаланылған көлікке тыйым салынады".split(), owned=False) == "future"
    assert cues.rightwards("өткен жиынға көп адам қатысады".split(), owned=False) == "past"

"""A weekday with its date in brackets. Published on Thursday, 2 May 2019."""

from datetime import date

import pytest

from briefings.dates import find_dates
from briefings.text import Language

PUBLISHED = date(2019, 5, 2)


def values(text: str, language: Language) -> list[str]:
    return [mention.value for mention in find_dates(text, PUBLISHED, language)]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "The vote will be held on Sunday (9 June) in all towns.", ["2019-06-09"]),
        ("en", "The vote will be held on 9 June (Sunday).", ["2019-06-09"]),
        ("en", "The game starts at 19:40 Thursday (May 16).", ["2019-05-16T19:40"]),
        ("ru", "Голосование пройдёт в воскресенье (9 июня).", ["2019-06-09"]),
        ("ru", "Голосование пройдёт 9 июня (воскресенье).", ["2019-06-09"]),
        ("kk", "Дауыс беру жексенбіде (9 маусым) өтеді.", ["2019-06-09"]),
    ],
)
def test_the_bracket_wins(language: Language, text: str, expected: list[str]) -> None:
    assert values(text, language) == expected


def test_one_mention_that_says_when_the_weekday_is_wrong() -> None:
    (right,) = find_dates("It opens on Sunday (9 June).", PUBLISHED, "en")
    (wrong,) = find_dates("It opens on Monday (9 June).", PUBLISHED, "en")
    assert right.text == "Sunday (9 June)"
    assert (right.flags, wrong.flags) == (frozenset(), {"contradiction"})

"""Days told by the weeks or days before them. Published on Thursday, 2 May 2019."""

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
        ("en", "He will be back Monday week.", ["2019-05-13"]),
        ("en", "The hearing is a week on Tuesday.", ["2019-05-14"]),
        ("en", "The hearing will be held two weeks from Friday.", ["2019-05-17"]),
        ("en", "The hearing was held a week ago Tuesday.", ["2019-04-23"]),
        ("en", "The talks will be held the Tuesday after next.", ["2019-05-14"]),
        ("en", "The talks will be held on Tuesday of next week.", ["2019-05-07"]),
        ("en", "The talks will be held a week tomorrow.", ["2019-05-10"]),
        ("ru", "Матч состоится через неделю в субботу.", ["2019-05-11"]),
        ("ru", "Матч состоится в субботу через две недели.", ["2019-05-18"]),
        ("kk", "Ойын бір аптадан кейін сенбіде өтеді.", ["2019-05-11"]),
    ],
)
def test_weekday_and_weeks(language: Language, text: str, expected: list[str]) -> None:
    assert values(text, language) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "The election is in 63 days.", ["2019-07-04"]),
        ("en", "The election is in just 63 days.", ["2019-07-04"]),
        ("en", "It is 63 days until the election.", ["2019-07-04"]),
        ("en", "It is open for 63 days until the election.", ["P63D"]),
        ("en", "Only 63 days remain until the election.", ["2019-07-04"]),
        ("ru", "До старта осталась всего неделя.", ["2019-05-09"]),
        ("ru", "До дня голосования — 20 дней.", ["2019-05-22"]),
        ("ru", "До выборов осталось меньше месяца.", []),
        ("en", "The election is 63 days away.", ["2019-07-04"]),
        ("en", "With 20 days to go, rallies go on.", ["2019-05-22"]),
        ("en", "There are 20 days left until the vote.", ["2019-05-22"]),
        ("en", "There are two weeks left in the season.", ["P2W"]),
        ("en", "They are together for the first time in 25 years.", ["P25Y"]),
        ("ru", "До голосования осталось 20 дней.", ["2019-05-22"]),
        ("ru", "До выборов остаётся две недели.", ["2019-05-16"]),
        ("ru", "Ему осталось 20 дней.", ["P20D"]),
        ("kk", "Дауыс беруге 20 күн қалды.", ["2019-05-22"]),
        ("kk", "Сайлауға дейін 20 күн қалды.", ["2019-05-22"]),
    ],
)
def test_what_is_left(language: Language, text: str, expected: list[str]) -> None:
    assert values(text, language) == expected

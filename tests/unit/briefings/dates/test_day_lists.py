"""Several days of one month. Published on Thursday, 2 May 2019."""

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
        ("en", "Concerts will be given on June 3, 5 and 7.", ["2019-06-03", "2019-06-05", "2019-06-07"]),
        ("en", "Concerts will be given on 3, 5 and 7 June.", ["2019-06-03", "2019-06-05", "2019-06-07"]),
        ("en", "Hearings are set for Tuesday 11 and Thursday 13 June.", ["2019-06-11", "2019-06-13"]),
        (
            "en",
            "It is closed on Monday 20, Tuesday 21 and Wednesday 22 April 2020.",
            ["2020-04-20", "2020-04-21", "2020-04-22"],
        ),
        ("ru", "Концерты пройдут 3, 5 и 7 июня.", ["2019-06-03", "2019-06-05", "2019-06-07"]),
        ("ru", "Концерты пройдут 3, 4, 5 июня.", ["2019-06-03", "2019-06-04", "2019-06-05"]),
        ("ru", "Слушания пройдут во вторник 11 и в четверг 13 июня.", ["2019-06-11", "2019-06-13"]),
        ("ru", "Слушания пройдут в четверг, 6, и в пятницу, 7 июня.", ["2019-06-06", "2019-06-07"]),
        ("kk", "Концерт 3, 5 және 7 маусымда өтеді.", ["2019-06-03", "2019-06-05", "2019-06-07"]),
    ],
)
def test_lists_of_days(language: Language, text: str, expected: list[str]) -> None:
    assert values(text, language) == expected


def test_the_mentions_of_a_list() -> None:
    found = find_dates("Концерты пройдут во вторник 11 и в четверг 13 июня.", PUBLISHED, "ru")
    assert [mention.text for mention in found] == ["вторник 11", "четверг 13 июня"]


def test_days_that_do_not_ascend_are_no_list() -> None:
    assert values("Rooms 7, 5 and 3 June streets.", "en") == ["2019-06-03"]

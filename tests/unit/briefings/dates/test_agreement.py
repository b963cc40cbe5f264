"""A weekday or a weekend beside its date. Published on Thursday, 2 May 2019."""

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
        ("ru", "В субботу и воскресенье, 8 и 9 июня, будет слёт.", ["2019-06-08", "2019-06-09"] * 2),
        ("kk", "Сенбі мен жексенбіде, 8-9 маусымда, жәрмеңке өтеді.", ["2019-06-08", "2019-06-09"] * 2),
        ("ru", "Начало 9 июня, в воскресенье, в полдень.", ["2019-06-09", "2019-06-09T12:00"]),
        ("ru", "В выходные, 8 и 9 июня, будет слёт.", ["2019-W23-WE", "2019-06-08", "2019-06-09"]),
        ("en", "It is on the weekend of June 8-9.", ["2019-W23-WE"]),
        ("en", "It is on Sunday, 9.6.2019.", ["2019-06-09"]),
        ("en", "It is on Sunday, 9.06.", ["2019-06-09"]),
        ("en", "Sunday's (June 9) vote is early.", ["2019-06-09"]),
        ("en", "It will run from Monday 20 to Wednesday 22 May.", ["2019-05-20", "2019-05-22"]),
        ("en", "It will be held on June 8 & 9.", ["2019-06-08", "2019-06-09"]),
    ],
)
def test_the_date_wins(language: Language, text: str, expected: list[str]) -> None:
    assert values(text, language) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Officials said Sunday the June 9 vote is safe.", "2019-04-28"),
        ("Shares were bought from April 4 to Thursday.", "2019-05-02"),
        ("Last Sunday, June 9 was named as the day.", "2019-06-09"),
    ],
)
def test_other_weekdays_stay(text: str, expected: str) -> None:
    assert expected in values(text, "en")

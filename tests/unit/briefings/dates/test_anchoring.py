"""Which day a clock time belongs to. Published on Thursday, 2 May 2019."""

from datetime import date

import pytest

from briefings.dates import find_dates
from briefings.text import Language

PUBLISHED = date(2019, 5, 2)


def clocks(text: str, language: Language) -> list[str]:
    return [mention.value for mention in find_dates(text, PUBLISHED, language) if mention.hour is not None]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "The show is on June 9 at 7 p.m. and ends at 10 p.m.", ["2019-06-09T19:00", "2019-06-09T22:00"]),
        ("en", "Polls are open from 7 a.m. to 8 p.m. on June 9.", ["2019-06-09T07:00", "2019-06-09T20:00"]),
        ("ru", "9 июня участки открыты с 7 утра до 8 вечера.", ["2019-06-09T07:00", "2019-06-09T20:00"]),
        ("ru", "Участки открыты 9 июня с 7:00 до 20:00.", ["2019-06-09T07:00", "2019-06-09T20:00"]),
        ("kk", "9 маусымда учаске 07.00-ден 20.00-ге дейін ашық.", ["2019-06-09T07:00", "2019-06-09T20:00"]),
    ],
)
def test_the_day_of_its_sentence(language: Language, text: str, expected: list[str]) -> None:
    assert clocks(text, language) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "The vote is on June 9. Polls will open at 7 a.m.", ["2019-06-09T07:00"]),
        ("en", "A shed burned on Monday. Crews arrived at 3:20 a.m.", ["2019-04-29T03:20"]),
        ("en", "Doors will open at 18:30. The show is on June 9.", ["2019-06-09T18:30"]),
        ("en", "The mayor spoke Thursday. Polls will open at 7 a.m.", ["T07:00"]),
        ("en", "The vote is on June 9. She left home at 7 a.m.", ["T07:00"]),
        ("en", "The vote is on June 9. All can vote. Bring a card. Polls will open at 7 a.m.", ["T07:00"]),
        ("ru", "Выборы пройдут 9 июня. Участки откроются в 7:00.", ["2019-06-09T07:00"]),
        ("kk", "Сайлау 9 маусымда өтеді. Учаскелер сағат 7:00-де ашылады.", ["2019-06-09T07:00"]),
    ],
)
def test_the_day_of_a_neighbour_that_fits(language: Language, text: str, expected: list[str]) -> None:
    assert clocks(text, language) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "He woke at 6 a.m. and went to work.", "T06:00"),
        ("ru", "Он проснулся в 6 часов утра.", "T06:00"),
        ("kk", "Ол таңғы сағат 6-да оянды.", "T06:00"),
    ],
)
def test_without_a_day_it_stays_a_time_of_day(language: Language, text: str, expected: str) -> None:
    (mention,) = find_dates(text, PUBLISHED, language)
    assert (mention.value, mention.type, mention.first, mention.hour) == (expected, "TIME", None, 6)
    assert (mention.precision, mention.kind, mention.anchor) == ("hour", "point", None)


def test_what_comes_after_counts_from_days_and_not_from_clocks() -> None:
    text = "The vote was on April 14. Polls opened at 7 a.m. The next day was calm."
    assert find_dates(text, PUBLISHED, "en")[-1].value == "2019-04-15"

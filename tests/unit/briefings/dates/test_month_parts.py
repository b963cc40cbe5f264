"""Weekdays and weeks by their number in a month, or by a day. Published on Thursday, 2 May 2019."""

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
        ("en", "The fair will be held on the last Sunday of June.", ["2019-06-30"]),
        ("en", "The race will start on the second Saturday in July.", ["2019-07-13"]),
        ("en", "Voters went to the polls on the first Tuesday of November 2016.", ["2016-11-01"]),
        ("en", "The rate will be set on the last Friday of next month.", ["2019-06-28"]),
        ("en", "The rate will be set on the last Friday of the month.", ["2019-05-31"]),
        ("en", "It had been set on the last Friday of last month.", ["2019-04-26"]),
        ("ru", "Ярмарка пройдёт в последнее воскресенье июня.", ["2019-06-30"]),
        ("ru", "Забег стартует во вторую субботу июля.", ["2019-07-13"]),
        ("ru", "Встреча пройдёт в последнюю пятницу этого месяца.", ["2019-05-31"]),
        ("kk", "Жәрмеңке маусымның соңғы жексенбісінде өтеді.", ["2019-06-30"]),
        ("kk", "Жарыс шілденің екінші сенбісінде басталады.", ["2019-07-13"]),
        ("kk", "Кездесу осы айдың соңғы жұмасында өтеді.", ["2019-05-31"]),
    ],
)
def test_weekday_of_a_month(language: Language, text: str, expected: list[str]) -> None:
    assert values(text, language) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Debates will be held in the last week of May.", ["2019-W22"]),
        ("en", "Debates will be held in the first week of June.", ["2019-W23"]),
        ("en", "Bids will be taken until the last day of May.", ["2019-05-31"]),
        ("en", "Debates are planned in the week of June 3.", ["2019-W23"]),
        ("en", "She will visit the week beginning 10 June.", ["2019-W24"]),
        ("ru", "Дебаты пройдут в последнюю неделю мая.", ["2019-W22"]),
        ("ru", "Дебаты пройдут на неделе с 3 июня.", ["2019-W23"]),
        ("ru", "Заявки принимают до последнего дня мая.", ["2019-05-31"]),
        ("ru", "В первые дни мая похолодает.", ["2019-05"]),
        ("kk", "Пікірсайыс мамырдың соңғы аптасында өтеді.", ["2019-W22"]),
        ("kk", "Пікірсайыс 3 маусым аптасында өтеді.", ["2019-W23"]),
    ],
)
def test_week_of_a_month_or_a_day(language: Language, text: str, expected: list[str]) -> None:
    assert values(text, language) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "It opens on the 9th.", ["2019-05-09"]),
        ("en", "It opens on Sunday, the 9th.", ["2019-06-09"]),
        ("en", "It opens on the second.", []),
        ("ru", "Встреча состоится 9-го числа.", ["2019-05-09"]),
        ("ru", "Встреча прошла 9 числа.", ["2019-04-09"]),
        ("ru", "Встреча пройдёт 9 числа следующего месяца.", ["2019-06-09"]),
    ],
)
def test_day_of_a_near_month(language: Language, text: str, expected: list[str]) -> None:
    assert values(text, language) == expected

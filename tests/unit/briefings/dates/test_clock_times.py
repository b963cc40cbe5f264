"""Clock times and their ranges. Published on Thursday, 2 May 2019."""

from datetime import date

import pytest

from briefings.dates import find_dates
from briefings.text import Language


@pytest.mark.parametrize(
    ("language", "text", "start", "end"),
    [
        ("en", "Polls are open from 7 a.m. to 8 p.m.", "T07:00", "T20:00"),
        ("kk", "Учаскелер 07:00–20:00 ашық.", "T07:00", "T20:00"),
        ("ru", "Участки открыты 7:00-20:00.", "T07:00", "T20:00"),
        ("en", "The shop is open 7.30am to 8pm.", "T07:30", "T20:00"),
        ("en", "Polls are open 7 a.m.-8 p.m.", "T07:00", "T20:00"),
        ("en", "The shop closes between 1 and 2 p.m.", "T13:00", "T14:00"),
        ("en", "The talk will run from 10 to 11:30 a.m.", "T10:00", "T11:30"),
        ("en", "The talk will run from 11 to 1 p.m.", "T11:00", "T13:00"),
        ("en", "The talk will run from 10:00 until 12:30.", "T10:00", "T12:30"),
        ("ru", "Участки открыты с 7:00 до 20:00.", "T07:00", "T20:00"),
        ("ru", "Участки открыты с 7 до 20 часов.", "T07:00", "T20:00"),
        ("ru", "Движение закроют с 08:00 по 14:00.", "T08:00", "T14:00"),
        ("kk", "Учаскелер сағат 7:00-ден 20:00-ге дейін ашық.", "T07:00", "T20:00"),
        ("kk", "Учаскелер сағат 7-ден 20-ға дейін ашық.", "T07:00", "T20:00"),
    ],
)
def test_ranges_keep_their_end(language: Language, text: str, start: str, end: str) -> None:
    first, last = find_dates(text, date(2019, 5, 2), language)
    assert (first.value, last.value) == (start, end)
    assert "range-start" in first.flags
    assert "range-end" in last.flags


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "It lasted from 10 to 12 hours."),
        ("ru", "Поднялось с 7 до 20 человек."),
        ("kk", "01.05 мен 02.06 аралығы."),
    ],
)
def test_no_range_of_times(language: Language, text: str) -> None:
    assert not any(mention.value.startswith("T") for mention in find_dates(text, date(2019, 5, 2), language))

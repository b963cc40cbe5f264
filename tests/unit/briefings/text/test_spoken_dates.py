"""Days, distances and leads said aloud."""

from datetime import UTC, date, datetime, timedelta

import pytest

from briefings.text import Language
from briefings.text.spoken_dates import say_day, say_distance, say_lead, say_time

ELECTION = date(2019, 6, 9)


@pytest.mark.parametrize(
    ("language", "full", "short"),
    [
        ("en", "Sunday, 9 June 2019", "9 June 2019"),
        ("ru", "воскресенье, 9 июня 2019 года", "9 июня 2019 года"),
        ("kk", "2019 жылғы 9 маусым, жексенбі", "2019 жылғы 9 маусым"),
    ],
)
def test_day(language: Language, full: str, short: str) -> None:
    assert say_day(ELECTION, language) == full
    assert say_day(ELECTION, language, weekday=False) == short


@pytest.mark.parametrize(
    ("days", "english", "russian", "kazakh"),
    [
        (37, "in 37 days", "через 37 дней", "37 күннен кейін"),
        (21, "in 21 days", "через 21 день", "21 күннен кейін"),
        (3, "in 3 days", "через 3 дня", "3 күннен кейін"),
        (11, "in 11 days", "через 11 дней", "11 күннен кейін"),
        (1, "tomorrow", "завтра", "ертең"),
        (0, "today", "сегодня", "бүгін"),
        (-1, "yesterday", "вчера", "кеше"),
        (-2, "2 days ago", "2 дня назад", "2 күн бұрын"),
        (-12, "12 days ago", "12 дней назад", "12 күн бұрын"),
    ],
)
def test_distance(days: int, english: str, russian: str, kazakh: str) -> None:
    today = ELECTION - timedelta(days)
    assert say_distance(today, ELECTION, ELECTION, "en") == english
    assert say_distance(today, ELECTION, ELECTION, "ru") == russian
    assert say_distance(today, ELECTION, ELECTION, "kk") == kazakh


@pytest.mark.parametrize(("language", "now"), [("en", "now"), ("ru", "идёт сейчас"), ("kk", "қазір")])
@pytest.mark.parametrize("today", [date(2019, 6, 1), date(2019, 6, 15), date(2019, 6, 30)])
def test_inside_a_period(today: date, language: Language, now: str) -> None:
    assert say_distance(today, date(2019, 6, 1), date(2019, 6, 30), language) == now


def test_periods_are_counted_from_their_nearer_end() -> None:
    first, last = date(2019, 6, 1), date(2019, 6, 30)
    assert say_distance(date(2019, 5, 31), first, last, "en") == "tomorrow"
    assert say_distance(date(2019, 5, 22), first, last, "en") == "in 10 days"
    assert say_distance(date(2019, 7, 3), first, last, "en") == "3 days ago"


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_time(language: Language) -> None:
    assert say_time(datetime(2019, 6, 9, 19, 0, tzinfo=UTC), language) == "19:00"
    assert say_time(datetime(2019, 6, 9, 7, 5, tzinfo=UTC), language) == "07:05"


@pytest.mark.parametrize(
    ("lead", "english", "russian", "kazakh"),
    [
        (timedelta(days=7), "7 days before", "за 7 дней", "7 күн бұрын"),
        (timedelta(days=1), "1 day before", "за 1 день", "1 күн бұрын"),
        (timedelta(hours=3), "3 hours before", "за 3 часа", "3 сағат бұрын"),
        (timedelta(hours=30), "30 hours before", "за 30 часов", "30 сағат бұрын"),
        (timedelta(minutes=1), "1 minute before", "за 1 минуту", "1 минут бұрын"),
        (timedelta(minutes=90), "90 minutes before", "за 90 минут", "90 минут бұрын"),
        (timedelta(0), "on the day itself", "в день события", "сол күні"),
    ],
)
def test_lead(lead: timedelta, english: str, russian: str, kazakh: str) -> None:
    assert say_lead(lead, "en") == english
    assert say_lead(lead, "ru") == russian
    assert say_lead(lead, "kk") == kazakh

"""Periods said aloud."""

from datetime import date

import pytest

from briefings.text.spoken_dates import say_period

PERIODS = [
    ("month", "2019-06-01", "2019-06-30", "June 2019", "июнь 2019 года", "2019 жылғы маусым"),
    ("quarter", "2019-07-01", "2019-09-30", "the third quarter of 2019", "третий квартал 2019 года",
     "2019 жылғы үшінші тоқсан"),
    ("season", "2019-06-01", "2019-08-31", "summer 2019", "лето 2019 года", "2019 жылғы жаз"),
    ("season", "2019-12-01", "2020-02-29", "winter 2019–2020", "зима 2019–2020 годов", "2019–2020 жылғы қыс"),
    ("half", "2019-07-01", "2019-12-31", "the second half of 2019", "вторая половина 2019 года",
     "2019 жылдың екінші жартысы"),
    ("week", "2019-06-03", "2019-06-09", "the week of 3–9 June 2019", "неделя 3–9 июня 2019 года",
     "2019 жылғы 3–9 маусым аптасы"),
    ("weekend", "2019-06-08", "2019-06-09", "the weekend of 8–9 June 2019", "выходные 8–9 июня 2019 года",
     "2019 жылғы 8–9 маусым, демалыс күндері"),
    ("year", "2019-01-01", "2019-12-31", "2019", "2019 год", "2019 жыл"),
    ("year", "2019-01-01", "2020-12-31", "2019–2020", "2019–2020 годы", "2019–2020 жылдар"),
    ("decade", "2010-01-01", "2019-12-31", "the 2010s", "2010-е годы", "2010-жылдар"),
    ("century", "2001-01-01", "2100-12-31", "the 21st century", "21-й век", "21-ғасыр"),
    ("century", "1900-01-01", "1999-12-31", "the 20th century", "20-й век", "20-ғасыр"),
    ("day", "2019-06-09", "2019-06-09", "9 June 2019", "9 июня 2019 года", "2019 жылғы 9 маусым"),
    ("day", "2019-05-01", "2019-05-03", "1–3 May 2019", "1–3 мая 2019 года", "2019 жылғы 1–3 мамыр"),
    ("range", "2019-05-30", "2019-06-02", "30 May – 2 June 2019", "30 мая – 2 июня 2019 года",
     "2019 жылғы 30 мамыр – 2 маусым"),
    ("range", "2019-12-30", "2020-01-02", "30 December 2019 – 2 January 2020",
     "30 декабря 2019 года – 2 января 2020 года",
     "2019 жылғы 30 желтоқсан – 2020 жылғы 2 қаңтар"),
]  # fmt: skip


@pytest.mark.parametrize(("precision", "first", "last", "english", "russian", "kazakh"), PERIODS)
def test_period(precision: str, first: str, last: str, english: str, russian: str, kazakh: str) -> None:
    ends = date.fromisoformat(first), date.fromisoformat(last)
    assert say_period(*ends, precision, "en") == english
    assert say_period(*ends, precision, "ru") == russian
    assert say_period(*ends, precision, "kk") == kazakh

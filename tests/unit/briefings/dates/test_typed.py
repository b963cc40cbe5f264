from datetime import date

import pytest

from briefings.dates import read_day, read_period

TODAY = date(2019, 5, 2)


@pytest.mark.parametrize(
    "text",
    [
        "2019-05-02", "2 May 2019", "May 2, 2019", "may 2nd", "02.05.2019", "2 мая 2019", "2 мая 2019 г.",
        "2019 жылғы 2 мамыр", "2 мамыр 2019", "2 Мамыр 2019", "2 мамыр 2019 ж.",
        "today", "сегодня", "бүгін", " 2 May ", "on 2 May",
    ],
)  # fmt: skip
def test_one_exact_day(text: str) -> None:
    assert read_day(text, TODAY) == TODAY


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("yesterday", date(2019, 5, 1)),
        ("вчера", date(2019, 5, 1)),
        ("кеше", date(2019, 5, 1)),
        ("the day after tomorrow", date(2019, 5, 4)),
        ("в воскресенье", date(2019, 5, 5)),
        ("жексенбі", date(2019, 5, 5)),
        ("9-го июня", date(2019, 6, 9)),
        ("15.02", date(2020, 2, 15)),
        ("6/9/2019", date(2019, 6, 9)),
        ("the last Sunday of June", date(2019, 6, 30)),
        ("последнее воскресенье июня", date(2019, 6, 30)),
        ("Monday week", date(2019, 5, 13)),
    ],
)
def test_the_day_may_be_told_against_today(text: str, day: date) -> None:
    assert read_day(text, TODAY) == day


@pytest.mark.parametrize(
    "text",
    ["", "hello", "June 2019", "2019", "31.06.2019", "1-3 мая", "9 June at 19:00", "2 May 2019 perhaps", "x" * 500],
)
def test_anything_else_is_no_day(text: str) -> None:
    assert read_day(text, TODAY) is None


def test_a_month() -> None:
    period = read_period("в июне", TODAY)
    assert period is not None
    assert (period.value, period.precision, period.last) == ("2019-06", "month", date(2019, 6, 30))


@pytest.mark.parametrize("text", ["1-3 мая 2019", "from 1 May 2019 to 3 May 2019", "May 1-3", "с 1 по 3 мая"])
def test_a_range(text: str) -> None:
    period = read_period(text, TODAY)
    assert period is not None
    assert (period.value, period.first, period.last) == ("2019-05-01/2019-05-03", date(2019, 5, 1), date(2019, 5, 3))
    assert not period.flags


@pytest.mark.parametrize("text", ["9 June 2019 at 19:30", "9 июня 2019 в 19:30", "2019 жылғы 9 маусым сағат 19:30"])
def test_a_day_with_a_time(text: str) -> None:
    period = read_period(text, TODAY)
    assert period is not None
    assert (period.value, period.hour, period.minute) == ("2019-06-09T19:30", 19, 30)


@pytest.mark.parametrize("text", ["", "soon", "two weeks", "the election on June 9", "9 мая, 10 мая и 11 мая"])
def test_anything_else_is_no_period(text: str) -> None:
    assert read_period(text, TODAY) is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("маусым 2019", "2019-06"),
        ("9 маусым 2019", "2019-06-09"),
        ("2-5 мамыр 2019", "2019-05-02/2019-05-05"),
        ("2 мамыр 2019 – 5 мамыр 2019", "2019-05-02/2019-05-05"),
    ],
)
def test_kazakh_years_need_no_word(text: str, value: str) -> None:
    period = read_period(text, TODAY)
    assert period is not None
    assert period.value == value

from datetime import date

import pytest

from briefings.dates.calendar import add_months, bounds, is_day, shift, shift_value, unit_value


@pytest.mark.parametrize(
    ("value", "first", "last", "precision"),
    [
        ("2019-06-09", date(2019, 6, 9), date(2019, 6, 9), "day"),
        ("2019-06-09TMO", date(2019, 6, 9), date(2019, 6, 9), "part"),
        ("2019-06-09T10:30", date(2019, 6, 9), date(2019, 6, 9), "minute"),
        ("2019-W18", date(2019, 4, 29), date(2019, 5, 5), "week"),
        ("2019-W18-WE", date(2019, 5, 4), date(2019, 5, 5), "weekend"),
        ("2020-02", date(2020, 2, 1), date(2020, 2, 29), "month"),
        ("2019-Q3", date(2019, 7, 1), date(2019, 9, 30), "quarter"),
        ("2019-H2", date(2019, 7, 1), date(2019, 12, 31), "half"),
        ("2019-WI", date(2019, 12, 1), date(2020, 2, 29), "season"),
        ("2019", date(2019, 1, 1), date(2019, 12, 31), "year"),
        ("199", date(1990, 1, 1), date(1999, 12, 31), "decade"),
        ("18", date(1800, 1, 1), date(1899, 12, 31), "century"),
    ],
)
def test_bounds(value: str, first: date, last: date, precision: str) -> None:
    assert bounds(value) == (first, last, precision)


@pytest.mark.parametrize(
    "value", ["", "PRESENT_REF", "P3D", "XXXX-06-09", "2019-13", "2019-02-30", "2019-W60", "0000", "00", "9999-12-32"]
)
def test_values_without_days(value: str) -> None:
    assert bounds(value) is None


def test_months_are_cut_to_their_length() -> None:
    assert add_months(date(2019, 1, 31), 1) == date(2019, 2, 28)
    assert add_months(date(2020, 1, 31), 1) == date(2020, 2, 29)
    assert add_months(date(2019, 3, 15), -3) == date(2018, 12, 15)


def test_the_calendar_ends() -> None:
    with pytest.raises(OverflowError):
        add_months(date(9999, 12, 1), 1)
    with pytest.raises(OverflowError):
        shift(date(2019, 5, 2), "C", 90)


@pytest.mark.parametrize(
    ("unit", "value"),
    [
        ("D", "2019-05-02"), ("W", "2019-W18"), ("WE", "2019-W18-WE"), ("M", "2019-05"), ("Q", "2019-Q2"),
        ("H", "2019-H1"), ("Y", "2019"), ("E", "201"), ("C", "20"),
    ],
)  # fmt: skip
def test_the_unit_that_holds_a_day(unit: str, value: str) -> None:
    assert unit_value(date(2019, 5, 2), unit) == value


def test_weeks_belong_to_iso_years() -> None:
    assert unit_value(date(2018, 12, 31), "W") == "2019-W01"


@pytest.mark.parametrize(
    ("unit", "count", "value"), [("M", -5, "2018-12"), ("Q", -1, "2019-Q1"), ("Y", 1, "2020"), ("W", -1, "2019-W17")]
)
def test_shifted_units(unit: str, count: int, value: str) -> None:
    assert shift_value(date(2019, 5, 2), unit, count) == value


@pytest.mark.parametrize(
    ("day", "real"),
    [((2020, 2, 29), True), ((2019, 2, 29), False), ((1900, 2, 29), False), ((2019, 6, 31), False), ((0, 1, 1), False)],
)
def test_days_that_the_calendar_has(day: tuple[int, int, int], real: bool) -> None:
    assert is_day(*day) is real

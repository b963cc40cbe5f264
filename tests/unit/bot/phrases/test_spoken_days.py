"""What editors type as a date."""

from datetime import UTC, date, datetime

import pytest

from bot.phrases.spoken_days import keeping_hour, read_when

TODAY = date(2019, 5, 3)
ZONE = "Asia/Almaty"


@pytest.mark.parametrize(
    "typed",
    ["9 June 2019 19:00", "9 June 2019, 19:00", "2019-06-09T19:00", "2019-06-09 19.00", "9 июня 2019 19:00",
     "9 June 2019 at 19:00", "9 июня 2019 в 19:00"],
)  # fmt: skip
def test_a_time_of_day_counts_in_the_zone(typed):
    when = read_when(typed, TODAY, ZONE)
    assert when is not None
    assert when.instant == datetime(2019, 6, 9, 13, 0, tzinfo=UTC)
    assert (when.value, when.zone, when.first, when.last) == (
        "2019-06-09T19:00",
        ZONE,
        date(2019, 6, 9),
        date(2019, 6, 9),
    )


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("9 June 2019", date(2019, 6, 9), date(2019, 6, 9)),
        ("tomorrow", date(2019, 5, 4), date(2019, 5, 4)),
        ("June 2019", date(2019, 6, 1), date(2019, 6, 30)),
        ("1-3 June 2019", date(2019, 6, 1), date(2019, 6, 3)),
    ],
)
def test_days_months_and_ranges_have_no_time_of_day(typed, first, last):
    when = read_when(typed, TODAY, ZONE)
    assert when is not None
    assert (when.first, when.last, when.instant) == (first, last, None)


@pytest.mark.parametrize("typed", ["", "soon", "June 2019 19:00", "9 June 2019 25:00", "31 June 2019", "x" * 500])
def test_what_is_not_just_a_date_is_nothing(typed):
    assert read_when(typed, TODAY, ZONE) is None


def test_another_day_keeps_the_hour_by_the_clocks_of_its_own_zone():
    ten = read_when("14 May 2019 10:00", TODAY, "Europe/Berlin")
    winter = keeping_hour(read_when("14 November 2019", TODAY, ZONE), ten)
    assert (winter.value, winter.precision, winter.zone) == ("2019-11-14T10:00", "minute", "Europe/Berlin")
    assert winter.instant == datetime(2019, 11, 14, 9, 0, tzinfo=UTC)


@pytest.mark.parametrize("typed", ["14 June 2019 12:00", "June 2019"])
def test_what_was_typed_with_an_hour_or_without_a_day_stays(typed):
    new = read_when(typed, TODAY, ZONE)
    assert keeping_hour(new, read_when("14 May 2019 10:00", TODAY, ZONE)) == new


def test_where_there_was_no_hour_none_is_kept():
    new = read_when("14 June 2019", TODAY, ZONE)
    assert keeping_hour(new, read_when("14 May 2019", TODAY, ZONE)) == new


@pytest.mark.parametrize("typed", ["," * 4000, "a ," * 1000 + "19:00", "9 June 2019" + " T" * 2000])
def test_what_is_no_day_with_a_time_is_refused(typed):
    assert read_when(typed, TODAY, ZONE) is None

from datetime import UTC, date, datetime

import pytest

from briefings.key_dates.agreement import agrees, is_same, tells
from briefings.model.briefing import When


def days(first: int, last: int, hour: int | None = None) -> When:
    """Days of June 2019, and an hour in UTC."""
    at = datetime(2019, 6, first, hour, tzinfo=UTC) if hour is not None else None
    return When("told somehow", date(2019, 6, first), date(2019, 6, last), "day", at, "UTC" if at else None)


@pytest.mark.parametrize(
    ("reported", "when", "does_tell", "does_agree"),
    [
        (days(9, 9), days(9, 9), True, True),
        (days(9, 9), days(16, 16), False, False),
        (days(1, 30), days(9, 9), False, True),  # "in June" does not refute 9 June, nor does it tell it
        (days(9, 9), days(1, 30), True, True),
        (days(9, 12), days(10, 13), False, False),
        (days(9, 9, 10), days(9, 9, 10), True, True),
        (days(9, 9, 10), days(9, 9, 15), False, False),
        (days(9, 9), days(9, 9, 15), True, True),
        (days(9, 9, 10), days(9, 9), True, True),
    ],
)
def test_what_names_another_day_or_hour_is_no_proof(reported, when, does_tell, does_agree) -> None:
    assert (tells(reported, when), agrees(reported, when)) == (does_tell, does_agree)


def test_the_same_date_may_be_written_in_two_ways() -> None:
    assert is_same(When("2019-06-09", date(2019, 6, 9), date(2019, 6, 9), "day"), days(9, 9))
    assert not is_same(days(9, 9), days(9, 9, 10))

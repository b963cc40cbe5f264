"""Quarters and halves in reports, and which year's is meant."""

from datetime import date

import pytest

from briefings.dates import find_dates


def values(text: str, published: date) -> list[str]:
    return [mention.value for mention in find_dates(text, published, "en")]


@pytest.mark.parametrize("month", [1, 2, 3])
def test_the_fourth_quarter_is_told_until_spring(month: int) -> None:
    assert values("The firm will report for the fourth quarter.", date(2019, month, 20)) == ["2018-Q4"]


def test_a_quarter_ahead_is_of_this_year() -> None:
    assert values("The firm will open a shop in the third quarter.", date(2019, 5, 2)) == ["2019-Q3"]


@pytest.mark.parametrize(
    ("ended", "quarter"), [("March 31", "2019-Q1"), ("Jan. 31", "2018-Q4"), ("Sept. 30", "2018-Q3")]
)
def test_a_quarter_is_known_by_its_end(ended: str, quarter: str) -> None:
    assert values(f"In the quarter ended {ended}, the firm lost money.", date(2019, 5, 2))[0] == quarter


def test_what_is_a_year_earlier_counts_from_the_quarter_told() -> None:
    stated = values("Third-quarter profit rose from that in the year-earlier period.", date(2018, 10, 20))
    assert stated == ["2018-Q3", "2017-Q3"]


def test_halves_are_of_the_year_only_beside_money() -> None:
    assert values("Profit was $3 million in the first half.", date(2019, 8, 2)) == ["2019-H1"]
    assert values("She scored twice in the first half.", date(2019, 8, 2)) == []


def test_a_quarter_of_a_year_told_against_now() -> None:
    assert values("Sales for this year's third quarter fell.", date(2019, 11, 2)) == ["2019-Q3"]
    stated = values("Third-quarter sales fell from last year's quarter.", date(2019, 11, 2))
    assert stated == ["2019-Q3", "2018-Q3"]
    assert values("She left in last year's spring.", date(2019, 11, 2))[0] == "2018"

"""Which of day and month the slashed dates of a text put first."""

from briefings.dates.figure_order import told_order


def test_a_date_that_can_be_read_in_one_way_tells() -> None:
    assert told_order("from 2/5/2019 to 15/4/2019") == "day first"
    assert told_order("from 5/2/2019 to 4/15/19") == "month first"


def test_nothing_is_told_by_others_or_by_contradiction() -> None:
    assert told_order("on 2/5/2019") is None
    assert told_order("15/4/2019 and 4/15/2019") is None
    assert told_order("99/99/2019, 1/2/15/4/2019") is None

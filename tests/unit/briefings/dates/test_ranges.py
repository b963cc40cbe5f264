from datetime import date

from briefings.dates import find_dates
from briefings.dates.ranges import join_ranges

PUBLISHED = date(2019, 5, 2)


def test_the_ends_of_a_range_become_one_mention() -> None:
    text = "The fair runs from May 9 to May 12, and a talk is on May 20."
    fair, talk = join_ranges(find_dates(text, PUBLISHED, "en"), text)
    assert (fair.text, fair.value) == ("May 9 to May 12", "2019-05-09/2019-05-12")
    assert (fair.first, fair.last, fair.kind, fair.flags) == (date(2019, 5, 9), date(2019, 5, 12), "span", frozenset())
    assert talk.value == "2019-05-20"


def test_two_days_told_side_by_side_are_no_range() -> None:
    text = "The fair opens on May 9 and on May 12."
    assert len(join_ranges(find_dates(text, PUBLISHED, "en"), text)) == 2

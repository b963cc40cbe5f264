from datetime import date

import pytest

from briefings.dates import find_dates
from briefings.dates.ranges import join_ranges
from briefings.text import Language

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


@pytest.mark.parametrize(
    ("language", "text", "first", "last"),
    [
        ("en", "It will be held from Friday, June 7, to Sunday, June 9.", "2019-06-07", "2019-06-09"),
        ("en", "The fair will run between June 3 and June 7.", "2019-06-03", "2019-06-07"),
        ("ru", "Ярмарка пройдёт между 3 и 7 июня.", "2019-06-03", "2019-06-07"),
        ("ru", "Ярмарка пройдёт с 3 до 7 июня.", "2019-06-03", "2019-06-07"),
        ("kk", "Жәрмеңке 28 мамыр мен 3 маусым аралығында өтеді.", "2019-05-28", "2019-06-03"),
    ],
)
def test_both_ends_of_a_range_are_flagged(language: Language, text: str, first: str, last: str) -> None:
    start, end = find_dates(text, PUBLISHED, language)
    assert (start.value, end.value) == (first, last)
    assert "range-start" in start.flags
    assert "range-end" in end.flags

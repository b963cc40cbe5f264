"""Leads that are wished for, and the usual ones where they have passed."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from briefings.model.briefing import When
from briefings.model.leads import MOST, parse_leads
from briefings.model.reader import Defaults, new_reader, settings_of
from briefings.notices.reminders.choosing_leads import usual_leads, wished_leads
from briefings.notices.reminders.reminder_errors import NoLeadAhead

NOW = datetime(2019, 6, 8, 6, tzinfo=UTC)
"""eleven in Almaty, on the day before the vote"""
READER = settings_of(new_reader(101, None, NOW), Defaults("en", "Asia/Almaty", time(9), parse_leads("7d,1d,0d")))
VOTE = When("2019-06-09", date(2019, 6, 9), date(2019, 6, 9), "day")
JUNE = When("2019-06", date(2019, 6, 1), date(2019, 6, 30), "month")


def debates(*, hours: float) -> When:
    """Debates that begin in so many hours."""
    begin = NOW + timedelta(hours=hours)
    return When("2019-06-08T20:00", date(2019, 6, 8), date(2019, 6, 8), "minute", begin, "Asia/Almaty")


def test_a_wish_stands_beside_what_there_is():
    assert wished_leads(VOTE, READER, NOW, parse_leads("0d"), parse_leads("7d,1d")) == parse_leads("7d,1d,0d")


def test_a_wish_with_nothing_beside_it_is_all_there_is():
    assert wished_leads(VOTE, READER, NOW, parse_leads("0d"), None) == parse_leads("0d")


def test_of_a_wish_one_lead_ahead_is_enough():
    assert wished_leads(VOTE, READER, NOW, parse_leads("30d,0d"), None) == parse_leads("30d,0d")


@pytest.mark.parametrize("wished", ["30d", "1d"])
def test_what_lies_behind_cannot_be_wished_for(wished):
    with pytest.raises(NoLeadAhead):
        wished_leads(VOTE, READER, NOW, parse_leads(wished), parse_leads("0d"))


def test_a_wish_drops_the_nearest_of_too_many_leads():
    many = tuple(timedelta(days=number) for number in range(20, 20 - MOST, -1))
    chosen = wished_leads(VOTE, READER, NOW, parse_leads("0d"), many)
    assert chosen == (*many[: MOST - 1], timedelta(0))


@pytest.mark.parametrize(("hours", "near"), [(30, None), (4, "7d,1d,0d,2h"), (1.5, "7d,1d,0d,1h"), (0.5, None)])
def test_where_the_usual_leads_lie_behind_a_nearer_one_is_taken(hours, near):
    chosen = usual_leads(debates(hours=hours), READER, NOW, READER.leads)
    assert chosen == (parse_leads(near) if near else None)


@pytest.mark.parametrize(
    ("now", "near"),
    [
        (datetime(2019, 6, 7, 3, tzinfo=UTC), "7d,1d"),
        (datetime(2019, 6, 8, 6, tzinfo=UTC), "7d,0d"),
        (datetime(2019, 6, 9, 6, tzinfo=UTC), None),
    ],
)
def test_before_a_day_the_nearer_one_comes_in_the_morning(now, near):
    assert usual_leads(VOTE, READER, now, parse_leads("7d")) == (parse_leads(near) if near else None)


def test_a_month_that_has_begun_and_no_leads_at_all_stay_as_they_are():
    assert usual_leads(JUNE, READER, NOW, READER.leads) is None
    assert usual_leads(debates(hours=4), READER, NOW, ()) is None

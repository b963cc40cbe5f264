from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.model.briefing import When
from briefings.model.reader import Habits, Quiet
from briefings.notices.reminders.due_times import FIRST_DAY, after_quiet, at, next_time, over_at, reminders, true_lead

ALMATY, BERLIN, NEW_YORK, APIA = "Asia/Almaty", "Europe/Berlin", "America/New_York", "Pacific/Apia"
WEEK, DAY, SAME_DAY, TWO_HOURS = timedelta(days=7), timedelta(days=1), timedelta(0), timedelta(hours=2)
NIGHT = Quiet(time(22), time(8))


def day(text):
    return When(text, date.fromisoformat(text), date.fromisoformat(text), "day")


def instant(text, zone):
    moment = datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone))
    return When(text, moment.date(), moment.date(), "minute", moment.astimezone(UTC), zone)


def coming(when, zone=ALMATY, *leads, at_time=time(9), quiet=None):
    """Tell the reminders as clocks in the zone show them."""
    found = reminders(when, Habits(zone, at_time, leads or (WEEK, DAY, SAME_DAY), quiet))
    return [(due.lead, due.at.astimezone(ZoneInfo(zone)).strftime("%m-%d %H:%M")) for due in found]


def test_day_leads_come_at_the_reminder_time_of_that_day():
    assert coming(day("2019-06-09")) == [("7d", "06-02 09:00"), ("1d", "06-08 09:00"), ("0d", "06-09 09:00")]


def test_a_day_lead_comes_an_hour_before_an_early_instant():
    assert coming(instant("2019-06-09T07:30", ALMATY)) == [
        ("7d", "06-02 09:00"),
        ("1d", "06-08 09:00"),
        ("0d", "06-09 06:30"),
    ]


def test_an_instant_is_reminded_of_on_the_day_it_has_for_the_follower():
    evening_in_new_york = instant("2019-06-09T20:00", NEW_YORK)  # 06:00 on the tenth in Almaty
    assert coming(evening_in_new_york) == [("7d", "06-03 09:00"), ("1d", "06-09 09:00"), ("0d", "06-10 05:00")]


def test_hour_leads_count_from_the_instant():
    assert coming(instant("2019-06-09T20:00", ALMATY), ALMATY, TWO_HOURS) == [("2h", "06-09 18:00")]


def test_hour_leads_of_a_day_count_from_its_beginning():
    assert coming(day("2019-06-09"), ALMATY, TWO_HOURS) == [("2h", "06-08 22:00")]


def test_a_span_is_reminded_of_before_its_first_day_and_over_after_its_last():
    span = When("2019-06-09/2019-06-11", date(2019, 6, 9), date(2019, 6, 11), "day")
    assert coming(span, ALMATY, DAY) == [("1d", "06-08 09:00")]
    assert over_at(span, ALMATY) == at(date(2019, 6, 12), time(), ALMATY)


def test_a_month_gets_one_reminder_on_its_first_day():
    june = When("2019-06", date(2019, 6, 1), date(2019, 6, 30), "month")
    assert coming(june) == [(FIRST_DAY, "06-01 09:00")]


def test_who_wants_no_leads_gets_none_of_a_month_either():
    june = When("2019-06", date(2019, 6, 1), date(2019, 6, 30), "month")
    assert reminders(june, Habits(ALMATY, time(9), ())) == ()


def test_a_day_is_over_when_it_ends_in_the_followers_zone():
    assert over_at(day("2019-06-09"), ALMATY) == datetime(2019, 6, 9, 18, tzinfo=UTC)
    assert over_at(day("2019-06-09"), NEW_YORK) == datetime(2019, 6, 10, 4, tzinfo=UTC)


def test_quiet_hours_wait_for_their_end():
    assert coming(day("2019-06-09"), ALMATY, SAME_DAY, at_time=time(7), quiet=NIGHT) == [("0d", "06-09 08:00")]
    assert coming(day("2019-06-09"), ALMATY, TWO_HOURS, quiet=NIGHT) == [("2h", "06-09 08:00")]


def test_quiet_hours_do_not_wait_until_the_date_is_over():
    dawn = instant("2019-06-09T06:00", ALMATY)
    assert coming(dawn, ALMATY, SAME_DAY, quiet=NIGHT) == [("0d", "06-09 05:00")]


def test_of_two_reminders_at_once_the_nearer_lead_comes():
    night_call = instant("2019-06-09T12:00", ALMATY)
    both = (timedelta(hours=10), timedelta(hours=11))  # 01:00 and 02:00, both quiet until 08:00
    assert coming(night_call, ALMATY, *both[::-1], quiet=NIGHT) == [("10h", "06-09 08:00")]


def test_a_time_that_the_clocks_skip_comes_as_much_later():
    """On 31 March 2019 clocks in Berlin went from 02:00 to 03:00."""
    assert coming(day("2019-03-31"), BERLIN, SAME_DAY, at_time=time(2, 30)) == [("0d", "03-31 03:30")]


def test_a_time_that_the_clocks_show_twice_is_the_first():
    """On 27 October 2019 clocks in Berlin went from 03:00 (UTC+2) back to 02:00 (UTC+1)."""
    assert at(date(2019, 10, 27), time(2, 30), BERLIN) == datetime(2019, 10, 27, 0, 30, tzinfo=UTC)


def test_a_day_lead_keeps_the_time_of_day_across_a_clock_change():
    found = reminders(day("2019-03-31"), Habits(BERLIN, time(9), (DAY, SAME_DAY)))
    assert [due.at for due in found] == [datetime(2019, 3, 30, 8, tzinfo=UTC), datetime(2019, 3, 31, 7, tzinfo=UTC)]


def test_a_day_that_a_zone_left_out_is_over_at_once():
    """Samoa skipped 30 December 2011 altogether."""
    assert over_at(day("2011-12-30"), APIA) == at(date(2011, 12, 31), time(), APIA)


@pytest.mark.parametrize(
    ("moment", "holds"), [(time(21, 59), False), (time(22), True), (time(3), True), (time(8), False), (time(12), False)]
)
def test_quiet_hours_may_span_midnight(moment, holds):
    assert NIGHT.holds(moment) is holds


def test_the_next_digest_is_never_now():
    nine = at(date(2019, 6, 9), time(9), ALMATY)  # a Sunday
    assert next_time(nine, time(9), ALMATY) == nine + DAY
    assert next_time(nine, time(9), ALMATY, weekday=0) == nine + DAY
    assert next_time(nine + DAY, time(9), ALMATY, weekday=0) == nine + 8 * DAY


zones = st.sampled_from(
    [ALMATY, BERLIN, NEW_YORK, APIA, "Asia/Kathmandu", "Australia/Lord_Howe", "America/Sao_Paulo", "UTC"]
)
times = st.times().map(lambda moment: moment.replace(microsecond=0))
days = st.dates(date(2005, 1, 1), date(2030, 12, 31))
instants = st.integers(1_100_000_000, 1_900_000_000).map(lambda seconds: datetime.fromtimestamp(seconds, UTC))
quiets = st.none() | st.builds(Quiet, times, times).filter(lambda quiet: quiet.start != quiet.end)
leads = st.lists(st.integers(0, 800).map(lambda hours: timedelta(hours=hours)), unique=True, max_size=6).map(
    lambda found: tuple(sorted(found, reverse=True))
)
habits = st.builds(Habits, zones, times, leads, quiets)


@st.composite
def whens(draw):
    first = draw(days)
    if draw(st.booleans()):
        moment = draw(instants)
        return When("", moment.date(), moment.date(), "minute", moment)
    last = first + timedelta(days=draw(st.integers(0, 3)))
    return When("", first, last, draw(st.sampled_from(["day", "month", "week"])))


@given(whens(), habits)
def test_no_reminder_comes_when_the_date_is_over(when, habits):
    assert all(due.at < due.useless_after == over_at(when, habits.zone) for due in reminders(when, habits))


@given(whens(), habits)
def test_reminders_come_in_order_each_lead_and_each_moment_once(when, habits):
    found = reminders(when, habits)
    moments = [due.at for due in found]
    assert moments == sorted(set(moments))
    assert len({due.lead for due in found}) == len(found) <= max(1, len(habits.leads))


@given(whens(), habits)
def test_a_reminder_in_quiet_hours_means_that_waiting_would_be_too_late(when, habits):
    for due in reminders(when, habits):
        local = due.at.astimezone(ZoneInfo(habits.zone))
        if habits.quiet and habits.quiet.holds(local.time()) and local.fold == 0:
            assert after_quiet(due.at, habits.quiet, habits.zone) >= due.useless_after


@given(instants, quiets, zones)
def test_quiet_hours_only_ever_put_off_and_by_less_than_two_days(moment, quiet, zone):
    waited = after_quiet(moment, quiet, zone)
    assert timedelta(0) <= waited - moment < timedelta(days=2)


@given(instants, times, zones)
def test_the_next_time_is_the_moment_of_a_day_at_hand(now, moment, zone):
    found = next_time(now, moment, zone)
    today = now.astimezone(ZoneInfo(zone)).date()
    assert found > now
    assert found in [at(today + timedelta(days=ahead), moment, zone) for ahead in range(3)]


@pytest.mark.parametrize(
    ("lead", "moment", "left"),
    [
        (TWO_HOURS, "2019-06-09T08:00", TWO_HOURS),
        (TWO_HOURS, "2019-06-09T08:30", timedelta(hours=1, minutes=30)),
        (DAY, "2019-06-08T09:00", DAY),
        (DAY, "2019-06-09T07:00", SAME_DAY),
        (WEEK, "2019-06-03T07:00", timedelta(days=6)),
        (SAME_DAY, "2019-06-08T23:00", SAME_DAY),
    ],
)
def test_what_quiet_hours_leave_of_a_lead(lead, moment, left):
    ten_o_clock = instant("2019-06-09T10:00", ALMATY)
    comes = datetime.fromisoformat(moment).replace(tzinfo=ZoneInfo(ALMATY))
    assert true_lead(ten_o_clock, lead, comes, ALMATY) == left

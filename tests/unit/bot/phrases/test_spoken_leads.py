from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.phrases import parse_leads_phrase
from briefings.model.leads import Leads, order_leads, parse_leads
from briefings.text import LANGUAGES, Language
from briefings.text.spoken_dates import say_lead

HOURS = st.integers(0, 366 * 24).map(lambda hours: timedelta(hours=hours))
WORDS = st.sampled_from(
    "1 2,5 1.5 -3 two half a an day days hours week and before за три дня пол полтора часа неделю екі жарты бір жарым "
    "күн апта сағат бұрын , - 400 minutes".split()
)


@pytest.mark.parametrize(
    ("text", "leads"),
    [
        ("3 days and 2 hours before", "3d,2h"),
        ("a week before and on the same day", "7d,0d"),
        ("1 day", "1d"),
        ("the day before", "1d"),
        ("за 3 дня и за 2 часа", "3d,2h"),
        ("за неделю, за день, в сам день", "7d,1d,0d"),
        ("за час", "1h"),
        ("3 күн және 2 сағат бұрын", "3d,2h"),
        ("бір апта бұрын, сол күні", "7d,0d"),
        ("7d, 1d, 2h", "7d,1d,2h"),
        ("7d,1d", "7d,1d"),
        ("2 weeks", "14d"),
        ("- 3 days", "3d"),
        ("накануне", "1d"),
    ],
)
def test_leads_in_figures(text: str, leads: str) -> None:
    assert parse_leads_phrase(text) == parse_leads(leads)


@pytest.mark.parametrize(
    ("text", "leads"),
    [
        ("two weeks", "14d"),
        ("Ten days and an hour before", "10d,1h"),
        ("twenty-one days", "21d"),
        ("a couple of days", "2d"),
        ("a month before", "30d"),
        ("за три дня и за два часа", "3d,2h"),
        ("десять дней", "10d"),
        ("двое суток", "2d"),
        ("за месяц", "30d"),
        ("екі апта", "14d"),
        ("он бес күн бұрын", "15d"),
        ("2 ай бұрын", "60d"),
    ],
)
def test_leads_in_number_words(text: str, leads: str) -> None:
    assert parse_leads_phrase(text) == parse_leads(leads)


@pytest.mark.parametrize(
    ("text", "leads"),
    [
        ("half a day", "12h"),
        ("полдня", "12h"),
        ("жарты күн", "12h"),
        ("1.5 days", "36h"),
        ("полтора дня", "36h"),
        ("бір жарым апта", "252h"),
        ("two and a half days", "60h"),
        ("1.5 hours", "2h"),
        ("1,5 часа", "2h"),
        ("an hour and a half", "2h"),
        ("2 с половиной часа", "3h"),
    ],
)
def test_halves_are_read_and_parts_of_an_hour_rounded_up(text: str, leads: str) -> None:
    assert parse_leads_phrase(text) == parse_leads(leads)


@pytest.mark.parametrize("text", ["", "soon", "when is the election?", "400 days", "13 months", "3", "days"])
def test_what_is_no_lead(text: str) -> None:
    assert parse_leads_phrase(text) is None


@pytest.mark.parametrize(
    "text", ["5 minutes", "30 минут", "half an hour", "полчаса", "3 days and 10 min", "жарты сағат"]
)
def test_minutes_are_refused(text: str) -> None:
    assert parse_leads_phrase(text) is None


@pytest.mark.parametrize(
    "text", ["-3 days", "минус 3 дня -1", "−2 күн", "2-3 days", "бірнеше күн", "жүз күн", "1/2 day"]
)
def test_what_is_half_understood_is_refused(text: str) -> None:
    assert parse_leads_phrase(text) is None


@given(st.text(max_size=200) | st.lists(WORDS, max_size=12).map(" ".join))
def test_nothing_that_is_written_breaks_it(text: str) -> None:
    leads = parse_leads_phrase(text)
    assert leads is None or all(timedelta(0) <= lead <= timedelta(days=366) for lead in leads)


@given(st.lists(HOURS, min_size=1, max_size=10).map(order_leads), st.sampled_from(LANGUAGES))
def test_what_is_said_back_is_read_as_the_same(leads: Leads, language: Language) -> None:
    assert parse_leads_phrase(", ".join(say_lead(lead, language) for lead in leads)) == leads

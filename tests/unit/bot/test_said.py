from datetime import time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.said import said_courtesy, said_leads, said_quiet, said_time
from briefings.leads import parse_leads
from briefings.reader import Quiet


@pytest.mark.parametrize("text", ["hi", "Hello!", "Good morning 👋", "Здравствуйте.", "добрый день", "Сәлеметсіз бе?"])
def test_a_greeting_is_known(text: str) -> None:
    assert said_courtesy(text) == "hello"


@pytest.mark.parametrize("text", ["Thanks!", "thank you 🙏", "Большое спасибо", "рақмет"])
def test_thanks_are_known(text: str) -> None:
    assert said_courtesy(text) == "thanks"


@pytest.mark.parametrize("text", ["", "👋", "hi, when is the vote?", "who said hello", "спасибо кому", "Hilo"])
def test_more_than_a_courtesy_may_be_a_question(text: str) -> None:
    assert said_courtesy(text) is None


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
        ("2 weeks", "14d"),
    ],
)
def test_leads_in_words(text: str, leads: str) -> None:
    assert said_leads(text) == parse_leads(leads)


@pytest.mark.parametrize("text", ["", "soon", "when is the election?", "400 days", "3", "5 minutes"])
def test_what_is_no_lead(text: str) -> None:
    assert said_leads(text) is None


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("8:30", time(8, 30)),
        ("at 8", time(8)),
        ("20.15", time(20, 15)),
        ("9 pm", time(21)),
        ("12 am", time(0)),
        ("в 7:05", time(7, 5)),
    ],
)
def test_times_of_day(text: str, moment: time) -> None:
    assert said_time(text) == moment


@pytest.mark.parametrize("text", ["", "noonish", "25:00", "8:75", "8:00 or 9:00", "123"])
def test_what_is_no_time(text: str) -> None:
    assert said_time(text) is None


@pytest.mark.parametrize(
    ("text", "quiet"),
    [
        ("22:00-7:30", Quiet(time(22), time(7, 30))),
        ("с 22 до 7", Quiet(time(22), time(7))),
        ("from 11 pm to 8 am", Quiet(time(23), time(8))),
    ],
)
def test_quiet_hours(text: str, quiet: Quiet) -> None:
    assert said_quiet(text) == quiet


@pytest.mark.parametrize("text", ["22:00", "22:00-22:00", "1 2 3"])
def test_what_is_no_span(text: str) -> None:
    assert said_quiet(text) is None


@given(st.text(max_size=200))
def test_nothing_that_is_written_breaks_it(text: str) -> None:
    said_time(text)
    said_quiet(text)
    leads = said_leads(text)
    assert leads is None or all(timedelta(0) <= lead <= timedelta(days=366) for lead in leads)

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.phrases import parse_quiet_phrase, parse_time_phrase
from briefings.model.reader import Quiet

WORDS = st.sampled_from(
    "8 12 20:15 7.30 99 half past quarter to in the evening night am noon с до в 11 вечера утра пол восьмого час дня "
    "кешкі таңғы сегіз жарым сағат 7-ге дейін - , ?".split()
)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("8:30", time(8, 30)),
        ("at 8", time(8)),
        ("20.15", time(20, 15)),
        ("в 7:05", time(7, 5)),
        ("00:00", time(0)),
        ("8 ч 30 мин", time(8, 30)),
        ("сағат 8-де", time(8)),
        ("at 8 o’clock, please", time(8)),
    ],
)
def test_times_by_the_clock(text: str, moment: time) -> None:
    assert parse_time_phrase(text) == moment


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("9 pm", time(21)),
        ("12 am", time(0)),
        ("12 p.m.", time(12)),
        ("8 in the evening", time(20)),
        ("7 in the morning", time(7)),
        ("9 at night", time(21)),
        ("3 in the afternoon", time(15)),
        ("8 вечера", time(20)),
        ("11 вечера", time(23)),
        ("7 утра", time(7)),
        ("час дня", time(13)),
        ("12 ночи", time(0)),
        ("3 часа ночи", time(3)),
        ("вечером в 8", time(20)),
        ("кешкі 8", time(20)),
        ("таңғы 7", time(7)),
        ("түнгі 11", time(23)),
        ("түнгі 2", time(2)),
        ("түскі 12", time(12)),
        ("кешкі сағат 8-де", time(20)),
    ],
)
def test_parts_of_the_day(text: str, moment: time) -> None:
    assert parse_time_phrase(text) == moment


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("noon", time(12)),
        ("12 noon", time(12)),
        ("midnight", time(0)),
        ("в полдень", time(12)),
        ("түн ортасында", time(0)),
        ("half past eight", time(8, 30)),
        ("half past eight in the evening", time(20, 30)),
        ("quarter to nine pm", time(20, 45)),
        ("полвосьмого вечера", time(19, 30)),
        ("половина девятого утра", time(8, 30)),
        ("без четверти восемь", time(7, 45)),
        ("сегіз жарым", time(8, 30)),
    ],
)
def test_times_in_words(text: str, moment: time) -> None:
    assert parse_time_phrase(text) == moment


@pytest.mark.parametrize(
    "text",
    [
        "",
        "noonish",
        "25:00",
        "24:00",
        "8:75",
        "8:00 or 9:00",
        "123",
        "-8",
        "13 утра",
        "8.5",
        "a",
        "in 2 hours",
        "9 июня",
    ],
)
def test_what_is_no_time(text: str) -> None:
    assert parse_time_phrase(text) is None


@pytest.mark.parametrize(
    ("text", "quiet"),
    [
        ("22:00-7:30", Quiet(time(22), time(7, 30))),
        ("22.00 — 07.30", Quiet(time(22), time(7, 30))),
        ("с 22 до 7", Quiet(time(22), time(7))),
        ("from 11 pm to 8 am", Quiet(time(23), time(8))),
        ("between 10 p.m. and 7 a.m.", Quiet(time(22), time(7))),
        ("from midnight to noon", Quiet(time(0), time(12))),
        ("с 11 вечера до 7 утра", Quiet(time(23), time(7))),
        ("с десяти вечера до семи утра", Quiet(time(22), time(7))),
        ("кешкі 10-нан таңғы 7-ге дейін", Quiet(time(22), time(7))),
        ("түнгі он бірден таңғы жетіге дейін", Quiet(time(23), time(7))),
        ("10:00-7:00", Quiet(time(10), time(7))),
    ],
)
def test_quiet_hours(text: str, quiet: Quiet) -> None:
    assert parse_quiet_phrase(text) == quiet


@pytest.mark.parametrize(
    ("text", "quiet"),
    [
        ("from 10 to 7", Quiet(time(22), time(7))),
        ("с 9 до 9", Quiet(time(21), time(9))),
        ("2-4 in the afternoon", Quiet(time(14), time(16))),
        ("1-7", Quiet(time(1), time(7))),
    ],
)
def test_an_hour_without_a_part_of_the_day_makes_the_shorter_night(text: str, quiet: Quiet) -> None:
    assert parse_quiet_phrase(text) == quiet


@pytest.mark.parametrize("text", ["22:00", "22:00-22:00", "1 2 3", "from 22:00 to 25:00", "from 8 to late"])
def test_what_is_no_span(text: str) -> None:
    assert parse_quiet_phrase(text) is None


@given(st.text(max_size=200) | st.lists(WORDS, max_size=12).map(" ".join))
def test_nothing_that_is_written_breaks_it(text: str) -> None:
    parse_time_phrase(text)
    parse_quiet_phrase(text)


@given(st.times().map(lambda one: one.replace(second=0, microsecond=0)))
def test_what_is_said_back_is_read_as_the_same(moment: time) -> None:
    assert parse_time_phrase(f"{moment:%H:%M}") == moment


@given(st.times(), st.times())
def test_quiet_hours_that_are_said_back_are_read_as_the_same(start: time, end: time) -> None:
    start, end = (one.replace(second=0, microsecond=0) for one in (start, end))
    assert parse_quiet_phrase(f"{start:%H:%M}–{end:%H:%M}") == (Quiet(start, end) if start != end else None)

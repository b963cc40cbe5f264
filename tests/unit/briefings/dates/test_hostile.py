"""Hostile and broken input: no crash, no invented day, no time that grows faster than the text."""

import itertools
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefings.dates import find_dates, read_day, read_period

PUBLISHED = date(2019, 5, 2)
WORDS = (
    "May may March Sunday Sun Jan. 9 31 2019 0 99 1-3 12:30 7 p.m. last next this week month years ago later of the a "
    "quarter half past every from to until by - , . : / ' \" ( $ % в на с по до мая май мае г. года год неделю назад "
    "через первый XX век 90-х жыл жылғы айында маусым 9-ында кейін бұрын сағат күні \u200b \u00ad \ufeff first days on "
    "left away go ) 3, 9th 2019-06-14T18:00 9-Jun-19 6/9/2019 Sundays осталось дней числа неделе последнее воскресенье "
    "соңғы аптасы қалды 07.00-ден between did not be"
).split(" ")
MEGABYTES = 300_000


@given(st.lists(st.sampled_from(WORDS), max_size=40), st.sampled_from(["", " ", "\n"]), st.booleans())
@settings(max_examples=300, deadline=None)
def test_date_words_in_any_order(words: list[str], between: str, dated: bool) -> None:
    check(between.join(words), PUBLISHED if dated else None)


@given(st.text(max_size=300))
@settings(max_examples=200, deadline=None)
def test_any_text(text: str) -> None:
    check(text, PUBLISHED)
    read_day(text, PUBLISHED)
    read_period(text, PUBLISHED)


@given(st.lists(st.sampled_from(WORDS), max_size=20), st.sampled_from([date.min, date.max, date(4, 2, 29)]))
@settings(max_examples=200, deadline=None)
def test_the_ends_of_the_calendar(words: list[str], published: date) -> None:
    check(" ".join(words), published)


def check(text: str, published: date | None) -> None:
    mentions = find_dates(text, published)
    for mention in mentions:
        assert text[mention.start : mention.end] == mention.text != ""
        assert (mention.first is None) == (mention.last is None)
        if mention.first is not None and mention.last is not None:
            assert mention.first <= mention.last
    assert all(left.end <= right.start for left, right in itertools.pairwise(mentions))


@pytest.mark.parametrize(
    "piece",
    ["1", ".", "1.", "1-", ". ", "\n \n", "the ", "twenty-", "( ", "last ", "\u200b", "9\u200b ", "' s", "\u0661"],
)
def test_endless_repetition_holds_no_dates(piece: str) -> None:
    assert find_dates(piece * (MEGABYTES // len(piece)), PUBLISHED) == ()


def test_zero_width_characters_hide_nothing_and_keep_offsets() -> None:
    text = "The vote is on Ju\u200bne\u00ad 9\ufeff, 2019."
    (mention,) = find_dates(text, PUBLISHED)
    assert mention.value == "2019-06-09"
    assert mention.text == text[mention.start : mention.end] == "Ju\u200bne\u00ad 9\ufeff, 2019"


@pytest.mark.parametrize("text", ["in the year 0", "in the year 0000", "on 9 June 9999, or 10000", "99.99.9999"])
def test_years_beyond_the_calendar_invent_no_day(text: str) -> None:
    assert all(mention.first is None or mention.first.year > 1000 for mention in find_dates(text, PUBLISHED))


def test_figures_of_other_scripts_are_no_dates() -> None:
    assert find_dates("\u0661\u0662 \u0967\u096f\u096f\u0967", PUBLISHED) == ()


def test_many_clock_times_take_linear_time() -> None:
    mentions = find_dates("7 p.m. " * 20_000, PUBLISHED, "en")
    assert {mention.value for mention in mentions} == {"T19:00"}

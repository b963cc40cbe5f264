"""Times of day and days of the calendar in a wish."""

from datetime import date, time

import pytest

from bot.phrases.wish_times import split_day, split_time

TODAY = date(2019, 5, 3)


@pytest.mark.parametrize(
    ("text", "rest", "moment"),
    [
        ("the vote at 8pm", "the vote", time(20)),
        ("the vote at half past 8", "the vote", time(8, 30)),
        ("at noon the vote", "the vote", time(12)),
        ("о выборах в 19:30", "о выборах", time(19, 30)),
        ("сайлауды сағат 9-да", "сайлауды", time(9)),
        ("room 8", "room 8", None),
        ("at 8pm", "at 8pm", None),
        ("at 25:00 the vote", "at 25:00 the vote", None),
        ("", "", None),
    ],
)
def test_a_time_is_parted_from_what_it_is_about(text: str, rest: str, moment: time | None) -> None:
    assert split_time(text) == (rest, moment)


@pytest.mark.parametrize(
    ("text", "rest", "day"),
    [
        ("the vote on June 8", "the vote", date(2019, 6, 8)),
        ("the vote on 8 June 2019", "the vote", date(2019, 6, 8)),
        ("о выборах 8 июня", "о выборах", date(2019, 6, 8)),
        ("8 маусымда сайлауды", "сайлауды", date(2019, 6, 8)),
        ("the vote in 2019", "the vote in 2019", None),
        ("May 9", "May 9", None),
        ("the 10 candidates", "the 10 candidates", None),
    ],
)
def test_a_day_is_parted_from_what_happens_then(text: str, rest: str, day: date | None) -> None:
    assert split_day(text, TODAY) == (rest, day)

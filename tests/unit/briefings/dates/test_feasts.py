"""Feasts, told on Thursday, 2 May 2019."""

from datetime import date

import pytest

from briefings.dates import find_dates


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The office will be closed on Christmas Eve.", "2019-12-24"),
        ("The law takes effect on New Year's Day.", "2020-01-01"),
        ("The pool opens on Memorial Day.", "2019-05-27"),
        ("Schools will reopen after Labor Day.", "2019-09-02"),
        ("She will speak on Columbus Day.", "2019-10-14"),
        ("They married on Valentine's Day.", "2019-02-14"),
        ("The parade will be held on Thanksgiving Day.", "2019-11-28"),
    ],
)
def test_feasts_have_their_day(text: str, value: str) -> None:
    (mention,) = find_dates(text, date(2019, 5, 2), "en")
    assert mention.value == value


@pytest.mark.parametrize(
    "text",
    ["A memorial was opened.", "The Labor Party lost.", "It was a labor day after day.", "Columbus sailed west."],
)
def test_their_words_alone_are_no_feast(text: str) -> None:
    assert find_dates(text, date(2019, 5, 2), "en") == ()


def test_without_publication_a_feast_keeps_what_is_known() -> None:
    (mention,) = find_dates("The shop is closed on Memorial Day.", None, "en")
    assert (mention.value, mention.first) == ("XXXX-05-XX", None)

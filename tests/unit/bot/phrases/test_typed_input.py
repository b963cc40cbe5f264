"""Numbers, days and words within bounds."""

from datetime import date

import pytest

from bot.phrases.typed_input import LARGEST_ID, Refusal, bounded, in_range, plausible_day


def test_whole_numbers_in_plain_digits() -> None:
    assert in_range("12", 1, 20) == 12
    assert in_range("-9223372036854775807", -LARGEST_ID, LARGEST_ID) == -LARGEST_ID


@pytest.mark.parametrize("written", ["", "x", "²", "٣", "1.0", "1e3", "+1", " 1", "0", "21", "9" * 5000])
def test_anything_else_is_no_number(written: str) -> None:
    with pytest.raises(ValueError, match="not a number from 1 to 20"):
        in_range(written, 1, 20)


@pytest.mark.parametrize("day", [date(1, 1, 1), date(999, 12, 31), date(3000, 1, 1), date(9999, 12, 31)])
def test_a_day_that_nobody_means(day: date) -> None:
    with pytest.raises(ValueError, match="too far away"):
        plausible_day(day)


def test_a_day_in_reach() -> None:
    assert plausible_day(date(1848, 3, 15)) == date(1848, 3, 15)


def test_words_of_a_sensible_length() -> None:
    assert bounded("w" * 200) == "w" * 200
    with pytest.raises(Refusal) as refused:
        bounded("w" * 201)
    assert (refused.value.name, refused.value.values) == ("words-long", {"limit": 200})

from datetime import date

import pytest

from briefings.answers.question_period import period_of

TODAY = date(2019, 5, 3)
"""A Friday."""


@pytest.mark.parametrize(
    ("question", "first", "last"),
    [
        ("what happens next week", date(2019, 5, 6), date(2019, 5, 12)),
        ("what happened yesterday", date(2019, 5, 2), date(2019, 5, 2)),
        ("what happened on 28 April 2019", date(2019, 4, 28), date(2019, 4, 28)),
        ("who came in March", date(2019, 3, 1), date(2019, 3, 31)),
    ],
)
def test_the_days_of_a_question(question: str, first: date, last: date):
    period = period_of(question, "en", TODAY)
    assert period is not None
    assert (period.first, period.last) == (first, last)


def test_a_question_without_days_has_none():
    assert period_of("who was detained", "en", TODAY) is None


def test_a_day_without_a_year_is_that_day_of_any_year():
    period = period_of("what happened on April 28", "en", date(2026, 11, 1))
    assert period is not None
    assert period.meets(date(2019, 4, 28), date(2019, 4, 28))
    assert not period.meets(date(2019, 4, 29), date(2019, 4, 29))


def test_a_day_with_its_year_is_that_day_only():
    period = period_of("what happened on 28 April 2018", "en", TODAY)
    assert period is not None
    assert not period.meets(date(2019, 4, 28), date(2019, 4, 28))


def test_a_year_is_too_vague_to_meet_a_day():
    period = period_of("what happened on April 28", "en", TODAY)
    assert period is not None
    assert not period.meets(date(2019, 1, 1), date(2019, 12, 31))


def test_the_twenty_ninth_of_february_is_met_in_other_years():
    period = period_of("what happened on February 29", "en", date(2024, 3, 5))
    assert period is not None
    assert period.meets(date(2023, 2, 28), date(2023, 2, 28))


@pytest.mark.parametrize("question", ["what is new since Monday", "what happened after April 20"])
def test_since_is_understood(question: str):
    period = period_of(question, "en", TODAY)
    assert period is not None
    assert period.since


def test_since_is_understood_in_russian():
    period = period_of("что нового с понедельника", "ru", TODAY)
    assert period is not None
    assert period.since
    assert period.first == date(2019, 4, 29)

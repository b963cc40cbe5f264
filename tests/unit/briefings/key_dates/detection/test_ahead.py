"""What speaks against a day ahead, in news published on 2 May 2019."""

from dataclasses import replace
from datetime import date

import pytest

from briefings.dates import find_dates
from briefings.key_dates.detection.candidates import Candidate, find_candidates
from briefings.text import Language, split_sentences

PUBLISHED = date(2019, 5, 2)


def doubted(text: str) -> tuple[Candidate, ...]:
    """What is found where the words do not tell on which side of today a day lies."""
    mentions = [replace(one, flags=frozenset({"doubtful"})) for one in find_dates(text, PUBLISHED, "en")]
    return find_candidates(text, [(0, len(text))], mentions, PUBLISHED, "en")


def found(text: str, language: Language = "en") -> tuple[Candidate, ...]:
    spans = [(sentence.start, sentence.end) for sentence in split_sentences(text, language)]
    return find_candidates(text, spans, find_dates(text, PUBLISHED, language), PUBLISHED, language)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The market may close on June 5.", "en"),
        ("If the council agrees, the market will close on June 5.", "en"),
        ("The traders want a market on June 5.", "en"),
        ("The dam will be finished on June 5, 2031.", "en"),
        ("The market on June 5 was called off.", "en"),
        ("Рынок, возможно, закроют 5 июня.", "ru"),
        ("Если совет согласится, рынок закроют 5 июня.", "ru"),
        ("Сведения приводятся по состоянию на 5 июня.", "ru"),
        ("Базар 5 маусымда жабылуы мүмкін.", "kk"),
        ("Егер кеңес келіссе, базар 5 маусымда жабылады.", "kk"),
    ],
)
def test_what_is_doubtful_far_off_or_called_off_is_only_offered(text: str, language: Language) -> None:
    assert [one.offered for one in found(text, language)] == [True]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Traders said the market would close on June 5.", "en"),
        ("Residents may apply until June 5.", "en"),
        ("The council agreed to meet on June 5.", "en"),
        ("До 5 июня жители могут подать заявки.", "ru"),
        ("Суд продлил запрет до 5 июня.", "ru"),
        ("Базар 5 маусымда жабылады.", "kk"),
    ],
)
def test_what_was_said_allowed_or_agreed_is_proposed(text: str, language: Language) -> None:
    assert [one.offered for one in found(text, language)] == [False]


def test_what_may_lie_behind_as_well_is_only_offered_as_a_day_ahead() -> None:
    (ahead,) = doubted("The vote is on June 5.")
    (behind,) = doubted("A choir sang for them on Friday.")
    assert [(one.mention.value, one.offered) for one in (ahead, behind)] == [("2019-06-05", True), ("2019-05-03", True)]


def test_what_the_clause_says_counts_more_than_the_doubt() -> None:
    assert [one.offered for one in doubted("The vote will be held on June 5.")] == [False]


def test_a_month_is_proposed_and_a_year_offered() -> None:
    months = found("The new line opens to all in September.")
    years = found("The new line will be ready in 2020.")
    assert [one.offered for one in (*months, *years)] == [False, True]


@pytest.mark.parametrize("text", ["The vote came a week later than planned.", "Prices fell on May 2, the bank said."])
def test_what_is_compared_or_said_today_is_nothing_ahead(text: str) -> None:
    assert found(text) == ()


def test_of_what_is_only_offered_each_day_is_told_once_and_none_that_is_proposed() -> None:
    doubtful = "The market may close on June 5. The shops may close on June 5. The fair may open on June 7. "
    reported = found(doubtful + "The school play will be shown on June 7.")
    assert [(one.mention.value, one.offered) for one in reported] == [("2019-06-05", True), ("2019-06-07", False)]

"""What is read out of an article before anybody publishes it."""

from datetime import date

import pytest

from briefings.editorial.analysis import Study, study
from briefings.text import Language

PUBLISHED = date(2026, 5, 4)

ARTICLES = [
    (
        "en",
        "Early Election Called in Aksu",
        "LA PAZ, Ill. (AP) — ",
        "The mayor called an early election to the Aksu council for Sunday, June 14.",
        ["What comes next", "Two parties have named their candidates already."],
    ),
    (
        "ru",
        "В Аксу назначили выборы. Они будут досрочными",
        "АКСУ, 4 мая. /ТАСС/. ",
        "Досрочные выборы в совет Аксу назначены на 14 июня, сообщил аким города.",
        ["Что будет дальше", "Две партии уже назвали своих кандидатов."],
    ),
    (
        "kk",
        "Ақсуда сайлау өтеді. Ол мерзімінен бұрын болады",
        "АҚСУ. KAZINFORM – ",
        "Ақсу кеңесінің кезектен тыс сайлауы 14 маусымда өтеді, деп хабарлады қала әкімі.",
        ["Әрі қарай не болады", "Екі партия өз үміткерлерін атап үлгерді."],
    ),
]


def studied(title: str, lines: list[str], language: Language) -> tuple[str, Study]:
    text = "\n".join(lines)
    return text, study(title, text, language, PUBLISHED, "Asia/Almaty")


@pytest.mark.parametrize(("language", "title", "dateline", "lead", "below"), ARTICLES)
def test_headline_dateline_and_subheading_stand_in_no_summary_and_no_quote(
    language: Language, title: str, dateline: str, lead: str, below: list[str]
) -> None:
    text, read = studied(title, [title, dateline + lead, *below], language)
    assert [text[span.start : span.end] for span in read.summary] == [lead, below[1]]
    assert [proposal.quote for proposal in read.proposals] == [lead]


@pytest.mark.parametrize(("language", "title", "dateline", "lead", "below"), ARTICLES)
def test_a_day_ahead_that_only_the_headline_tells_is_proposed(
    language: Language, title: str, dateline: str, lead: str, below: list[str]
) -> None:
    headline = lead.rstrip(".")
    _text, read = studied(headline, [headline, dateline + below[1]], language)
    assert [proposal.quote for proposal in read.proposals] == [headline]


def test_what_lies_ahead_is_summed_up_before_what_does_not() -> None:
    lead = "The council of Aksu voted for the new bridge on Monday."
    dull = [f"The paper on {thing} has many long pages of text." for thing in ("stones", "steel", "paint", "lamps")]
    ahead = "The builders begin with their work on June 1."
    text, read = studied("", [lead, *dull, ahead], "en")
    assert ahead in [text[span.start : span.end] for span in read.summary]

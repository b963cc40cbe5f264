"""What words and topics mean among key dates of three languages, in our own words."""

from datetime import date

import pytest

from briefings.key_dates.search import Found, find, holding, mentions, names_something
from briefings.model.briefing import BriefingRef, When
from briefings.model.key_date import Evidence, KeyDate
from briefings.text import Language

TODAY = date(2026, 5, 5)


def key_date(
    number: int, name: str, day: str, quote: str, headline: str, language: Language = "en", place: str | None = None
) -> KeyDate:
    first = date.fromisoformat(day)
    briefing = BriefingRef(number, headline, None, None, date(2026, 5, 2), language)
    evidence = (Evidence(quote, "", briefing),)
    return KeyDate(number, name, language, place, When(day, first, first, "day"), "planned", 1, evidence)


ELECTION = key_date(
    1,
    "Early Almaty council election",
    "2026-06-14",
    "The election to the Almaty council takes place on June 14.",
    "Almaty calls an early election",
    place="Almaty",
)
CAMPAIGN = key_date(
    2, "Campaign opens", "2026-05-16", "The campaign opens on May 16 and is short before the vote.", "Parties prepare"
)
TRIAL = key_date(
    3, "Road fund trial", "2026-05-19", "Bolat Kerimzhan stands trial on May 19.", "Court sets a date", place="Astana"
)
CONSUL = key_date(
    4, "Срок записи", "2026-05-15", "Записаться нужно до 15 мая.", "Посольство проведёт консульские дни", "ru"
)
FORUM = key_date(
    5,
    "Орталық Азия су форумы",
    "2026-09-09",
    "Форум 9 қыркүйекте Түркістанда өтеді.",
    "Түркістанда су форумы өтеді",
    "kk",
    place="Түркістан",
)
ALL = (ELECTION, CAMPAIGN, TRIAL, CONSUL, FORUM)


@pytest.mark.parametrize(
    "words", ["the vote", "election", "Elections", "выборы", "о выборах", "выборов", "сайлау", "сайлауды", "сайлаудың"]
)
def test_an_election_is_found_by_its_concept_in_any_language_and_case(words: str) -> None:
    assert find(words, ALL, TODAY).sure == ELECTION


@pytest.mark.parametrize(
    "words", ["су форумы", "су форумын", "су форумының", "форум", "форуме", "water forum", "водный форум"]
)
def test_few_words_are_read_in_each_language_of_their_script(words: str) -> None:
    assert find(words, ALL, TODAY).sure == FORUM


def test_a_name_is_found_by_its_sound_in_another_script() -> None:
    assert find("Түркістан", ALL, TODAY).sure == find("Туркестан", ALL, TODAY).sure == FORUM
    assert find("Kerimzhan", ALL, TODAY).reported == find("Керимжан", ALL, TODAY).reported == (TRIAL,)


def test_what_only_a_quote_or_a_headline_says_is_not_sure() -> None:
    without_election = (CAMPAIGN, TRIAL, CONSUL)
    assert find("the vote", without_election, TODAY) == Found((), (CAMPAIGN,))
    for words in ("консульские дни", "consular days", "консулдық"):
        assert find(words, ALL, TODAY) == Found((), (CONSUL,))
    assert find("the vote", without_election, TODAY).sure is None


def test_a_passed_namesake_does_not_hide_what_is_told_of_ahead() -> None:
    last = key_date(6, "Council election", "2021-03-14", "It was held on March 14.", "Results")
    assert find("election", (last, CAMPAIGN), TODAY) == Found((last,), (CAMPAIGN,))
    assert find("election", (last, ELECTION), TODAY).named == (ELECTION, last)


def test_all_words_must_be_met() -> None:
    assert find("Astana election", ALL, TODAY).every == ()
    assert find("Almaty election", ALL, TODAY).sure == ELECTION
    assert find("the", ALL, TODAY).every == ()
    assert find("harvest", ALL, TODAY).every == ()


@pytest.mark.parametrize(
    ("topic", "dates"),
    [
        ("vote", [ELECTION]),
        ("выборы", [ELECTION]),
        ("сайлау", [ELECTION]),
        ("су форумы", [FORUM]),
        ("консульские дни", [CONSUL]),
        ("consular days", [CONSUL]),
        ("water forum", [FORUM]),
        ("Керимжан", [TRIAL]),
        ("суд", [TRIAL]),
        ("слушания", [TRIAL]),
        ("Almaty", [ELECTION]),
        ("campaign", [CAMPAIGN]),
        ("агитация", [CAMPAIGN]),
        ("of the", []),
    ],
)
def test_a_topic_holds_what_is_called_so_or_stands_under_such_a_headline(topic: str, dates: list[KeyDate]) -> None:
    assert [one for one in ALL if list(holding(one, [topic]))] == dates


def test_words_of_nothing_but_grammar_name_nothing() -> None:
    assert not names_something("of the")
    assert not names_something("и о")
    assert names_something("vote")


def test_one_topic_mentions_another_across_languages() -> None:
    assert mentions("council election", "выборы")
    assert mentions("выборы", "election")
    assert not mentions("election", "council election")

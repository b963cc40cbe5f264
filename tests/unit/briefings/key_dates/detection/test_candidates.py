"""Key dates found in short news texts of our own, published on 2 May 2019."""

import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from briefings.dates import find_dates
from briefings.key_dates.detection.candidates import Candidate, find_candidates
from briefings.text import Language, split_sentences

PUBLISHED = date(2019, 5, 2)
SAMPLES = [
    json.loads(line) for line in (Path(__file__).parent / "samples.jsonl").read_text(encoding="utf-8").splitlines()
]
LEAST_PRECISION, LEAST_RECALL = 0.97, 0.9


def every_candidate(text: str, language: Language = "en", published: date | None = PUBLISHED) -> tuple[Candidate, ...]:
    spans = [(sentence.start, sentence.end) for sentence in split_sentences(text, language)]
    return find_candidates(text, spans, find_dates(text, published, language), published, language)


def candidates(text: str, language: Language = "en", published: date | None = PUBLISHED) -> tuple[Candidate, ...]:
    """What is proposed."""
    return tuple(one for one in every_candidate(text, language, published) if not one.offered)


def only(text: str, language: Language = "en", published: date | None = PUBLISHED) -> Candidate:
    (candidate,) = candidates(text, language, published)
    return candidate


def reported(found: Sequence[Candidate]) -> set[tuple[str, str]]:
    return {(candidate.mention.value, candidate.concept) for candidate in found}


def test_precision_and_recall_on_our_samples() -> None:
    right = found = expected = 0
    for sample in SAMPLES:
        got = reported(candidates(sample["text"], sample["language"]))
        gold = {(value, concept) for value, concept in sample["expected"]}
        right, found, expected = right + len(got & gold), found + len(got), expected + len(gold)
    assert right / found >= LEAST_PRECISION
    assert right / expected >= LEAST_RECALL


def test_there_are_samples_in_every_language() -> None:
    assert {sample["language"] for sample in SAMPLES} == {"en", "ru", "kk"}
    assert len(SAMPLES) >= 40


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("The snap presidential election will be held on June 9.", "en", "Snap presidential election"),
        ("The trial of Ivan Petrov begins on May 20.", "en", "Trial of Ivan Petrov"),
        ("The library of Taraz will hold its reopening ceremony on 20 June.", "en", "Reopening ceremony"),
        ("A court will open the trial in the road fund case on June 4.", "en", "Road fund trial"),
        ("An early election to the Almaty city council is set for June 9.", "en", "Early Almaty city council election"),
        ("The open championship starts on June 9.", "en", "Open championship"),
        ("Митинг против застройки пройдёт в Таразе 12 мая.", "ru", "Митинг против застройки"),
        ("Досрочное голосование пройдёт в Семее 9 июня.", "ru", "Досрочное голосование в Семее"),
        ("Церемония открытия библиотеки пройдёт 20 июня.", "ru", "Церемония открытия библиотеки"),
        ("9 июня состоятся внеочередные президентские выборы.", "ru", "Внеочередные президентские выборы"),
        ("На досрочных выборах президента 9 июня проголосуют все.", "ru", "Досрочные выборы президента"),
        ("Президент примет участие в открытии саммита 14 июня.", "ru", "Открытие саммита"),
        ("9 маусымда кезектен тыс президент сайлауы өтеді.", "kk", "Кезектен тыс президент сайлауы"),
    ],
)
def test_names_are_made_from_the_sentence(text: str, language: Language, name: str) -> None:
    assert only(text, language).name == name


def test_what_the_text_calls_the_event_elsewhere_completes_the_name() -> None:
    text = (
        "A boycott of the presidential election was called. The June 9 snap election follows a resignation. "
        "The party named its candidate for the presidential election."
    )
    assert only(text).name == "Snap presidential election"


def test_the_quote_is_the_sentence_that_proves_it() -> None:
    text = "Rain fell. The summit will open on June 14. Nobody left."
    candidate = only(text)
    assert text[candidate.quote_start : candidate.quote_end] == "The summit will open on June 14."


def test_all_sentences_that_tell_the_event_are_evidence() -> None:
    text = "The summit will open on June 14. Guests are expected. The June 14 summit is the third one."
    candidate = only(text)
    assert [text[one.quote_start : one.quote_end] for one in candidate.evidence] == [
        "The summit will open on June 14.",
        "The June 14 summit is the third one.",
    ]


def test_the_finer_date_of_the_same_event_wins() -> None:
    text = "The regional summit will take place in June. It was agreed that the regional summit will open on June 14."
    candidate = only(text)
    assert (candidate.mention.value, len(candidate.evidence)) == ("2019-06-14", 2)


def test_what_lies_ahead_is_planned_and_what_is_behind_is_not() -> None:
    ahead, behind = (
        only("The referendum is set for June 30."),
        only("The explosion at a depot on April 27 killed three."),
    )
    assert ahead.planned
    assert not behind.planned


def test_a_day_told_in_full_is_found_without_a_publication_date() -> None:
    candidate = only("The referendum will be held on June 30, 2019.", published=None)
    assert (candidate.mention.first, candidate.planned) == (date(2019, 6, 30), True)


def test_without_a_publication_date_june_9_is_no_key_date() -> None:
    assert candidates("The referendum will be held on June 30.", published=None) == ()


@pytest.mark.parametrize(
    ("text", "language", "place", "zone"),
    [
        ("The summit will open in Tashkent on June 14 at 10 a.m.", "en", "Tashkent", "Asia/Tashkent"),
        ("Саммит откроется в Москве 14 июня в 10:00.", "ru", "Москва", "Europe/Moscow"),
        ("Саммит 14 маусымда сағат 10:00-де Бішкекте ашылады.", "kk", "Бішкек", "Asia/Bishkek"),
    ],
)
def test_place_and_its_zone(text: str, language: Language, place: str, zone: str) -> None:
    candidate = only(text, language)
    assert (candidate.place, candidate.mention.zone) == (place, zone)


def test_an_endless_sentence_tells_nothing() -> None:
    assert candidates("election on June 9 and " * 5000) == ()


def test_a_range_is_one_key_date() -> None:
    candidate = only("The film festival will run from July 12 to July 15.")
    assert (candidate.mention.first, candidate.mention.last) == (date(2019, 7, 12), date(2019, 7, 15))


def test_of_a_move_only_the_new_day_is_told() -> None:
    assert only("The concert was postponed from May 11 to May 25.").mention.value == "2019-05-25"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Заседание, назначенное на 9 июня, перенесли.", "ru"),
        ("Концерт 9 июня не состоится.", "ru"),
        ("9 маусымға жоспарланған отырыс шегерілді.", "kk"),
        ("Концерт 9 маусымда болмайды.", "kk"),
    ],
)
def test_what_is_put_off_without_a_new_day_is_no_key_date(text: str, language: Language) -> None:
    assert candidates(text, language) == ()


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Забастовку, назначенную на 13 мая, перенесли на 27 мая.", "ru"),
        ("13 мамырға жоспарланған ереуіл 27 мамырға шегерілді.", "kk"),
    ],
)
def test_the_new_day_is_told_apart_from_the_one_planned(text: str, language: Language) -> None:
    assert only(text, language).mention.value == "2019-05-27"


def test_two_days_in_a_row_are_one_stretch() -> None:
    assert only("Выставка цветов пройдёт в саду 18 и 19 мая.", "ru").mention.value == "2019-05-18/2019-05-19"


def test_votes_of_two_towns_on_one_day_are_two() -> None:
    text = "An early vote will be held in Semey on June 9. A vote in Ridder takes place on June 9, too."
    assert [one.name for one in candidates(text)] == ["Early vote in Semey", "Vote in Ridder"]


@pytest.mark.parametrize(
    "text",
    [
        "The referendum, planned for June 30, was cancelled by the court.",
        "An early election could be held on October 6.",
        "On April 23 the ruling party named its candidate for the election.",
        "He was arrested on April 21 during a marathon.",
        "She said on April 30 that the festival was a success.",
        "Prices have risen since May 1.",
        "The festival takes place every year in June.",
        "The vote would not be held on 31 June.",
        "The concert on June 9 was called off.",
        "The hearing, scheduled for June 9, was postponed.",
        "Officials postponed the vote planned for June 9 indefinitely.",
        "The match will not take place on June 9.",
        "The festival was planned for June 9. On reflection the festival was cancelled.",
        "The party named its candidate for the election on April 23.",
    ],
)
def test_no_key_date(text: str) -> None:
    assert candidates(text) == ()


@pytest.mark.parametrize(
    ("text", "language", "names"),
    [
        (
            "The team will play Norway (May 10), Ghana (May 13) and South Korea (May 19).",
            "en",
            ["Team to play Norway", "Team to play Ghana", "Team to play South Korea"],
        ),
        (
            "В эфире будут показаны матчи сборной против Норвегии (10 мая), Чехии (13 мая) и Южной Кореи (19 мая).",
            "ru",
            [
                "Показ матчей сборной против Норвегии в эфире",
                "Показ матчей сборной против Чехии в эфире",
                "Показ матчей сборной против Южной Кореи в эфире",
            ],
        ),
        (
            "Құрама Норвегиямен (10 мамыр), Ганамен (13 мамыр) және Чехиямен (19 мамыр) ойнайды.",
            "kk",
            ["Құрама Норвегиямен", "Құрама Ганамен", "Құрама Чехиямен"],
        ),
    ],
)
def test_days_in_brackets_behind_names_are_called_as_the_first_of_the_list(text, language, names) -> None:
    mentions = find_dates(text, date(2019, 5, 7), language)
    found = find_candidates(text, [(0, len(text))], mentions, date(2019, 5, 7), language)
    assert [one.name for one in found] == names

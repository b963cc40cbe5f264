"""Twenty events of one day, each told in three languages by three writers, and twenty others of the same kind.

The weights were not fitted on these pairs.
"""

import json
from collections import Counter
from datetime import date
from itertools import combinations, permutations
from pathlib import Path

import numpy as np
import pytest

from briefings.key_dates.likeness import SURE, THINKABLE, Report, deny_names, likeness, names_shared
from briefings.key_dates.matching import Event, Match, compare
from briefings.models import Models
from briefings.text import LANGUAGES, Language

DATA = Path(__file__).with_name("events_in_three_languages.jsonl")
PAIRS = [json.loads(line) for line in DATA.read_text(encoding="utf-8").splitlines()]
DAY = date(2026, 10, 18)


def event(told: dict[str, tuple[str, str | None, str]], language: Language) -> Event:
    name, place, quote = told[language]
    return Event(name, place, DAY, DAY, language, quote)


@pytest.fixture(scope="module")
def vectors() -> dict[str, np.ndarray]:
    texts = [event(told, one).report.text for pair in PAIRS for told in pair.values() for one in LANGUAGES]
    return dict(zip(texts, Models().encode(texts, "passage"), strict=True))


def match(vectors: dict[str, np.ndarray], one: Event, other: Event) -> Match:
    return compare(one, other, float(vectors[one.report.text] @ vectors[other.report.text]))


@pytest.mark.parametrize(("one", "other"), [*combinations(LANGUAGES, 2)])
def test_one_event_in_two_languages_is_joined_or_asked_about(vectors, one: Language, other: Language) -> None:
    found = Counter(match(vectors, event(pair["event"], one), event(pair["event"], other)) for pair in PAIRS)
    assert found.total() == 20
    assert found[Match.DIFFERENT] <= 1
    assert found[Match.SAME] >= 4


@pytest.mark.parametrize(("one", "other"), [*permutations(LANGUAGES, 2)])
def test_another_event_of_the_day_is_not_joined(vectors, one: Language, other: Language) -> None:
    """Each is compared with one of the same kind, often in the same town, and with the nineteen others."""
    alike = Counter(match(vectors, event(pair["event"], one), event(pair["another"], other)) for pair in PAIRS)
    assert alike[Match.SAME] == 0
    assert alike[Match.DIFFERENT] >= 12
    rivals = permutations([pair["event"] for pair in PAIRS], 2)
    others = Counter(match(vectors, event(left, one), event(right, other)) for left, right in rivals)
    assert others[Match.SAME] == 0
    assert others[Match.UNSURE] <= 10


def test_it_does_not_matter_which_comes_first(vectors) -> None:
    for pair in PAIRS:
        one, other = event(pair["event"], "ru"), event(pair["another"], "kk")
        assert match(vectors, one, other) is match(vectors, other, one)


ENGLISH = Report("Match of Kairat against Tobol", "Kairat will host Tobol on June 9.", "Almaty", "en")
RUSSIAN = Report("Матч «Кайрата» с «Тоболом»", "«Кайрат» примет «Тобол» 9 июня.", "Алматы", "ru")
KAZAKH = Report("Қайрат пен Тобыл матчы", "Қайрат 9 маусымда Тобылды қабылдайды.", "Алматы", "kk")
OTHER = Report("Матч «Актобе» с «Жетысу»", "Клуб «Актобе» встретится с «Жетысу» 9 июня.", None, "ru")


def test_names_are_shared_across_scripts() -> None:
    assert all(names_shared(one, other) >= 2 for one, other in permutations((ENGLISH, RUSSIAN, KAZAKH), 2))
    assert names_shared(ENGLISH, OTHER) == 0
    assert deny_names(ENGLISH, OTHER)
    assert not deny_names(ENGLISH, KAZAKH)


def test_meaning_names_and_kind_make_it_likely() -> None:
    assert likeness(ENGLISH, RUSSIAN, 0.86) >= SURE
    assert likeness(ENGLISH, RUSSIAN, 0.86) > likeness(ENGLISH, RUSSIAN, 0.84) > likeness(ENGLISH, OTHER, 0.84)
    assert likeness(ENGLISH, OTHER, 0.84) < SURE


def test_what_is_elsewhere_or_of_another_kind_is_another_event() -> None:
    in_astana = Report("Саммит", "Саммит пройдёт 9 июня.", "Астана", "ru")
    assert likeness(Report("Summit", "The summit is on June 9.", "Almaty", "en"), in_astana, 0.99) == 0
    council = Report("Выборы в маслихат", "Выборы в маслихат пройдут 9 июня.", None, "ru")
    assert likeness(Report("Presidential election", "It votes on June 9.", None, "en"), council, 0.99) == 0


def test_spellings_of_a_place_that_nobody_knows_prove_nothing() -> None:
    one = Report("Fair", "The fair is on June 9.", "Ust-Kamenogorsk", "en")
    other = Report("Жәрмеңке", "Жәрмеңке 9 маусымда өтеді.", "Өскемен", "kk")
    assert likeness(one, other, 0.87) > THINKABLE

"""Russian nouns with what belongs to them."""

import pytest

from briefings.key_dates.detection.clause_names.clause import spelled
from briefings.key_dates.detection.clause_names.noun_phrases import phrases_of
from briefings.key_dates.detection.clause_words import words_of


def phrases(text: str) -> list[str]:
    return [spelled(one.words) for one in phrases_of(words_of(text, 0, len(text), ()))]


def test_a_noun_takes_along_what_describes_and_owns_it() -> None:
    text = "новый закон о защите лесов и газета «Степной вестник»"
    assert phrases(text) == ["Новый закон", "О защите лесов", "Газета «Степной вестник»"]


def test_names_in_a_list_stay_together() -> None:
    assert phrases("в Праге, Вене и Риме") == ["В Праге, Вене и Риме"]


@pytest.mark.parametrize(
    ("text", "case", "name"),
    [
        ("досрочных выборов", "nomn", "Досрочные выборы"),
        ("первое заседание суда", "gent", "Первого заседания суда"),
        ("новая железная дорога", "gent", "Новой железной дороги"),
        ("Ивана Петрова", "nomn", "Иван Петров"),
        ("глава МИД", "gent", "Главы МИД"),
    ],
)
def test_a_phrase_in_another_case(text: str, case: str, name: str) -> None:
    (phrase,) = phrases_of(words_of(text, 0, len(text), ()))
    assert spelled(phrase.in_case(case)) == name

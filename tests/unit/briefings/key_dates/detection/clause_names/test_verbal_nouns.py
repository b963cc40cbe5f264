"""Nouns for Russian verbs."""

import pytest

from briefings.key_dates.detection.clause_names.verbal_nouns import verbal_noun


@pytest.mark.parametrize(
    ("verb", "noun"),
    [
        ("огласить", "оглашение"),
        ("объявить", "объявление"),
        ("повысить", "повышение"),
        ("снизиться", "снижение"),
        ("рассмотреть", "рассмотрение"),
        ("подписать", "подписание"),
        ("начаться", "начало"),
        ("запустить", "запуск"),
        ("вступить", "вступление"),
        ("открыть", "открытие"),
        ("заработать", "начало работы"),
    ],
)
def test_a_noun_is_known_or_built_as_the_dictionary_has_it(verb: str, noun: str) -> None:
    assert verbal_noun(verb) == noun


def test_no_noun_is_made_up() -> None:
    assert verbal_noun("покинуть") == ""

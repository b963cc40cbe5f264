"""Where clauses begin and end."""

from datetime import date

import pytest

from briefings.dates import find_dates
from briefings.key_dates.detection.clause_names.clause import clause_of, never, spelled, without_asides
from briefings.key_dates.detection.clause_words import Word, places_in_order, words_of
from briefings.text import Language


def read(text: str, language: Language = "en") -> list[Word]:
    return words_of(text, 0, len(text), find_dates(text, date(2019, 5, 2), language))


@pytest.mark.parametrize(
    ("text", "language", "before", "after"),
    [
        ("It rained, the pool opens on June 5 for all, they say.", "en", "The pool opens on", "For all"),
        ("The pool opens on June 5 and June 8 in Oral.", "en", "The pool opens on", "In Oral"),
        ("The talk “All about June” is on June 5.", "en", "The talk “All about June” is on", ""),
        ("Срок сдачи отчёта - до 15 сентября.", "ru", "Срок сдачи отчёта", ""),
        ("С 1 июня, как и прежде, сад открыт.", "ru", "", "Как и прежде"),
        ("Из Праги, Вены и Рима гости едут 5 июня.", "ru", "Из Праги, Вены и Рима гости едут", ""),
        ("5 маусымда «Тобыл» командасы ойнайды.", "kk", "", "«Тобыл» командасы ойнайды"),
    ],
)
def test_the_clause_of_a_day(text: str, language: Language, before: str, after: str) -> None:
    words = read(text, language)
    _, place = list(places_in_order(words))[-1]
    clause = clause_of(words, *place, never)
    assert (spelled(clause.before), spelled(clause.after).rstrip(".")) == (before, after)


def test_a_few_words_in_brackets_are_left_out_and_a_day_is_not() -> None:
    text = "Amur (Khabarovsk) plays on Sunday (5 May) at home."
    assert spelled(without_asides(read(text))) == "Amur plays on Sunday (5 May) at home."

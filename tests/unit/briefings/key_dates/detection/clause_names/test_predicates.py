"""Which verb of a Russian clause a day belongs to."""

import pytest

from briefings.key_dates.detection.clause_names.predicates import noun_for, predicate_of
from briefings.key_dates.detection.clause_words import words_of


@pytest.mark.parametrize(
    ("before", "after", "verb"),
    [
        ("решение будет объявлено", "", "объявить"),
        ("пилоты намерены провести пикет", "", "провести"),
        ("о желании провести пикет", "объявили пилоты", "провести"),
        ("опрос начнётся в марте и закончится", "", "закончиться"),
    ],
)
def test_the_nearest_verb_that_has_not_happened(before: str, after: str, verb: str) -> None:
    text = f"{before} {after}"
    words, leading = words_of(text, 0, len(text), ()), words_of(before, 0, len(before), ())
    found = predicate_of(words, len(leading), leading)
    assert found is not None
    assert found.verb == verb


@pytest.mark.parametrize(
    ("before", "noun"),
    [
        ("отчёт нужно сдать до", "срок сдачи"),
        ("заявки принимают до", "окончание приёма"),
        ("сад работает до", "окончание"),
    ],
)
def test_a_last_day_is_a_deadline_or_an_end(before: str, noun: str) -> None:
    words = words_of(before, 0, len(before), ())
    found = predicate_of(words, len(words), words)
    assert found is not None
    assert noun_for(found) == noun

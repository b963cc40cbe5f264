"""Names out of Kazakh clauses, worked out by hand."""

import pytest

from briefings.key_dates.detection.clause_names.kazakh import tells_future


@pytest.mark.parametrize(
    ("text", "day", "name"),
    [
        ("Заң 1 шілдеден бастап күшіне енеді.", "2019-07-01", "Заңның күшіне енуі"),
        ("1 шілдеден бастап самокатқа тыйым салынады.", "2019-07-01", "Самокатқа тыйым салынуы"),
        ("Барыс 4 маусымда Адмиралмен ойнайды.", "2019-06-04", "Барыстың Адмиралмен ойыны"),
        ("Нәтиже 31 қазанда жарияланады.", "2019-10-31", "Нәтиженің жариялануы"),
        ("Су тарифі 1 маусымнан бастап өседі.", "2019-06-01", "Су тарифінің өсуі"),
        ("Депутаттар заң жобасын 7 мамырда талқылайды.", "2019-05-07", "Депутаттардың заң жобасын талқылауы"),
        ("Ел басшысы 28 маусымда Осака қаласында кездеседі.", "2019-06-28", "Ел басшысының Осака қаласында кездесуі"),
        ("Билет 10 мамырда сатыла бастайды.", "2019-05-10", "Билеттің сатыла бастауы"),
        ("Алматыда 9 мамырда жаңа зауыт іске қосылады.", "2019-05-09", "Алматыдағы жаңа зауыттың іске қосылуы"),
    ],
)  # fmt: skip
def test_the_verb_becomes_a_noun_and_its_subject_the_owner(named, text: str, day: str, name: str) -> None:
    assert named(text, "kk") == [(day, name)]


@pytest.mark.parametrize(
    ("text", "day", "name"),
    [
        ("Жүгіру 25 мамырда Астанада өтеді.", "2019-05-25", "Астанадағы Жүгіру"),
        ("Кеңестің келесі кезеңі 14 мамырға жоспарланған.", "2019-05-14", "Кеңестің келесі кезеңі"),
        ("Салықты 1 шілдеге дейін төлеу керек.", "2019-07-01", "Салықты төлеу мерзімі"),
    ],
)
def test_what_only_takes_place_or_is_due(named, text: str, day: str, name: str) -> None:
    assert named(text, "kk") == [(day, name)]


@pytest.mark.parametrize("verb", ["басталады", "болады", "ойнайды", "өтпек", "енеді"])
def test_verbs_of_the_future(verb: str) -> None:
    assert tells_future(verb)


@pytest.mark.parametrize("verb", ["хабарлады", "мәлімдеді", "қабылдамады", "бастады"])
def test_verbs_of_the_past_that_end_alike(verb: str) -> None:
    assert not tells_future(verb)

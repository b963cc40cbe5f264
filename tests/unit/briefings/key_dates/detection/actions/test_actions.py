"""Events that only a verb names, in news published on 2 May 2019."""

from datetime import date

import pytest

from briefings.dates import find_dates
from briefings.key_dates.detection.candidates import Candidate, find_candidates
from briefings.text import Language, split_sentences

PUBLISHED = date(2019, 5, 2)


def candidates(text: str, language: Language) -> tuple[Candidate, ...]:
    spans = [(sentence.start, sentence.end) for sentence in split_sentences(text, language)]
    return find_candidates(text, spans, find_dates(text, PUBLISHED, language), PUBLISHED, language)


def reported(text: str, language: Language) -> list[tuple[str, str]]:
    """What is named by a verb that we know: what only its clause names has no concept."""
    return [(one.mention.value, one.name) for one in candidates(text, language) if one.concept]


@pytest.mark.parametrize(
    ("text", "day", "name"),
    [
        ("The library will reopen on 20 June.", "2019-06-20", "Library reopens"),
        ("The bridge, closed since the flood of March 2, will reopen in July.", "2019-07", "Bridge reopens"),
        ("Foreign ministers will meet on May 12.", "2019-05-12", "Foreign ministers meet"),
        ("The two presidents are due to meet on May 15.", "2019-05-15", "Two presidents meet"),
        ("The new law takes effect on July 1.", "2019-07-01", "New law takes effect"),
        ("On June 1, the airport terminal will open.", "2019-06-01", "Airport terminal opens"),
        ("President Sadyk will visit Tashkent on May 14.", "2019-05-14", "President Sadyk visits Tashkent"),
        ("Applications close on June 5.", "2019-06-05", "Applications close"),
        ("Registration is open until June 5.", "2019-06-05", "Registration closes"),
        ("Observers must apply for accreditation by June 5.", "2019-06-05", "Deadline to apply for accreditation"),
        ("A flower show will be held on May 18.", "2019-05-18", "Flower show"),
        ("Teachers will go on strike on May 20.", "2019-05-20", "Teachers go on strike"),
    ],
)
def test_english(text: str, day: str, name: str) -> None:
    assert reported(text, "en") == [(day, name)]


@pytest.mark.parametrize(
    ("text", "day", "name"),
    [
        ("Президент посетит Астану 12 мая.", "2019-05-12", "Визит президента в Астану"),
        ("12 мая в Костанае откроется новая школа.", "2019-05-12", "Открытие новой школы в Костанае"),
        ("Закон о такси вступит в силу 1 июля.", "2019-07-01", "Вступление закона о такси в силу"),
        ("Учебный год начнётся 1 сентября.", "2019-09-01", "Начало учебного года"),
        ("Заявки на участие принимают до 31 мая.", "2019-05-31", "Окончание приёма заявок на участие"),
        ("Выдвижение кандидатов продлится до 12 мая.", "2019-05-12", "Окончание выдвижения кандидатов"),
    ],
)
def test_russian(text: str, day: str, name: str) -> None:
    assert reported(text, "ru") == [(day, name)]


@pytest.mark.parametrize(
    ("text", "day", "name"),
    [
        ("Тіркеу 5 маусымда аяқталады.", "2019-06-05", "Тіркеу аяқталады"),
        ("Алматыда 9 мамырда жаңа мектеп ашылады.", "2019-05-09", "Алматыдағы жаңа мектептің ашылуы"),
        ("Заң 1 шілдеде күшіне енеді.", "2019-07-01", "Заңның күшіне енуі"),
        ("Өтінім 15 шілдеге дейін қабылданады.", "2019-07-15", "Өтінім қабылдау мерзімі"),
        ("Президент 12 мамырда Ташкентке сапармен барады.", "2019-05-12", "Президенттің Ташкентке сапармен баруы"),
    ],
)
def test_kazakh(text: str, day: str, name: str) -> None:
    assert reported(text, "kk") == [(day, name)]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("It will open on June 3.", "en"),
        ("The museum will open its doors to him on May 18.", "en"),
        ("Stock markets will open on Monday.", "en"),
        ("If the court agrees, the market will open on June 3.", "en"),
        ("The government plans to open a hospital on June 3.", "en"),
        ("The price of bread will begin to rise on June 1.", "en"),
        ("He asked the court to open the file by June 5.", "en"),
        ("Он откроется 3 июня.", "ru"),
        ("В субботу начнётся похолодание.", "ru"),
        ("Если суд разрешит, рынок откроется 3 июня.", "ru"),
        ("Мост не откроется 3 июня.", "ru"),
        ("Ол 12 мамырда ашылады.", "kk"),
        ("Жаңбыр 12 мамырда басталады.", "kk"),
        ("Егер кеңес келіссе, дүкен 12 мамырда ашылады.", "kk"),
    ],
)
def test_what_is_no_event_of_its_own(text: str, language: Language) -> None:
    assert reported(text, language) == []


def test_a_deadline_is_one_in_every_language() -> None:
    texts: list[tuple[str, Language]] = [
        ("Applications close on June 5.", "en"),
        ("Приём заявок завершится 5 июня.", "ru"),
        ("Тіркеу 5 маусымда аяқталады.", "kk"),
    ]
    assert {candidate.concept for text, language in texts for candidate in candidates(text, language)} == {"deadline"}

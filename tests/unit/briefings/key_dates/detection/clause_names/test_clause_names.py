"""Names for what happens where no noun names it, in news published on 2 May 2019."""

from datetime import date

import pytest

from briefings.dates import find_dates
from briefings.key_dates.detection.candidates import find_candidates
from briefings.text import Language, split_sentences

PUBLISHED = date(2019, 5, 2)


def names(text: str, language: Language) -> list[tuple[str, str]]:
    spans = [(sentence.start, sentence.end) for sentence in split_sentences(text, language)]
    found = find_candidates(text, spans, find_dates(text, PUBLISHED, language), PUBLISHED, language)
    return [(one.mention.value, one.name) for one in found if not one.offered]


@pytest.mark.parametrize(
    ("text", "day", "name"),
    [
        ("Results will be announced Saturday.", "2019-05-04", "Results to be announced"),
        ("The team plays Lokomotiv on Sunday.", "2019-05-05", "Team plays Lokomotiv"),
        ("The case will continue on Tuesday.", "2019-05-07", "Case to continue"),
        ("The law takes effect July 1.", "2019-07-01", "Law takes effect"),
        ("Schools will be closed on Monday, June 3.", "2019-06-03", "Schools closed"),
        ("Staff must return to the office on July 8.", "2019-07-08", "Staff must return to the office"),
        ("The play runs until June 1.", "2019-06-01", "Play ends"),
        ("Snow is expected on Saturday.", "2019-05-04", "Snow expected"),
        ("On Tuesday, the panel will hear Jane Smith, a banker.", "2019-05-07", "Panel to hear Jane Smith"),
        ("The mayor, John Smith, will meet the nurses on Friday, May 10.", "2019-05-10", "Mayor to meet the nurses"),
        ("The old pool, which reopens to swimmers on June 5, is free.", "2019-06-05", "Old pool reopens to swimmers"),
        ("Her book is on sale abroad and will be in shops on June 5.", "2019-06-05", "Book in shops"),
        ("Clubs now have until August 1 to sign players.", "2019-08-01", "Deadline for clubs to sign players"),
        ("The lake cruise has been put off until May 27.", "2019-05-27", "Lake cruise"),
        ("The leaders met ahead of the June 16 council vote.", "2019-06-16", "Council vote"),
    ],
)
def test_english(text: str, day: str, name: str) -> None:
    assert names(text, "en") == [(day, name)]


@pytest.mark.parametrize(
    ("text", "day", "name"),
    [
        ("Решение объявят 31 мая.", "2019-05-31", "Объявление решения"),
        ("Каспий сыграет с Алтаем 31 октября.", "2019-10-31", "Матч Каспия с Алтаем"),
        ("Закон вступит в силу 1 июля.", "2019-07-01", "Вступление закона в силу"),
        ("С 1 июня в городе запретят самокаты.", "2019-06-01", "Запрет самокатов в городе"),
        ("Следующее решение по ставке объявят 31 мая.", "2019-05-31", "Объявление следующего решения по ставке"),
        ("Адвокат сообщил, что Петрова выйдет на свободу 21 мая.", "2019-05-21", "Выход Петровой на свободу"),
        ("Пилоты намерены провести пикет 25 мая.", "2019-05-25", "Пикет пилотов"),
        ("Декларации нужно подать до 1 июня.", "2019-06-01", "Срок подачи деклараций"),
        ("Выставка старых карт открыта до 30 июня.", "2019-06-30", "Закрытие выставки старых карт"),
        ("Компания проведет семинар, который пройдет в Алматы 22 мая.", "2019-05-22", "Семинар в Алматы"),
    ],
)
def test_russian(text: str, day: str, name: str) -> None:
    assert names(text, "ru") == [(day, name)]


@pytest.mark.parametrize(
    ("text", "day", "name"),
    [
        ("Заң 1 шілдеден бастап күшіне енеді.", "2019-07-01", "Заңның күшіне енуі"),
        ("1 шілдеден бастап самокатқа тыйым салынады.", "2019-07-01", "Самокатқа тыйым салынуы"),
        ("Барыс 4 маусымда Адмиралмен ойнайды.", "2019-06-04", "Барыстың Адмиралмен ойыны"),
        ("Нәтиже 31 қазанда жарияланады.", "2019-10-31", "Нәтиженің жариялануы"),
        ("Су тарифі 1 маусымнан бастап өседі.", "2019-06-01", "Су тарифінің өсуі"),
    ],
)
def test_kazakh(text: str, day: str, name: str) -> None:
    assert names(text, "kk") == [(day, name)]


def test_two_clauses_have_one_subject() -> None:
    assert names("The fair starts on June 1 and ends on June 30.", "en")[1] == ("2019-06-30", "Fair ends")
    reported = names("Опрос жителей начнётся 1 октября и закончится 30 октября.", "ru")
    assert reported[1] == ("2019-10-30", "Окончание опроса жителей")


def test_what_only_a_pronoun_names_is_called_by_the_title() -> None:
    text = "It will take place on June 16."
    found = find_candidates(text, [(0, len(text))], find_dates(text, PUBLISHED, "en"), PUBLISHED, "en", title="Ski day")
    assert [(one.name, one.offered) for one in found] == [("Ski day", False)]

"""What looks like a date and is none."""

from datetime import date

import pytest

from briefings.dates import find_dates
from briefings.text import Language


@pytest.mark.parametrize(
    "text",
    [
        "Article 9 of the constitution guarantees this right.",
        "Theresa May spoke, and May said she would stay.",
        "We march because they may not. The march was peaceful.",
        "Kairat won 3-2, Astana lost 1:0 and the set ended 25-21.",
        "Call 8-727-250-10-10 or +7 (727) 250 10 10.",
        "The shop is open 24/7.",
        "It costs $33, 2019 tenge or 12,650 roubles.",
        "A Boeing 737-800 and an Airbus A320-200 were sold, and flight MH17 was shot down.",
        "About 1,980,000 people and 2000 soldiers live there.",
        "The reporter met April Jones and Jan Smith.",
        "Profit rose 18.7 percent to 1.5 million.",
        "A 6-year-old boy and a woman of 44 were saved.",
        "She came second; the first half was better.",
        "The ratio was 1/2, the score 9/11 and the page number 1998.",
        "They are the people of tomorrow.",
        "He sat on a chair and the sun shone.",
        "April Ross and May Lin won; June Smith said the club was ready.",
        "She beat Lee 6-4, 3-6, 7-5, and the final ended 21-15.",
    ],
)
def test_english(text: str) -> None:
    assert find_dates(text, date(2019, 5, 2), "en") == ()


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Статья 9 и пункт 15 не изменились.", "ru"),
        ("Счёт 3:2, билеты стоят 2500 тенге, скидка 15.2 процента.", "ru"),
        ("Марта и Августа дружат, а Майя учится.", "ru"),
        ("Окружающая среда требует защиты.", "ru"),
        ("Разбился Boeing 737-800, погибли 12 человек.", "ru"),
        ("Телефон 8-727-250-10-10, работаем 24/7.", "ru"),
        ("78-летний Иванов возглавил партию.", "ru"),
        ("9-бап пен 15-тармақ өзгерген жоқ.", "kk"),
        ("Матч есебі 3:2, билет 2500 теңге.", "kk"),
        ("Пьесу написал Август Стриндберг.", "ru"),
        ("Жаңа маусым сәтті басталды.", "kk"),
        ("Тұмаудың ауыр маусымы жалғасып жатыр.", "kk"),
        ("Облыста 1 980 000 адам тұрады.", "kk"),
    ],
)
def test_russian_and_kazakh(text: str, language: Language) -> None:
    assert find_dates(text, date(2019, 5, 2), language) == ()

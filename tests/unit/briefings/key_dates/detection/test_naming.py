import pytest

from briefings.key_dates.detection.clause_words import words_of
from briefings.key_dates.detection.event_nouns import HEADS
from briefings.key_dates.detection.naming import name_of
from briefings.text import Language


def name(text: str, noun: str, language: Language) -> str:
    words = words_of(text, 0, len(text), ())
    at = next(i for i, word in enumerate(words) if word.text == noun)
    return name_of(words, at, HEADS[language][noun.lower()], language)


@pytest.mark.parametrize(
    ("text", "noun", "expected"),
    [
        ("He called for a boycott of the upcoming presidential election.", "election", "Presidential election"),
        ("It quickly held the second round of talks with Turkey in May.", "talks", "Talks with Turkey"),
        ("The opening of the Security Council session was late.", "opening", "Opening of the Security Council session"),
        ("An early vote was called.", "vote", "Early vote"),
    ],
)
def test_english(text: str, noun: str, expected: str) -> None:
    assert name(text, noun, "en") == expected


@pytest.mark.parametrize(
    ("text", "noun", "expected"),
    [
        ("Кандидаты на внеочередных президентских выборах известны.", "выборах", "Внеочередные президентские выборы"),
        ("Он приехал на очередную ежегодную конференцию юристов.", "конференцию", "Ежегодная конференция юристов"),
        ("Участники закрытого заседания Совета безопасности ООН молчат.", "заседания",
         "Закрытое заседание Совета безопасности ООН"),
        ("Стороны готовят переговоры между Арменией и Азербайджаном.", "переговоры",
         "Переговоры между Арменией и Азербайджаном"),
        ("Книжной ярмарке нужны деньги.", "ярмарке", "Книжная ярмарка"),
    ],
)  # fmt: skip
def test_russian_names_stand_in_the_nominative(text: str, noun: str, expected: str) -> None:
    assert name(text, noun, "ru") == expected


@pytest.mark.parametrize(
    ("text", "noun", "expected"),
    [
        (
            "Қазақстанда кезектен тыс президент сайлауына дайындық басталды.",
            "сайлауына",
            "Кезектен тыс президент сайлауы",
        ),
        ("Қалада жаңа кеңесті жасақтайтын мәслихат сайлауы өтпек.", "сайлауы", "Мәслихат сайлауы"),
        ("Алматыда кітап жәрмеңкесі ашылды.", "жәрмеңкесі", "Кітап жәрмеңкесі"),
        ("Саммитте бәрі болды.", "Саммитте", "Саммит"),
    ],
)
def test_kazakh_names_lose_their_case(text: str, noun: str, expected: str) -> None:
    assert name(text, noun, "kk") == expected

from datetime import date

import pytest

from briefings.answers.conditions import doubts, told_of_another, unmet
from briefings.answers.question import understand
from briefings.answers.windows import Read

TODAY = date(2019, 5, 3)


def all_unmet(question, around) -> tuple[str, ...]:
    return (*unmet(question, around), *(name for name, is_so in doubts(question, around).items() if is_so))


def missing(look, question: str, text: str, **others) -> tuple[str, ...]:
    return all_unmet(understand(question, TODAY), look(text, **others)[0])


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Who was detained in Moscow?", "Police detained forty people in Almaty."),
        ("When is the parliamentary election?", "The presidential election is on June 9."),
        ("When is the parliamentary election?", "The election is on June 9."),
        ("Who won the election?", "Omar is expected to win the election."),
        ("Who won the election?", "Omar was nominated for the election."),
        ("What was the turnout?", "Forty people voted at noon."),
        ("Why did Toqaev resign?", "His resignation surprised Nazarbaev's party."),
        ("How many people were killed?", "Two people were injured in the fire."),
        ("Who was arrested on May 5?", "Police arrested two men on April 21."),
        ("When was Abai born?", "Abai wrote poems and songs."),
        ("Who founded the Reform party?", "Omar leads the Reform party."),
        ("Who was arrested in Shymkent?", "Rallies were in Shymkent. Police arrested men in Taraz."),
        ("Did the price of oil rise?", "The price of gas rose in May."),
    ],
)
def test_what_a_passage_does_not_meet(look, question: str, text: str):
    passages = look(text)
    assert all_unmet(understand(question, TODAY), passages[-1])


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Who was detained in Almaty?", "Police detained forty people in Almaty."),
        ("When is the presidential election?", "The country elects a president on June 9."),
        ("Who won the election?", "Omar won the vote by a mile."),
        ("Who won the cup final?", "The cup final saw Astana beating Taraz."),
        ("Who is expected to win?", "Omar is expected to win the election."),
        ("Who was arrested on April 21?", "Police arrested two men on April 21."),
        ("Who was arrested in 2016?", "Police arrested two men."),
        ("When was Abai born?", "Abai (1845–1904) wrote poems and songs."),
        ("Who founded the Reform party?", "The Reform party was created by Omar."),
        ("What does the UN say?", "The United Nations asked for calm."),
        ("What is known today?", "The bridge opened on April 28."),
    ],
)
def test_what_a_passage_meets(look, question: str, text: str):
    assert missing(look, question, text) == ()


def test_a_neighbour_or_the_title_may_name_what_is_asked(look):
    text = "The rally was in Taraz. Police detained forty people."
    question = understand("Who was detained in Taraz?", TODAY)
    assert all_unmet(question, look(text)[1]) == ()
    assert missing(look, "Who was detained in Taraz?", "Police detained forty people.", title="Rally in Taraz") == ()


@pytest.mark.parametrize(
    ("question", "text", "doubt"),
    [
        ("What was the turnout?", "Forty people voted at noon.", "narrower"),
        ("Who was arrested on May 5?", "Police arrested two men on April 21.", "another_period"),
        ("Кто задержан в Таразе?", "Задержанные на митинге в Таразе отпущены, остальных держат в Алматы.", None),
        ("Who was arrested in Shymkent?", "Rallies were in Shymkent. Police arrested men in Taraz.", "other_place"),
    ],
)
def test_other_conditions_weigh_and_forbid_nothing(look, question: str, text: str, doubt: str | None):
    asked = understand(question, TODAY)
    around = look(text, language=asked.language)[-1]
    assert unmet(asked, around) == ()
    assert [name for name, is_so in doubts(asked, around).items() if is_so] == ([doubt] if doubt else [])


def test_a_name_in_another_script_is_the_same(look):
    assert missing(look, "Who is the daughter of Toqaev?", "Дочь Токаева живёт в Алматы.", language="ru") == ()


def test_a_day_without_a_date_in_the_sentence_is_that_of_the_briefing(look):
    asked = "Who was arrested on May 2?"
    assert missing(look, asked, "Police arrested two men.", published=date(2019, 5, 2)) == ()
    assert missing(look, asked, "Police arrested two men.", published=date(2019, 4, 1))


def test_a_figure_behind_a_name_belongs_to_it(look):
    (around,) = look("Nazarbaev, 78, leads the party that chose Toqaev.")
    mark = Read(11, 13, 4.0)
    assert told_of_another(understand("How old is Toqaev?", TODAY), around, mark) == "Nazarbaev"
    assert told_of_another(understand("How old is Nazarbaev?", TODAY), around, mark) is None

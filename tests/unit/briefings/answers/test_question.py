from datetime import date

import pytest

from briefings.answers.question import LONGEST_QUESTION, understand

TODAY = date(2019, 5, 3)


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("what happens next week?", "happening"),
        ("what happened on April 28?", "happening"),
        ("What happened in Almaty on April 28?", "happening"),
        ("what is new since Monday?", "new"),
        ("what is next?", "happening"),
        ("what did the land reform of 2016 allow?", "what"),
        ("who was arrested on April 21?", "who"),
        ("что произошло 28 апреля?", "happening"),
        ("что нового с понедельника?", "new"),
    ],
)
def test_questions_about_days_are_told_from_questions_about_facts(question: str, kind: str):
    assert understand(question, TODAY).kind == kind


def test_a_countdown_is_asked_as_a_date():
    assert understand("How many days until the election?", TODAY).wording == "When is the election?"
    assert understand("Сколько дней до выборов?", TODAY).wording == "Когда выборов?"


def test_names_of_several_words_are_one_name():
    (name,) = understand("who leads Nur Otan?", TODAY).names
    assert [term.text for term in name] == ["Nur", "Otan"]


def test_a_month_is_no_name():
    assert understand("who was arrested on April 21?", TODAY).names == ()


def test_what_is_counted():
    counted = understand("How many votes did he get?", TODAY).counted
    assert counted is not None
    assert counted.text == "votes"
    assert understand("Who got the votes?", TODAY).counted is None


def test_typing_errors_are_put_right_in_terms_and_wording():
    asked = understand("who was detaned", TODAY)
    (wrong,) = asked.terms
    corrected = asked.corrected({wrong.stem: "detain"})
    assert corrected.wording == "Who was detained?"
    assert "#arrest" in corrected.terms[0].index_stems


@pytest.mark.parametrize("text", ["", " ", "🙂", "?", "x" * 4096, "why " * 1024, "ұ\u0000\ud800", "\u202eedocinu"])
def test_odd_questions_are_understood_as_nothing_much(text: str):
    assert len(understand(text, TODAY).text) <= LONGEST_QUESTION


def test_the_newest_is_wanted():
    assert understand("What is the latest on the strike?", TODAY).wants_newest
    assert not understand("What is the strike about?", TODAY).wants_newest

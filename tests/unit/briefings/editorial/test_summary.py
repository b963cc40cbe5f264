"""The sentences that tell most of an article."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.editorial.summary import summarize
from briefings.text import split_sentences

TITLE = "River Floods Three Villages Near Aksu"
SENTENCES = [
    "The river flooded three villages near Aksu on Monday and drove 400 people from their homes.",
    "It rained.",
    "Rescuers brought the people of the flooded villages to two schools in Aksu.",
    "Why was nobody warned?",
    "The river flooded the three villages near Aksu on Monday, driving 400 people from home.",
    "The governor promised money for new homes by June 1.",
    "He also thanked the drivers.",
    "A new dam above the villages is to be built next year for 4 billion tenge.",
    "Water fell by a metre on Tuesday.",
    "Schools will open again on May 20.",
]
THINGS = "bakery museum stadium library harbour theatre airport hospital market bridge garden palace station".split()


def summary(sentences: list[str], title: str = TITLE, language: str = "en", between: str = " ") -> list[str]:
    text = between.join(sentences)
    return [text[span.start : span.end] for span in summarize(text, split_sentences(text), title, language)]


@pytest.mark.parametrize(("given", "length"), [(0, 0), (1, 1), (2, 2), (3, 3), (11, 3), (12, 4), (13, 4)])
def test_length_follows_the_article(given: int, length: int) -> None:
    sentences = [f"Workers of Aksu paint the old {thing} this week for visitors." for thing in THINGS[:given]]
    assert len(summary(sentences)) == length


def test_summary_is_made_of_real_sentences_in_order() -> None:
    chosen = summary(SENTENCES)
    assert [sentence for sentence in SENTENCES if sentence in chosen] == chosen


def test_summary_opens_with_the_news_and_does_not_repeat_it() -> None:
    chosen = summary(SENTENCES)
    assert chosen[0] == SENTENCES[0]
    assert SENTENCES[4] not in chosen


def test_summary_leaves_out_asides_and_questions() -> None:
    assert not {"It rained.", "Why was nobody warned?", "He also thanked the drivers."} & set(summary(SENTENCES))


def test_what_only_repeats_is_not_told_to_fill_up() -> None:
    again = [f"The council of Aksu voted for the new bridge on Monday, paper {number} says." for number in range(9)]
    assert len(summary(again)) == 1


LEANING = [
    (
        "en",
        "The mayor of Aksu opened the new bridge on Monday.",
        "She thanked the builders of the bridge for their patience.",
        ["Buses will cross the bridge from June 1.", "Lorries still take the old road through Aksu."],
    ),
    (
        "ru",
        "Аким Аксу открыл в понедельник новый мост.",
        "Он поблагодарил строителей моста за терпение.",
        ["Автобусы поедут по мосту с 1 июня.", "Грузовики пока едут через Аксу по старой дороге."],
    ),
    (
        "kk",
        "Ақсу әкімі дүйсенбіде жаңа көпірді ашты.",
        "Ол көпір құрылысшыларына шыдамы үшін алғыс айтты.",
        ["Автобустар көпірмен 1 маусымнан бастап жүреді.", "Жүк көліктері әзірге Ақсудағы ескі жолмен жүреді."],
    ),
]


@pytest.mark.parametrize(("language", "lead", "leaning", "others"), LEANING)
def test_a_pronoun_does_not_come_without_its_noun(language: str, lead: str, leaning: str, others: list[str]) -> None:
    assert leaning not in summary([lead, *others, leaning], "", language)
    assert summary([leaning, lead, *others], "", language)[0] == lead


SPOKEN = [
    ("en", ["“The bridge is late.", "We waited for two years,” said Asel Omarova, who lives beside it."]),
    ("ru", ["«Мост опоздал.", "Мы ждали два года», — сказала Асель Омарова, живущая рядом."]),
    ("kk", ["«Көпір кешікті.", "Біз екі жыл күттік», — деді жанында тұратын Әсел Омарова."]),
]


@pytest.mark.parametrize(("language", "spoken"), SPOKEN)
def test_parts_of_a_quotation_are_left_out(language: str, spoken: list[str]) -> None:
    lead, others = next((one[1], one[3]) for one in LEANING if one[0] == language)
    assert not set(summary([lead, *spoken, *others], "", language)) & set(spoken)


def test_items_and_what_announces_them_are_left_out() -> None:
    items = ["Three roads lead to the new bridge:", "- Abai Street", "- Station Road", "- the old road"]
    lead, others = LEANING[0][1], LEANING[0][3]
    assert summary([lead, *items, *others], between="\n") == [lead, *others]


@given(st.text(alphabet="ab .!?\n", max_size=200), st.sampled_from(["en", "ru", "kk"]))
def test_any_text_has_a_summary(text: str, language: str) -> None:
    sentences = split_sentences(text)
    chosen = summarize(text, sentences, "", language)
    assert set(chosen) <= set(sentences)
    assert list(chosen) == sorted(chosen, key=lambda span: span.start)

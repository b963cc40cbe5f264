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


def summary(sentences: list[str], title: str = TITLE) -> list[str]:
    text = " ".join(sentences)
    return [text[span.start : span.end] for span in summarize(text, split_sentences(text), title, "en")]


@pytest.mark.parametrize(
    ("given", "length"), [(0, 0), (1, 1), (2, 2), (3, 3), (8, 3), (9, 4), (14, 4), (15, 5), (200, 5)]
)
def test_length_follows_the_article(given: int, length: int) -> None:
    assert len(summary([f"The council of town {number} voted for plan {number}." for number in range(given)])) == length


def test_summary_is_made_of_real_sentences_in_order() -> None:
    chosen = summary(SENTENCES)
    assert [sentence for sentence in SENTENCES if sentence in chosen] == chosen


def test_summary_opens_with_the_news_and_does_not_repeat_it() -> None:
    chosen = summary(SENTENCES)
    assert chosen[0] == SENTENCES[0]
    assert SENTENCES[4] not in chosen


def test_summary_leaves_out_asides_and_questions() -> None:
    assert not {"It rained.", "Why was nobody warned?", "He also thanked the drivers."} & set(summary(SENTENCES))


@given(st.text(alphabet="ab .!?\n", max_size=200), st.sampled_from(["en", "ru", "kk"]))
def test_any_text_has_a_summary(text: str, language: str) -> None:
    sentences = split_sentences(text)
    chosen = summarize(text, sentences, "", language)
    assert set(chosen) <= set(sentences)
    assert list(chosen) == sorted(chosen, key=lambda span: span.start)

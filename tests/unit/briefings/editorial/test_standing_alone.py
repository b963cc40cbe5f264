"""Whether a sentence can be read without those around it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.editorial.standing_alone import Standing, standings
from briefings.text import split_sentences


def alone(sentence: str) -> Standing:
    (standing,) = standings(sentence, split_sentences(sentence)[:1])
    return standing


LEANING = [
    "She opened the bridge in Aksu on Monday.",
    "She's opened the bridge in Aksu already.",
    "But the bridge in Aksu stayed closed.",
    "In a letter, she promised a bridge by June.",
    "The latter promised to open the bridge.",
    "Work on this bridge began in May.",
    "As a result the bridge stayed closed.",
    "Он открыл мост в Аксу в понедельник.",
    "Однако мост в Аксу пока закрыт.",
    "Об этом сообщил аким города Серик Омаров.",
    "Жители этого города ждали моста.",
    "В понедельник он открыл новый мост.",
    "Ол Ақсудағы көпірді дүйсенбіде ашты.",
    "Алайда Ақсудағы көпір әзірге жабық.",
    "Бұл туралы қала әкімі Серік Омаров хабарлады.",
]
FREE = [
    "The mayor said she would open the bridge in June.",
    "Asel Omarova said she would open the bridge in June.",
    "It will be hard to finish the bridge by June.",
    "In Aksu this week the bridge opens for buses.",
    "Аким заявил, что он откроет мост в июне.",
    "В Аксу этой весной откроют мост.",
    "Ақсуда осы жылы жаңа көпір ашылады.",
]


@pytest.mark.parametrize("sentence", LEANING)
def test_what_points_back_leans_on_the_sentence_before(sentence: str) -> None:
    assert alone(sentence).leans
    assert not alone(sentence).opens_well


@pytest.mark.parametrize("sentence", FREE)
def test_what_names_its_people_stands_alone(sentence: str) -> None:
    assert not alone(sentence).leans
    assert alone(sentence).opens_well


@pytest.mark.parametrize(
    "sentence",
    [
        "When will the bridge of Aksu open?",
        "- the old road to the station of Aksu.",
        "We want the bridge to be open by June.",
        "Three roads lead to the bridge in Aksu:",
        "Мы хотим, чтобы мост открыли в июне.",
        "Біз көпірдің маусымда ашылғанын қалаймыз.",
    ],
)
def test_questions_items_and_speakers_tell_nothing_in_the_writers_words(sentence: str) -> None:
    assert not alone(sentence).is_telling


@pytest.mark.parametrize(
    "sentence",
    [
        "US troops built the bridge of Aksu.",
        "The “Bridge of Steel” opens in Aksu today.",
        "Ақсу мен Павлодар арасында көпір ашылды.",
        "Компания «Наш мост» достроила мост в Аксу.",
    ],
)
def test_names_and_conjunctions_are_no_speakers(sentence: str) -> None:
    assert alone(sentence).is_telling


def test_every_part_of_a_quotation_is_known() -> None:
    text = "The bridge is late. “It is a shame. It really is,” said Asel Omarova. Buses wait for it."
    assert [one.is_telling for one in standings(text, split_sentences(text))] == [True, False, False, True]


def test_a_dash_opens_speech_up_to_the_end_of_its_paragraph() -> None:
    text = "Әкім көпірді ашты.\n– Көпір бәріне керек. Жол енді қысқа, – деді әкім.\nАвтобустар көпірмен жүреді."
    assert [one.is_telling for one in standings(text, split_sentences(text))] == [True, False, False, True]


EARLIER = [
    "As reported, the bridge took two years to build.",
    "Напомним, мост строили два года.",
    "Еске салайық, көпір екі жыл салынды.",
    "Aksuvest.kz рассказывает, как строили мост.",
]


@pytest.mark.parametrize("sentence", EARLIER)
def test_what_was_news_earlier_is_known(sentence: str) -> None:
    assert alone(sentence).is_background


def test_what_somebody_said_is_known_from_a_name_in_quotation_marks() -> None:
    assert alone("“The bridge of Aksu opens in June,” said Asel Omarova.").is_speech
    assert alone("«Мост откроют в июне», — сказала Асель Омарова.").is_speech
    assert not alone("“Bridge of Steel” opens in Aksu today.").is_speech


@given(st.text(alphabet=st.one_of(st.characters(), st.sampled_from('"“”«»–.\n aБ')), max_size=200))
def test_every_sentence_has_its_standing(text: str) -> None:
    sentences = split_sentences(text)
    assert len(standings(text, sentences)) == len(sentences)

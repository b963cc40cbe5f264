"""One spelling for the forms of a word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.text import LANGUAGES, Language, is_stopword, stem, stems, tokens


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        ("en", ["election", "Elections", "elections'", "election's", "ELECTION’S"]),
        ("en", ["detained", "detain", "detaining"]),
        ("en", ["US", "U.S.", "USA"]),
        ("en", ["12,650", "12650", "12\u00a0650"]),
        ("en", ["9th", "9"]),
        ("ru", ["выборы", "выборов", "выборах", "Выборам"]),
        ("ru", ["ещё", "еще"]),
        ("ru", ["задержанный", "задержанные", "задержанных"]),
        ("ru", ["18,7", "18.7"]),
        ("ru", ["Reuters", "reuters"]),
        ("kk", ["сайлау", "сайлауы", "сайлауда", "сайлаудың", "сайлауына", "сайлаулар", "сайлауларында"]),
        ("kk", ["мектеп", "мектептер", "мектебі", "мектептерімізде", "мектептен"]),
        ("kk", ["халық", "халықтың", "халыққа", "халықпен"]),
        ("kk", ["адам", "адамдар", "адамның", "адамдарды"]),
        ("kk", ["басшы", "басшысы", "басшылар", "басшының"]),
        ("kk", ["Алматы", "Алматыда", "Алматының", "Алматыға", "Алматыдан", "Алматыны"]),
        ("kk", ["Қазақстан", "Қазақстанда", "Қазақстанның", "Қазақстанға", "Қазақстанды"]),
        ("kk", ["тұтқындалған", "тұтқындалғандар", "тұтқындалғандардың", "тұтқындалды"]),
        ("kk", ["кандидат", "кандидаттар", "кандидаттың", "кандидатқа", "кандидаты"]),
        ("kk", ["Әуезов", "Әуезовтің", "Әуезовке", "Әуезовтен"]),
        ("kk", ["оңтүстік", "оңтүстікке", "оңтүстігінде", "оңтүстіктің"]),
        ("kk", ["мемлекет", "мемлекеттік", "мемлекетін", "мемлекетте"]),
        ("kk", ["тарих", "тарихи", "тарихы"]),
        ("kk", ["орналас", "орналасқан", "орналасты"]),
        ("kk", ["құрылған", "құрылды", "құрылатын", "құрылып"]),
        ("kk", ["мемлекеті", "мемлекетi"]),
        ("kk", ["президент", "президенті", "президенттің", "президентке"]),
    ],
)
def test_forms_share_their_stem(language: Language, forms: list[str]) -> None:
    assert len({stem(form, language) for form in forms}) == 1


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [("en", "us", "US"), ("en", "march", "mark"), ("en", "12", "12.5"), ("ru", "суд", "судно"), ("kk", "қала", "қалам"),
     ("kk", "жер", "жел"), ("kk", "орал", "орман"), ("kk", "сот", "сотка")],
)  # fmt: skip
def test_different_words_stay_apart(language: Language, one: str, other: str) -> None:
    assert stem(one, language) != stem(other, language)


@pytest.mark.parametrize(
    "word", ["су", "тау", "ақ", "ел", "халық", "дала", "нан", "тон", "қаламгер", "Reuters", "2019"]
)
def test_short_or_bare_kazakh_words_are_left_alone(word: str) -> None:
    assert stem(word, "kk") in {word.casefold(), "reuter"}


def test_stems_stand_for_tokens() -> None:
    text = "Nur-Sultan's 12,650 voters"
    assert stems(text, "en") == ("nur", "sultan", "12650", "voter")
    assert len(stems(text)) == len(tokens(text))


@pytest.mark.parametrize(
    ("word", "language"),
    [("The", "en"), ("was", "en"), ("который", "ru"), ("ЕЩЁ", "ru"), ("және", "kk"), ("қашан", "kk")],
)
def test_grammar_words_are_stopwords(word: str, language: Language) -> None:
    assert is_stopword(word, language)
    assert is_stopword(stem(word, language), language)


@pytest.mark.parametrize(("word", "language"), [("election", "en"), ("суд", "ru"), ("сайлау", "kk"), ("2019", "en")])
def test_words_with_meaning_are_not(word: str, language: Language) -> None:
    assert not is_stopword(word, language)


@given(st.text(), st.sampled_from(LANGUAGES))
def test_any_text_has_stems(text: str, language: Language) -> None:
    assert len(stems(text, language)) == len(tokens(text))
    assert all(stems(text, language))


@given(st.text(alphabet="абгғдеклмнңопрстуүұыішқ", min_size=1, max_size=14))
def test_kazakh_stems_begin_as_their_words(word: str) -> None:
    found = stem(word, "kk")
    assert word.startswith(found[:-1])
    assert len(found) >= min(len(word), 3)


def test_a_lone_apostrophe_that_counts_as_a_letter_is_its_own_stem() -> None:
    assert stems("ʼ ʼs", "en") == ("ʼ", "ʼs")


def test_what_is_longer_than_any_word_is_cut() -> None:
    assert stem("Y" * 100_000, "en") == "y" * 100
    assert stem("ӘЛ" * 1000, "kk") == "әл" * 50

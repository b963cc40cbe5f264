"""Where sentences begin and end."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.text import Language, paragraphs, split_sentences


def sentences(text: str, language: Language | None = None) -> list[str]:
    return [text[span.start : span.end] for span in split_sentences(text, language)]


ONE_SENTENCE_A_BAR = [
    ("en", "Mr. Smith met Sen. J. Brown in the U.S. on Dec. 3. | They talked."),
    ("en", "He lives in the U.S. | The vote was held there."),
    ("en", "He paid $3.5 million. | It was 5 p.m. | He left."),
    ("en", "The talks (see p. 4) ended at 10 a.m. Friday. | Gov. Lee left."),
    ("en", "It happened at approx. 7 p.m. EST. | No. 10 denied it."),
    ("en", "“Shame!” they shouted. | “Go home.” | He went."),
    ("en", 'He asked: "Who won?" and left.'),
    ("en", "What now... nobody knows. | Well… | He left."),
    ("en", "He works for Acme Inc. and others. | Nos. 1 and 2 won."),
    ("en", "ALMATY -- Dozens were detained. | (Four were released.) | The rest waited."),
    ("en", "Is it over? | No! | It goes on."),
    ("en", "It opens at 1 p.m. Central time. | Come in."),
    ("en", "It opens from 1 p.m. – 3 p.m. on Friday. | Come in."),
    ("en", "The Kenya-U.S. Status of Goods Agreement stands. | It is old."),
    ("ru", "Выборы прошли в июне 2019 г. | Они были досрочными."),
    ("ru", "В 2019 г. Алматы выбирала депутатов. | Это был июнь."),
    ("ru", "Он живёт на ул. Абая, д. 5, г. Алматы. | Там т. е. здесь тихо."),
    ("ru", "А. С. Иванов и И. П. Петров пришли. | Остальные ждали."),
    ("ru", "Это стоит 3,5 млн. руб. в год. | Всё."),
    ("ru", "Книги, газеты и т. д. | Потом он ушёл."),
    ("ru", "«Позор!» — кричали они. | «Уходи»."),
    ("ru", "— Кто это? — спросил он. | — Друг."),
    ("ru", "Встреча в 19.00. | Приходите."),
    ("ru", "В XX в. до н. э. здесь жили люди."),
    ("kk", "Сайлау 2019 ж. 9 маусымда өтті. | Бұл Алматы қ. болды."),
    ("kk", "Кітап, газет т.б. бар. | Ол кетті."),
    ("kk", "А. Байтұрсынұлы ғалым болған. | Ол ақын да еді."),
    ("kk", "«Масқара!» деп айқайлады. | Олар кетті."),
]


@pytest.mark.parametrize(("language", "marked"), ONE_SENTENCE_A_BAR)
def test_sentences_end_where_they_end(language: Language, marked: str) -> None:
    expected = marked.split(" | ")
    assert sentences(" ".join(expected), language) == expected
    assert sentences(" ".join(expected)) == expected


def test_places_count_code_points() -> None:
    first, second = split_sentences("😀 Да.  Нет.")
    assert (first.start, first.end, second.start, second.end) == (0, 5, 7, 11)


def test_line_ends_part_headlines_and_items() -> None:
    text = "Bridge Opens in Aksu\nThe bridge is open. Cars cross it.\n- cars\n- buses\n1. First come first\n\nThe end"
    assert sentences(text) == [
        "Bridge Opens in Aksu", "The bridge is open.", "Cars cross it.", "- cars", "- buses", "1. First come first",
        "The end",
    ]  # fmt: skip


def test_wrapped_lines_belong_together() -> None:
    text = (
        "The mayor of Kokshetau opened the new bridge on Tuesday after\n"
        "two years of work, and said that buses would cross it from the\n"
        "first of September. The last repairs will be done in the spring\n"
        "of next year.\n"
    )
    assert [sentence.count("\n") for sentence in sentences(text)] == [2, 1]


def test_dateline_belongs_to_its_sentence() -> None:
    assert sentences("NAIROBI, Kenya —\nThe council met.") == ["NAIROBI, Kenya —\nThe council met."]


def test_empty_text_has_no_sentences() -> None:
    assert split_sentences("") == split_sentences(" \n\t\n") == split_sentences("... — !") == ()


def test_endless_stops_are_read_in_linear_time() -> None:
    assert len(split_sentences("." * 1_000_000 + " " * 1_000_000 + "end")) == 1


TEXT = st.text(alphabet=st.one_of(st.characters(), st.sampled_from('aБ.!?… \n\r\u2028"»-1г')), max_size=300)


@given(TEXT, st.sampled_from([None, "en", "ru", "kk"]))
def test_sentences_cover_every_word_in_order(text: str, language: Language | None) -> None:
    end, left = 0, ""
    for span in split_sentences(text, language):
        assert end <= span.start < span.end <= len(text)
        assert text[span.start : span.end].strip() == text[span.start : span.end]
        left += text[end : span.start]
        end = span.end
    assert not any(sign.isalnum() for sign in left + text[end:])


@given(TEXT)
def test_paragraphs_cover_everything_in_order(text: str) -> None:
    end, left = 0, ""
    for span in paragraphs(text):
        left += text[end : span.start]
        end = span.end
    assert not (left + text[end:]).strip()

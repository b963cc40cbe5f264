"""What of an article is searched, quoted and summed up."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.intake.passages import headline, passages
from briefings.text import Language, split_sentences

BODY = {
    "en": ["The council of Aksu voted for the bridge on Monday.", "Work on it begins on June 1, the mayor said."],
    "ru": ["Совет Аксу проголосовал за мост в понедельник.", "Работы начнутся 1 июня, сказал аким."],
    "kk": ["Ақсу кеңесі дүйсенбіде көпір үшін дауыс берді.", "Жұмыс 1 маусымда басталады, деді әкім."],
}
HEADLINES = [
    ("en", "Council Votes for Bridge"),
    ("en", "4-0! All four councillors vote for the bridge at an evening nobody in Aksu will forget"),
    ("en", "Is the bridge coming? All four councillors vote for it"),
    ("en", "The bridge is coming. The council has voted for it"),
    ("en", "Will it ever be built?"),
    ("ru", "Совет проголосовал за мост. Его ждали десять лет"),
    ("ru", "4:0! Весь совет за мост"),
    ("ru", "Когда построят мост?"),
    ("kk", "Кеңес көпір үшін дауыс берді. Оны он жыл күткен еді"),
    ("kk", "Көпір қашан салынады?"),
]
NOT_ITS_OWN = [
    ("en", ["What comes next"]),
    ("en", ["THE ROAD TO THE BRIDGE"]),
    ("en", ["More trees, fewer cars", "What people say"]),
    ("en", ["Read more", "Old bridge closed for winter. Nobody knows for how long"]),
    ("en", ["Related: Old bridge closed for winter"]),
    ("en", ["Old bridge closed for winter → all about it"]),
    ("en", ["Advertisement"]),
    ("en", ["— A. Omarova, councillor"]),
    ("en", ["— Asel (@asel_of_aksu) May 4, 2026"]),
    ("en", ["Asel Omarova in Aksu contributed to this report."]),
    ("en", ["© 2026 The Aksu Messenger."]),
    ("en", ["Aksu def. Irtysh, 25-20, 25-21, 25-16"]),
    ("en", ["1-0 (Omarova, 12), 2-0 (Serik, 40)"]),
    ("ru", ["Что будет дальше"]),
    ("ru", ["Читайте также:", "Старый мост закрыт. Что делать водителям"]),
    ("ru", ["Продолжение■Старый мост закрыт на зиму"]),
    ("ru", ["Продолжение■Аким Омаров: «Мост нужен!»"]),
    ("ru", ["0:1 - Омаров (Серик, Ли) - 09:25"]),
    ("ru", ["Фото: Асель Омарова"]),
    ("kk", ["Әрі қарай не болады"]),
    ("kk", ["Сондай-ақ оқыңыз:", "Ескі көпір қысқа жабылды. Жүргізушілер не істейді"]),
    ("kk", ["0:1 - Омаров (Серік, Ли) - 09:25"]),
    ("kk", ["Сурет: Әсел Омарова"]),
]
ITS_OWN = [
    ("en", ["- a bridge of steel", "- a road of two lanes"]),
    ("en", ["10:00 opening", "11:00 speeches", "12:00 first bus"]),
    ("en", ["Last day to apply: June 9"]),
    ("ru", ["Срок подачи заявок — до 9 июня"]),
    ("ru", ["1. Стальной мост", "2. Дорога в две полосы"]),
    ("kk", ["Өтінім беру мерзімі – 9 маусым"]),
]


def told(text: str, title: str = "", language: Language = "en") -> list[str]:
    return [text[span.start : span.end] for span in passages(text, title, language)]


@pytest.mark.parametrize(("language", "title"), HEADLINES)
@pytest.mark.parametrize("is_known", [True, False])
def test_the_headline_is_no_passage(language: Language, title: str, is_known: bool) -> None:
    text = "\n".join([title, *BODY[language]])
    assert told(text, title if is_known else "", language) == BODY[language]
    span = headline(text)
    assert span is not None
    assert text[span.start : span.end] == title


def test_a_standfirst_without_a_stop_belongs_to_the_headline() -> None:
    text = "\n".join(["Council Votes for Bridge", "All four members want it built within two years", *BODY["en"]])
    assert told(text) == BODY["en"]


@pytest.mark.parametrize("language", BODY)
def test_a_first_sentence_is_no_headline(language: Language) -> None:
    text = "\n".join(BODY[language])
    assert told(text, BODY[language][0], language) == BODY[language]
    assert headline(text) is None


@pytest.mark.parametrize(("language", "lines"), NOT_ITS_OWN)
def test_what_is_not_the_articles_own_is_no_passage(language: Language, lines: list[str]) -> None:
    first, second = BODY[language]
    assert told("\n".join([first, *lines, second]), "", language) == [first, second]


@pytest.mark.parametrize(("language", "lines"), ITS_OWN)
def test_lists_and_figures_with_their_names_are_passages(language: Language, lines: list[str]) -> None:
    first, second = BODY[language]
    assert told("\n".join([first, *lines, second]), "", language) == [first, *lines, second]


@pytest.mark.parametrize(
    ("language", "dateline"),
    [
        ("en", "LA PAZ, Ill. (AP) — "),
        ("en", "Aksu – "),
        ("ru", "Аксу. 4 мая. INTERFAX.RU - "),
        ("kk", "АҚСУ. KAZINFORM – "),
    ],
)
def test_a_passage_begins_after_its_dateline(language: Language, dateline: str) -> None:
    first, second = BODY[language]
    assert told(f"Headline of it\n{dateline}{first}\n{second}", "", language) == [first, second]


def test_only_the_paragraph_that_opens_may_begin_with_a_bare_place() -> None:
    text = "\n".join([*BODY["en"], "PAVLODAR — The region pays for it."])
    assert told(text)[-1] == "PAVLODAR — The region pays for it."


def test_a_definition_is_no_dateline() -> None:
    text = "PAVLODAR – A town on the Irtysh.\nIt has a bridge."
    assert told(text, "Pavlodar")[0] == "PAVLODAR – A town on the Irtysh."
    assert told(text, "Bridge Opens")[0] == "A town on the Irtysh."


def test_text_without_stops_keeps_its_lines() -> None:
    lines = ["water is off in Aksu on Monday", "Abai Street and Station Road", "it comes back at night"]
    assert told("\n".join(lines)) == lines


@pytest.mark.parametrize("text", ["Bridge Opens", "Read more", "АКСУ. KAZINFORM –", ""])
def test_where_nothing_would_be_left_all_stays(text: str) -> None:
    assert passages(text, text) == split_sentences(text)


TEXT = st.text(alphabet=st.one_of(st.characters(), st.sampled_from("aБ.!?… \n\r»-1(—A")), max_size=300)


@given(TEXT, TEXT, st.sampled_from([None, "en", "ru", "kk"]))
def test_passages_are_parts_of_sentences_in_order(text: str, title: str, language: str | None) -> None:
    ends = {span.end: span.start for span in split_sentences(text, language)}
    before = 0
    for span in passages(text, title, language):
        assert before <= span.start < span.end
        assert ends[span.end] <= span.start
        before = span.end


def test_endless_lines_are_read_in_linear_time() -> None:
    assert passages("Read more\n" * 20_000 + "A (" * 20_000, "")

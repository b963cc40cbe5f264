"""Where and when a report was written stands before its first sentence."""

import pytest

from briefings.intake.datelines import dateline_end

DATELINES = [
    "LA PAZ, Ill. (AP) — | The council met.",
    "PAVLODAR, May 4 — | The council met.",
    "PAVLODAR, Kazakhstan, May 4, 2026 (Reuters) -- | The council met.",
    "MAIN STREET, N. Aksu Islands (WXYZ) — | The council met.",
    "АКСУ. KAZINFORM – | Совет собрался.",
    "АКСУ.KAZINFORM - | Совет собрался.",
    "Аксу. 4 мая. INTERFAX.RU - | Совет собрался.",
    "АКСУ, 4 мая – РИА Новости. | Совет собрался.",
    "АКСУ, 4 мая. /ТАСС/. | Совет собрался.",
    "АЛМА-АТА, 4 мая — Степной Вестник. | Совет собрался.",
    "ТАСС, 4 мая. | Совет собрался.",
    "АКСУ. 4 мая. СВА. | Совет собрался.",
    "АҚСУ. 4 мамыр. ҚАЗАҚПАРАТ – | Кеңес жиналды.",
    "Ақсу, 4 мамыр. Kazinform — | Кеңес жиналды.",
]
OPENING = [
    "Aksu (AFP) - | The council met.",
    "PAVLODAR — | The council met.",
    "Pavlodar – | The council met.",
    "PAVLODAR, Ohio – | The council met.",
    "ПАВЛОДАР — | Совет собрался.",
    "INTERFAX.RU - | Совет собрался.",
    "ҚАРАҒАНДЫ – | Кеңес жиналды.",
]
NO_DATELINES = [
    "Aksu Bank — the oldest of all — is sold.",
    "NATO – a union of states – met.",
    "США – крупнейший покупатель.",
    "Павлодар — город на Иртыше.",
    "Павлодар — Город мастеров.",
    "Иванов (Аксу) — вратарь.",
    "Килиманов (Аксу) — Заслуженный вратарь.",
    "Ақсу – Ертіс бойындағы қала.",
    "АҚШ – Қытай келіссөзі өтті.",
    "May 4 — The council met.",
    "КазТАГ сообщил о совете.",
    "Route A: the old road.",
    "",
]


def parts(text: str, *, opens_article: bool) -> tuple[str, str]:
    end = dateline_end(text, 0, len(text), opens_article=opens_article)
    return text[:end], text[end:]


@pytest.mark.parametrize("marked", DATELINES)
@pytest.mark.parametrize("opens_article", [True, False])
def test_datelines_end_before_the_first_sentence(marked: str, opens_article: bool) -> None:
    dateline, sentence = marked.split("| ")
    assert parts(dateline + sentence, opens_article=opens_article) == (dateline, sentence)


@pytest.mark.parametrize("marked", OPENING)
def test_a_bare_place_counts_where_the_article_opens(marked: str) -> None:
    dateline, sentence = marked.split("| ")
    assert parts(dateline + sentence, opens_article=True) == (dateline, sentence)
    assert parts(dateline + sentence, opens_article=False) == ("", dateline + sentence)


@pytest.mark.parametrize("text", NO_DATELINES)
def test_what_is_no_dateline_stays(text: str) -> None:
    assert parts(text, opens_article=True) == ("", text)


def test_names_in_a_list_keep_their_clubs() -> None:
    row = "Ivan Petrov (Aksu) – Goalkeeper of the year"
    assert parts(row, opens_article=False) == ("", row)


def test_places_count_code_points_of_the_whole_text() -> None:
    text = "Bridge opens\nPAVLODAR (AP) — It is open."
    assert text[dateline_end(text, 13, len(text), opens_article=True) :] == "It is open."


@pytest.mark.parametrize("text", ["АКСУ, 4 мая – РИА Новости.", "ТАСС, 4 мая.", "АҚСУ. KAZINFORM –"])
def test_a_dateline_may_be_a_paragraph_of_its_own(text: str) -> None:
    assert parts(text, opens_article=True) == (text, "")

from briefings.dates.quick_sentences import LONGEST, sentences


def cut(text: str) -> list[str]:
    return [text[start:end].strip() for start, end in sentences(text)]


def test_sentences_end_before_a_capital() -> None:
    assert cut("Rain fell. It stopped! Why? «Никто» не знает.") == [
        "Rain fell.",
        "It stopped!",
        "Why?",
        "«Никто» не знает.",
    ]


def test_abbreviations_do_not_end_them() -> None:
    assert cut("On Nov. 9 Mr. Smith met Gen. Brown at 5 p.m. EST. He left.") == [
        "On Nov. 9 Mr. Smith met Gen. Brown at 5 p.m. EST.",
        "He left.",
    ]


def test_a_clock_time_ends_one_unless_its_zone_or_day_follows() -> None:
    assert cut("Polls open at 7 a.m. The count begins at 8 p.m. Sunday. All may come.") == [
        "Polls open at 7 a.m.",
        "The count begins at 8 p.m. Sunday.",
        "All may come.",
    ]


def test_an_empty_line_ends_them() -> None:
    assert cut("A headline\n\nthe text") == ["A headline", "the text"]


def test_lines_do_not() -> None:
    assert cut("one\ntwo") == ["one\ntwo"]


def test_a_text_without_any_end_is_cut_between_words() -> None:
    text = "word " * 5000
    pieces = list(sentences(text))
    assert all(end - start <= LONGEST for start, end in pieces)
    assert "".join(text[start:end] for start, end in pieces) == text

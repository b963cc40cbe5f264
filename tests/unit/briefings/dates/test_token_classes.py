import pytest

from briefings.dates.token_classes import Token, Value, read_tokens

LEXICON: dict[str, tuple[str, Value]] = {"june": ("month", 6), "may": ("doubtmonth", 5), "марта": ("lower_month", 3)}


def kinds(text: str) -> list[tuple[str, Value]]:
    return [(token.kind, token.value) for token in read_tokens(text, 0, len(text), LEXICON)]


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("9", "day", 9),
        ("32", "count", 32),
        ("2019", "year", 2019),
        ("0", "count", 0),
        ("2019-06-09", "full_date", (2019, 6, 9)),
        ("09.06.2019", "dotted_date", (2019, 6, 9)),
        ("6/9/74", "slashed_date", (1974, 9, 6)),
        ("19:30", "clock", (19, 30)),
        ("15.02", "day_and_month", (15, 2)),
        ("1.5", "day_and_month", (1, 5)),
        ("1/2", "fraction", 0.5),
        ("737-800", "opaque", "737-800"),
        ("8-727-250-10-10", "opaque", "8-727-250-10-10"),
        ("12,650", "opaque", "12,650"),
        ("25:61", "opaque", "25:61"),
        ("1" * 50, "opaque", "1" * 50),
        ("\u0661\u0662", "opaque", "\u0661\u0662"),
    ],
)
def test_figures_are_told_by_their_shape(text: str, kind: str, value: Value) -> None:
    assert kinds(text) == [(kind, value)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1-3", [("day", 1), ("dash", "-"), ("day", 3)]),
        ("1998-99", [("year", 1998), ("dash", "-"), ("year", 1999)]),
        ("2016–2018", [("year", 2016), ("dash", "-"), ("year", 2018)]),
    ],
)
def test_ranges_are_two_figures(text: str, expected: list[tuple[str, Value]]) -> None:
    assert kinds(text) == expected


def test_words_keep_their_places() -> None:
    assert read_tokens("in June, x", 3, 8, LEXICON) == [Token(3, 7, "month", 6), Token(7, 8, "comma", ",")]


def test_small_letters_make_may_a_verb_and_capitals_make_marta_a_name() -> None:
    assert kinds("may May") == [("word", "may"), ("doubtmonth", 5)]
    assert kinds("марта Марта") == [("lower_month", 3), ("doubtmonth", 3)]

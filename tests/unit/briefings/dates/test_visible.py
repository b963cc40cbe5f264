from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from briefings.dates.mention import DateMention
from briefings.dates.visible import visible


def mention(start: int, end: int) -> DateMention:
    return DateMention(
        start, end, "", "DATE", "2019", date(2019, 1, 1), date(2019, 12, 31), "year", "span", "year", None
    )


def test_plain_text_stays_as_it_is() -> None:
    assert visible("9 мая").text == "9 мая"


def test_what_cannot_be_seen_is_left_out() -> None:
    assert visible("\ufeff9\u200b ма\u00adя").text == "9 мая"


@given(st.text(alphabet="ab\u200b\u00ad", min_size=1))
def test_every_place_is_restored(given_text: str) -> None:
    seen = visible(given_text)
    for at, letter in enumerate(seen.text):
        restored = seen.restore(mention(at, at + 1), given_text)
        assert given_text[restored.start : restored.end] == letter

"""Long texts come in parts that Telegram takes, and nothing of them is lost."""

from hypothesis import given
from hypothesis import strategies as st

from bot.ui.markup import Html, bold, escape, italic, join, plain, quote, utf16_length
from bot.ui.splitting import shortened, split

WORDS = st.lists(
    st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Z")), min_size=1, max_size=60), min_size=1
)


def squeezed(text: str) -> str:
    return "".join(text.split())


def test_what_fits_stays_whole() -> None:
    text = bold("Snap election")
    assert split(text) == [text]


def test_it_cuts_at_line_ends() -> None:
    assert split(Html("first line here\nsecond line\nthird line"), 30) == ["first line here\nsecond line", "third line"]


def test_it_cuts_at_words() -> None:
    assert split(Html("aaa bbb ccc ddd"), 8) == ["aaa bbb", "ccc ddd"]


def test_open_tags_are_closed_and_opened_again() -> None:
    assert split(quote("every word of this quotation stays whole and quoted"), 40) == [
        "<blockquote>every word of this quotation stays whole</blockquote>",
        "<blockquote>and quoted</blockquote>",
    ]


def test_entities_are_never_cut() -> None:
    for part in split(escape("& < > " * 40), 20):
        assert utf16_length(part) <= 20
        assert plain(part).replace(" ", "").strip("&<>") == ""


def test_emoji_count_double() -> None:
    parts = split(escape("🎉" * 50), 40)
    assert all(utf16_length(part) <= 40 for part in parts)
    assert plain(Html("".join(parts))) == "🎉" * 50


@given(WORDS, st.integers(40, 200))
def test_nothing_is_lost_and_every_part_fits(words: list[str], limit: int) -> None:
    text = join([bold(" ".join(words)), quote(" ".join(reversed(words))), italic("end")])
    parts = split(text, limit)
    assert squeezed("".join(plain(part) for part in parts)) == squeezed(plain(text))
    for part in parts:
        assert 0 < utf16_length(part) <= limit
        assert part.count("<b>") == part.count("</b>")
        assert part.count("<blockquote>") == part.count("</blockquote>")


def test_what_must_be_one_message_ends_early_and_says_so() -> None:
    assert shortened(Html("<b>first line here\nsecond line</b>"), 20) == "<b>first line here</b>\n…"
    assert shortened(bold("Snap election"), 13) == bold("Snap election")


@given(WORDS)
def test_what_is_shortened_is_never_too_long(words: list[str]) -> None:
    assert utf16_length(shortened(quote(escape(" ".join(words))), 100)) <= 100

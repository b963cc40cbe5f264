import contextlib
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.local.formatting import Entity
from bot.local.markup import parse_entities, parse_html
from bot.local.refusals import Refused


@pytest.mark.parametrize(
    ("source", "text", "entities"),
    [
        ("plain", "plain", []),
        ("<b>9</b> June", "9 June", [Entity("bold", 0, 1)]),
        ("<B>9</B>", "9", [Entity("bold", 0, 1)]),
        ("<strong>a</strong><em>b</em>", "ab", [Entity("bold", 0, 1), Entity("italic", 1, 1)]),
        ("<ins>a</ins><del>b</del>", "ab", [Entity("underline", 0, 1), Entity("strikethrough", 1, 1)]),
        ("😀<i>x</i>", "😀x", [Entity("italic", 2, 1)]),
        ("<b>a<i>b</i></b>", "ab", [Entity("bold", 0, 2), Entity("italic", 1, 1)]),
        ("<blockquote>q</blockquote>", "q", [Entity("blockquote", 0, 1)]),
        ("<blockquote expandable>q</blockquote>", "q", [Entity("expandable_blockquote", 0, 1)]),
        ('<span class="tg-spoiler">s</span>', "s", [Entity("spoiler", 0, 1)]),
        ("<tg-spoiler>s</tg-spoiler>", "s", [Entity("spoiler", 0, 1)]),
        ('<tg-emoji emoji-id="5368">👍</tg-emoji>', "👍", [Entity("custom_emoji", 0, 2, custom_emoji_id="5368")]),
        ('<a href="https://e.org/?a=1&amp;b=2">x</a>', "x", [Entity("text_link", 0, 1, url="https://e.org/?a=1&b=2")]),
        ("<a href='e.org'>x</a>", "x", [Entity("text_link", 0, 1, url="http://e.org")]),
        ("<a>https://e.org</a>", "https://e.org", [Entity("text_link", 0, 13, url="https://e.org")]),
        ('<a href="javascript:alert(1)">x</a>', "x", []),
        ('<pre><code class="language-python">x</code></pre>', "x", [Entity("pre", 0, 1, language="python")]),
        ("<b></b>x", "x", []),
        ("<b>x</>", "x", [Entity("bold", 0, 1)]),
        ("a &lt; b &amp; c &quot;d&quot; &#33; &#x21;", 'a < b & c "d" ! !', []),
        ("fish & chips &nbsp; &copy;", "fish & chips &nbsp; &copy;", []),
        ('<b class="big">x</b>', "x", [Entity("bold", 0, 1)]),
        ("a > b", "a > b", []),
    ],
)
def test_reads_what_telegram_reads(source: str, text: str, entities: list[Entity]) -> None:
    parsed = parse_html(source)
    assert parsed.text == text
    assert list(parsed.entities) == entities


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("<script>x</script>", 'Unsupported start tag "script" at byte offset 0'),
        ("1 < 2", 'Unsupported start tag "" at byte offset 2'),
        ("é<p>", 'Unsupported start tag "p" at byte offset 2'),
        ("<br/>", 'Unsupported start tag "br/" at byte offset 0'),
        ("<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        ("<b><i>x</b></i>", 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'),
        ("<b", "Unclosed start tag at byte offset 0"),
        ('x<a href="y', "Unclosed start tag at byte offset 1"),
        ("<a href=й>x</a>", "Unexpected end of name token"),
        ("<b>x</b", "Unclosed end tag at byte offset 4"),
        ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ("<tg-emoji>x</tg-emoji>", "Invalid custom emoji identifier specified"),
        ("<a =x>y</a>", 'Empty attribute name in the tag "a" at byte offset 3'),
    ],
)
def test_refuses_what_telegram_refuses(source: str, reason: str) -> None:
    with pytest.raises(Refused) as refused:
        parse_html(source)
    assert refused.value.code == 400
    assert refused.value.description.startswith("Bad Request: can't parse entities: ")
    assert reason in refused.value.description


@pytest.mark.parametrize(
    "entities",
    [
        {},
        [1],
        [{"type": "bold"}],
        [{"type": "bold", "offset": 1, "length": 3}],
        [{"type": "b", "offset": 0, "length": 0}],
    ],
)
def test_refuses_entities_that_make_no_sense(entities: Any) -> None:
    with pytest.raises(Refused):
        parse_entities("abc", entities)


def test_takes_entities_in_any_order() -> None:
    given_entities = [{"type": "italic", "offset": 1, "length": 1}, {"type": "bold", "offset": 0, "length": 2}]
    assert parse_entities("ab", given_entities).html == "<b>a<i>b</i></b>"


nested = st.recursive(
    st.text("ab <>&😀\n", min_size=1, max_size=5).map(
        lambda text: text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    ),
    lambda inner: st.one_of(
        st.tuples(inner, inner).map("".join),
        st.tuples(st.sampled_from(["b", "i", "u", "s", "tg-spoiler"]), inner).map(lambda x: f"<{x[0]}>{x[1]}</{x[0]}>"),
    ),
    max_leaves=8,
)


@settings(deadline=None)
@given(nested)
def test_html_written_again_reads_the_same(source: str) -> None:
    once = parse_html(source)
    again = parse_html(once.html)
    assert again.text == once.text
    assert set(again.entities) == set(once.entities)


@settings(deadline=None)
@given(st.text("<>/&;=\"'ab #x1", max_size=40))
def test_wild_text_is_read_or_refused(source: str) -> None:
    with contextlib.suppress(Refused):
        assert len(parse_html(source).text) <= len(source)

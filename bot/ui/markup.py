"""The one way to build text for Telegram: everything from outside is escaped, every tag is closed.

Telegram's HTML: https://core.telegram.org/bots/api#html-style
"""

import html
import re
from collections.abc import Iterable

TEXT_LIMIT = 4096
"""UTF-16 units of a message's text, after entities"""
CAPTION_LIMIT = 1024
TAG = re.compile(r"<[^<>]*>")
SURROGATES = re.compile(r"[\ud800-\udfff]")


class Html(str):
    """Text that is safe to send with `parse_mode=HTML`."""

    __slots__ = ()

    def __add__(self, other: str) -> "Html":
        return Html(str.__add__(self, escape(other)))

    def __radd__(self, other: str) -> "Html":
        return Html(str.__add__(escape(other), self))


def escape(text: str) -> Html:
    """Return text from outside as it shall be read, not as markup; what is `Html` already stays as it is."""
    if isinstance(text, Html):
        return text
    return Html(html.escape(SURROGATES.sub("", text), quote=False))


def bold(text: str) -> Html:
    """Put the text, escaped where it came from outside, into `<b>`."""
    return Html(f"<b>{escape(text)}</b>")


def italic(text: str) -> Html:
    """Put the text, escaped where it came from outside, into `<i>`."""
    return Html(f"<i>{escape(text)}</i>")


def quote(text: str, *, expandable: bool = False) -> Html:
    """Return the text as a block quotation; an expandable one folds away after a few lines."""
    return Html(f"<blockquote{' expandable' if expandable else ''}>{escape(text)}</blockquote>")


def link(text: str, url: str | None) -> Html:
    """Return the text as a link where there is an address, else the text alone."""
    return Html(f'<a href="{html.escape(url)}">{escape(text)}</a>') if url else escape(text)


def join(parts: Iterable[str], separator: str = "\n") -> Html:
    """Join the parts that are not empty."""
    return Html(escape(separator).join(escape(part) for part in parts if part))


def plain(text: str) -> str:
    """Return markup as the plain text that people read."""
    return html.unescape(TAG.sub("", text)) if isinstance(text, Html) else text


def utf16_length(text: str) -> int:
    """Count as Telegram counts: UTF-16 units of the text after entities."""
    return len(plain(text).encode("utf-16-le", "surrogatepass")) // 2


def shorten(text: str, limit: int) -> str:
    """Cut plain text at a word's end to at most `limit` characters, an ellipsis included."""
    if len(text) <= limit:
        return text
    cut = text[: limit - 1].rsplit(" ", 1)[0] if " " in text[: limit - 1] else text[: limit - 1]
    return cut.rstrip(" ,;:–—-") + "…"

"""Cutting a text that is longer than Telegram takes into several, tags closed and opened again."""

import re
from collections.abc import Iterator

from bot.ui.markup import TEXT_LIMIT, Html, utf16_length

PIECE = re.compile(r"<[^<>]*>|&[^;\s]{1,10};|\s+|[^\s<&]+|.", re.DOTALL)
MORE = Html("\n…")
TAG_NAME = re.compile(r"</?([a-z-]+)")


def split(text: Html, limit: int = TEXT_LIMIT) -> list[Html]:
    """Cut at line ends where possible, else at words; each part is valid by itself and at most `limit` UTF-16 units."""
    if utf16_length(text) <= limit:
        return [text]
    return [Html(part) for part in _parts(text, limit)]


def shortened(text: Html, limit: int = TEXT_LIMIT) -> Html:
    """Cut what is too long at a line end where possible, with an ellipsis below; tags are closed."""
    if utf16_length(text) <= limit:
        return text
    return Html(split(text, limit - utf16_length(MORE))[0] + MORE)


def _parts(text: Html, limit: int) -> Iterator[str]:
    part, length, opened = "", 0, list[str]()
    for piece in _fitting(PIECE.findall(text), limit):
        if piece.startswith("<"):
            part += piece
            _follow(opened, piece)
            continue
        size = utf16_length(Html(piece))
        if length + size > limit:
            head, tail = _at_line_end(part)
            yield head.rstrip() + _closing(opened)
            part = "".join(opened) + tail.lstrip()
            length = utf16_length(Html(part))
            if not length and piece.isspace():
                continue
        part += piece
        length += size
    if utf16_length(Html(part)):
        yield part


def _fitting(pieces: list[str], limit: int) -> Iterator[str]:
    """Cut words that alone are longer than a whole message."""
    for piece in pieces:
        if piece.startswith(("<", "&")) or utf16_length(piece) <= limit // 4:
            yield piece
        else:
            step = limit // 8
            yield from (piece[start : start + step] for start in range(0, len(piece), step))


def _at_line_end(part: str) -> tuple[str, str]:
    """Move what follows the last line end to the next part, if that loses little and crosses no tag."""
    cut = part.rfind("\n")
    tail = part[cut + 1 :]
    return (part[:cut], tail) if cut > len(part) // 2 and "<" not in tail else (part, "")


def _follow(opened: list[str], tag: str) -> None:
    if not tag.startswith("</"):
        opened.append(tag)
    elif opened:
        opened.pop()


def _closing(opened: list[str]) -> str:
    names = [match[1] for tag in reversed(opened) if (match := TAG_NAME.match(tag))]
    return "".join(f"</{name}>" for name in names)

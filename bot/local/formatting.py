"""Formatted text as Telegram keeps it: plain text, and entities counted in UTF-16 code units."""

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

MAX_ENTITIES = 100  # what is beyond is silently dropped, as Telegram does

_OPENING = {
    "bold": "<b>",
    "italic": "<i>",
    "underline": "<u>",
    "strikethrough": "<s>",
    "spoiler": "<tg-spoiler>",
    "code": "<code>",
    "blockquote": "<blockquote>",
    "expandable_blockquote": "<blockquote expandable>",
}
_FOUND = re.compile(
    r"(?P<url>(?:https?://|www\.)[^\s<>\"«»]*[^\s<>\"«».,;:!?)\]'…])"
    r"|(?P<email>(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+)"
    r"|(?P<mention>(?<![\w@/])@[A-Za-z]\w{3,31}\b)"
    r"|(?P<bot_command>(?<![\w/<>])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z]\w{2,31})?(?![\w/]))"
    r"|(?P<hashtag>(?<![\w#&])#\d*[^\W\d]\w*)"
)


@dataclass(frozen=True, slots=True)
class Entity:
    """A stretch of a text with a meaning; ``offset`` and ``length`` in UTF-16 code units."""

    type: str
    offset: int
    length: int
    url: str = ""
    language: str = ""
    custom_emoji_id: str = ""

    @property
    def end(self) -> int:
        """Where the stretch ends, exclusive."""
        return self.offset + self.length

    def as_json(self) -> dict[str, Any]:
        """Return the entity as the Bot API writes it."""
        extra = {"url": self.url, "language": self.language, "custom_emoji_id": self.custom_emoji_id}
        known = {name: value for name, value in extra.items() if value}
        return {"type": self.type, "offset": self.offset, "length": self.length, **known}


@dataclass(frozen=True, slots=True)
class FormattedText:
    """A text and what is special in it."""

    text: str = ""
    entities: tuple[Entity, ...] = ()

    @property
    def html(self) -> str:
        """The text in Telegram's HTML, everything else escaped: safe to show in a browser."""
        return _render(self.text.encode("utf-16-le"), 0, len_utf16(self.text), list(self.entities))

    def stretches(self, *types: str) -> list[str]:
        """Return the texts of the entities of these types, in order."""
        units = self.text.encode("utf-16-le")
        return [_cut(units, one.offset, one.end) for one in self.entities if one.type in types]

    def trimmed(self) -> "FormattedText":
        """Return the text without blanks around it, as Telegram stores it."""
        text = self.text.strip()
        if len(text) == len(self.text):
            return self
        skipped = len_utf16(self.text) - len_utf16(self.text.lstrip())
        return FormattedText(text, tuple(_shifted(self.entities, skipped, len_utf16(text))))

    def with_found(self) -> "FormattedText":
        """Return the text with the links, commands, mentions, hashtags that Telegram finds by itself."""
        found = [entity for entity in _find(self.text) if not any(_touch(entity, one) for one in self.entities)]
        if not found:
            return self
        every = sorted([*self.entities, *found], key=lambda one: (one.offset, -one.length))
        return FormattedText(self.text, tuple(every[:MAX_ENTITIES]))


def len_utf16(text: str) -> int:
    """Return the length as Telegram counts it."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2


def _shifted(entities: Iterable[Entity], skipped: int, size: int) -> Iterator[Entity]:
    for entity in entities:
        start, end = max(entity.offset - skipped, 0), min(entity.end - skipped, size)
        if start < end:
            yield replace(entity, offset=start, length=end - start)


def _find(text: str) -> Iterator[Entity]:
    at = units = 0
    for match in _FOUND.finditer(text):
        assert match.lastgroup
        units += len_utf16(text[at : match.start()])
        at = match.start()
        yield Entity(match.lastgroup, units, len_utf16(match.group()))


def _touch(one: Entity, other: Entity) -> bool:
    """Say whether what was found lies within something that already has a meaning of its own."""
    if other.type in {"bold", "italic", "underline", "strikethrough", "spoiler"} or "blockquote" in other.type:
        return one.offset < other.offset < one.end or one.offset < other.end < one.end
    return one.offset < other.end and other.offset < one.end


def _cut(units: bytes, start: int, end: int) -> str:
    return units[2 * start : 2 * end].decode("utf-16-le", "replace")


def _render(units: bytes, start: int, end: int, entities: list[Entity]) -> str:
    """Write ``units[start:end]``, in which the entities lie, sorted, outer before inner."""
    written: list[str] = []
    while entities:
        entity = entities.pop(0)
        if entity.offset < start or entity.end > end:
            continue
        inner = [one for one in entities if one.offset < entity.end]
        entities = entities[len(inner) :]
        written.append(html.escape(_cut(units, start, entity.offset), quote=False))
        written.append(_wrap(entity, _render(units, entity.offset, entity.end, inner)))
        start = entity.end
    written.append(html.escape(_cut(units, start, end), quote=False))
    return "".join(written)


def _wrap(entity: Entity, inner: str) -> str:
    if entity.type == "text_link":
        return f'<a href="{html.escape(entity.url)}">{inner}</a>'
    if entity.type == "pre":
        code = f'<code class="language-{html.escape(entity.language)}">{inner}</code>' if entity.language else inner
        return f"<pre>{code}</pre>"
    opening = _OPENING.get(entity.type)
    return f"{opening}{inner}</{opening[1:-1].split()[0]}>" if opening else inner

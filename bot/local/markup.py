"""Telegram's HTML: what it takes, and what it refuses in which words.

Follows the rules at https://core.telegram.org/bots/api#html-style: sixteen tags, four named entities, everything
else refused with the byte offset where it begins. Attributes it does not know are ignored; a bare ``&`` stays.
"""

import re
from dataclasses import dataclass
from typing import Any

from bot.local.formatting import MAX_ENTITIES, Entity, FormattedText, len_utf16
from bot.local.refusals import Refused, bad_request

_TAGS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "span": "spoiler",
    "tg-spoiler": "spoiler",
    "tg-emoji": "custom_emoji",
    "a": "text_link",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
}
_PLAIN = re.compile(r"[^<&]+")
_NAME = re.compile(r"[^\s>]*")
_ATTRIBUTE = re.compile(r"([^\s=>\"']+)(?:\s*=\s*(\"[^\"]*\"|'[^']*'|[A-Za-z0-9.\-]+(?=[\s>])))?")
_NO_VALUE = re.compile(r"(?<!\s)\s*=\s*([\"']?)")
_QUOTES = frozenset("\"'")
_REFERENCE = re.compile(r"&(?:#x([0-9a-fA-F]{1,6})|#([0-9]{1,7})|(lt|gt|amp|quot));?")
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_LINK = re.compile(r"\A(?:(?:https?|tg|ton|ftp)://|mailto:|tel:)\S+$", re.IGNORECASE)
_BARE_LINK = re.compile(r"\A[\w-]+(?:\.[\w-]+)+(?:[/?#:]\S*)?$")


@dataclass(slots=True)
class _OpenTag:
    name: str
    attributes: dict[str, str]
    offset: int
    length_before: int


def parse_html(source: str) -> FormattedText:
    """Return the text and entities of Telegram's HTML, or refuse it as Telegram does."""
    if "<" not in source and "&" not in source:
        return FormattedText(source)
    return _Reader(source).read()


def parse_entities(text: str, given: Any) -> FormattedText:
    """Return the text with entities that came as a list of JSON objects."""
    if not isinstance(given, list):
        raise bad_request("can't parse entities JSON object")
    size = len_utf16(text)
    entities = sorted((_entity(one, size) for one in given), key=lambda one: (one.offset, -one.length))
    return FormattedText(text, tuple(entities[:MAX_ENTITIES]))


def _entity(given: Any, size: int) -> Entity:
    try:
        known = {name: str(given[name]) for name in ("url", "language", "custom_emoji_id") if given.get(name)}
        entity = Entity(str(given["type"]), int(given["offset"]), int(given["length"]), **known)
    except (KeyError, TypeError, ValueError, AttributeError):
        raise bad_request("can't parse MessageEntity: Object expected") from None
    if entity.offset < 0 or entity.length <= 0 or entity.end > size:
        place = f"beginning at UTF-16 offset {entity.offset} ends after the end of the text at UTF-16 offset"
        raise bad_request(f"entity {place} {entity.end}")
    return entity


class _Reader:
    """Reads once from left to right; knows which tags are open."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.at = 0
        self.pieces: list[str] = []
        self.length = 0
        self.open: list[_OpenTag] = []
        self.entities: list[Entity] = []

    def read(self) -> FormattedText:
        while self.at < len(self.source):
            self._step()
        if self.open:
            raise _unparsable(f'Can\'t find end tag corresponding to start tag "{self.open[-1].name}"')
        entities = sorted(self.entities, key=lambda one: (one.offset, -one.length))
        return FormattedText("".join(self.pieces), tuple(entities[:MAX_ENTITIES]))

    def _step(self) -> None:
        if plain := _PLAIN.match(self.source, self.at):
            self.at = plain.end()
            self._write(plain.group())
        elif self.source[self.at] == "&":
            self._read_reference()
        elif self.source.startswith("</", self.at):
            self._read_end_tag()
        else:
            self._read_start_tag()

    def _write(self, text: str) -> None:
        self.pieces.append(text)
        self.length += len_utf16(text)

    def _read_reference(self) -> None:
        match = _REFERENCE.match(self.source, self.at)
        self.at = match.end() if match else self.at + 1
        self._write(_decoded(match) if match else "&")

    def _read_start_tag(self) -> None:
        begin = self.at
        name, self.at = self._name(begin + 1)
        if self.at >= len(self.source):
            raise self._unclosed(begin)
        if name not in _TAGS:
            raise _unparsable(f'Unsupported start tag "{name}" at byte offset {self._byte(begin)}')
        tag = _OpenTag(name, self._read_attributes(name, begin), self.length, len(self.pieces))
        if name == "span" and tag.attributes.get("class") != "tg-spoiler":
            raise _unparsable(f'Tag "span" must have class "tg-spoiler" at byte offset {self._byte(begin)}')
        self.open.append(tag)

    def _read_attributes(self, name: str, begin: int) -> dict[str, str]:
        attributes: dict[str, str] = {}
        while self.at < len(self.source):
            if self.source[self.at] == ">":
                self.at += 1
                return attributes
            if self.source[self.at].isspace():
                self.at += 1
            else:
                attributes.setdefault(*self._read_attribute(name, begin))
        raise self._unclosed(begin)

    def _read_attribute(self, tag: str, begin: int) -> tuple[str, str]:
        match = _ATTRIBUTE.match(self.source, self.at)
        if not match:
            raise _unparsable(f'Empty attribute name in the tag "{tag}" at byte offset {self._byte(self.at)}')
        name, value = match.groups(default="")
        if broken := not value and _NO_VALUE.match(self.source, match.end()):
            unquoted = f"Unexpected end of name token at byte offset {self._byte(match.end())}"
            raise self._unclosed(begin) if broken.group(1) else _unparsable(unquoted)
        self.at = match.end()
        value = value[1:-1] if value[:1] in _QUOTES else value.lower()
        return name.lower(), _REFERENCE.sub(_decoded, value)

    def _unclosed(self, begin: int) -> Refused:
        return _unparsable(f"Unclosed start tag at byte offset {self._byte(begin)}")

    def _read_end_tag(self) -> None:
        begin = self.at
        if not self.open:
            raise _unparsable(f"Unexpected end tag at byte offset {self._byte(begin)}")
        name, self.at = self._name(begin + 2)
        self.at += len(self.source[self.at :]) - len(self.source[self.at :].lstrip())
        if not self.source.startswith(">", self.at):
            raise _unparsable(f"Unclosed end tag at byte offset {self._byte(begin)}")
        self.at += 1
        tag = self.open.pop()
        if name not in ("", tag.name):
            places = f'expected "</{tag.name}>", found "</{name}>"'
            raise _unparsable(f"Unmatched end tag at byte offset {self._byte(begin)}, {places}")
        if self.length > tag.offset:
            self._close(tag)

    def _close(self, tag: _OpenTag) -> None:
        kind, length = _TAGS[tag.name], self.length - tag.offset
        if tag.name == "a":
            url = _link(tag.attributes.get("href") or "".join(self.pieces[tag.length_before :]))
            if url:
                self.entities.append(Entity(kind, tag.offset, length, url=url))
        elif tag.name == "tg-emoji":
            self._close_emoji(tag, length)
        elif tag.name == "blockquote" and "expandable" in tag.attributes:
            self.entities.append(Entity("expandable_blockquote", tag.offset, length))
        else:
            language = tag.attributes.get("class", "").removeprefix("language-") if tag.name == "code" else ""
            self._close_code(Entity(kind, tag.offset, length, language=language))

    def _close_emoji(self, tag: _OpenTag, length: int) -> None:
        if not tag.attributes.get("emoji-id", "").isdigit():
            raise _unparsable("Invalid custom emoji identifier specified")
        emoji_id = tag.attributes["emoji-id"]
        self.entities.append(Entity("custom_emoji", tag.offset, length, custom_emoji_id=emoji_id))

    def _close_code(self, entity: Entity) -> None:
        """A ``<code class="language-x">`` that fills a ``<pre>`` gives it the language and disappears."""
        last = self.entities[-1] if self.entities else None
        if (
            entity.type == "pre"
            and last
            and (last.type, last.offset, last.length)
            == (
                "code",
                entity.offset,
                entity.length,
            )
        ):
            self.entities[-1] = Entity("pre", entity.offset, entity.length, language=last.language)
        else:
            self.entities.append(entity)

    def _name(self, start: int) -> tuple[str, int]:
        match = _NAME.match(self.source, start)
        assert match
        return match.group().lower(), match.end()

    def _byte(self, position: int) -> int:
        return len(self.source[:position].encode())


def _unparsable(reason: str) -> Refused:
    return bad_request(f"can't parse entities: {reason}")


def _decoded(match: re.Match[str]) -> str:
    hexadecimal, decimal, name = match.groups()
    if name:
        return _NAMED[str(name)]
    code = int(hexadecimal, 16) if hexadecimal else int(decimal)
    fits = 0 < code <= 0x10FFFF and not 0xD800 <= code <= 0xDFFF
    return chr(code) if fits else match.group()


def _link(url: str) -> str:
    """Return the link as Telegram would keep it, or nothing: then the text stays and the link goes."""
    url = url.strip()
    if _LINK.match(url):
        return url
    return f"http://{url}" if _BARE_LINK.match(url) else ""

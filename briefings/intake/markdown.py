"""Front matter of a text, and Markdown as plain text."""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Final

import yaml

from briefings.intake.errors import IntakeError
from briefings.intake.fields import bad_day
from briefings.intake.front_matter import read_mapping

LONGEST_FRONT_MATTER: Final = 4000
LONGEST_COMMENT: Final = 2000
COMMENT, COMMENT_END = "<!--", "-->"

_FRONT_MATTER = re.compile(
    rf"\A\s*---[^\S\n]*\n(?P<fields>.{{0,{LONGEST_FRONT_MATTER}}}?\n)---[^\S\n]*(?:\n|$)", re.DOTALL
)
_WORDS = re.compile(r"^((?:title|source)[^\S\n]*:[^\S\n]+)(?![\"'\[{|>])(\S.*)$", re.MULTILINE | re.IGNORECASE)
_HEADING = re.compile(r"^#{1,6}[^\S\n]+(.*)$", re.MULTILINE)
_FIRST_HEADING = re.compile(r"^#[^\S\n]+(.*)$", re.MULTILINE)
_ADDRESS: Final = r"\([^()\s]{0,2000}(?:\([^()\s]{0,200}\)[^()\s]{0,200}){0,3}"
"""Of a link, up to its title: brackets in it are closed."""


def _words_of(heading: re.Match[str]) -> str:
    """A heading without the hashes that may close it."""
    return heading[1].rstrip("#").rstrip()


_MARKUP: Final[tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...]] = (
    (re.compile(rf"!\[[^\]\n]{{0,300}}\]{_ADDRESS}(?: [^()\n]{{0,300}})?\)"), ""),
    (re.compile(rf"\[([^\]\n]{{1,300}})\]{_ADDRESS}(?: \"[^\"\n]{{0,300}}\")?\)"), r"\1"),
    (re.compile(r"^[^\S\n]*(?:[-*_][^\S\n]*){3,}$", re.MULTILINE), ""),
    (_HEADING, _words_of),
    (re.compile(r"^>\s?", re.MULTILINE), ""),
    (re.compile(r"(\*\*|__)(?=\S)((?:(?!\1).){1,500})(?<=\S)\1"), r"\2"),
    (re.compile(r"(?<![\w*])\*(?=\S)([^*\n]{1,500}?)(?<=\S)\*(?![\w*])"), r"\1"),
    (re.compile(r"(?<![\w_])_(?=\S)([^_\n]{1,500}?)(?<=\S)_(?![\w_])"), r"\1"),
    (re.compile(r"\\([\\`*_{}\[\]()#+\-.!])"), r"\1"),
)


def split_front_matter(text: str) -> tuple[Mapping[str, object], str]:
    """The fields between two lines of three dashes at the very start, and the rest; no fields where there are none.

    Raises IntakeError "front_matter" where there are some that cannot be read.
    """
    found = _FRONT_MATTER.match(text)
    if not found or len(found["fields"]) > LONGEST_FRONT_MATTER:
        return {}, text
    try:
        fields = read_mapping(_WORDS.sub(_quoted, found["fields"]))
    except yaml.YAMLError as error:
        raise IntakeError("front_matter") from error
    except ValueError as error:  # YAML makes dates of what looks like one, 2026-13-01 too
        raise bad_day() from error
    if fields is None:
        return {}, text
    return fields, text[found.end() :]


def _quoted(words: re.Match[str]) -> str:
    """Quote a line's value: to YAML, the colon of a headline and a star at its start are marks."""
    return words[1] + json.dumps(words[2].rstrip(), ensure_ascii=False)


def split_heading(text: str) -> tuple[str | None, str]:
    """The first top heading, and the text without it."""
    found = _FIRST_HEADING.search(text)
    if not found:
        return None, text
    return plain_text(_words_of(found)), text[: found.start()] + text[found.end() :]


def plain_text(text: str) -> str:
    """Markdown without its marks: headings, emphasis and links keep their words, images go."""
    text = "".join(_outside_comments(text))
    for mark, words in _MARKUP:
        text = mark.sub(words, text)
    return text


def _outside_comments(text: str) -> Iterator[str]:
    """What stands before, between and after the comments; one without an end, or too long, is none."""
    start = text.find(COMMENT)
    kept = end = 0
    while start != -1:
        if end < start + len(COMMENT):
            end = text.find(COMMENT_END, start + len(COMMENT))
        if end == -1:
            break
        if end - start <= LONGEST_COMMENT:
            yield text[kept:start]
            kept = at = end + len(COMMENT_END)
        else:
            at = start + len(COMMENT)
        start = text.find(COMMENT, at)
    yield text[kept:]

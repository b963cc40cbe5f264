"""Front matter of a text, and Markdown as plain text."""

import json
import re
from collections.abc import Mapping
from typing import Final

import yaml

from briefings.intake.errors import IntakeError
from briefings.intake.fields import bad_day
from briefings.intake.front_matter import read_mapping

LONGEST_FRONT_MATTER: Final = 4000

_FRONT_MATTER = re.compile(r"\s*---[^\S\n]*\n(?P<fields>.*?\n)---[^\S\n]*(?:\n|$)", re.DOTALL)
_WORDS = re.compile(r"^((?:title|source)[^\S\n]*:[^\S\n]+)(?![\"'\[{|>])(\S.*)$", re.MULTILINE | re.IGNORECASE)
_HEADING = re.compile(r"^#{1,6}[^\S\n]+(.*?)[^\S\n]*#*$", re.MULTILINE)
_FIRST_HEADING = re.compile(r"^#[^\S\n]+(.*?)[^\S\n]*#*$", re.MULTILINE)
_MARKUP: Final = (
    (re.compile(r"<!--.{0,2000}?-->", re.DOTALL), ""),
    (re.compile(r"!\[[^\]\n]{0,300}\]\([^)\n]{0,2000}\)"), ""),
    (re.compile(r"\[([^\]\n]{1,300})\]\([^)\s]{0,2000}(?: \"[^\"\n]{0,300}\")?\)"), r"\1"),
    (re.compile(r"^\s*(?:[-*_]\s*){3,}$", re.MULTILINE), ""),
    (_HEADING, r"\1"),
    (re.compile(r"^>\s?", re.MULTILINE), ""),
    (re.compile(r"(\*\*|__)(?=\S)(.{1,500}?)(?<=\S)\1"), r"\2"),
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
    return plain_text(found[1]), text[: found.start()] + text[found.end() :]


def plain_text(text: str) -> str:
    """Markdown without its marks: headings, emphasis and links keep their words, images go."""
    for mark, words in _MARKUP:
        text = mark.sub(words, text)
    return text

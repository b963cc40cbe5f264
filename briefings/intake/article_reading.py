"""Articles out of text, files and records.

Everything is pure, and may take as long and as much memory as what comes in is made to take: the bot has it done in a
process of its own (`briefings.intake.sandbox`).
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import PurePath
from typing import Final

from briefings.intake.article import Article
from briefings.intake.characters import tidy_text, tidy_title
from briefings.intake.clean import clean
from briefings.intake.encoding import decode, decode_page
from briefings.intake.errors import IntakeError
from briefings.intake.fields import Fields, read_fields
from briefings.intake.markdown import plain_text, split_front_matter, split_heading
from briefings.intake.passages import headline
from briefings.intake.size_limits import LARGEST_FILE, MOST_TEXT
from briefings.intake.web_pages import read_page
from briefings.text import Span, detect, split_sentences

FEWEST_WORDS: Final = 5

MOST_SENTENCES: Final = 5_000
"""A text of the greatest length has half as many; more are a list of words, which takes minutes to study."""

_WORD = re.compile(r"[^\W\d_]+")


def from_text(text: str) -> Article:
    """An article out of pasted text, the leavings of its web page taken off; front matter is honoured.

    Raises IntakeError.
    """
    fields, body = _described(text)
    cleaned = clean(body)
    found = Fields(title=cleaned.title, source=cleaned.source)
    return _article(cleaned.text, fields, found)


def from_markdown(text: str) -> Article:
    """An article out of Markdown, as its author wrote it: nothing but the marks is taken off. Raises IntakeError."""
    fields, body = _described(text)
    heading, rest = split_heading(body)
    return _article(tidy_text(plain_text(rest)), fields, Fields(title=heading))


def from_file(name: str, data: bytes, zone: str = "UTC") -> Article:
    """An article out of a .txt, .md or .html file of at most LARGEST_FILE. Raises IntakeError."""
    if len(data) > LARGEST_FILE * 1_000_000:
        raise IntakeError("file_too_large", limit=LARGEST_FILE)
    match PurePath(name.casefold()).suffix:
        case ".html" | ".htm":
            return from_html(data, None, zone)
        case ".md" | ".markdown":
            return from_markdown(decode(data))
        case ".txt" | "":
            return from_text(decode(data))
        case _:
            raise IntakeError("file_type")


def from_html(data: bytes | str, url: str | None, zone: str = "UTC") -> Article:
    """An article out of a web page: its main text, and what it tells of itself; its day is that of the zone.

    Raises IntakeError.
    """
    page = read_page(decode_page(data, None) if isinstance(data, bytes) else data, url, zone)
    _refuse_much(page.text)
    cleaned = clean(page.text)
    told = page.fields if url is None else replace(page.fields, url=url)
    return _article(cleaned.text, told, Fields(title=cleaned.title))


def from_record(record: Mapping[str, object]) -> Article:
    """An article out of a JSON object: "text", and if known "title", "published", "source", "url", "language".

    The text stays as it is but for invisible characters and spaces. Raises IntakeError.
    """
    text = record.get("text")
    if not isinstance(text, str):
        raise IntakeError("field", field="text", expected="the text of the article")
    _refuse_much(text)
    return _article(tidy_text(text), read_fields(record), Fields())


def _described(text: str) -> tuple[Fields, str]:
    if not text.strip():
        raise IntakeError("empty")
    _refuse_much(text)
    told, body = split_front_matter(tidy_text(text))
    return read_fields(told), body


def _refuse_much(text: str) -> None:
    if len(text.encode(errors="replace")) > MOST_TEXT * 1000:
        raise IntakeError("too_much_text", limit=MOST_TEXT)


def _article(text: str, told: Fields, found: Fields) -> Article:
    """Fields that were given come before those found in the text."""
    _refuse_much(text)
    sentences = split_sentences(text)
    if len(sentences) > MOST_SENTENCES:
        raise IntakeError("too_many_sentences", limit=MOST_SENTENCES)
    if not _has_words(text, sentences):
        raise IntakeError("no_sentences")
    language = told.language or detect(text)
    return Article(
        title=told.title or tidy_title(found.title or "") or tidy_title(_first_words(text)),
        text=text,
        source=told.source or found.source,
        url=told.url,
        language=language,
        published=told.published,
    )


def _has_words(text: str, sentences: Sequence[Span]) -> bool:
    return any(len(_WORD.findall(text[span.start : span.end])) >= FEWEST_WORDS for span in sentences)


def _first_words(text: str) -> str:
    """The headline that stands over a text, else its first sentence."""
    first = headline(text) or split_sentences(text)[0]
    return text[first.start : first.end]

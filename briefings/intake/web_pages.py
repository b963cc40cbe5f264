"""The article in a web page."""

import itertools
import json
import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from briefings.intake.characters import tidy_line, tidy_title
from briefings.intake.errors import IntakeError
from briefings.intake.fields import LONGEST_SOURCE, Fields, is_web_link

MOST_OBJECTS: Final = 1000
"""JSON objects of a page's metadata that are looked through."""

MOST_ELEMENTS: Final = 10_000
"""Elements of a page that is read; long articles with their menus and comments have a few thousand."""

MOST_COMPARED: Final = 1_500
"""Pieces of text up to which a second algorithm is heard: its time grows with their square."""

LONGEST_COMPARED: Final = 500_000
"""Characters in them up to which it is heard."""

LONGEST_ATTRIBUTE: Final = 1_000
"""Characters of an attribute from which on it says nothing that is needed, and only costs."""

_PUBLISHED: Final = (
    "article:published_time",
    "og:published_time",
    "datepublished",
    "pubdate",
    "publishdate",
    "publish_date",
    "publication_date",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date.issued",
    "dc.date.created",
    "dc.date",
    "dcterms.issued",
    "date",
)
"""Names of metadata that tell the day of publication, the most trusted first."""

HtmlElement = Any
"""An element of lxml, which tells no types."""

_META = "//meta[@content]"
_TEXTS = "//text()[not(parent::script) and not(parent::style)]"
_LINKED_DATA = "//script[@type='application/ld+json']/text()"
_MARKED_DATES = (
    "//*[@itemprop='datePublished']/@content | //*[@itemprop='datePublished']/@datetime | //time[@pubdate]/@datetime"
)
_ISO_DAY = re.compile(r"\A\s*(\d{4}-\d{2}-\d{2})(?:$|[T\s])")
_TITLE_SEPARATOR = re.compile(r" [|–—·-] ")


@dataclass(frozen=True, slots=True)
class Page:
    """Main text and metadata of a web page."""

    text: str
    fields: Fields


def read_page(page: str) -> Page:
    """Main text of a page, and title, site name, link and day of publication where its metadata tell them.

    Raises IntakeError "no_article" or "too_many_parts".
    """
    # It takes a second to import, which no other kind of file has to wait for.
    import trafilatura

    tree = trafilatura.load_html(page)
    if tree is None:
        raise IntakeError("no_article")
    _refuse_many(tree)
    _drop_long_attributes(tree)
    # Metadata first: extraction prunes the tree.
    fields = _fields(tree)
    text = trafilatura.extract(tree, include_comments=False, include_tables=False, fast=not _is_compared(tree))
    if not text:
        raise IntakeError("no_article")
    return Page(text.replace("\n", "\n\n"), fields)


def _refuse_many(tree: HtmlElement) -> None:
    if sum(1 for _ in itertools.islice(tree.iter(), MOST_ELEMENTS + 1)) > MOST_ELEMENTS:
        raise IntakeError("too_many_parts", limit=MOST_ELEMENTS)


def _drop_long_attributes(tree: HtmlElement) -> None:
    for element in tree.iter():
        for name, value in element.items():
            if len(value) > LONGEST_ATTRIBUTE:
                del element.attrib[name]


def _is_compared(tree: HtmlElement) -> bool:
    pieces = [text for text in tree.xpath(_TEXTS) if not text.isspace()]
    return len(pieces) <= MOST_COMPARED and sum(map(len, pieces)) <= LONGEST_COMPARED


def _fields(tree: HtmlElement) -> Fields:
    meta = _meta(tree)
    site = tidy_line(meta.get("og:site_name", "") or meta.get("application-name", ""))
    return Fields(
        title=_title(tree, meta) or None,
        source=site[:LONGEST_SOURCE] or None,
        url=_canonical(tree, meta),
        published=next(_days(tree, meta), None),
    )


def _meta(tree: HtmlElement) -> dict[str, str]:
    """Values by name in small letters; the first of several counts."""
    values: dict[str, str] = {}
    for element in tree.xpath(_META):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        values.setdefault(name.casefold(), element.get("content"))
    return values


def _title(tree: HtmlElement, meta: dict[str, str]) -> str:
    headings = tree.xpath("//h1")
    told = meta.get("og:title") or (headings[0].text_content() if len(headings) == 1 else "")
    return tidy_title(told) or _TITLE_SEPARATOR.split(tidy_title(tree.findtext(".//title") or ""))[0]


def _canonical(tree: HtmlElement, meta: dict[str, str]) -> str | None:
    links = [*tree.xpath("//link[@rel='canonical']/@href"), meta.get("og:url", "")]
    return next((str(link) for link in links if is_web_link(link)), None)


def _days(tree: HtmlElement, meta: dict[str, str]) -> Iterator[date]:
    told = [meta.get(name, "") for name in _PUBLISHED] + tree.xpath(_MARKED_DATES)
    for value in [*told, *_linked_days(tree)]:
        found = _ISO_DAY.match(value)
        if found and (day := _real_day(found[1])):
            yield day


def _real_day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _linked_days(tree: HtmlElement) -> Iterator[str]:
    """The "datePublished" of JSON-LD, as schema.org's NewsArticle has it."""
    for script in tree.xpath(_LINKED_DATA):
        for thing in _objects(script):
            if isinstance(day := thing.get("datePublished"), str):
                yield day


def _objects(script: str) -> Iterator[dict[str, object]]:
    try:
        waiting: deque[object] = deque([json.loads(script)])
    except (ValueError, RecursionError):
        return
    for _ in range(MOST_OBJECTS):
        if not waiting:
            return
        match waiting.popleft():
            case dict() as thing:
                yield thing
                waiting.extend(thing.values())
            case list() as things:
                waiting.extend(things[:MOST_OBJECTS])

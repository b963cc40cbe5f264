"""The article in a web page."""

import itertools
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from briefings.intake.characters import tidy_line, tidy_title
from briefings.intake.errors import IntakeError
from briefings.intake.fields import LONGEST_SOURCE, Fields, is_web_link
from briefings.intake.publication import HtmlElement, publication_day

MOST_ELEMENTS: Final = 10_000
"""Elements of a page that is read; long articles with their menus and comments have a few thousand."""

MOST_COMPARED: Final = 1_500
"""Pieces of text up to which a second algorithm is heard: its time grows with their square."""

LONGEST_COMPARED: Final = 500_000
"""Characters in them up to which it is heard."""

LONGEST_ATTRIBUTE: Final = 1_000
"""Characters of an attribute from which on it says nothing that is needed, and only costs."""

_META = "//meta[@content]"
_TEXTS = "//text()[not(parent::script) and not(parent::style)]"
_TITLE_SEPARATOR = re.compile(r" [|–—·-] ")


@dataclass(frozen=True, slots=True)
class Page:
    """Main text and metadata of a web page."""

    text: str
    fields: Fields


def read_page(page: str, url: str | None = None, zone: str = "UTC") -> Page:
    """Main text of a page, and title, site name, link and day of publication in the zone where it tells them.

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
    meta = _meta(tree)
    published = publication_day(page, tree, meta, url or _canonical(tree, meta), zone)
    fields = _fields(tree, meta, published)
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


def _fields(tree: HtmlElement, meta: Mapping[str, str], published: date | None) -> Fields:
    site = tidy_line(meta.get("og:site_name", "") or meta.get("application-name", ""))
    return Fields(
        title=_title(tree, meta) or None,
        source=site[:LONGEST_SOURCE] or None,
        url=_canonical(tree, meta),
        published=published,
    )


def _meta(tree: HtmlElement) -> dict[str, str]:
    """Values by name in small letters; the first of several counts."""
    values: dict[str, str] = {}
    for element in tree.xpath(_META):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        values.setdefault(name.casefold(), element.get("content"))
    return values


def _title(tree: HtmlElement, meta: Mapping[str, str]) -> str:
    headings = tree.xpath("//h1")
    told = meta.get("og:title") or (headings[0].text_content() if len(headings) == 1 else "")
    return tidy_title(told) or _TITLE_SEPARATOR.split(tidy_title(tree.findtext(".//title") or ""))[0]


def _canonical(tree: HtmlElement, meta: Mapping[str, str]) -> str | None:
    links = [*tree.xpath("//link[@rel='canonical']/@href"), meta.get("og:url", "")]
    return next((str(link) for link in links if is_web_link(link)), None)

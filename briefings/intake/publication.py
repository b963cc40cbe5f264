"""The day on which a web page was published, in the zone of the desk."""

import json
import re
from collections import deque
from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, tzinfo
from typing import Any, Final
from zoneinfo import ZoneInfo

MOST_OBJECTS: Final = 1000
"""JSON objects of a page's metadata that are looked through."""

LONGEST_SEARCHED: Final = 500_000
"""Characters of a page that is searched whole; of a longer one only the head is. As much made for it takes a second."""

LONGEST_BYLINE: Final = 60
"""Characters of a paragraph that may tell when the page was published; longer ones tell of other days."""

_NAMES: Final = (
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

_META: Final = "//meta[@content]"
_LINKED_DATA: Final = "//script[@type='application/ld+json']/text()"
_MARKED: Final = (
    "//*[@itemprop='datePublished']/@content | //*[@itemprop='datePublished']/@datetime | //time[@pubdate]/@datetime"
)
_SILENT: Final = "//script | //style | //comment()"
_MONTH: Final = re.compile(r"\d{4}[-/.]\d{1,2}|\d{1,2}[-/.]\d{4}")
_STAMP: Final = re.compile(r"\d{4}-\d{2}-\d{2}(?:[T ][\d:.]{4,16}(?:Z|[+-]\d{2}:?\d{2})?)?")


@dataclass(frozen=True, slots=True)
class Stamp:
    """A day as metadata write it, and the day that it was for the desk, where they count in UTC."""

    written: date
    there: date


def publication_day(page: str, tree: HtmlElement, meta: Mapping[str, str], url: str | None, zone: str) -> date | None:
    """The day that the page tells, None where it tells none; `tree` and `meta` are what was read of it."""
    _drop_impossible(tree)
    found = _searched(tree if len(page) <= LONGEST_SEARCHED else tree.find("head"), url)
    same = (stamp.there for stamp in _stamps(tree, meta, ZoneInfo(zone)) if found in (None, stamp.written))
    return next(same, found)


def _drop_impossible(tree: HtmlElement) -> None:
    """A month alone or 30 February tells no day; htmldate would find one."""
    for element in tree.xpath(_META):
        written = element.get("content").strip()
        if _MONTH.fullmatch(written) or (_STAMP.fullmatch(written) and _stamp(written, UTC) is None):
            del element.attrib["content"]


def _searched(tree: HtmlElement | None, url: str | None) -> date | None:
    """What htmldate finds: in the link, the metadata and the marks of the page, else in the lines around its text."""
    if tree is None:
        return None
    return _find(tree, url, extensive=False) or _guessed(tree)


def _guessed(tree: HtmlElement) -> date | None:
    """A day among the bylines; the first of a month is what is made of "May 2019"."""
    body = tree.find("body")
    if body is None:
        return None
    lines = deepcopy(body)
    for element in [*lines.xpath(_SILENT), *(p for p in lines.xpath("//p") if len(p.text_content()) > LONGEST_BYLINE)]:
        if element.getparent() is not None:
            element.drop_tree()
    found = _find(lines, None, extensive=True)
    return None if found is None or found.day == 1 else found


def _find(tree: HtmlElement, url: str | None, *, extensive: bool) -> date | None:
    # It takes a second to import, which no other kind of file has to wait for.
    from htmldate import find_date

    try:
        found = find_date(tree, extensive_search=extensive, original_date=True, url=url)
    except (ValueError, TypeError, LookupError, AttributeError, OverflowError, RecursionError):
        return None
    return date.fromisoformat(found) if found else None


def _stamps(tree: HtmlElement, meta: Mapping[str, str], zone: ZoneInfo) -> Iterator[Stamp]:
    told = [meta.get(name, "") for name in _NAMES] + tree.xpath(_MARKED)
    for value in [*told, *_linked_days(tree)]:
        if (stamp := _stamp(str(value).strip(), zone)) is not None:
            yield stamp


def _stamp(written: str, zone: tzinfo) -> Stamp | None:
    """A day alone, or an instant.

    With an offset of its own it tells the publisher's day. In UTC nobody knows that, so the desk's counts; but
    midnight in UTC is how programs write a day alone.
    """
    if _STAMP.fullmatch(written) is None:
        return None
    try:
        at = datetime.fromisoformat(written)
        is_instant = at.tzinfo is not None and not at.utcoffset() and at.time() != time()
        return Stamp(at.date(), at.astimezone(zone).date() if is_instant else at.date())
    except (ValueError, OverflowError):
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

"""The day on which a page says that it was published."""

from datetime import date

import pytest
import trafilatura

from briefings.intake.publication import LONGEST_SEARCHED, publication_day

TEXT = "<p>The council of Aksu will meet on March 20, 2026 to vote on the budget of the whole city.</p>" * 3


def day(head: str = "", body: str = TEXT, url: str | None = None, zone: str = "UTC", tail: str = "") -> date | None:
    page = f"<html><head><title>Vote</title>{head}</head><body>{body}</body></html>{tail}"
    tree = trafilatura.load_html(page)
    meta = {one.get("property") or one.get("name"): one.get("content") for one in tree.xpath("//meta")}
    return publication_day(page, tree, meta, url, zone)


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ('<meta property="article:published_time" content="2026-03-04T10:00:00+05:00">', TEXT),
        ('<meta name="date" content="4 March 2026">', TEXT),
        ('<script type="application/ld+json">{"datePublished": "2026-03-04"}</script>', TEXT),
        ("", f'<time datetime="2026-03-04T10:00">10:00</time>{TEXT}'),
        ("", f'<span class="published">04.03.2026, 10:00</span>{TEXT}'),
        ("", f"<div class='byline'>By A. Omarova, March 4, 2026</div>{TEXT}"),
    ],
)
def test_pages_tell_it_in_many_ways(head: str, body: str) -> None:
    assert day(head, body) == date(2026, 3, 4)


def test_the_link_tells_it() -> None:
    assert day(url="https://example.org/2026/03/04/vote") == date(2026, 3, 4)


def test_what_the_article_tells_of_is_another_day() -> None:
    assert day() is None


@pytest.mark.parametrize(
    ("written", "zone", "expected"),
    [
        ("2026-03-04T20:30:00Z", "Asia/Almaty", date(2026, 3, 5)),
        ("2026-03-04T20:30:00+00:00", "Asia/Almaty", date(2026, 3, 5)),
        ("2026-03-04T20:30:00Z", "UTC", date(2026, 3, 4)),
        ("2026-03-04T02:30:00Z", "America/New_York", date(2026, 3, 3)),
        ("2026-03-04T00:00:00Z", "America/New_York", date(2026, 3, 4)),
        ("2026-03-04T02:30:00+05:00", "UTC", date(2026, 3, 4)),
        ("2026-03-04T20:30:00", "Asia/Almaty", date(2026, 3, 4)),
        ("2026-03-04", "Asia/Almaty", date(2026, 3, 4)),
    ],
)
def test_an_instant_in_utc_is_of_the_day_that_the_desk_had(written: str, zone: str, expected: date) -> None:
    assert day(f'<meta property="article:published_time" content="{written}">', zone=zone) == expected


@pytest.mark.parametrize("written", ["2026-02-30", "yesterday", "9999-99-99T99:99", "2026-03", "3/2026", ""])
def test_no_day_is_made_of_what_is_none(written: str) -> None:
    assert day(f'<meta name="publish_date" content="{written}">') is None


def test_of_a_page_without_end_only_the_head_is_searched() -> None:
    byline = '<span class="published">04.03.2026</span>'
    endless = f"<!--{'x' * LONGEST_SEARCHED}-->"
    assert day(body=byline + TEXT, tail=endless) is None
    assert day('<meta name="date" content="4 March 2026">', byline + TEXT, tail=endless) == date(2026, 3, 4)

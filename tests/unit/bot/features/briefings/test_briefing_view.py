from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from bot.features.briefings.briefing_view import briefing_list, briefing_view
from briefings.editorial.publishing import Page
from briefings.model.briefing import Briefing

ARRIVED = datetime(2019, 5, 3, tzinfo=UTC)


@pytest.fixture
def briefing() -> Briefing:
    return Briefing(
        7, "published", "City council <calls> a vote", "The Steppe Post", "https://news.example/vote", "en",
        date(2019, 5, 2), "…", ("First sentence.", "Second & last."), 1, None, ARRIVED, ARRIVED,
    )  # fmt: skip


def test_the_list_tells_source_and_day_and_opens_each(ref, moment_in, seen, pressed) -> None:
    message = briefing_list(Page((ref,), 1), 0, moment_in())
    assert seen(message) == "📰 Briefings\n\nCity council calls a vote\nThe Steppe Post · 2 May 2019"
    assert pressed(message) == {"📰 City council calls a vote": "briefing:7:0"}


def test_pages_are_numbered_for_people(ref, moment_in, seen, pressed) -> None:
    message = briefing_list(Page((ref,) * 8, 20), 1, moment_in("kk"))
    assert seen(message).endswith("3 беттің 2-беті")
    assert {"‹ 1": "briefings:0", "3 ›": "briefings:2"}.items() <= pressed(message).items()


def test_no_briefings_yet(moment_in, seen) -> None:
    assert "No briefings yet." in seen(briefing_list(Page((), 0), 0, moment_in()))


def test_a_briefing_shows_summary_dates_and_link(briefing, vote, moment_in, seen, pressed) -> None:
    message = briefing_view(briefing, (vote,), (), moment_in(), page=2)
    assert seen(message) == (
        "City council <calls> a vote\nThe Steppe Post · 2 May 2019\n\n• First sentence.\n• Second & last.\n\n"
        "Key dates\n• Council vote: Sunday, 9 June 2019 — in 37 days"
    )
    assert pressed(message) == {
        "🔔 Remind me: Council vote": "remind:12",
        "🌐 Read the article": "https://news.example/vote",
        "‹ Back": "briefings:2",
    }


def test_a_cancelled_date_of_a_briefing_is_told_as_such(briefing, vote, moment_in, seen) -> None:
    cancelled = replace(vote, status="cancelled")
    text = seen(briefing_view(briefing, (cancelled,), (), moment_in()))
    assert "• Council vote: ❌ Cancelled. It was to be: Sunday, 9 June 2019." in text
    assert "in 37 days" not in text


def test_an_old_briefing_warns(briefing, moment_in, seen) -> None:
    old = replace(briefing, published=date(2018, 1, 2))
    assert "⚠️ This is old news, published on 2 January 2018." in seen(briefing_view(old, (), (), moment_in()))


def test_a_followed_date_needs_no_second_reminder(briefing, vote, moment_in, pressed) -> None:
    buttons = pressed(briefing_view(briefing, (vote,), {12}, moment_in()))
    assert buttons["✅ Council vote"] == "date:12"
    assert "remind:12" not in buttons.values()

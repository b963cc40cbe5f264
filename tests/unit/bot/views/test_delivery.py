"""How messages about a key date were delivered."""

from datetime import UTC, date, datetime

import pytest

from bot.locales import texts
from bot.views.delivery import MOST_LINES, delivery_message
from bot.views.markup import plain
from briefings.briefing import When
from briefings.key_dates.key_date import KeyDate
from briefings.outbox.report import DeliveryLine

NOW = datetime(2019, 6, 2, 4, tzinfo=UTC)
JUNE_9 = When("2019-06-09", date(2019, 6, 9), date(2019, 6, 9), "day")
VOTE = KeyDate(5, "Council <vote>", "en", None, JUNE_9, "planned", 1, ())


def line(kind="reminder", occurrence="1:7d", state="sent", reason="", count=3, late=0) -> DeliveryLine:
    return DeliveryLine(kind, occurrence, state, reason, count, late, 0, NOW, None)


def test_each_occasion_has_a_line_the_latest_first():
    lines = (
        line("moved", "1", "sent", count=40),
        line("reminder", "1:7d", "sent", count=38, late=2),
        line("reminder", "1:7d", "failed", "Forbidden: blocked", count=1),
    )
    assert plain(delivery_message(VOTE, lines, texts("en")).text) == (
        "📬 Messages about Council <vote>\n"
        "Reminder 7 days before · failed: 1 (Forbidden: blocked)\n"
        "Reminder 7 days before · sent: 38 (late: 2)\n"
        "Notice: moved · sent: 40"
    )


def test_nothing_delivered_yet_is_said():
    assert plain(delivery_message(VOTE, (), texts("en")).text).endswith("\nNone so far.")


def test_only_the_latest_lines_are_shown():
    text = plain(delivery_message(VOTE, (line(),) * (MOST_LINES + 5), texts("en")).text)
    assert text.count("\n") == MOST_LINES


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
@pytest.mark.parametrize("state", ["pending", "sending", "sent", "dropped", "failed", "unknown"])
@pytest.mark.parametrize("kind", ["reminder", "moved", "cancelled", "restored"])
def test_every_state_has_words_in_every_language(language, state, kind):
    assert ": 3" in plain(delivery_message(VOTE, (line(kind, "1:first", state),), texts(language)).text)

"""How messages about a key date were delivered."""

from datetime import UTC, date, datetime

import pytest

from bot.desk.key_dates.delivery_view import MOST_LINES, REASONS, delivery_message
from briefings.model.briefing import When
from briefings.outbox.report import DeliveryLine, RevisionReport

NOW = datetime(2019, 6, 2, 4, tzinfo=UTC)
JUNE_9 = When("2019-06-09", date(2019, 6, 9), date(2019, 6, 9), "day")
JUNE_16 = When("2019-06-16", date(2019, 6, 16), date(2019, 6, 16), "day")


def line(kind="reminder", occurrence="1:7d", state="sent", reason="", count=3, late=0) -> DeliveryLine:
    return DeliveryLine(kind, occurrence, state, reason, count, late, 0, NOW, None)


def first(*lines) -> tuple[RevisionReport, ...]:
    return (RevisionReport(1, None, JUNE_9, lines),)


def test_lines_are_told_by_the_day_they_were_for_the_latest_first(vote, moment_in, seen):
    reports = (
        *first(line(state="sent", count=38, late=2), line(state="failed", reason="Bad Request: no text", count=1)),
        RevisionReport(2, "moved", JUNE_16, (line("moved", "2", count=40), line("reminder", "2:0d", "pending"))),
    )
    assert seen(delivery_message(vote, reports, moment_in())) == (
        "📬 Messages about Council vote\n"
        "Sunday, 16 June 2019 · moved\n"
        "Reminder on the day itself · waiting: 3\n"
        "Notice: moved · sent: 40\n"
        "Sunday, 9 June 2019\n"
        "Reminder 7 days before · failed: 1 (Bad Request: no text)\n"
        "Reminder 7 days before · sent: 38 (late: 2)"
    )


def test_what_reads_alike_is_added_up(vote, moment_in, seen):
    snoozed = (line(occurrence="1:snooze:1"), line(occurrence="1:snooze:2", count=1, late=1))
    waiting = (line(state="pending", reason=f"Telegram asked to wait {wait} s") for wait in (3, 5))
    assert seen(delivery_message(vote, first(*waiting, *snoozed), moment_in())).splitlines()[2:] == [
        "Reminder put off by the reader · sent: 4 (late: 1)",
        "Reminder 7 days before · waiting: 6 (Telegram asked to wait)",
    ]


@pytest.mark.parametrize(
    ("language", "reported"),
    [
        ("ru", "Напоминание за 7 дней · уже не нужно: 3 (дату перенесли)"),
        ("kk", "Еске салғыш (7 күн бұрын) · енді керек емес: 3 (күні жылжыды)"),
    ],
)
def test_reasons_are_told_in_the_editors_language(language, reported, vote, moment_in, seen):
    report = first(line(state="dropped", reason="moved"))
    assert seen(delivery_message(vote, report, moment_in(language))).endswith(reported)


def test_nothing_delivered_yet_is_said(vote, moment_in, seen):
    assert seen(delivery_message(vote, (), moment_in())).endswith("\nNone so far.")


def test_only_the_latest_lines_are_shown(vote, moment_in, seen):
    many = (line(occurrence=f"1:{days}d") for days in range(MOST_LINES + 5))
    assert seen(delivery_message(vote, first(*many), moment_in())).count("\n") == MOST_LINES


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_everything_has_words_in_every_language(language, vote, moment_in, seen):
    states = ("pending", "sending", "sent", "dropped", "failed", "unknown")
    kinds = ("reminder", "moved", "cancelled", "restored")
    for change in kinds[1:]:
        lines = (
            *(line(kind, "1:first", state) for kind in kinds for state in states),
            *(line(reason=reason) for reason in REASONS),
        )
        assert ": 3" in seen(delivery_message(vote, (RevisionReport(2, change, JUNE_9, lines),), moment_in(language)))

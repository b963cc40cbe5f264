from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from bot.features.reminders.notice_view import Reminder, broadcast, cancelled, moved, reminder, restored, withdrawn
from briefings.model.briefing import When
from briefings.model.key_date import Change

WEEK_BEFORE = datetime(2019, 6, 2, 3, tzinfo=UTC)
ON_THE_DAY = datetime(2019, 6, 9, 3, tzinfo=UTC)
OLD = When("2019-06-02", date(2019, 6, 2), date(2019, 6, 2), "day")


def test_a_reminder_says_what_when_how_far_and_why(vote, moment_in, seen, pressed) -> None:
    snoozes = ("hours", "tomorrow", "eve")
    message = reminder(Reminder(vote, "7d", snoozes=snoozes), moment_in(now=WEEK_BEFORE, stale_days=60))
    assert seen(message) == (
        "🔔 Council vote\nSunday, 9 June 2019 — in 7 days\n📍 Oskemen\n\n"
        "The city council will hold a vote on June 9, its speaker said.\n"
        "City council calls a vote · The Steppe Post · as of 2 May 2019"
    )
    assert pressed(message) == {
        "⏰ Snooze for 3 hours": "snooze:12:hours",
        "⏰ Snooze until tomorrow": "snooze:12:tomorrow",
        "⏰ Snooze until the day before": "snooze:12:eve",
        "🗓 About this date": "date:12",
        "🔕 Stop": "unfollow:12",
    }


@pytest.mark.parametrize(
    ("language", "line"),
    [("ru", "Воскресенье, 9 июня 2019 года — сегодня"), ("kk", "2019 жылғы 9 маусым, жексенбі — бүгін")],
)
def test_on_the_morning_itself_it_is_today(language, line, vote, moment_in, seen) -> None:
    assert line in seen(reminder(Reminder(vote, "0d"), moment_in(language, ON_THE_DAY)))


def test_only_the_snoozes_that_are_possible_are_offered(vote, moment_in, pressed) -> None:
    on_the_day = pressed(reminder(Reminder(vote, "0d", snoozes=("hours",)), moment_in(now=ON_THE_DAY)))
    assert [data for data in on_the_day.values() if data.startswith("snooze")] == ["snooze:12:hours"]


def test_a_late_one_says_so(vote, moment_in, seen) -> None:
    assert "⏳ This comes late" in seen(reminder(Reminder(vote, "7d", late=True), moment_in()))


def test_the_one_of_a_month_says_that_the_day_is_not_known(vote, moment_in, seen) -> None:
    june = When("2019-06", date(2019, 6, 1), date(2019, 6, 30), "month")
    first = moment_in(now=datetime(2019, 6, 1, 3, tzinfo=UTC))
    text = seen(reminder(Reminder(replace(vote, when=june), "first"), first))
    assert "June 2019 — now\nThe exact day is not known so far." in text


def test_old_news_is_warned_of(vote, moment_in, seen) -> None:
    assert "⚠️ This is old news" in seen(reminder(Reminder(vote, "7d"), moment_in(now=WEEK_BEFORE)))


def test_a_moved_date_tells_old_new_and_who_says_so(vote, ref, moment_in, seen) -> None:
    change = Change(2, WEEK_BEFORE, "moved", OLD, ref)
    text = seen(moved(replace(vote, status="moved", revision=2), change, moment_in()))
    assert text == (
        "🔁 Council vote has moved.\nBefore: Sunday, 2 June 2019\nNow: Sunday, 9 June 2019 — in 37 days\n\n"
        "The city council will hold a vote on June 9, its speaker said.\n"
        "City council calls a vote · The Steppe Post · as of 2 May 2019\n\n"
        "I will remind you of the new date."
    )


def test_a_move_by_the_editors_says_so(vote, moment_in, seen) -> None:
    text = seen(moved(vote, Change(2, WEEK_BEFORE, "moved", OLD, None), moment_in("ru")))
    assert "Было: воскресенье, 2 июня 2019 года\nТеперь: воскресенье, 9 июня 2019 года — через 37 дней" in text
    assert "Так сообщили редакторы." in text


def test_a_date_that_moved_into_the_past_promises_nothing(vote, moment_in, seen) -> None:
    text = seen(
        moved(vote, Change(2, WEEK_BEFORE, "moved", OLD, None), moment_in(now=datetime(2019, 6, 11, tzinfo=UTC)))
    )
    assert "Now: Sunday, 9 June 2019\n" in text
    assert "remind" not in text


def test_a_cancelled_date_has_nothing_to_stop(vote, moment_in, seen, pressed) -> None:
    message = cancelled(vote, Change(2, WEEK_BEFORE, "cancelled", vote.when, None), moment_in("kk"))
    assert seen(message).startswith(
        "❌ Өтпейтін болды: Council vote (ағылшынша)\nЖоспарланғаны: 2019 жылғы 9 маусым, жексенбі"
    )
    assert set(pressed(message).values()) == {"date:12"}


def test_a_restored_date_is_on_again(vote, moment_in, seen) -> None:
    assert "✅ Council vote is on after all.\nSunday, 9 June 2019 — in 37 days" in seen(restored(vote, moment_in()))


def test_a_reminder_of_a_date_that_editors_moved_shows_no_sentence_of_another_day(vote, moment_in, seen) -> None:
    reported = tuple(replace(one, agrees=False) for one in vote.evidence)
    moved_on = datetime(2019, 5, 20, 20, tzinfo=UTC)  # the 21st in Almaty
    by_hand = replace(vote, evidence=reported, status="moved", moved_by_hand_at=moved_on)
    assert seen(reminder(Reminder(by_hand, "7d"), moment_in(now=WEEK_BEFORE))).endswith(
        "Sunday, 9 June 2019 — in 7 days\n📍 Oskemen\n\n✍️ Moved by the editors on 21 May 2019."
    )


def test_a_sentence_that_still_agrees_stays(vote, moment_in, seen) -> None:
    by_hand = replace(vote, status="moved", moved_by_hand_at=WEEK_BEFORE)
    text = seen(reminder(Reminder(by_hand, "7d"), moment_in(now=WEEK_BEFORE)))
    assert "✍️ Moved by the editors on 2 June 2019.\nThe city council will hold a vote on June 9" in text


def test_a_withdrawn_date_says_that_nothing_tells_it(vote, moment_in, seen, pressed) -> None:
    message = withdrawn(replace(vote, status="withdrawn"), moment_in())
    assert seen(message) == (
        "↩️ Council vote is told no longer: the briefing was taken back.\nIt was to be on: Sunday, 9 June 2019"
    )
    assert pressed(message) == {}


def test_a_broadcast_is_passed_on_as_it_was_written(moment_in, seen) -> None:
    assert seen(broadcast("Polls <close> at 8 & not at 9", moment_in())).endswith("Polls <close> at 8 & not at 9")

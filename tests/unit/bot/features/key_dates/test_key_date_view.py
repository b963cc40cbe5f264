from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from bot.features.key_dates.key_date_view import Place, key_date_list, key_date_view
from bot.ui.message import Button
from briefings.model.briefing import When
from briefings.model.key_date import Change, Evidence, KeyDatePage

AFTER = datetime(2019, 6, 20, 3, tzinfo=UTC)
OLD = When("2019-06-02", date(2019, 6, 2), date(2019, 6, 2), "day")


def test_what_lies_ahead_has_a_button_to_be_reminded_of_each(vote, moment_in, seen, pressed) -> None:
    message = key_date_list(KeyDatePage((vote,), 1), "ahead", 0, (), moment_in())
    assert seen(message) == "🗓 What lies ahead\n\nCouncil vote\nSunday, 9 June 2019 — in 37 days"
    assert pressed(message) == {
        "Council vote": "date:12:ahead:0",
        "🔔 Remind me": "remind:12",
        "🕰 Past": "dates:past:0",
        "🧭 Timeline": "timeline:0",
    }


def test_what_has_passed_is_told_in_the_past_without_reminder(vote, moment_in, seen, pressed) -> None:
    message = key_date_list(KeyDatePage((vote,), 1), "past", 0, (), moment_in("ru", AFTER))
    assert seen(message).endswith(
        "Council vote (на английском)\nЭто уже было: воскресенье, 9 июня 2019 года — 11 дней назад."
    )
    assert "remind:12" not in pressed(message).values()


def test_pages_are_turned_both_ways(vote, moment_in, pressed) -> None:
    message = key_date_list(KeyDatePage((vote,) * 5, 12), "ahead", 1, (), moment_in())
    assert {"dates:ahead:0", "dates:ahead:2"} <= set(pressed(message).values())


def test_nothing_ahead_is_said_kindly(moment_in, seen) -> None:
    assert "Nothing lies ahead" in seen(key_date_list(KeyDatePage((), 0), "ahead", 0, (), moment_in()))


def test_one_date_with_place_evidence_and_buttons(vote, moment_in, seen, pressed) -> None:
    message = key_date_view(vote, (), (), moment_in())
    assert seen(message) == (
        "🗓 Council vote\nSunday, 9 June 2019 — in 37 days\n📍 Oskemen\n\n"
        "The city council will hold a vote on June 9, its speaker said.\n"
        "City council calls a vote · The Steppe Post · as of 2 May 2019"
    )
    assert "<b>June 9</b>" in message.text
    assert pressed(message) == {"🔔 Remind me": "remind:12", "📅 To my calendar": "calendar:12"}


def test_who_follows_can_change_and_stop(vote, moment_in, pressed) -> None:
    buttons = pressed(key_date_view(vote, (), {12}, moment_in()))
    assert buttons["⏰ When"] == "following:12"
    assert buttons["🔕 Stop"] == "unfollow:12"
    assert "remind:12" not in buttons.values()


def test_a_moved_date_tells_the_old_one(vote, moment_in, seen) -> None:
    change = Change(2, AFTER, "moved", OLD, None)
    message = key_date_view(replace(vote, status="moved", revision=2), (change,), (), moment_in())
    assert "Sunday, 9 June 2019 — in 37 days\n🔁 Moved. It used to be: Sunday, 2 June 2019." in seen(message)


def test_a_date_that_editors_moved_says_so_instead_of_a_refuted_sentence(vote, moment_in, seen) -> None:
    refuted = tuple(replace(one, agrees=False) for one in vote.evidence)
    moved = replace(
        vote, status="moved", revision=2, evidence=refuted, moved_by_hand_at=datetime(2019, 5, 3, tzinfo=UTC)
    )
    text = seen(key_date_view(moved, (Change(2, AFTER, "moved", OLD, None),), (), moment_in()))
    assert text.endswith("2 June 2019.\n✍️ Moved by the editors on 3 May 2019.\n📍 Oskemen")


def test_a_move_that_was_restored_tells_the_day_before_the_move(vote, moment_in, seen) -> None:
    changes = (Change(3, AFTER, "restored", vote.when, None), Change(2, AFTER, "moved", OLD, None))
    text = seen(key_date_view(replace(vote, status="moved", revision=3), changes, (), moment_in()))
    assert "It used to be: Sunday, 2 June 2019." in text


@pytest.mark.parametrize(("status", "said"), [("cancelled", "❌ Cancelled."), ("withdrawn", "taken back")])
def test_what_will_not_happen_offers_no_reminder(vote, moment_in, seen, pressed, status, said) -> None:
    message = key_date_view(replace(vote, status=status), (), (), moment_in())
    assert said in seen(message)
    assert pressed(message) == {}


def test_more_evidence_than_fits_is_counted(vote, moment_in, seen) -> None:
    evidence = vote.evidence * 5
    assert "2 more briefings tell of it." in seen(key_date_view(replace(vote, evidence=evidence), (), (), moment_in()))


def test_a_date_that_an_editor_added_says_so(vote, ref, moment_in, seen) -> None:
    by_hand = replace(vote, evidence=(Evidence("", "", ref),))
    assert "Added by the editors." in seen(key_date_view(by_hand, (), (), moment_in()))


def test_editors_get_their_own_row_and_lists_a_way_back(vote, moment_in, pressed) -> None:
    desk = ((Button("Move", "movedate:12"),),)
    buttons = pressed(key_date_view(vote, (), (), moment_in(), desk, Place("past", 2)))
    assert buttons["Move"] == "movedate:12"
    assert buttons["‹ Back"] == "dates:past:2"


def test_a_time_of_day_is_told_on_the_readers_clocks(vote, moment_in, seen) -> None:
    polls = datetime(2019, 6, 9, 20, 30, tzinfo=UTC)  # half past two in the night of the 10th in Almaty
    when = When("2019-06-09T20:30", date(2019, 6, 9), date(2019, 6, 9), "minute", polls, "UTC")
    text = seen(key_date_view(replace(vote, when=when), (), (), moment_in()))
    assert "Monday, 10 June 2019, 02:30 — in 38 days" in text


def test_a_month_is_told_as_a_month(vote, moment_in, seen) -> None:
    when = When("2019-06", date(2019, 6, 1), date(2019, 6, 30), "month")
    assert "June 2019 — in 29 days" in seen(key_date_view(replace(vote, when=when), (), (), moment_in()))


def test_days_are_not_counted_over_years(vote, moment_in, seen) -> None:
    when = When("1991", date(1991, 1, 1), date(1991, 12, 31), "year")
    assert "That was 1991.\n" in seen(key_date_view(replace(vote, when=when), (), (), moment_in()))

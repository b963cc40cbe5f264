"""Key dates as editors move, cancel and settle them."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from bot.desk.key_dates.effects_view import Effect
from bot.desk.key_dates.move_view import (
    ask_new_day,
    changed,
    choose_date,
    confirm_cancellation,
    confirm_move,
    conflict_message,
    found_dates,
)
from bot.features.key_dates.key_date_view import desk_buttons
from bot.locales import texts
from bot.ui.markup import plain
from bot.ui.view_context import ViewContext
from briefings.model.briefing import BriefingRef, ReportedDate, When
from briefings.model.key_date import Conflict, Evidence, KeyDate, KeyDatePage

MOMENT = ViewContext(texts("en"), datetime(2019, 5, 3, 4, tzinfo=UTC), "Asia/Almaty")
OLD = BriefingRef(1, "The vote is called", "Herald", None, date(2019, 5, 2), "en")
NEW = BriefingRef(2, "The vote is put off", "Courier", "https://example.org/2", date(2019, 5, 20), "en")
JUNE_9 = When("2019-06-09", date(2019, 6, 9), date(2019, 6, 9), "day")
JUNE_16 = When("2019-06-16", date(2019, 6, 16), date(2019, 6, 16), "day")
VOTE = KeyDate(5, "Council vote", "en", None, JUNE_9, "planned", 3, (Evidence("It votes on 9 June.", "9 June", OLD),))
TOLD = ReportedDate(
    31, 2, 5, "conflict", "Council vote", JUNE_16, None, True, "It votes on 16 June.", "16 June", (), None
)


def data(message):
    return [button.data for row in message.keyboard for button in row]


def labels(message):
    return [button.label for row in message.keyboard for button in row]


def test_a_conflict_shows_both_sentences_with_their_briefings_and_proposes_the_newer():
    message = conflict_message(Conflict(TOLD, NEW, VOTE, reported_is_newer=True), MOMENT)
    assert plain(message.text) == (
        "⚖️ Two briefings tell different dates: Council vote\n"
        "\n"
        "Sunday, 9 June 2019\n"
        "It votes on 9 June.\n"
        "— The vote is called, Thursday, 2 May 2019\n"
        "\n"
        "Sunday, 16 June 2019\n"
        "It votes on 16 June.\n"
        "— The vote is put off, Monday, 20 May 2019\n"
        "\n"
        "The second one is newer. Which date holds?"
    )
    assert data(message) == ["settle:31:take", "settle:31:keep"]


def test_an_older_briefing_proposes_to_keep_what_is_known():
    message = conflict_message(Conflict(TOLD, NEW, VOTE, reported_is_newer=False), MOMENT)
    assert data(message) == ["settle:31:keep", "settle:31:take"]


def test_briefings_of_one_day_are_not_called_older_or_newer():
    message = conflict_message(
        Conflict(TOLD, replace(NEW, published=OLD.published), VOTE, reported_is_newer=True), MOMENT
    )
    assert plain(message.text).endswith("Both are of the same day. Which date holds?")


def test_a_key_date_added_by_hand_has_no_sentence_to_show():
    message = conflict_message(Conflict(TOLD, NEW, replace(VOTE, evidence=()), reported_is_newer=True), MOMENT)
    assert "Sunday, 9 June 2019\n\nSunday, 16 June 2019" in plain(message.text)


def test_moving_shows_old_and_new_before_anybody_is_told():
    message = confirm_move(VOTE, JUNE_16, MOMENT)
    assert plain(message.text) == (
        "📆 Council vote\nBefore: Sunday, 9 June 2019\nNow: Sunday, 16 June 2019\n\n"
        "Followers will be told. Is that right?"
    )
    assert data(message) == ["move-yes:5:3", "dismiss"]


def test_a_move_into_the_past_and_a_kept_hour_are_pointed_out():
    text = plain(confirm_move(VOTE, replace(JUNE_9, first=date(2019, 4, 9), last=date(2019, 4, 9)), MOMENT).text)
    assert "⚠️ That day has passed already.\n\nFollowers will be told." in text
    assert "The time of day stays" in plain(confirm_move(VOTE, JUNE_16, MOMENT, keeps_hour=True).text)


def test_examples_of_a_new_date_are_of_the_year_it_is():
    assert "16 June 2019 19:00" in plain(ask_new_day(VOTE, MOMENT).text)
    next_year = replace(MOMENT, now=datetime(2020, 1, 7, tzinfo=UTC))
    assert "16 June 2020 19:00" in plain(ask_new_day(VOTE, next_year).text)


def test_cancelling_is_confirmed():
    message = confirm_cancellation(VOTE, MOMENT)
    assert plain(message.text) == "❌ Is Council vote, Sunday, 9 June 2019, cancelled? Followers will be told."
    assert data(message) == ["cancel-yes:5", "dismiss"]


def test_what_was_changed_can_be_taken_back_as_long_as_nothing_else_changed():
    effect = Effect(VOTE, 0)
    assert data(changed(effect, "moved", MOMENT)) == ["undo-date:5:3"]
    assert data(changed(effect, "cancelled", MOMENT)) == ["undo-date:5:3"]
    assert data(changed(effect, "undone", MOMENT)) == []
    assert data(changed(effect, "kept", MOMENT)) == []


@pytest.mark.parametrize(
    ("followers", "said"),
    [(0, "Nobody follows it."), (1, "One follower is being told."), (29, "29 followers are being told.")],
)
def test_who_changes_a_date_hears_how_many_are_told(followers, said):
    text = plain(changed(Effect(VOTE, followers), "moved", MOMENT).text)
    assert text == f"📆 Council vote is on Sunday, 9 June 2019 now. {said}"


def test_a_date_that_editors_moved_is_not_proven_by_the_old_sentence():
    refuted = tuple(replace(one, agrees=False) for one in VOTE.evidence)
    moved = replace(VOTE, when=JUNE_16, evidence=refuted, moved_by_hand_at=datetime(2019, 5, 3, tzinfo=UTC))
    text = plain(conflict_message(Conflict(TOLD, NEW, moved, reported_is_newer=True), MOMENT).text)
    assert "Sunday, 16 June 2019\n✍️ Moved by the editors on 3 May 2019.\n\n" in text
    assert "9 June" not in text


def test_dates_are_chosen_from_pages():
    page = KeyDatePage((VOTE,), 9)
    assert data(choose_date(page, 0, "movedate", MOMENT.t)) == ["movedate:5", "movedate-page:1"]
    assert labels(choose_date(page, 0, "movedate", MOMENT.t))[0] == "09.06.2019 Council vote"
    assert not choose_date(KeyDatePage((), 0), 0, "canceldate", MOMENT.t).keyboard


def test_words_that_find_nothing_lead_to_the_list():
    message = found_dates((), "the <moon>", "canceldate", MOMENT.t)
    assert plain(message.text) == "I found no key date for “the <moon>”."
    assert data(message) == ["canceldate-page:0"]


def test_editors_move_cancel_and_see_deliveries_from_the_key_date_itself():
    assert [button.data for button in desk_buttons(5, MOMENT.t)] == ["movedate:5", "canceldate:5", "delivery:5"]

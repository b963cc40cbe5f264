"""Briefings, editors, questions, broadcasts and figures as the desk sees them."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.desk.broadcast.broadcast_view import preview, progress_message
from bot.desk.corrections.correction_view import (
    briefing_card,
    choose_briefing,
    confirm_retraction,
    found_briefings,
    published,
)
from bot.desk.editors.editors_view import editors_list
from bot.desk.loading.loading_view import already_loaded, offer, refused
from bot.desk.stats.stats_view import stats_message
from bot.desk.unanswered.open_questions_view import put_aside, questions_list
from bot.local.markup import parse_html
from bot.locales import texts
from bot.ui.markup import plain
from briefings.editorial.publishing import Page, Publication
from briefings.editorial.roles import Editor
from briefings.editorial.unanswered import UnansweredPage, UnansweredQuestion
from briefings.editorial.usage import Figures
from briefings.intake import IntakeError
from briefings.intake.errors import MESSAGES
from briefings.model.briefing import Briefing, BriefingRef, ReportedDate, When
from briefings.notices.broadcasts import Progress

EN = texts("en")
NOW = datetime(2019, 5, 3, 4, tzinfo=UTC)
BRIEFING = Briefing(
    7, "published", "A vote", "Herald", None, "en", date(2019, 5, 2), "It is on 9 June.", (), 2, 1, NOW, NOW
)
REF = BriefingRef(7, "A vote", "Herald", None, date(2019, 5, 2), "en")
QUESTION = UnansweredQuestion(4, "Who won?", "en", date(2019, 5, 2), date(2019, 5, 3), 3)


def data(message):
    return [button.data for row in message.keyboard for button in row]


def labels(message):
    return [button.label for row in message.keyboard for button in row]


def test_a_briefing_shows_what_can_be_corrected():
    message = briefing_card(BRIEFING, EN)
    assert plain(message.text) == "A vote\nSource: Herald\nPublished on: Thursday, 2 May 2019\nVersion 2"
    assert data(message) == ["title:7", "source:7", "day:7", "correct:7", "retract:7"]


def test_publishing_says_how_many_dates_and_can_be_taken_back():
    message = published(Publication(BRIEFING, ()), EN)
    assert plain(message.text) == "✅ Readers can find it now: A vote\nIt tells no key dates."
    assert data(message) == ["edit:7", "retract-yes:7"]


def test_a_date_still_to_be_settled_is_told_by_the_briefing_too():
    vote = When("2019-06-09", date(2019, 6, 9), date(2019, 6, 9), "day")
    reported = ReportedDate(3, 7, 12, "conflict", "Vote", vote, None, True, "It is on 9 June.", "9 June", (), None)
    left_out = ReportedDate(4, 7, None, "left_out", "Vote", vote, None, True, "It is on 9 June.", "9 June", (), None)
    message = published(Publication(BRIEFING, (reported, left_out)), EN)
    assert plain(message.text).endswith("It tells one key date.")


def test_a_correction_offers_no_undo_because_the_old_text_is_gone():
    assert data(published(Publication(BRIEFING, ()), EN, "corrected")) == ["edit:7"]


def test_retracting_is_confirmed():
    assert data(confirm_retraction(BRIEFING, EN)) == ["retract-yes:7", "dismiss"]


def test_briefings_are_chosen_from_pages_or_found_by_words():
    assert data(choose_briefing(Page((REF,), 20), 1, "edit", EN)) == ["edit:7", "edit-page:0", "edit-page:2"]
    assert data(found_briefings((REF,), "vote", "retract", EN)) == ["retract:7"]
    assert data(found_briefings((), "moon", "retract", EN)) == ["retract-page:0"]
    assert data(choose_briefing(Page((), 0), 0, "edit", EN)) == []


def test_an_offer_says_how_many_messages_it_joins():
    assert plain(offer(1, 99, EN).text) == "📄 Load this? It becomes a draft for you to review."
    assert plain(offer(3, 99, EN).text) == ("📄 Load this? I join these 3 messages into one draft for you to review.")
    assert data(offer(3, 99, EN)) == ["load:yes:99", "load:no:99"]


def test_an_article_that_is_there_already_can_be_opened():
    assert data(already_loaded(BRIEFING, EN)) == ["edit:7"]


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
@pytest.mark.parametrize("code", sorted(MESSAGES))
def test_every_refusal_of_an_article_is_said_in_every_language(language, code):
    error = IntakeError(code, limit=2, field="published", expected="a day", status=404)
    assert plain(refused(error, texts(language)).text)


def test_editors_are_listed_with_their_numbers():
    message = editors_list((Editor(1002, "Aigerim & Co"),), EN)
    assert "Aigerim & Co · 1002\n" in plain(message.text)
    assert data(message) == ["editor:1002", "add-editor"]


def test_questions_say_how_often_they_were_asked():
    message = questions_list(UnansweredPage((QUESTION,), 6), 0, EN)
    assert plain(message.text) == "❓ 6 questions have no answer\n1. Who won? (asked 3 times)"
    assert data(message) == ["question-load:4", "question-dismiss:4", "questions:1"]
    assert data(put_aside(QUESTION, EN)) == ["question-back:4"]


def test_no_questions_is_good_news():
    assert plain(questions_list(UnansweredPage((), 0), 0, EN).text) == "👌 No questions wait for an answer."


def test_a_broadcast_is_shown_before_it_goes_out():
    message = preview("Polls <open> at 7", 2, "5:6", EN)
    assert plain(message.text) == "📣 This goes to 2 readers:\n\nPolls <open> at 7"
    assert labels(message) == ["📣 Send to 2 readers", "Cancel"]
    assert data(message) == ["broadcast-yes:5:6", "broadcast-no"]


def test_a_broadcast_under_way_can_be_stopped():
    assert data(progress_message(Progress("5:6", 3, 1, 0, 0), EN)) == ["broadcast:5:6", "broadcast-stop:5:6"]


def test_a_broadcast_that_ended_says_what_became_of_it():
    message = progress_message(Progress("5:6", 0, 4, 2, 1), EN)
    assert plain(message.text) == ("📣 Sent to 4 of 7.\nCould not be delivered: 1\nStopped before it went out: 2")
    assert data(message) == []


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_figures_stand_on_a_line_each(language):
    lines = plain(stats_message(Figures(*range(1, 12)), texts(language)).text).split("\n")
    assert [line.rpartition(": ")[2] for line in lines[1:]] == [str(count) for count in range(1, 12)]


@given(st.text(max_size=300))
def test_whatever_is_asked_or_written_makes_valid_markup(text):
    question = UnansweredQuestion(4, text, "en", date(2019, 5, 2), date(2019, 5, 3), 1)
    ref = BriefingRef(7, text, text, None, None, "en")
    for message in (
        questions_list(UnansweredPage((question,), 1), 0, EN),
        preview(text, 1, "5:6", EN),
        found_briefings((ref,), text, "edit", EN),
        editors_list((Editor(1, text),), EN),
    ):
        parse_html(message.text)
        assert all(label.strip() for label in labels(message))

"""The draft as an editor sees it."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.desk.review.draft_view import (
    DATES_SHOWN,
    DraftView,
    confirm_undated,
    discarded,
    draft_message,
    drafts_list,
    showing,
)
from bot.local.markup import parse_html
from bot.locales import texts
from bot.ui.markup import plain, utf16_length
from bot.ui.view_context import ViewContext
from briefings.model.briefing import Briefing, Draft, ReportedDate, When

NOW = datetime(2019, 5, 3, 4, tzinfo=UTC)
ENGLISH = ViewContext(texts("en"), NOW, "Asia/Almaty")
BRIEFING = Briefing(
    id=7,
    status="draft",
    title="City council sets the day",
    source="Steppe Herald",
    url="https://example.org/council",
    language="en",
    published=date(2019, 5, 2),
    text="The council votes on 9 June. It met on Thursday.",
    summary=("The council votes on 9 June.", "It met on Thursday."),
    version=1,
    loaded_by=1,
    loaded_at=NOW,
    live_at=None,
)
VOTE = ReportedDate(
    id=31,
    briefing_id=7,
    key_date_id=None,
    state="proposed",
    name="Council vote",
    when=When("2019-06-09", date(2019, 6, 9), date(2019, 6, 9), "day"),
    place=None,
    planned=True,
    quote="The council votes on 9 June.",
    mention="9 June",
    further_quotes=(),
    added_by=None,
)
DRAFT = Draft(BRIEFING, (VOTE,), (), ())
UNDATED = Draft(replace(BRIEFING, published=None), (), ("April 21", "spring"), (date(2019, 5, 1), date(2019, 6, 9)))


def labels(message):
    return [button.label for row in message.keyboard for button in row]


def data(message):
    return [button.data for row in message.keyboard for button in row]


def test_a_draft_tells_title_source_language_day_summary_and_dates_with_their_sentences():
    assert plain(draft_message(DraftView(DRAFT), ENGLISH).text) == (
        "📝 Draft: City council sets the day\n"
        "Source: Steppe Herald\n"
        "Language: English\n"
        "Published on: Thursday, 2 May 2019\n"
        "\n"
        "The council votes on 9 June. It met on Thursday.\n"
        "\n"
        "🗓 One key date\n"
        "1. Council vote — Sunday, 9 June 2019\n"
        "The council votes on 9 June."
    )


def test_its_buttons_publish_discard_describe_and_choose_dates():
    message = draft_message(DraftView(DRAFT), ENGLISH)
    assert data(message) == ["leave-out:31", "add-date:7", "title:7", "day:7", "source:7", "publish:7", "discard:7"]


@pytest.mark.parametrize(("language", "word"), [("en", "publish"), ("ru", "опубликовать"), ("kk", "жариялау")])
@pytest.mark.parametrize("draft", [DRAFT, UNDATED])
def test_exactly_one_button_holds_the_word_publish(language, word, draft):
    named = replace(draft, dates=(replace(VOTE, name="Publishers' Publish Day"),))
    message = draft_message(DraftView(named), replace(ENGLISH, t=texts(language)))
    assert sum(word in label.lower() for label in labels(message)) == 1


def test_a_date_left_out_can_be_put_back_and_shows_no_sentence():
    message = draft_message(DraftView(replace(DRAFT, dates=(replace(VOTE, state="left_out"),))), ENGLISH)
    assert plain(message.text).endswith("1. Council vote — Sunday, 9 June 2019\nleft out")
    assert data(message)[0] == "put-back:31"


def test_other_dates_ahead_stand_below_with_their_sentence_and_one_button_to_take_each():
    fair = replace(VOTE, id=32, state="offered", name="Fair", quote="The fair may open on 16 June.", mention="16 June")
    message = draft_message(DraftView(replace(DRAFT, others=(fair,))), ENGLISH)
    assert plain(message.text).endswith(
        "🗓 One key date\n"
        "1. Council vote — Sunday, 9 June 2019\n"
        "The council votes on 9 June.\n"
        "\n"
        "👀 Also mentioned: one date. Readers get it only if you take it.\n"
        "2. Fair — Sunday, 9 June 2019\n"
        "The fair may open on 16 June."
    )
    assert data(message)[:2] == ["leave-out:31", "put-back:32"]
    assert labels(message)[1] == "➕ Take 2"


def test_a_day_that_may_lie_behind_as_well_says_so():
    friday = replace(VOTE, id=33, state="offered", name="Choir", quote="A choir sang on Friday.", mention="Friday")
    draft = replace(DRAFT, others=(friday,), doubtful=frozenset({(friday.quote, friday.mention)}))
    assert plain(draft_message(DraftView(draft), ENGLISH).text).endswith(
        "A choir sang on Friday.\n❔ The text does not say whether “Friday” lies ahead or behind. Please check."
    )


def test_other_dates_that_have_no_room_come_on_the_next_page():
    others = tuple(replace(VOTE, id=40 + at, state="offered", name=f"Fair {at}") for at in range(DATES_SHOWN))
    draft = replace(DRAFT, others=others)
    first, second = (plain(draft_message(DraftView(draft, page), ENGLISH).text) for page in (0, 1))
    assert "Also mentioned: 4 dates" in first
    assert "Fair 2" in first
    assert f"{DATES_SHOWN + 1}. Fair 3" in second
    assert showing(draft, 43).page == 1


def test_an_undated_draft_asks_at_once_and_offers_days_that_have_come():
    message = draft_message(DraftView(UNDATED), ENGLISH)
    assert plain(message.text).endswith(
        "❓ When was this published? Choose a day, or write it: 2019-05-02, 2 May 2019.\n"
        "⚠️ Without that day nobody knows when this is: “April 21”, “spring”."
    )
    days = ["on:7:2019-05-01", "on:7:2019-04-21", "on:7:2019-05-03", "on:7:2019-05-02"]
    assert data(message)[:5] == [*days, "undated:7"]
    assert labels(message)[:4] == ["Wednesday, 1 May 2019", "Sunday, 21 April 2019", "Today", "Yesterday"]


def test_words_without_a_day_stand_in_the_quotation_marks_of_the_language():
    said = confirm_undated(UNDATED, texts("ru")).text + confirm_undated(UNDATED, texts("kk")).text
    assert plain(said).count("«April 21», «spring»") == 2


def test_dates_that_wait_for_the_publication_date_are_not_called_missing():
    assert "No key dates found." not in plain(draft_message(DraftView(UNDATED), ENGLISH).text)
    timeless = replace(UNDATED, unresolved=())
    assert "No key dates found." in plain(draft_message(DraftView(timeless), ENGLISH).text)


def test_publishing_without_a_date_is_confirmed_and_can_be_left():
    assert data(confirm_undated(UNDATED, texts("en"))) == ["publish:7:undated", "draft:7"]


def test_many_dates_come_in_pages_that_keep_their_numbers():
    dates = tuple(replace(VOTE, id=number, name=f"Vote {number}") for number in range(1, DATES_SHOWN + 3))
    many = replace(DRAFT, dates=dates)
    second = draft_message(DraftView(many, page=1), ENGLISH)
    assert f"{DATES_SHOWN + 1}. Vote {DATES_SHOWN + 1}" in plain(second.text)
    assert "1. Vote 1\n" not in plain(second.text)
    assert showing(many, DATES_SHOWN + 2) == DraftView(many, page=1)
    assert showing(many, 1) == DraftView(many, page=0)


def test_a_discarded_draft_can_be_taken_back():
    assert data(discarded(BRIEFING, texts("en"))) == ["restore:7"]


def test_the_list_opens_drafts_and_leads_to_what_has_to_be_settled():
    assert data(drafts_list((BRIEFING,), 2, texts("en"))) == ["draft:7", "conflicts"]
    assert plain(drafts_list((), 0, texts("en")).text) == "No drafts wait for review. Load an article with /load."


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=200))
def test_whatever_stands_in_a_title_is_read_as_it_is(title):
    strange = Draft(replace(BRIEFING, title=title, source=title), (replace(VOTE, name=title, quote=title),), (), ())
    message = draft_message(DraftView(strange), ENGLISH)
    parse_html(message.text)
    assert f"📝 Draft: {title}\n" in plain(message.text)


@given(st.text(max_size=5000))
def test_however_long_and_broken_it_is_a_draft_fits_into_one_message(text):
    reported = replace(VOTE, name=text, quote=text)
    full = Draft(
        replace(UNDATED.briefing, title=text, source=text, summary=(text,) * 5), (reported,) * 9, (text,) * 5, ()
    )
    message = draft_message(DraftView(full), ENGLISH)
    parse_html(message.text)
    assert utf16_length(message.text) <= 4096


def test_editors_see_what_a_date_was_counted_from():
    counted = replace(DRAFT, anchors={(VOTE.quote, VOTE.mention): "published 2019-05-02"})
    text = plain(draft_message(DraftView(counted), ENGLISH).text)
    assert "“9 June” is counted from the day of publication, Thursday, 2 May 2019." in text
    after = replace(DRAFT, anchors={(VOTE.quote, VOTE.mention): "told 2019-06-08"})
    assert "told before it" in plain(draft_message(DraftView(after), ENGLISH).text)

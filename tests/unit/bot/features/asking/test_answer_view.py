from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.features.asking.answer_view import AnswerInContext, answer_message, answer_text
from bot.local.markup import parse_html
from bot.locales import texts
from bot.ui.view_context import ViewContext
from briefings.answers.findings import Answer, Explanation, Finding, Superseded
from briefings.model.briefing import BriefingRef, When
from briefings.model.key_date import Evidence, KeyDate

QUOTE = "The city council will hold a vote on June 9, its speaker said."
AFTER = datetime(2019, 6, 20, 3, tzinfo=UTC)


def day(text: str) -> When:
    return When(text, date.fromisoformat(text), date.fromisoformat(text), "day")


def answer(*findings: Finding, kind: str = "when", nearest: tuple[BriefingRef, ...] = ()) -> Answer:
    explanation = Explanation("when", "en", (), {}, None, 0.5, (), "")
    return Answer("when is the vote?", "en", kind, findings, nearest, None, date(2019, 5, 3), explanation)  # type: ignore[arg-type]


@pytest.fixture
def finding(ref: BriefingRef) -> Finding:
    return Finding("June 9", QUOTE, 37, 43, 1, day("2019-06-09"), 0.9, ref, key_date_id=12)


def test_a_date_comes_first_with_weekday_and_distance_then_its_proof(finding, moment_in, seen, pressed) -> None:
    message = answer_message(AnswerInContext(answer(finding)), moment_in())
    assert seen(message).split("\n") == [
        "Sunday, 9 June 2019 — in 37 days",
        QUOTE,
        "City council calls a vote · The Steppe Post · as of 2 May 2019",
    ]
    quotation = "The city council will hold a vote on <b>June 9</b>, its speaker said."
    assert f"<blockquote>{quotation}</blockquote>" in message.text
    assert '<a href="https://news.example/vote">City council calls a vote</a>' in message.text
    assert pressed(message) == {"🔔 Remind me": "remind:12", "📰 City council calls a vote": "briefing:7"}


@pytest.mark.parametrize(("kind", "first"), [("when", "That was 2018."), ("why", QUOTE)])
def test_no_days_are_counted_to_a_year_and_it_answers_only_who_asked_when(
    finding, moment_in, seen, kind, first
) -> None:
    year = replace(finding, date=When("2018", date(2018, 1, 1), date(2018, 12, 31), "year"), key_date_id=None)
    assert seen(answer_message(AnswerInContext(answer(year, kind=kind)), moment_in())).split("\n")[0] == first


def test_a_date_that_no_editor_has_settled_can_be_followed_as_well(finding, vote, moment_in, pressed) -> None:
    newest = replace(finding, key_date_id=None, event_id=12, date=day("2019-06-16"))
    answered = AnswerInContext(answer(newest), {12: vote})
    assert pressed(answer_message(answered, moment_in()))["🔔 Remind me"] == "remind:12"


def test_a_sentence_that_holds_no_longer_comes_below_what_proves_the_day_that_does(finding, vote, moment_in, seen):
    july = replace(vote, when=day("2019-07-14"), status="moved", evidence=())
    by_hand = replace(july, moved_by_hand_at=datetime(2019, 5, 2, 20, tzinfo=UTC))  # the 3rd in Almaty
    assert seen(answer_message(AnswerInContext(answer(finding), {12: by_hand}), moment_in())).split("\n")[:4] == [
        "Sunday, 14 July 2019 — in 72 days",
        "✍️ Moved by the editors on 3 May 2019.",
        "This briefing told another day:",
        QUOTE,
    ]


def test_the_briefing_that_moved_a_date_is_quoted_before_the_one_that_is_refuted(finding, vote, moment_in, seen):
    newer = BriefingRef(8, "The vote is put off", "Courier", None, date(2019, 5, 3), "en")
    answered = Evidence("It votes on July 14 instead.", "July 14", newer)
    july = replace(vote, when=day("2019-07-14"), status="moved", evidence=(answered,))
    lines = seen(answer_message(AnswerInContext(answer(finding), {12: july}), moment_in())).split("\n")
    assert lines[1:5] == [
        "It votes on July 14 instead.",
        "The vote is put off · Courier · as of 3 May 2019",
        "This briefing told another day:",
        QUOTE,
    ]


@pytest.mark.parametrize(
    ("language", "first", "as_of", "button"),
    [
        ("ru", "Воскресенье, 9 июня 2019 года — через 37 дней", "по состоянию на 2 мая 2019 года", "Напомнить"),
        ("kk", "2019 жылғы 9 маусым, жексенбі — 37 күннен кейін", "2019 жылғы 2 мамыр күнгі мәлімет", "Еске салу"),
    ],
)
def test_the_answer_speaks_the_questions_language(
    language, first, as_of, button, finding, moment_in, seen, pressed
) -> None:
    message = answer_message(AnswerInContext(answer(finding)), moment_in(language))
    assert seen(message).split("\n")[0] == first
    assert seen(message).endswith(as_of)
    assert any(button in label for label in pressed(message))


def test_what_is_over_is_told_in_the_past_with_a_warning_and_no_reminder(finding, moment_in, seen, pressed) -> None:
    message = answer_message(AnswerInContext(answer(finding)), moment_in(now=AFTER))
    assert seen(message).startswith("That was Sunday, 9 June 2019 — 11 days ago.\n")
    assert "⚠️ This is old news, published on 2 May 2019." in seen(message)
    assert not any("Remind" in label for label in pressed(message))


def test_news_of_thirty_days_is_not_yet_old(finding, moment_in, seen) -> None:
    on_the_day = moment_in(now=datetime(2019, 6, 1, 12, tzinfo=UTC))
    day_after = moment_in(now=datetime(2019, 6, 2, 12, tzinfo=UTC))
    assert "⚠️" not in seen(answer_message(AnswerInContext(answer(finding)), on_the_day))
    assert "⚠️" in seen(answer_message(AnswerInContext(answer(finding)), day_after))


def test_on_the_day_itself_it_is_today(finding, moment_in, seen) -> None:
    evening = moment_in(now=datetime(2019, 6, 9, 17, 59, tzinfo=UTC))
    assert seen(answer_message(AnswerInContext(answer(finding)), evening)).startswith("Sunday, 9 June 2019 — today\n")


def test_a_date_that_moved_since_is_told_as_it_stands_now(finding, vote: KeyDate, moment_in, seen) -> None:
    moved = replace(vote, when=day("2019-06-16"), status="moved", revision=2)
    message = answer_message(AnswerInContext(answer(finding), {12: moved}), moment_in())
    assert seen(message).startswith("Sunday, 16 June 2019 — in 44 days\n")


def test_a_cancelled_date_is_told_as_cancelled_with_no_reminder(finding, vote, moment_in, seen, pressed) -> None:
    message = answer_message(AnswerInContext(answer(finding), {12: replace(vote, status="cancelled")}), moment_in())
    assert seen(message).startswith("❌ Cancelled. It was to be: Sunday, 9 June 2019.\n")
    assert not any("Remind" in label for label in pressed(message))


def test_a_date_that_is_followed_already_says_so(finding, moment_in, pressed) -> None:
    message = answer_message(AnswerInContext(answer(finding), followed=frozenset({12})), moment_in())
    assert pressed(message)["✅ Reminders are on"] == "date:12"


def test_where_the_day_was_not_asked_for_it_is_only_noted(finding, moment_in, seen) -> None:
    text = seen(answer_message(AnswerInContext(answer(finding, kind="who")), moment_in(now=AFTER)))
    assert text.startswith(f"Sunday, 9 June 2019 — 11 days ago\n{QUOTE}")


def test_findings_of_one_briefing_share_their_source(finding, moment_in, seen) -> None:
    other = replace(finding, text="x", quote="Eleven people were detained.", text_start=None, text_end=None, date=None)
    text = seen(answer_message(AnswerInContext(answer(finding, other, kind="who")), moment_in()))
    assert text.count("as of 2 May 2019") == 1
    assert text.index(QUOTE) < text.index("Eleven people were detained.") < text.index("as of")


def test_what_an_older_briefing_said_otherwise_is_told_with_its_date(finding, ref, moment_in, seen) -> None:
    older_ref = replace(ref, id=3, title="Vote in May", published=date(2019, 4, 20))
    older = Superseded("The vote is on May 26.", day("2019-05-26"), older_ref)
    text = seen(answer_message(AnswerInContext(answer(replace(finding, older=(older,)))), moment_in()))
    end = text.split("An earlier briefing said otherwise:\n")[1]
    assert end == "Sunday, 26 May 2019\nThe vote is on May 26.\nVote in May · The Steppe Post · as of 20 April 2019"


def test_too_much_for_one_message_shortens_the_list_never_a_quote(finding, moment_in, seen) -> None:
    many = [replace(finding, quote=f"{number} " + "ж" * 900, text_start=None, text_end=None) for number in range(6)]
    text = seen(answer_message(AnswerInContext(answer(*many)), moment_in()))
    assert text.count("ж" * 900) == 4
    assert "2 more findings did not fit here." in text


def test_nothing_told_is_said_plainly_with_the_nearest_briefings(ref, moment_in, seen, pressed) -> None:
    message = answer_message(AnswerInContext(answer(nearest=(ref,))), moment_in())
    assert seen(message) == "The briefings do not tell. These come nearest:"
    assert pressed(message) == {"📰 City council calls a vote": "briefing:7"}


def test_nothing_told_and_nothing_near(moment_in, seen, pressed) -> None:
    message = answer_message(AnswerInContext(answer()), moment_in("ru"))
    assert seen(message) == "В новостях об этом не сказано."
    assert pressed(message) == {}


def test_only_editors_may_ask_why(finding, moment_in, pressed) -> None:
    assert "why" in pressed(answer_message(AnswerInContext(answer(finding)), moment_in(), may_ask_why=True)).values()
    assert "why" not in pressed(answer_message(AnswerInContext(answer(finding)), moment_in())).values()


def test_plain_text_puts_quotes_between_quotation_marks(finding, moment_in) -> None:
    assert f"“{QUOTE}”" in answer_text(AnswerInContext(answer(finding)), moment_in())


@given(quote=st.text(max_size=2000), title=st.text(max_size=300), url=st.text(max_size=60), start=st.integers(0, 50))
def test_whatever_was_loaded_telegram_takes_it(quote: str, title: str, url: str, start: int) -> None:
    ref = BriefingRef(1, title, title, url, None, "en")
    found = Finding(quote, quote, start, start + 5, 1, day("2019-06-09"), 0.9, ref, key_date_id=1)
    message = answer_message(AnswerInContext(answer(found)), ViewContext(texts("en"), AFTER, "UTC"))
    parse_html(message.text)
    assert all(button.label.strip() for row in message.keyboard for button in row)

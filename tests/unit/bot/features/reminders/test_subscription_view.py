from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from bot.features.reminders.subscription_view import (
    FollowedDate,
    Overview,
    ask_what,
    choose_date,
    following_date,
    following_topic,
    not_ahead,
    offer_topic,
    overview,
    stop_choices,
    unfollowed_date,
)
from bot.phrases.intents import Wish
from briefings.model.briefing import When
from briefings.model.leads import parse_leads
from briefings.notices.reminders import Subscription, Upcoming

SINCE = datetime(2019, 5, 3, tzinfo=UTC)
OWN = Subscription(4, 12, "", parse_leads("7d,1d,0d"), SINCE)
TOPIC = Subscription(5, None, "vote", parse_leads("1d"), SINCE)
EVERYTHING = Subscription(6, None, "*", parse_leads("1d"), SINCE)


@pytest.fixture
def followed(vote) -> FollowedDate:
    nine_in_almaty = [datetime(2019, 6, day, 3, tzinfo=UTC) for day in (2, 8, 9)]
    leads = ("7d", "1d", "0d")
    upcoming = (Upcoming(12, lead, at) for lead, at in zip(leads, nine_in_almaty, strict=True))
    return FollowedDate(vote, OWN, tuple(upcoming))


def test_following_takes_the_defaults_and_offers_changes_after(followed, moment_in, seen, pressed) -> None:
    message = following_date(followed, moment_in(), is_new=True)
    assert seen(message).startswith(
        "🔔 I will remind you of Council vote, Sunday, 9 June 2019:\n"
        "• Sunday, 2 June 2019, 09:00 — 7 days before\n"
        "• Saturday, 8 June 2019, 09:00 — 1 day before\n"
        "• Sunday, 9 June 2019, 09:00 — on the day itself"
    )
    buttons = pressed(message)
    assert buttons["✅ 7 days before"] == "lead:date:12:7d"
    assert buttons["▫️ 3 days before"] == "lead:date:12:3d"
    assert buttons["✏️ Another time"] == "leads:date:12"
    assert buttons["↩️ Undo"] == "unfollow:12"


def test_a_date_that_another_briefing_tells_otherwise_may_move(followed, moment_in, seen) -> None:
    june_16 = When("2019-06-16", date(2019, 6, 16), date(2019, 6, 16), "day")
    message = seen(following_date(replace(followed, told_otherwise=june_16), moment_in()))
    assert "Another briefing says Sunday, 16 June 2019. If the editors move the date, I will tell you" in message


def test_reminders_are_told_in_russian_and_kazakh(followed, moment_in, seen) -> None:
    russian, kazakh = (seen(following_date(followed, moment_in(language))) for language in ("ru", "kk"))
    assert "• воскресенье, 2 июня 2019 года, 09:00 — за 7 дней" in russian
    assert "• 2019 жылғы 2 маусым, жексенбі, 09:00 — 7 күн бұрын" in kazakh


def test_nothing_left_to_come_is_explained(vote, moment_in, seen) -> None:
    soon = FollowedDate(vote, OWN, ())
    silent = FollowedDate(vote, Subscription(4, 12, "", (), SINCE), ())
    assert "all your usual reminder times lie behind" in seen(following_date(soon, moment_in()))
    assert "No reminder is chosen." in seen(following_date(silent, moment_in()))


def test_a_month_has_one_reminder_and_no_switches(vote, moment_in, seen, pressed) -> None:
    june = When("2019-06", date(2019, 6, 1), date(2019, 6, 30), "month")
    upcoming = (Upcoming(12, "first", datetime(2019, 6, 1, 3, tzinfo=UTC)),)
    message = following_date(FollowedDate(replace(vote, when=june), OWN, upcoming), moment_in())
    assert "• Saturday, 1 June 2019, 09:00 — when the time begins" in seen(message)
    assert list(pressed(message).values()) == ["unfollow:12"]


def test_a_topic_names_what_of_it_lies_ahead(vote, moment_in, seen, pressed) -> None:
    message = following_topic(TOPIC, [vote], moment_in())
    assert seen(message).startswith("🔔 I follow “vote” for you: every date about it, also those still to come.")
    assert "Council vote\nSunday, 9 June 2019 — in 37 days" in seen(message)
    assert pressed(message)["🔕 Stop"] == "drop:5"
    assert pressed(message)["✅ 1 day before"] == "lead:topic:5:1d"


def test_several_dates_are_chosen_from_or_followed_as_a_topic(vote, moment_in, seen, pressed) -> None:
    message = choose_date(Wish("vote <b>", None), [vote], moment_in())
    assert "Which one do you mean by “vote <b>”?" in seen(message)
    assert pressed(message) == {"🔔 Council vote": "remind:12", "🔔 Follow “vote <b>”": "follow-topic"}


def test_no_date_is_answered_with_the_offer_of_the_topic(moment_in, seen, pressed) -> None:
    message = offer_topic("rain", moment_in("ru"))
    assert "О будущих датах по теме «rain» пока не знаю." in seen(message)
    assert list(pressed(message).values()) == ["follow-topic", "dates:ahead:0"]


@pytest.mark.parametrize(
    ("status", "said"),
    [
        ("cancelled", "It is cancelled, so there is nothing to remind you of."),
        ("planned", "It is over, so there is nothing left to remind you of."),
    ],
)
def test_what_does_not_lie_ahead_is_told_by_its_name(status, said, vote, moment_in, seen, pressed) -> None:
    message = not_ahead("vote", replace(vote, status=status), moment_in(now=datetime(2019, 6, 20, tzinfo=UTC)))
    assert seen(message).startswith("Council vote")
    assert said in seen(message)
    assert list(pressed(message).values()) == ["follow-topic", "dates:ahead:0"]


def test_a_day_counted_from_today_comes_with_each_date(vote, moment_in, pressed) -> None:
    message = ask_what([vote], Wish("", None, 2), moment_in(), has_more=True)
    assert list(pressed(message).values()) == ["remind:12:35d", "dates:ahead:0", "follow-everything"]
    assert "dates:ahead:0" not in pressed(ask_what([vote], Wish("", None), moment_in(), has_more=False)).values()


def test_a_time_that_was_chosen_and_is_past_is_told(followed, moment_in, seen) -> None:
    last_two = replace(followed, upcoming=followed.upcoming[1:])
    text = seen(following_date(last_two, moment_in(now=datetime(2019, 6, 5, tzinfo=UTC))))
    assert "Already past: 7 days before." in text
    assert "Already past" not in seen(following_date(followed, moment_in()))


def test_stopping_can_be_taken_back(vote, moment_in, seen, pressed) -> None:
    message = unfollowed_date(vote, OWN, moment_in())
    assert seen(message) == "🔕 All right: no more reminders of Council vote."
    assert list(pressed(message).values()) == ["refollow:4"]


def test_how_long_before_is_told_as_quiet_hours_left_it(vote, moment_in, seen) -> None:
    two_hours, a_day = (Subscription(4, 12, "", parse_leads(lead), SINCE) for lead in ("2h", "1d"))
    seven_on_the_day = datetime(2019, 6, 9, 1, tzinfo=UTC)
    for subscription, lead in ((two_hours, "2h"), (a_day, "1d")):
        reported = seen(
            following_date(FollowedDate(vote, subscription, (Upcoming(12, lead, seven_on_the_day),)), moment_in())
        )
        assert "• Sunday, 9 June 2019, 07:00 — on the day itself" in reported


def test_the_list_tells_what_was_put_off(followed, moment_in, seen) -> None:
    at_noon = Upcoming(12, "snooze:1", datetime(2019, 6, 1, 6, tzinfo=UTC))
    put_off = replace(followed, upcoming=(at_noon, *followed.upcoming))
    text = seen(overview(Overview((put_off,), (), is_group=False), 0, moment_in()))
    assert "snoozed until: Saturday, 1 June 2019, 12:00" in text
    assert "next:" not in text


def test_the_list_tells_the_next_reminder_of_each(followed, moment_in, seen) -> None:
    message = overview(Overview((followed,), (TOPIC, EVERYTHING), False), 0, moment_in())
    assert "Council vote\nSunday, 9 June 2019 — in 37 days\nnext: Sunday, 2 June 2019, 09:00" in seen(message)
    assert "“vote”" in seen(message)
    sent = {one.data for row in message.keyboard for one in row}
    assert {"following:12", "unfollow:12", "topic:5", "drop:5", "stop-all"} <= sent


def test_a_long_list_has_pages_and_a_page_too_far_shows_the_last(followed, moment_in, pressed) -> None:
    listed = Overview((followed,) * 13, (), False)
    assert "reminders:1" in pressed(overview(listed, 0, moment_in())).values()
    assert "reminders:1" in pressed(overview(listed, 99, moment_in())).values()


def test_an_empty_list_says_where_to_begin(moment_in, seen, pressed) -> None:
    message = overview(Overview((), (), False), 0, moment_in())
    assert "/follow election" in seen(message)
    assert "dates:ahead:0" in pressed(message).values()


def test_what_to_stop_is_asked(followed, moment_in, pressed) -> None:
    message = stop_choices(Overview((followed,), (TOPIC,), False), moment_in())
    assert list(pressed(message).values()) == ["unfollow:12", "drop:5", "stop-all"]

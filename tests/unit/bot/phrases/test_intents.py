from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.phrases.intents import Wish, on_its_day, parse_stop_wish, parse_wish, split_wish
from briefings.model.leads import LONGEST, parse_leads


@pytest.mark.parametrize(
    ("text", "words", "leads"),
    [
        ("remind me of the election", "election", None),
        ("Remind me about the vote 3 days and 2 hours before.", "vote", "3d,2h"),
        ("Please remind us 2 days before the early vote!", "early vote", "2d"),
        ("could you remind me a week before the election?", "election", "7d"),
        ("remind me the day before the vote", "vote", "1d"),
        ("Remind me", "", None),
        ("напомни о выборах за 3 дня и за 2 часа", "выборах", "3d,2h"),
        ("Напомните мне, пожалуйста, за неделю до выборов", "выборов", "7d"),
        ("сайлауды 3 күн бұрын еске сал", "сайлауды", "3d"),
        ("сайлауға 3 күн қалғанда еске сал", "сайлауға", "3d"),
        ("сайлауға бір апта қала ескертіңіз", "сайлауға", "7d"),
        ("жәрмеңке басталардан 2 күн бұрын еске сал", "жәрмеңке", "2d"),
        ("Сайлау туралы маған еске салыңыз", "Сайлау", None),
        ("remind me 3 day befor the vote", "vote", "3d"),
        ("remind me two weeks before the vote", "vote", "14d"),
        ("remind me on election day", "election", "0d"),
        ("remind me of the rally on the day itself", "rally", "0d"),
        ("remind me on the eve of the vote", "vote", "1d"),
        ("follow the election", "election", None),
        ("remind me of everything", "*", None),
        ("Напомни накануне выборов", "выборов", "1d"),
        ("напомни о выборах накануне", "выборах", "1d"),
        ("напомни в день выборов", "выборов", "0d"),
        ("не могли бы вы напомнить о выборах?", "выборах", None),
        ("Напоминай обо всём!", "*", None),
        ("Следи за всеми датами", "*", None),
        ("бәрін еске сал", "*", None),
        ("сайлауды ескертіп қой", "сайлауды", None),
        ("сайлау күні еске сал", "сайлау", "0d"),
        ("Жеңіс күнін еске сал", "Жеңіс күнін", None),
        ("сайлау қарсаңында еске салыңызшы", "сайлау", "1d"),
    ],
)
def test_a_wish_says_of_what_and_how_long_before(text: str, words: str, leads: str | None) -> None:
    wish = parse_wish(text)
    assert wish is not None
    assert (wish.words, wish.leads) == (words, parse_leads(leads) if leads else None)


@pytest.mark.parametrize(
    "text",
    [
        "When is the election?",
        "Who reminded me of the vote?",
        "Does it remind you of 1991?",
        "Кто напомнил о выборах?",
        "remind me who won the vote",
        "напомни, когда выборы",
        "Follow-up hearings: when?",
        "What follows the vote?",
        "Кім еске салды?",
        "",
    ],
)
def test_a_question_is_no_wish(text: str) -> None:
    assert parse_wish(text) is None


@pytest.mark.parametrize(
    ("text", "words", "days"),
    [
        ("remind me of the election tomorrow", "election", 1),
        ("remind me in 3 days", "", 3),
        ("remind me about the vote in a week", "vote", 7),
        ("remind me of the vote in 2 hours", "vote", None),
        ("напомни о выборах через 2 дня", "выборах", 2),
        ("напомни послезавтра о выборах", "выборах", 2),
        ("сайлауды 3 күннен кейін еске сал", "сайлауды", 3),
        ("ертең еске сал", "", 1),
    ],
)
def test_a_day_counted_from_today_is_no_lead(text: str, words: str, days: int | None) -> None:
    assert parse_wish(text) == Wish(words, None, days)


def test_a_day_from_today_becomes_a_lead_when_the_date_is_known() -> None:
    today, vote = date(2019, 5, 3), date(2019, 6, 9)
    assert Wish("vote", None, 2).leads_for(vote, today) == (timedelta(days=35),)
    assert Wish("vote", None, 40).leads_for(vote, today) == ()
    assert Wish("vote", None).leads_for(vote, today) is None
    assert Wish("vote", parse_leads("3d"), 2).leads_for(vote, today) == parse_leads("3d")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("stop reminding me of the election", "election"),
        ("Please don't remind me about the vote any more!", "vote"),
        ("unfollow the election", "election"),
        ("unsubscribe me from the vote", "vote"),
        ("stop reminding me", ""),
        ("no more reminders", ""),
        ("cancel my reminders of the vote", "vote"),
        ("stop all my reminders", "*"),
        ("stop reminding me of everything", "*"),
        ("stop everything", "*"),
        ("не напоминай о выборах", "выборах"),
        ("больше не напоминай мне о выборах", "выборах"),
        ("Не напоминайте больше про суд", "суд"),
        ("перестань мне напоминать о выборах", "выборах"),
        ("отпишись от выборов", "выборов"),
        ("отключи все напоминания", "*"),
        ("убери напоминание о суде", "суде"),
        ("сайлауды еске салма", "сайлауды"),
        ("Сайлау туралы енді еске салмаңыз", "Сайлау"),
        ("еске салма", ""),
        ("сайлауды еске салуды тоқтат", "сайлауды"),
        ("бәрін тоқтат", "*"),
    ],
)
def test_a_wish_to_stop_says_what(text: str, words: str) -> None:
    assert parse_stop_wish(text) == words
    assert parse_wish(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "When will they stop reminding voters?",
        "Who stopped the vote?",
        "Did they stop all reminders?",
        "Кто отписался от выборов?",
        "Почему не напоминают о выборах?",
        "Неге еске салмады?",
        "stop the reform",
        "remind me of the election",
        "напомни о выборах",
        "сайлауды еске сал",
        "",
    ],
)
def test_a_question_does_not_stop_anything(text: str) -> None:
    assert parse_stop_wish(text) is None


@pytest.mark.parametrize(
    ("text", "words", "leads"),
    [
        ("election", "election", None),
        ("election 3 days and 2 hours before", "election", "3d,2h"),
        ("election 3d, 2h", "election", "3d,2h"),
        ("выборы за 3 дня", "выборы", "3d"),
        ("сайлау 1 апта бұрын", "сайлау", "7d"),
        ("Victory Day", "Victory Day", None),
        ("День Победы", "День Победы", None),
        ("election 2019", "election 2019", None),
        ("election 400 days before", "election 400 days before", None),
        ("Жеңіс күні", "Жеңіс күні", None),
        ("the election on the day", "election", "0d"),
        ("election a week before and on the day", "election", "7d,0d"),
        ("выборы за неделю и накануне", "выборы", "7d,1d"),
        ("everything", "*", None),
        ("Всё", "*", None),
        ("бәрі 2 күн бұрын", "*", "2d"),
    ],
)
def test_what_follows_the_command_is_parted(text: str, words: str, leads: str | None) -> None:
    wish = split_wish(text)
    assert (wish.words, wish.leads) == (words, parse_leads(leads) if leads else None)


@given(st.text())
def test_whatever_is_written_nothing_is_added(text: str) -> None:
    parse_wish(text)
    parse_stop_wish(text)
    wish = split_wish(text)
    assert len(wish.words) <= len(text)
    assert wish.leads is None or max(wish.leads) <= LONGEST


@pytest.mark.parametrize(
    ("text", "words", "leads"),
    [
        ("remind me\n2 days\n before\n\nthe  vote", "vote", "2d"),
        ("remind me of the vote and and and", "vote", None),
        ("remind me of and", "and", None),
        ("напомни мне, пожалуйста,\nо выборах  за 2 дня", "выборах", "2d"),
        ("remind me of everything any more", "*", None),
    ],
)
def test_blanks_and_small_words_make_no_difference(text: str, words: str, leads: str | None) -> None:
    wish = parse_wish(text)
    assert wish is not None
    assert (wish.words, wish.leads) == (words, parse_leads(leads) if leads else None)


def test_nobody_wishes_in_a_thousand_words() -> None:
    assert parse_wish("remind me of the vote " + "and the fair " * 50) is None
    assert parse_stop_wish("stop reminding me of " + "the fair " * 100) is None


def test_more_leads_than_there_may_be_are_none() -> None:
    many = ", ".join(f"{days} days" for days in range(1, 14))
    assert split_wish(f"the vote {many} before").leads is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("notify me about the debates", "debates"),
        ("let me know before the vote", "vote"),
        ("don't let me forget the deadline", "deadline"),
        ("предупреди о выборах", "выборах"),
        ("сообщите мне о дебатах", "дебатах"),
        ("хочу следить за выборами", "выборами"),
        ("не дай забыть про выборы", "выборы"),
        ("сайлау туралы хабарлап тұр", "сайлау"),
    ],
)
def test_there_are_many_words_for_a_wish(text: str, words: str) -> None:
    wish = parse_wish(text)
    assert wish is not None
    assert wish.words == words


@pytest.mark.parametrize("text", ["let me know who won", "сообщи, кто победил", "let me know when the vote is"])
def test_whoever_wants_to_know_something_now_asks(text: str) -> None:
    assert parse_wish(text) is None


@pytest.mark.parametrize(
    ("text", "words", "at", "leads"),
    [
        ("remind me two days before the election at 8pm", "election", time(20), "2d"),
        ("remind me at midnight the day before the vote", "vote", time(0), "1d"),
        ("напомни о выборах в 8 вечера", "выборах", time(20), None),
        ("сайлауды кешкі 8-де еске сал", "сайлауды", time(20), None),
        ("сайлаудан бір күн бұрын таңғы 7-де еске сал", "сайлаудан", time(7), "1d"),
        ("remind me of room 8", "room 8", None, None),
    ],
)
def test_a_wish_may_name_the_time_of_day(text: str, words: str, at: time | None, leads: str | None) -> None:
    wish = parse_wish(text)
    assert wish is not None
    assert (wish.words, wish.at, wish.leads) == (words, at, parse_leads(leads) if leads else None)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("remind me of the election on June 8", "election"),
        ("remind me on June 8 of the election", "election"),
        ("напомни о выборах 8 июня", "выборах"),
        ("сайлауды 8 маусымда еске сал", "сайлауды"),
    ],
)
def test_a_wish_may_name_the_day(text: str, words: str) -> None:
    wish = parse_wish(text)
    assert wish is not None
    wish = on_its_day(wish, date(2019, 5, 3))
    assert wish.words == words
    assert wish.leads_for(date(2019, 6, 9), date(2019, 5, 3)) == (timedelta(days=1),)
    assert wish.leads_for(date(2019, 6, 7), date(2019, 5, 3)) == ()


def test_a_day_that_is_all_there_is_names_what_happens_then() -> None:
    wish = parse_wish("remind me of May 9")
    assert wish is not None
    assert on_its_day(wish, date(2019, 5, 3)) == wish


@pytest.mark.parametrize(
    "text", ["remind me every day until the vote", "напоминай каждый день до vote", "vote күн сайын еске сал"]
)
def test_every_day_is_as_many_days_as_may_be_chosen(text: str) -> None:
    wish = parse_wish(text)
    assert wish is not None
    assert (wish.words, wish.leads) == ("vote", tuple(timedelta(days=number) for number in range(9, -1, -1)))


@pytest.mark.parametrize(
    ("text", "replaces"),
    [
        ("remind me only 1 day before the vote", True),
        ("напомни о vote только за день", True),
        ("remind me 1 day before the vote", False),
        ("remind me of the only vote", False),
    ],
)
def test_a_wish_stands_in_place_of_others_only_where_it_says_so(text: str, replaces: bool) -> None:
    wish = parse_wish(text)
    assert wish is not None
    assert wish.replaces == replaces

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.wishes import part_wish, said_wish
from briefings.leads import LONGEST, parse_leads


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
        ("Сайлау туралы маған еске салыңыз", "Сайлау", None),
    ],
)
def test_a_wish_says_of_what_and_how_long_before(text: str, words: str, leads: str | None) -> None:
    wish = said_wish(text)
    assert wish is not None
    assert (wish.words, wish.leads) == (words, parse_leads(leads) if leads else None)


@pytest.mark.parametrize(
    "text",
    [
        "When is the election?",
        "Who reminded me of the vote?",
        "Does it remind you of 1991?",
        "Кто напомнил о выборах?",
        "",
    ],
)
def test_a_question_is_no_wish(text: str) -> None:
    assert said_wish(text) is None


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
    ],
)
def test_what_follows_the_command_is_parted(text: str, words: str, leads: str | None) -> None:
    wish = part_wish(text)
    assert (wish.words, wish.leads) == (words, parse_leads(leads) if leads else None)


@given(st.text())
def test_whatever_is_written_nothing_is_added(text: str) -> None:
    wish = part_wish(text)
    assert len(wish.words) <= len(text)
    assert wish.leads is None or max(wish.leads) <= LONGEST

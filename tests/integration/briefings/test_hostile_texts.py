"""Whatever people send is read in time linear in its length, from what came in to what is proposed of it."""

import random
import signal

import pytest

from benchmarks.hostile_corpus import DAY, PIECES, SENTENCE, Entry, articles, messages, numbered, take, warm_up
from bot.phrases.intents import parse_stop_wish, parse_wish
from briefings.editorial.analysis import study
from briefings.intake import IntakeError
from briefings.intake.article_reading import from_markdown, from_text
from briefings.intake.rubbish import CONTROLS
from tests.growth import Attack, Run, at_most, steep

pytestmark = pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="needs a timer of processor time")

MESSAGES = (500, 4_000)
ARTICLES = (2_000, 16_000)
"""code points of what is compared"""
FEW, MANY = 4, 40
"""attacks on each reader of texts, in the short and in the long run; `benchmarks/hostile_corpus.py` takes all"""
SOON = 5
"""seconds of processor time, for what once took for ever or half a minute"""
HEADS = (("", ""), ("remind me", "x of the vote"), ("11", " a"), ("# a ", " x"))


@pytest.fixture(autouse=True, scope="module")
def warm() -> None:
    warm_up()


@pytest.mark.parametrize("entry", messages(), ids=lambda entry: entry.name)
def test_a_few_hostile_messages_are_read_in_linear_time(entry: Entry) -> None:
    assert steep(_reading(entry), _some(entry), *MESSAGES) is None


@pytest.mark.parametrize("entry", articles(), ids=lambda entry: entry.name)
def test_a_few_hostile_articles_are_read_in_linear_time(entry: Entry) -> None:
    assert steep(_reading(entry), _some(entry), *ARTICLES) is None


@pytest.mark.long
@pytest.mark.parametrize("entry", messages(), ids=lambda entry: entry.name)
def test_many_hostile_messages_are_read_in_linear_time(entry: Entry) -> None:
    assert steep(_reading(entry), _some(entry, MANY), *MESSAGES) is None


@pytest.mark.long
@pytest.mark.parametrize("entry", articles(), ids=lambda entry: entry.name)
def test_many_hostile_articles_are_read_in_linear_time(entry: Entry) -> None:
    assert steep(_reading(entry), _some(entry, MANY), *ARTICLES) is None


def test_times_in_a_row_are_no_riddle() -> None:
    with at_most(SOON):
        assert CONTROLS.fullmatch("11" + ":11" * 60 + " a") is None
        assert CONTROLS.fullmatch("0:00 0:01:10 0:00")
        from_text(SENTENCE + "11" + ":11" * 60_000 + " a")


def test_a_wish_with_thousands_of_empty_lines_is_no_wish_that_takes_seconds() -> None:
    with at_most(SOON):
        parse_wish("remind me" + "\n" * 4000 + "x of the vote")
        parse_stop_wish("stop reminding me" + "\n" * 4000 + "x of the vote")


@pytest.mark.parametrize(
    "text", ["# a " + "#" * 40_000 + " x", "[a](" * 47_000, "<!--" * 45_000, "![a](" * 39_000, "**a " * 45_000]
)
def test_markdown_that_never_closes_is_read_at_once(text: str) -> None:
    with at_most(SOON):
        from_markdown(SENTENCE + text)


def test_marks_on_marks_are_read_at_once() -> None:
    with at_most(SOON):
        article = from_text(SENTENCE + "a" + "\u0301\u0323" * 45_000)
    assert len(article.text) < len(SENTENCE) + 40


@pytest.mark.parametrize("line", ["a\n", "1\n", "- a\n"])
def test_a_text_of_nothing_but_short_lines_is_refused_at_once(line: str) -> None:
    with at_most(SOON), pytest.raises(IntakeError, match="more than 5000 sentences"):
        from_markdown(SENTENCE + line * 40_000)


def test_a_text_of_nothing_but_dates_is_refused() -> None:
    with at_most(2 * SOON), pytest.raises(IntakeError, match="more than 3000 dates"):
        study("Days", SENTENCE + "June 9 " * 20_000, "en", DAY, "Asia/Almaty")


def test_a_text_of_hundreds_of_different_events_is_refused() -> None:
    letters = "bcdfghklmnprstvz"
    words = [f"{one}a{other}o{third}" for one in letters for other in letters for third in "klm"]
    text = "\n".join(f"The {word.title()} election is on June 9, 2019." for word in words)
    with at_most(2 * SOON), pytest.raises(IntakeError, match="more than 300 events"):
        study("Elections", text, "en", DAY, "Asia/Almaty")


def test_a_text_that_cancels_hundreds_of_events_is_refused() -> None:
    text = "The election is on June 9, 2019.\n" + "\n".join(
        f"The {chr(97 + number % 26)}{number} election is cancelled." for number in range(400)
    )
    with at_most(2 * SOON), pytest.raises(IntakeError, match="more than 300 events"):
        study("Elections", text, "en", DAY, "Asia/Almaty")


def test_as_many_dates_as_a_long_calendar_has_are_proposed() -> None:
    months = ("May", "June", "July", "August", "September", "October")
    days = [f"{month} {day}, 2019" for month in months for day in range(3, 29)]
    text = "\n".join(f"The {number}th council meeting is on {day}." for number, day in enumerate(days, 1))
    assert len(study("Calendar", text, "en", DAY, "Asia/Almaty").proposals) == len(days)


def test_what_is_numbered_differs_in_every_round() -> None:
    text = numbered("The election is on June 9. ", 2000)
    sentences = text.split("The election")[1:-1]
    assert len(set(sentences)) == len(sentences) > 20


def _reading(entry: Entry) -> Run:
    """To refuse is to have read."""
    return lambda text: take(entry, text)


def _all() -> list[Attack]:
    return [Attack(head, piece, end) for head, end in HEADS for piece in PIECES if not head or len(piece) < 3]


def _some(entry: Entry, count: int = FEW) -> list[Attack]:
    return random.Random(entry.name).sample(_all(), count)

"""What the views' tests show: an article, its key date, and moments at which readers look."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from bot.local.markup import parse_html
from bot.locales import texts
from bot.ui.message import Message
from bot.ui.view_context import ViewContext
from briefings.model.briefing import BriefingRef, When
from briefings.model.key_date import Evidence, KeyDate
from briefings.text import Language

NEWS_URL = "https://news.example/vote"
REF = BriefingRef(7, "City council calls a vote", "The Steppe Post", NEWS_URL, date(2019, 5, 2), "en")
VOTE_DAY = When("2019-06-09", date(2019, 6, 9), date(2019, 6, 9), "day")
QUOTE = "The city council will hold a vote on June 9, its speaker said."
VOTE = KeyDate(12, "Council vote", "en", "Oskemen", VOTE_DAY, "planned", 1, (Evidence(QUOTE, "June 9", REF),))

ViewContexts = Callable[..., ViewContext]


@pytest.fixture
def ref() -> BriefingRef:
    return REF


@pytest.fixture
def vote() -> KeyDate:
    return VOTE


@pytest.fixture
def moment_in() -> ViewContexts:
    """Make a moment: 3 May 2019, nine in the morning in Almaty, unless said otherwise."""

    def make(
        language: Language = "en", now: datetime = datetime(2019, 5, 3, 3, tzinfo=UTC), **other: object
    ) -> ViewContext:
        return replace(ViewContext(texts(language), now, "Asia/Almaty"), **other)  # type: ignore[arg-type]  # any field

    return make


@pytest.fixture
def seen() -> Callable[[Message], str]:
    """Return the text as people see it; markup that Telegram refuses, or too long a text, fails the test."""

    def see(message: Message) -> str:
        formatted = parse_html(message.text)
        assert len(formatted.text.encode("utf-16-le")) // 2 <= 4096
        assert formatted.text.strip()
        assert sum(map(len, message.keyboard)) <= 100
        return formatted.text

    return see


@pytest.fixture
def pressed() -> Callable[[Message], dict[str, str]]:
    """Return what each button sends or opens, by its label."""
    return lambda message: {one.label: one.data or one.url or "" for row in message.keyboard for one in row}

"""What handlers are given: asked of the database once for each update."""

from contextlib import asynccontextmanager
from datetime import date

import pytest

from briefings.intake.article import Article

FOR_A_QUESTION = {"a step under way", "reader", "index", "words", "passages", "still published", "is an editor"}
"""What a session is opened for, once each."""


@pytest.fixture
def sessions(bot, monkeypatch):
    """The sessions that were opened, by the function that opened each."""
    database, opened = bot.services.database, []

    def counted(kind):
        original = getattr(database, kind)

        @asynccontextmanager
        async def open_one():
            opened.append(kind)
            async with original() as session:
                yield session

        return open_one

    for kind in ("reading", "writing"):
        monkeypatch.setattr(database, kind, counted(kind))
    return opened


@pytest.fixture
async def asks(bot, reader, sessions):
    """Ask something; return how many sessions that took."""

    async def ask(text: str) -> int:
        sessions.clear()
        await reader.says(text)
        await bot.works()
        return len(sessions)

    await reader.says("/start")
    await bot.works()
    return ask


async def test_a_question_opens_few_sessions(bot, asks, reader) -> None:
    text = "The vote will be held on 9 June. Three parties take part in it."
    article = Article("A vote is near", text, None, None, "en", date(2019, 5, 2))
    draft = await bot.services.drafts.load(article, 1)
    await bot.services.publisher.publish(draft.briefing.id, 1)
    await asks("how many parties take part?")
    assert await asks("how many parties take part?") <= len(FOR_A_QUESTION)
    assert "Three" in reader.messages[-1].text


async def test_a_command_asks_for_the_reader_once(asks) -> None:
    assert await asks("/dates") == 4  # the reader, the dates, what of them is followed, by itself and by a topic


async def test_a_language_just_chosen_is_spoken_at_once(bot, reader) -> None:
    await reader.says("/settings")
    await bot.works()
    await bot.pressed(reader.user, reader.messages[-1], "set:language:ru")
    await reader.says("/help")
    await bot.works()
    assert "Спросить" in reader.messages[-1].text

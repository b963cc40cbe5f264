"""A library to publish in and an engine to ask, on a real database with the real models."""

from collections.abc import Awaitable, Callable
from datetime import date

import pytest

from briefings.answers import Answer, Answers
from briefings.editorial.publishing import Publisher
from briefings.intake import Article
from briefings.models import Models
from db.database import Database

Publish = Callable[..., Awaitable[int]]
Ask = Callable[[str], Awaitable[Answer]]


@pytest.fixture
def answers(database: Database, clock, models: Models) -> Answers:
    return Answers(database, clock, models)


@pytest.fixture
def ask(answers: Answers) -> Ask:
    async def asking(question: str) -> Answer:
        return await answers.ask(question, zone="Asia/Almaty")

    return asking


@pytest.fixture
def publish(library: Publisher, drafts) -> Publish:
    """Publish a text; return the id of its briefing."""

    async def publishing(
        text: str, title: str = "News", published: date | None = date(2019, 5, 2), language: str = "en"
    ) -> int:
        article = Article(title=title, text=text, source="Our desk", url=None, language=language, published=published)
        draft = await drafts.load(article, 1)
        await library.publish(draft.briefing.id, 1, undated=published is None)
        return draft.briefing.id

    return publishing

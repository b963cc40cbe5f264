"""Services on a real database, and articles in our own words."""

from collections.abc import Callable
from datetime import date

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from briefings.editorial.drafts import Drafts
from briefings.editorial.publishing import Publisher
from briefings.intake import Article
from briefings.key_dates.service import KeyDates
from briefings.models import Models
from db.database import Database

ELECTION = (
    "The country will hold a snap presidential election on June 9, the electoral commission said on Thursday. "
    "Eleven candidates have asked to be registered. "
    "Police detained about forty people at a rally in Almaty on May 1. "
    "Observers from abroad arrive in late May."
)


class Heard:
    """A planner that only remembers what it was told."""

    def __init__(self) -> None:
        self.calls: list[tuple[str, int]] = []

    async def date_added(self, session: AsyncSession, key_date_id: int) -> None:
        self.calls.append(("added", key_date_id))

    async def date_changed(self, session: AsyncSession, key_date_id: int) -> None:
        self.calls.append(("changed", key_date_id))

    async def date_joined(self, session: AsyncSession, key_date_id: int, into: int) -> None:
        self.calls += [("joined", key_date_id), ("into", into)]

    async def date_parted(self, session: AsyncSession, key_date_id: int, from_: int) -> None:
        self.calls += [("parted", key_date_id), ("from", from_)]

    async def date_gone(self, session: AsyncSession, key_date_id: int) -> None:
        self.calls.append(("gone", key_date_id))


@pytest.fixture
def heard() -> Heard:
    return Heard()


@pytest.fixture
def article() -> Callable[..., Article]:
    """Make an article; what is not named is that of the election."""

    def make(text: str = ELECTION, title: str = "Election called for June", **others: object) -> Article:
        values = {"source": "Our desk", "url": None, "language": "en", "published": date(2019, 5, 2), **others}
        return Article(title=title, text=text, **values)  # type: ignore[arg-type]

    return make


@pytest.fixture
def drafts(database: Database, clock) -> Drafts:
    return Drafts(database, clock, "Asia/Almaty")


@pytest.fixture(scope="session")
def models() -> Models:
    return Models()


@pytest.fixture
def library(database: Database, clock, drafts: Drafts, models: Models, heard: Heard) -> Publisher:
    return Publisher(database, clock, drafts, models, heard)


@pytest.fixture
def key_dates(database: Database, clock, heard: Heard) -> KeyDates:
    return KeyDates(database, clock, heard)

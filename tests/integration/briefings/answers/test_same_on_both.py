"""SQLite and PostgreSQL give equal answers: ranks are ours, ties are broken by place."""

import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from briefings.answers import Answers
from briefings.answers.index import add, prepare
from db.database import Database
from db.tables import BriefingRow

TEXTS = (
    "Police detained forty people in Almaty. The election is on June 9.",
    "Police detained twelve people in Oral. A vote on the budget is due on June 20.",
    "Police detained twelve people in Oral. A vote on the budget is due on June 20. Nobody was hurt.",
    "Полиция задержала пять человек в Костанае. Выборы пройдут 9 июня.",
)
QUESTIONS = (
    "Who was detained?",
    "When is the election?",
    "Кого задержали?",
    "what happens on June 20",
    "who was hurt in Paris",
)


@pytest.fixture
async def sqlite(migrated_file: Path, tmp_path: Path) -> AsyncIterator[Database]:
    path = tmp_path / "other.db"
    shutil.copy(migrated_file, path)
    opened = Database(f"sqlite+aiosqlite:///{path}")
    yield opened
    await opened.close()


async def fill(database: Database, models, clock) -> None:
    for number, text in enumerate(TEXTS):
        language = "ru" if "Полиция" in text else "en"
        prepared = await prepare(models, text, "News", language, clock.now().date())
        async with database.writing() as session:
            row = BriefingRow(
                status="published",
                title="News",
                language=language,
                published=clock.now().date(),
                text=text,
                summary=[],
                fingerprint=str(number),
                loaded_at=clock.now(),
                live_at=clock.now(),
            )
            session.add(row)
            await session.flush()
            await add(session, row.id, prepared)


async def test_answers_are_equal(database: Database, sqlite: Database, models, clock) -> None:
    told = []
    for one in (database, sqlite):
        await fill(one, models, clock)
        answers = Answers(one, clock, models)
        told.append([await answers.ask(question, zone="Asia/Almaty") for question in QUESTIONS])
    assert told[0] == told[1]

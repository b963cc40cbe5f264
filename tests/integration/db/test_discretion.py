"""What people wrote reaches no log through the database: not as a parameter, not in an error's own words."""

import ast
import logging
import traceback
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import SQLAlchemyError

import db.database

ROOT = Path(db.database.__file__).parents[1]
WORDS = "who paid the marker-seven minister"
FAILING = [
    "INSERT INTO facts (name, value) VALUES (CAST(:words AS VARCHAR), NULL)",
    "INSERT INTO facts (name, value) VALUES (CAST(:words AS VARCHAR), '1'), (CAST(:words AS VARCHAR), '2')",
    "SELECT nothing FROM nowhere WHERE name = CAST(:words AS VARCHAR)",
]
FAILING_ON_POSTGRESQL = [
    "SELECT CAST(CAST(:words AS TEXT) AS INTEGER)",
    "SELECT CAST(CAST(:words AS TEXT) AS DATE)",
    "SELECT CAST(:words AS INTEGER)",
    "SELECT CAST(CAST(:words AS TEXT) AS JSON)",
]


async def logged(database, statement, caplog, level):
    caplog.set_level(level)
    for name in ("sqlalchemy.engine", "sqlalchemy.pool", "aiosqlite"):
        caplog.set_level(level, name)
    with pytest.raises(SQLAlchemyError) as raised:
        async with database.writing() as session:
            await session.execute(sa.text(statement), {"words": WORDS})
    logging.getLogger("bot").error("failed: %s", raised.value, exc_info=raised.value)
    return caplog.text + repr(raised.value) + "".join(traceback.format_exception(raised.value))


@pytest.mark.parametrize("level", [logging.INFO, logging.DEBUG])
@pytest.mark.parametrize("statement", FAILING)
async def test_a_statement_that_fails_keeps_its_words(database, statement, caplog, level):
    if level == logging.DEBUG:
        caplog.handler.addFilter(lambda record: not record.name.startswith("aiosqlite"))  # see bot.observability.logs
    text = await logged(database, statement, caplog, level)
    assert "facts" in text or "nowhere" in text  # the statement itself is told
    assert "marker-seven" not in text


@pytest.mark.long
@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
@pytest.mark.parametrize("statement", FAILING_ON_POSTGRESQL)
async def test_a_value_that_does_not_fit_is_not_quoted(database, statement, caplog):
    text = await logged(database, statement, caplog, logging.DEBUG)
    assert "SQLSTATE 22" in text
    assert "marker-seven" not in text


@pytest.mark.parametrize("level", [logging.INFO, logging.DEBUG])
async def test_a_transaction_in_a_thread_that_fails_keeps_its_words(database, caplog, level):
    caplog.set_level(level)
    caplog.set_level(level, "sqlalchemy.engine")
    with pytest.raises(SQLAlchemyError) as raised:
        await database.transact(lambda connection: connection.execute(sa.text(FAILING[0]), {"words": WORDS}))
    logging.getLogger("bot").error("failed: %s", raised.value, exc_info=raised.value)
    assert "INSERT INTO facts" in caplog.text
    assert "marker-seven" not in caplog.text + repr(raised.value) + "".join(traceback.format_exception(raised.value))


def calls_of(names):
    for folder in ("bot", "briefings", "db"):
        for path in (ROOT / folder).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call) and getattr(node.func, "id", getattr(node.func, "attr", "")) in names:
                    yield path.relative_to(ROOT).as_posix(), {keyword.arg for keyword in node.keywords}


def test_every_engine_hides_parameters():
    makers = {"create_async_engine", "create_engine", "engine_from_config", "async_engine_from_config"}
    made = list(calls_of(makers))
    assert {place for place, _ in made} == {"db/database.py"}
    assert all("hide_parameters" in keywords for _, keywords in made)

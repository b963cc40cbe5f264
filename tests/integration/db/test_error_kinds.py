"""What counts as trouble with the database, to be tried again, and what is a mistake of ours."""

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import SQLAlchemyError

from briefings.facts import remember
from db.database import DATABASE_ERRORS, Database, make_engine
from db.error_kinds import cannot_store, reason_of


async def run(database, statement):
    async with database.writing() as session:
        await session.execute(sa.text(statement))


async def test_a_server_that_is_not_there_is_trouble():
    database = Database("postgresql+asyncpg://nobody@127.0.0.1:1/nothing")
    with pytest.raises(DATABASE_ERRORS):
        await run(database, "SELECT 1")
    await database.close()


async def test_a_pool_with_no_connection_left_is_trouble(database):
    engine = make_engine(database.url, pool_size=1, max_overflow=0, pool_timeout=0.01)
    async with engine.connect():
        with pytest.raises(DATABASE_ERRORS):
            await engine.connect()
    await engine.dispose()


@pytest.mark.long
@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
async def test_a_server_that_ends_the_connection_or_the_statement_is_trouble(database, database_url):
    other = Database(database_url)
    async with database.engine.connect() as connection:
        number = await connection.scalar(sa.text("SELECT pg_backend_pid()"))
        await run(other, f"SELECT pg_terminate_backend({number})")
        with pytest.raises(DATABASE_ERRORS):
            await connection.execute(sa.text("SELECT 1"))
    async with database.engine.begin() as connection:
        await connection.execute(sa.text("SET LOCAL statement_timeout = 10"))
        with pytest.raises(DATABASE_ERRORS):
            await connection.execute(sa.text("SELECT pg_sleep(60)"))
    await run(database, "SELECT 1")
    await other.close()


async def test_what_the_tables_refuse_is_a_mistake(database):
    with pytest.raises(SQLAlchemyError) as raised:
        await run(database, "INSERT INTO facts (name) VALUES (NULL)")
    assert not isinstance(raised.value, DATABASE_ERRORS)


@pytest.mark.long
@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
@pytest.mark.parametrize("statement", ["SELEC 1", "SELECT 1 / 0", "SELECT * FROM nothing"])
async def test_a_statement_that_can_never_succeed_is_a_mistake(database, statement):
    with pytest.raises(SQLAlchemyError) as raised:
        await run(database, statement)
    assert not isinstance(raised.value, DATABASE_ERRORS)


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
@pytest.mark.parametrize("limit", ["PRAGMA max_page_count = 1", "PRAGMA query_only = ON"])
async def test_a_disk_that_is_full_or_read_only_is_known(database, limit):
    async with database.engine.connect() as connection:
        await connection.exec_driver_sql(limit)
        with pytest.raises(DATABASE_ERRORS) as raised:
            await connection.execute(sa.text("INSERT INTO facts VALUES ('big', :much)"), {"much": "." * 5_000_000})
    assert cannot_store(raised.value)
    assert "....." not in reason_of(raised.value)
    assert "INSERT" not in reason_of(raised.value)


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_a_connection_that_may_not_write_is_not_used_again(database):
    async with database.writing() as session:
        await session.execute(sa.text("PRAGMA query_only = ON"))
    with pytest.raises(DATABASE_ERRORS):
        await remember(database, "one", "two")
    await remember(database, "one", "two")


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_a_lock_is_no_matter_of_the_disk(database, database_url, monkeypatch):
    monkeypatch.setattr("db.database.PRAGMAS", ("busy_timeout=1",))
    other = Database(database_url)
    async with database.writing() as session:
        await session.execute(sa.text("INSERT INTO facts VALUES ('one', 'two')"))
        with pytest.raises(DATABASE_ERRORS) as raised:
            await remember(other, "one", "three")
    await other.close()
    assert not cannot_store(raised.value)
    assert reason_of(raised.value) == "OperationalError: database is locked"

"""Transactions: all or nothing, and writers wait for each other instead of failing."""

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone

import pytest
from sqlalchemy import Connection, insert, select

from db.database import Database
from db.tables import AuditRow, FactRow


async def facts(database: Database) -> set[str]:
    async with database.reading() as session:
        return set(await session.scalars(select(FactRow.name)))


async def test_what_is_written_stays(database: Database) -> None:
    async with database.writing() as session:
        session.add(FactRow(name="kept", value="1"))
    assert await facts(database) == {"kept"}


async def test_an_error_undoes_the_whole_transaction(database: Database) -> None:
    async def fail_half_way() -> None:
        async with database.writing() as session:
            session.add(FactRow(name="first", value="1"))
            await session.flush()
            raise RuntimeError

    with pytest.raises(RuntimeError):
        await fail_half_way()
    assert await facts(database) == set()


async def test_many_writers_at_once_all_succeed(database: Database) -> None:
    async def write(name: str) -> None:
        async with database.writing() as session:
            session.add(FactRow(name=name, value="1"))

    await asyncio.gather(*(write(f"fact {number}") for number in range(30)))
    assert len(await facts(database)) == 30


async def test_two_processes_worth_of_writers_succeed(database: Database, database_url: str) -> None:
    other = Database(database_url)

    async def count_up(one: Database) -> None:
        async with one.writing() as session:
            fact = await session.get(FactRow, "count", with_for_update=True)
            if fact is not None:
                fact.value = str(int(fact.value) + 1)

    async with database.writing() as session:
        session.add(FactRow(name="count", value="0"))
    await asyncio.gather(*(count_up(one) for one in [database, other] * 10))
    async with database.reading() as session:
        fact = await session.get(FactRow, "count")
    await other.close()
    assert fact is not None
    assert fact.value == "20"


async def test_instants_come_back_aware_and_in_utc(database: Database) -> None:
    nine_in_almaty = datetime(2019, 6, 9, 9, 0, tzinfo=timezone(timedelta(hours=5)))
    async with database.writing() as session:
        session.add(AuditRow(at=nine_in_almaty, action="test", subject="test"))
    async with database.reading() as session:
        at = await session.scalar(select(AuditRow.at))
    assert at == datetime(2019, 6, 9, 4, 0, tzinfo=UTC)
    assert at.tzinfo == UTC


async def test_a_naive_instant_is_refused(database: Database) -> None:
    with pytest.raises(Exception, match="aware"):
        async with database.writing() as session:
            session.add(AuditRow(at=datetime(2019, 6, 9, 9, 0), action="test", subject="test"))  # noqa: DTZ001


def fact(name: str) -> dict[str, str]:
    return {"name": name, "value": "1"}


async def test_work_in_one_go_is_all_or_nothing(database: Database) -> None:
    def keep(connection: Connection) -> int:
        connection.execute(insert(FactRow), fact("kept"))
        return 7

    def fail_half_way(connection: Connection) -> None:
        connection.execute(insert(FactRow), fact("first"))
        raise RuntimeError

    assert await database.transact(keep) == 7
    with pytest.raises(RuntimeError):
        await database.transact(fail_half_way)
    assert await facts(database) == {"kept"}


async def test_work_in_one_go_and_sessions_wait_for_each_other(database: Database) -> None:
    async def write(name: str) -> None:
        async with database.writing() as session:
            session.add(FactRow(name=name, value="1"))

    def work(name: str) -> Callable[[Connection], object]:
        return lambda connection: connection.execute(insert(FactRow), fact(name))

    both = [write(f"session {number}") for number in range(20)]
    both += [database.transact(work(f"work {number}")) for number in range(20)]
    await asyncio.gather(*both)
    assert len(await facts(database)) == 40

"""Single things to remember by name, across restarts."""

from sqlalchemy.exc import IntegrityError

from db.database import Database
from db.tables import FactRow


async def recall(database: Database, name: str) -> str | None:
    """Return what was remembered under this name; None when nothing was."""
    async with database.reading() as session:
        row = await session.get(FactRow, name)
    return row.value if row else None


async def remember(database: Database, name: str, value: str) -> None:
    """Remember this in place of what was remembered before."""
    async with database.writing() as session:
        await session.merge(FactRow(name=name, value=value))


async def settle(database: Database, name: str, value: str) -> str:
    """Remember this unless something is remembered already; return what is. Several copies may ask at once."""
    try:
        async with database.writing() as session:
            session.add(FactRow(name=name, value=value))
    except IntegrityError:
        return await recall(database, name) or value
    return value

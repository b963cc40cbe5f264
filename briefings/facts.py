"""Single things to remember by name, across restarts."""

from sqlalchemy.exc import IntegrityError

from db.database import Database
from db.tables import FactRow

PROOF_SIZE = 64 * 1024
"""bytes"""


async def recall(database: Database, name: str) -> str | None:
    """Return what was remembered under this name; None when nothing was."""
    async with database.reading() as session:
        row = await session.get(FactRow, name)
    return row.value if row else None


async def remember(database: Database, name: str, value: str) -> None:
    """Remember this in place of what was remembered before."""
    async with database.writing() as session:
        await session.merge(FactRow(name=name, value=value))


async def prove_storing(database: Database) -> None:
    """Store as much as a busy moment needs and take it away again; what fails is raised."""
    await remember(database, "proof", "." * PROOF_SIZE)
    await remember(database, "proof", "")


async def settle(database: Database, name: str, value: str) -> str:
    """Remember this unless something is remembered already; return what is. Several copies may ask at once."""
    try:
        async with database.writing() as session:
            session.add(FactRow(name=name, value=value))
    except IntegrityError:
        return await recall(database, name) or value
    return value

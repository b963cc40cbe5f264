"""`restore`: a backup in place of the database, while the bot stands still."""

from argparse import Namespace
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path

from bot.cli.output import say
from bot.errors import UsageError
from bot.runtime.backups import STAMP
from bot.runtime.services import opened
from bot.settings import Settings
from briefings.clock import real_now
from db.archive import restore
from db.database import DATABASE_ERRORS, Database
from db.errors import BackupError
from db.files import OWNER_FOLDER
from db.instance_lock import AnotherInstance, single_instance


async def command(options: Namespace, settings: Settings) -> int:
    """Check the backup, keep what the database held, and put the backup in its place."""
    try:
        async with _held(settings) as database:
            kept = await restore(database, options.file, _aside(database, options.file, real_now()))
    except AnotherInstance:
        raise UsageError("the bot runs on this database: stop it first, then restore") from None
    except BackupError as error:
        raise UsageError(str(error)) from None
    except DATABASE_ERRORS as error:
        raise UsageError(f"DATABASE_URL: the database cannot be used: {error}") from None
    say(f"restored from {options.file}" + (f"; what was there before is kept in {kept}" if kept else ""))
    return 0


@asynccontextmanager
async def _held(settings: Settings) -> AsyncIterator[Database]:
    """Hold the database as a running bot does, so that none starts meanwhile; it is not read, as it may be damaged."""
    async with opened(settings) as database:
        if database.folder is not None:
            database.folder.mkdir(mode=OWNER_FOLDER, parents=True, exist_ok=True)
        with single_instance(settings.database):
            yield database


def _aside(database: Database, backup: Path, now: datetime) -> Callable[[str], Path]:
    """Name the file that keeps what was there: beside the database, or beside the backup where that is a server."""
    folder = database.folder or backup.absolute().parent
    return lambda ending: folder / f"before-restore-{now:{STAMP}}{ending}"

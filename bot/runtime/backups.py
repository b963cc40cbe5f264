"""Backups that the bot makes by itself: one now and then in a folder, of which the newest few are kept."""

import asyncio
import contextlib
import logging
import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from filelock import FileLock, Timeout

from bot.observability.metrics import Metrics
from bot.settings import Settings
from briefings.clock import real_now
from db.archive import back_up
from db.database import Database
from db.errors import BackupError
from db.files import OWNER_FILE, OWNER_FOLDER

logger = logging.getLogger(__name__)

LOOK_EVERY = timedelta(minutes=10)
"""How often it is asked whether a backup is wanted: also after one that failed."""
STAMP = "%Y%m%dT%H%M%SZ"
NAME = re.compile(r"briefings-(\d{8}T\d{6}Z)\.(?:db|dump)")
LEFT_BEHIND = re.compile(r"briefings-\d{8}T\d{6}Z\.(?:db|dump)\.unchecked.{0,20}")
"""What a backup that was cut off by the end of the process leaves."""
LOCK = ".backup.lock"
"""Copies of the bot that share the folder make one backup together."""
Now = Callable[[], datetime]
OnFailure = Callable[[str], None]


class Backups:
    """Makes a backup when the newest in the folder is old enough, whoever made it: a restart makes none."""

    def __init__(
        self,
        settings: Settings,
        database: Database,
        metrics: Metrics,
        on_failure: OnFailure | None = None,
        now: Now = real_now,
    ) -> None:
        """Call `on_failure` with one line whenever a backup fails."""
        self._folder = settings.backup_dir
        self._every = settings.backup_every
        self._keep = settings.backup_keep
        self._database = database
        self._metrics = metrics
        self._on_failure = on_failure
        self._now = now
        self._work: asyncio.Task[None] | None = None

    async def run(self) -> None:
        """Make a backup if one is wanted; a stop meanwhile leaves none."""
        self._work = asyncio.create_task(self._make_if_wanted())
        with contextlib.suppress(asyncio.CancelledError):
            await asyncio.shield(self._work)

    async def stop(self) -> None:
        """Give up a backup that is being made: the next start makes it anew."""
        if self._work is not None:
            self._work.cancel()
            await asyncio.wait({self._work})

    async def _make_if_wanted(self) -> None:
        if self._folder is None:
            return
        try:
            self._folder.mkdir(mode=OWNER_FOLDER, parents=True, exist_ok=True)
            with FileLock(self._folder / LOCK, blocking=False, mode=OWNER_FILE):
                sweep(self._folder)
                await self._make_in(self._folder)
        except Timeout:
            return  # another copy makes it
        except (BackupError, OSError) as error:
            self._metrics.backup_failures.inc()
            logger.warning("no backup could be made: %s", error)
            if self._on_failure is not None:
                self._on_failure(str(error))

    async def _make_in(self, folder: Path) -> None:
        made = made_at(folder)
        if not made or self._now() - max(made) >= self._every:
            ending = "db" if self._database.is_sqlite else "dump"
            now = self._now()
            await back_up(self._database, folder / f"briefings-{now:{STAMP}}.{ending}")
            logger.info("a backup was made in %s", folder)
            rotate(folder, self._keep)
            made = [now]
        self._metrics.backup_made.set(max(made).timestamp())


def made_at(folder: Path) -> list[datetime]:
    """Return when the backups in a folder were made, by their names; other files are none of ours."""
    return [instant for path in folder.iterdir() if (instant := _stamp(path)) is not None]


def sweep(folder: Path) -> None:
    """Delete what was never finished; call it while nobody else makes a backup there."""
    for path in folder.iterdir():
        if LEFT_BEHIND.fullmatch(path.name):
            path.unlink(missing_ok=True)


def rotate(folder: Path, keep: int) -> None:
    """Delete all but the newest backups."""
    ours = sorted((path for path in folder.iterdir() if _stamp(path) is not None), key=lambda path: path.stem)
    for path in ours[:-keep]:
        path.unlink(missing_ok=True)


def _stamp(path: Path) -> datetime | None:
    match = NAME.fullmatch(path.name)
    return datetime.strptime(match[1], STAMP).replace(tzinfo=UTC) if match else None

"""`backup`: the whole database in one file, made and checked while the bot runs."""

from argparse import Namespace

from bot.cli.output import say
from bot.errors import UsageError
from bot.runtime.services import migrated
from bot.settings import Settings
from db.archive import back_up
from db.errors import BackupError


async def command(options: Namespace, settings: Settings) -> int:
    """Make a backup and say what is in it."""
    async with migrated(settings) as database:
        try:
            backup = await back_up(database, options.file)
        except BackupError as error:
            raise UsageError(str(error)) from None
    say(f"{backup.path}: a checked backup of {backup.kind}, schema {backup.revision}, {backup.size:,} bytes")
    return 0

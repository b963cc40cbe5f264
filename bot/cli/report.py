"""`report`: what was delivered of a key date's messages, and what is still owed."""

from argparse import Namespace

from bot.cli.output import UsageError, say
from bot.settings import Settings
from bot.wiring import migrated
from briefings.outbox.report import delivery_report


async def command(options: Namespace, settings: Settings) -> int:
    """Write a line for each kind, occurrence and state, with its count and the reason where there is one."""
    async with migrated(settings) as database:
        lines = await delivery_report(database, options.key_date)
    if not lines:
        raise UsageError(f"nothing was ever owed about key date {options.key_date}")
    for line in lines:
        say(f"{line.kind}\t{line.occurrence}\t{line.state}\t{line.count}\t{line.reason}".rstrip())
    return 0

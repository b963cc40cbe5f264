"""`rebuild`: index all published briefings anew."""

from argparse import Namespace

from bot.cli.output import say
from bot.runtime.services import load_models, migrated
from bot.settings import Settings
from briefings.answers import index


async def command(options: Namespace, settings: Settings) -> int:  # noqa: ARG001 - all commands are called alike
    """Rebuild the search index and say how many briefings are in it."""
    async with migrated(settings) as database:
        say(f"{await index.rebuild(database, load_models(settings))} briefings indexed")
    return 0

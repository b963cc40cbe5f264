"""The command line: `python -m bot` runs the bot, `load`, `ask`, `dates` and others work on the same database."""

import asyncio
import sys
from argparse import Namespace
from collections.abc import Callable, Coroutine, Sequence
from contextlib import nullcontext
from typing import TYPE_CHECKING, Any

from bot.runtime.shutdown import is_to_run, leaving_at_once

if TYPE_CHECKING:
    from bot.settings import Settings

INTERRUPTED = 130
TOKEN_REVOKED = 3
"""The exit code when Telegram does not know the token any more: starting again will not help."""
DATABASE_AWAY = "the database cannot be used just now ({}): try again in a moment"
Command = Callable[[Namespace, "Settings"], Coroutine[Any, Any, int]]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; return its exit code: 0 on success, 2 on bad usage or input with one clear line.

    Running ends with 0 when it was asked to stop, and with 3 when the token was revoked.
    """
    given = sys.argv[1:] if arguments is None else arguments
    with leaving_at_once() if is_to_run(given) else nullcontext():
        return _main(given)


def _main(arguments: Sequence[str]) -> int:
    from bot.cli.arguments import parse
    from bot.cli.output import fail
    from bot.observability import logs  # what follows takes a second to import, in which a signal may come
    from bot.observability.redaction import redactor
    from bot.runtime.process_hardening import harden
    from bot.settings import SettingsError, read_settings

    harden()
    options = parse(arguments)
    try:
        settings = read_settings()
    except SettingsError as error:
        return fail(redactor()(str(error)))
    return _run(options, settings, logs.set_up(settings.log_level, settings.log_format, settings.secrets()))


def _run(options: Namespace, settings: "Settings", redact: Callable[[str], str]) -> int:
    from bot.cli.output import complain, fail
    from bot.errors import UsageError
    from bot.runtime.poller import TokenRevoked
    from briefings.models import ModelError
    from db.database import DATABASE_ERRORS
    from db.error_kinds import is_of_database, reason_of

    command: Command = options.command
    try:
        return asyncio.run(command(options, settings))
    except (UsageError, ModelError) as error:
        return fail(redact(str(error)))
    except TokenRevoked as error:
        complain(redact(str(error)))
        return TOKEN_REVOKED
    except KeyboardInterrupt:
        return INTERRUPTED
    except DATABASE_ERRORS as error:
        if isinstance(error, BrokenPipeError) or not is_of_database(error):
            raise
        return fail(redact(DATABASE_AWAY.format(reason_of(error))))


if __name__ == "__main__":
    sys.exit(main())

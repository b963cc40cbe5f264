"""The command line: `python -m bot` runs the bot, `load`, `ask`, `dates` and others work on the same database."""

import asyncio
import sys
from argparse import Namespace
from collections.abc import Callable, Coroutine, Sequence
from typing import Any

from bot import logs
from bot.cli.arguments import parse
from bot.cli.output import UsageError, fail
from bot.runtime.hardening import harden
from bot.runtime.redaction import redactor
from bot.settings import Settings, SettingsError, read_settings
from briefings.models import ModelError

INTERRUPTED = 130
Command = Callable[[Namespace, Settings], Coroutine[Any, Any, int]]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; return its exit code: 0 on success, 2 on bad usage or input with one clear line."""
    harden()
    options = parse(arguments)
    try:
        settings = read_settings()
    except SettingsError as error:
        return fail(redactor()(str(error)))
    redact = logs.set_up(settings.log_level, settings.log_format, settings.secrets())
    try:
        return asyncio.run(_command(options)(options, settings))
    except (UsageError, ModelError) as error:
        return fail(redact(str(error)))
    except KeyboardInterrupt:
        return INTERRUPTED


def _command(options: Namespace) -> Command:
    command: Command = options.command
    return command


if __name__ == "__main__":
    sys.exit(main())

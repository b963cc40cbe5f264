"""The command line: `python -m bot` runs the bot, `load`, `ask`, `dates` and others work on the same database."""

import asyncio
import sys
from argparse import Namespace
from collections.abc import Callable, Coroutine, Sequence
from typing import Any

from bot import logs
from bot.cli.arguments import parse
from bot.cli.output import UsageError, fail
from bot.settings import Settings, SettingsError, read_settings
from briefings.models import ModelError

INTERRUPTED = 130
Command = Callable[[Namespace, Settings], Coroutine[Any, Any, int]]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; return its exit code: 0 on success, 2 on bad usage or input with one clear line."""
    options = parse(arguments)
    try:
        settings = read_settings()
        logs.set_up(settings.log_level, settings.log_format, _secrets(settings))
        return asyncio.run(_command(options)(options, settings))
    except (SettingsError, UsageError, ModelError) as error:
        return fail(str(error))
    except KeyboardInterrupt:
        return INTERRUPTED


def _command(options: Namespace) -> Command:
    command: Command = options.command
    return command


def _secrets(settings: Settings) -> list[str]:
    keys = (settings.bot_token, settings.webhook_secret, settings.llm_api_key)
    return [key.get_secret_value() for key in keys]


if __name__ == "__main__":
    sys.exit(main())

"""A Bot API server on its own: ``python -m bot.local --port 8081 --token 1:test``."""

import argparse
import asyncio
import contextlib

from bot.local.cast import Cast, GroupChat, Persona
from bot.local.driver import LocalTelegram
from bot.local.faults import Faults
from bot.local.floods import Limits

_CAST = Cast(
    people=(
        Persona(101, "Aigerim", "editor", "ru", "Runs the desk.", ("/start", "/help")),
        Persona(102, "Tom", "reader", "en", "Wants to know.", ("/start", "/help")),
    ),
    groups=(GroupChat("Newsroom", members=(102,), admins=(101,)),),
)
_LIMITS = {"telegram": Limits.telegram(), "strict": Limits.strict(), "none": Limits.none()}


def main() -> None:
    """Serve until interrupted."""
    options = _parser().parse_args()
    with contextlib.suppress(KeyboardInterrupt):
        asyncio.run(_serve(options))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bot.local", description="A local Telegram Bot API server.")
    parser.add_argument("--port", type=int, default=0, help="0: any free one, printed at start")
    parser.add_argument("--token", default="1:local", help="the only bot token it takes")
    parser.add_argument("--limits", choices=list(_LIMITS), default="telegram", help="flood limits")
    parser.add_argument("--faults", default="", help="e.g. drop_after=0.01,server_error=0.02,seed=7")
    parser.add_argument("--crowd", default="", metavar="FIRST:COUNT", help="ids of people who exist, for measurements")
    parser.add_argument("--remember", type=int, default=None, help="messages kept in each chat (all)")
    parser.add_argument("--journal", type=int, default=0, help="calls kept (none)")
    return parser


async def _serve(options: argparse.Namespace) -> None:
    telegram = LocalTelegram(
        options.token,
        port=options.port,
        limits=_LIMITS[options.limits],
        faults=Faults.parse(options.faults),
        remember=options.remember,
        journal=options.journal,
        cast=_CAST,
    )
    telegram.world.crowd = _crowd(options.crowd)
    async with telegram:
        print(telegram.url, flush=True)  # noqa: T201 - the one line that callers read
        await asyncio.Event().wait()


def _crowd(text: str) -> range:
    first, _, count = text.partition(":")
    return range(int(first), int(first) + int(count)) if text else range(0)


if __name__ == "__main__":
    main()

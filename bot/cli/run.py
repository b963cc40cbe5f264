"""`run`: the bot itself, against Telegram, or in local mode when there is no token."""

import asyncio
from argparse import Namespace
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path

from bot.cli.output import say
from bot.errors import UsageError
from bot.local.driver import LocalTelegram
from bot.runtime import local_mode as rehearsal
from bot.runtime.runner import Address, Serving, serving
from bot.runtime.services import Desk, make_services, migrated, open_desk, ready_desk
from bot.runtime.shutdown import until_signal
from bot.settings import Settings
from briefings.clock import RehearsalClock
from briefings.intake import Intake
from db.database import create_folder
from db.instance_lock import AnotherInstance, single_instance

LOCAL_LINE = "{url} is the chat page: open it in a browser. Stop with Ctrl+C."
LIVE_LINE = "The bot is running. Stop with Ctrl+C."


async def command(options: Namespace, settings: Settings) -> int:
    """Run until asked to stop, also while it starts."""
    samples = Path(options.samples) if options.samples else None
    running = _run_locally(settings, samples) if settings.is_local else _run(settings)
    try:
        await until_signal(running, settings.stop_seconds)
    except AnotherInstance as error:
        raise UsageError(str(error)) from None
    return 0


async def _run(settings: Settings) -> None:
    address = Address(settings.bot_token.get_secret_value(), settings.bot_api_url)
    with _held(settings) as alone:
        async with open_desk(settings) as desk:
            await asyncio.to_thread(desk.models.check)
            async with serving(make_services(desk), address, alone=alone) as running:
                say(LIVE_LINE)
                await running.lasts()


async def _run_locally(settings: Settings, samples_folder: Path | None) -> None:
    chosen = rehearsal.local_settings(settings, with_samples=samples_folder is not None)
    with _held(chosen) as alone:
        async with migrated(chosen) as database, Intake(zone=chosen.default_timezone) as intake:
            samples = await rehearsal.read_samples(samples_folder, intake) if samples_folder else ()
            clock = await rehearsal.start_clock(chosen, database, samples)
            desk = await ready_desk(chosen, clock, database, intake)
            await rehearsal.load_samples(desk, samples)
            async with _rehearsing(desk, clock, alone=alone) as (url, running):
                say(LOCAL_LINE.format(url=url))
                await running.lasts()


@contextmanager
def _held(settings: Settings) -> Iterator[bool]:
    """Hold the database before anything touches it: a second copy, started by mistake, changes nothing."""
    try:
        create_folder(settings.database)
    except OSError as error:
        raise UsageError(f"DATABASE_URL: the database cannot be used: {error}") from None
    with single_instance(settings.database) as alone:
        yield alone


@asynccontextmanager
async def _rehearsing(desk: Desk, clock: RehearsalClock, *, alone: bool) -> AsyncIterator[tuple[str, Serving]]:
    """Serve the bot to a Telegram of our own; yields the chat page's address and the running bot."""
    steering = rehearsal.Steering(clock)
    cast = rehearsal.local_cast(desk.settings)
    chats = rehearsal.chats_file(desk.database)
    async with LocalTelegram(rehearsal.TOKEN, cast=cast, clock=steering, keep_in=chats) as telegram:
        address, services = Address(rehearsal.TOKEN, telegram.url), make_services(desk)
        async with serving(services, address, alone=alone) as running:
            steering.schedule = running.schedule
            noting = asyncio.create_task(rehearsal.remember_clock(desk.database, clock, services.outages))
            try:
                yield telegram.url, running
            finally:
                noting.cancel()
                await asyncio.wait({noting})

"""Taking updates: by webhook in every copy of the bot, by long polling in one copy at a time."""

import asyncio
import contextlib
import logging
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from telegram.error import Conflict, TelegramError
from telegram.ext import Updater

from bot.application import ALLOWED_UPDATES
from bot.cli.output import UsageError
from bot.context import App, Services
from bot.handlers.pasting import resume
from bot.settings import Settings
from bot.turn import Turn, polling_turn

logger = logging.getLogger(__name__)

LOOK_EVERY = 2.0
"""Seconds between two looks whether it is our turn (still)."""
RETRIES = 5
REPEATED_WITHIN = 60.0
"""Seconds within which a second conflict shows that somebody polls beside us; one alone is a copy that takes over."""
TOLD_EVERY = 600.0
"""Seconds after which a trouble that lasts is told again."""

TAKING = "this copy takes the messages"
STANDING_BY = "another copy is taking the messages; this one delivers and stands by"
LOST = "the database does not answer, perhaps another copy is taking the messages by now; this one stands by"
CONFLICT = (
    "somebody else takes this bot's messages with the same token, outside this database (%s): "
    "stop the other program, or let @BotFather revoke the token; this one goes on trying"
)
UNREACHABLE = "Telegram could not be reached for messages, this copy goes on trying: %s"


@asynccontextmanager
async def receiving(app: App, services: Services) -> AsyncIterator[None]:
    """Take updates while entered; those taken are worked on to the end, also after leaving."""
    turn = polling_turn(services.database)
    way = Webhook(app, turn, services.settings) if services.settings.webhook_url else Polling(app, turn)
    try:
        await way.start()
        yield
    finally:
        await way.stop()


class Webhook:
    """Lets Telegram post updates to whatever copies listen at the address that is set."""

    def __init__(self, app: App, turn: Turn, settings: Settings) -> None:
        self._app = app
        self._turn = turn
        self._settings = settings

    async def start(self) -> None:
        """Tell Telegram the address; use the long pastes left behind, unless they may be another copy's under way."""
        await self._set_webhook()
        if await self._turn.take():
            await resume(self._app)

    async def stop(self) -> None:
        """Leave the address with Telegram: it keeps the updates until a copy listens again."""
        await self._turn.give_back()

    async def _set_webhook(self) -> None:
        url, secret = self._settings.webhook_url, self._settings.webhook_secret.get_secret_value()
        try:
            await self._app.bot.set_webhook(url, secret_token=secret, allowed_updates=ALLOWED_UPDATES)
        except TelegramError as error:
            raise UsageError(f"WEBHOOK_URL: Telegram does not take {url}: {error.message}") from None


class Polling:
    """Polls while it is this copy's turn, and looks every few seconds whether it is."""

    def __init__(self, app: App, turn: Turn) -> None:
        self._app = app
        self._turn = turn
        self._troubles = Troubles()
        self._task: asyncio.Task[None] | None = None
        self._is_ours: bool | None = None

    async def start(self) -> None:
        """Poll at once where it is our turn; otherwise as soon as it is."""
        await self._look()
        self._task = asyncio.create_task(self._look_for_ever())

    async def stop(self) -> None:
        """Poll no more, and let another copy do it."""
        if self._task is not None:
            self._task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._task
        await self._end()
        await self._turn.give_back()

    @property
    def _updater(self) -> Updater:
        if self._app.updater is None:
            raise RuntimeError("the application was built without an updater")
        return self._app.updater

    async def _look_for_ever(self) -> None:
        while True:
            await asyncio.sleep(LOOK_EVERY)
            await self._look()

    async def _look(self) -> None:
        """Begin or end polling as the turn comes and goes; a person reads one line for each change."""
        is_ours = await self._turn.take()
        if is_ours != self._is_ours:
            logger.info(TAKING if is_ours else LOST if self._is_ours else STANDING_BY)
        self._is_ours = is_ours
        try:
            await (self._begin() if is_ours else self._end())
        except TelegramError as error:
            self._troubles.tell(error)

    async def _begin(self) -> None:
        """Poll, and use the long pastes that whoever polled before did not use to the end."""
        if not self._updater.running:
            await self._updater.start_polling(
                allowed_updates=ALLOWED_UPDATES, bootstrap_retries=RETRIES, error_callback=self._troubles.tell
            )
            await resume(self._app)

    async def _end(self) -> None:
        """Poll no more; the updates taken so far are confirmed to Telegram."""
        if self._updater.running:
            await self._updater.stop()


class Troubles:
    """Tells of trouble with polling in one line each, seldom; polling itself goes on."""

    def __init__(self, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._monotonic = monotonic
        self._last_conflict = -REPEATED_WITHIN
        self._told: dict[str, float] = {}

    def tell(self, error: TelegramError) -> None:
        """Say what is wrong, unless it was said lately or is nothing yet."""
        if not isinstance(error, Conflict):
            self._say(UNREACHABLE, error)
        elif self._is_repeated():
            self._say(CONFLICT, error)

    def _is_repeated(self) -> bool:
        before, self._last_conflict = self._last_conflict, self._monotonic()
        return self._last_conflict - before < REPEATED_WITHIN

    def _say(self, line: str, error: TelegramError) -> None:
        now = self._monotonic()
        if now - self._told.get(line, -TOLD_EVERY) >= TOLD_EVERY:
            self._told[line] = now
            logger.warning(line, error.message)

"""Taking updates: by webhook in every copy of the bot, by long polling in one copy at a time."""

import asyncio
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
from db.database import TROUBLE

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
UNREAD = "the long pastes left behind could not be read, this copy goes on trying: %s"
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


class Watch:
    """Looks every few seconds whether it is our turn, and uses the long pastes left behind once it is."""

    def __init__(self, app: App, turn: Turn) -> None:
        self._app = app
        self._turn = turn
        self._log = PollingLog()
        self._task: asyncio.Task[None] | None = None
        self._is_ours: bool | None = None
        self._has_resumed = False

    async def start(self) -> None:
        """Begin at once where it is our turn; otherwise as soon as it is."""
        await self._look()
        self._task = asyncio.create_task(self._look_for_ever())

    async def stop(self) -> None:
        """End, and let another copy have the turn, whatever went wrong before."""
        if self._task is not None:
            self._task.cancel()
            await asyncio.wait({self._task})
        try:
            await self._end()
        finally:
            await self._turn.give_back()

    async def _look_for_ever(self) -> None:
        while True:
            await asyncio.sleep(LOOK_EVERY)
            await self._look()

    async def _look(self) -> None:
        """Begin or end as the turn comes and goes; what fails now is tried again at the next look."""
        is_ours = await self._turn.take()
        if is_ours != self._is_ours:
            self._tell(is_ours)
        self._is_ours = is_ours
        try:
            await (self._begin() if is_ours else self._end())
        except TelegramError as error:
            self._log.trouble(error)
        except TROUBLE as error:
            self._log.unread(error)

    async def _begin(self) -> None:
        """Use the long pastes that whoever had the turn before did not use to the end."""
        if not self._has_resumed:
            await resume(self._app)
            self._has_resumed = True

    async def _end(self) -> None:
        """Leave the pastes to whoever has the turn now."""
        self._has_resumed = False

    def _tell(self, is_ours: bool) -> None:
        """Say nothing: nobody waits for anything."""


class Webhook(Watch):
    """Lets Telegram post updates to whatever copies listen at the address that is set."""

    def __init__(self, app: App, turn: Turn, settings: Settings) -> None:
        super().__init__(app, turn)
        self._settings = settings

    async def start(self) -> None:
        """Tell Telegram the address, where it stays: Telegram keeps the updates until a copy listens again."""
        url, secret = self._settings.webhook_url, self._settings.webhook_secret.get_secret_value()
        try:
            await self._app.bot.set_webhook(url, secret_token=secret, allowed_updates=ALLOWED_UPDATES)
        except TelegramError as error:
            raise UsageError(f"WEBHOOK_URL: Telegram does not take {url}: {error.message}") from None
        await super().start()


class Polling(Watch):
    """Polls while it is this copy's turn."""

    @property
    def _updater(self) -> Updater:
        if self._app.updater is None:
            raise RuntimeError("the application was built without an updater")
        return self._app.updater

    async def _begin(self) -> None:
        if not self._updater.running:
            await self._updater.start_polling(
                allowed_updates=ALLOWED_UPDATES, bootstrap_retries=RETRIES, error_callback=self._log.trouble
            )
        await super()._begin()

    async def _end(self) -> None:
        """Poll no more; the updates taken so far are confirmed to Telegram."""
        await super()._end()
        if self._updater.running:
            await self._updater.stop()

    def _tell(self, is_ours: bool) -> None:
        """Say each change in one line."""
        logger.info(TAKING if is_ours else LOST if self._is_ours else STANDING_BY)


class PollingLog:
    """Tells of trouble with polling in one line each, seldom; polling itself goes on."""

    def __init__(self, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._monotonic = monotonic
        self._last_conflict = -REPEATED_WITHIN
        self._told: dict[str, float] = {}

    def trouble(self, error: TelegramError) -> None:
        """Say what is wrong, unless it was said lately or is nothing yet."""
        if not isinstance(error, Conflict):
            self._say(UNREACHABLE, error.message)
        elif self._is_repeated():
            self._say(CONFLICT, error.message)

    def unread(self, error: Exception) -> None:
        """Say that the database is away, unless it was said lately."""
        self._say(UNREAD, str(error))

    def _is_repeated(self) -> bool:
        before, self._last_conflict = self._last_conflict, self._monotonic()
        return self._last_conflict - before < REPEATED_WITHIN

    def _say(self, line: str, reason: str) -> None:
        now = self._monotonic()
        if now - self._told.get(line, -TOLD_EVERY) >= TOLD_EVERY:
            self._told[line] = now
            logger.warning(line, reason)

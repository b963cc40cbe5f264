"""Taking updates: by webhook in every copy of the bot, by long polling in one copy at a time."""

import asyncio
import logging
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from telegram.error import BadRequest, InvalidToken, TelegramError

from bot.desk.loading.long_pastes import resume
from bot.errors import UsageError
from bot.runtime.application import ALLOWED_UPDATES
from bot.runtime.poller import PART, Poller, Store, TokenPatience, TokenRevoked, Updates
from bot.telegram.context import App, Services
from db.database import DATABASE_ERRORS
from db.leader_lock import LeaderLock, polling_lock

logger = logging.getLogger(__name__)

LOOK_EVERY = 2.0
"""Seconds between two looks whether it is our turn (still)."""
CHECK_EVERY = 60.0
"""Seconds between two looks whether Telegram still knows our webhook and our token."""

TAKING = "this copy takes the messages"
STANDING_BY = "another copy is taking the messages; this one delivers and stands by"
ENDED = "polling ended; it begins again"


@asynccontextmanager
async def receiving(app: App, services: Services, store: Store) -> AsyncIterator["Watch"]:
    """Take updates while entered."""
    turn = polling_lock(services.database)
    if services.settings.webhook_url:
        way: Watch = Webhook(app, turn)
    else:
        updates = Updates(app.bot, ALLOWED_UPDATES)
        way = Polling(app, turn, Poller(updates, store, services.outages, services.liveness), updates)
    try:
        await way.start()
        yield way
    finally:
        await way.stop()


class Watch:
    """Looks every few seconds whether it is our turn, and uses the long pastes left behind once it is."""

    def __init__(self, app: App, turn: LeaderLock) -> None:
        self._app = app
        self._services: Services = app.bot_data
        self._turn = turn
        self._patience = TokenPatience()
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

    async def lasts(self) -> None:
        """Wait for ever; raise `TokenRevoked` when nothing can be received any more."""
        while self._task is not None:
            await self._task

    async def _look_for_ever(self) -> None:
        while True:
            await asyncio.sleep(LOOK_EVERY)
            try:
                await self._look()
            except TokenRevoked:
                raise
            except Exception:  # the outermost boundary of receiving: whatever it was, we look again
                logger.exception("a look for messages failed; it comes again")

    async def _look(self) -> None:
        """Follow the turn, and make sure that messages come; what fails now is tried again at the next look."""
        try:
            await self._follow_turn()
            await self._check()
        except InvalidToken:
            self._patience.refused()
        except TelegramError as error:
            self._services.outages.began("telegram", error.message, PART)

    async def _follow_turn(self) -> None:
        """Begin or end as the turn comes and goes.

        While the database is away nobody knows whose it is: whoever had it goes on, as somebody must say sorry. Two
        that poll meanwhile lose nothing: what they cannot store they do not confirm.
        """
        try:
            is_ours = await self._turn.take()
            if is_ours != self._is_ours:
                self._tell(is_ours)
            self._is_ours = is_ours
            await (self._begin() if is_ours else self._end())
        except DATABASE_ERRORS as error:
            self._services.outages.met(error)

    async def _begin(self) -> None:
        """Use the long pastes that whoever had the turn before did not use to the end."""
        if not self._has_resumed:
            await resume(self._app)
            self._has_resumed = True

    async def _end(self) -> None:
        """Leave the pastes to whoever has the turn now."""
        self._has_resumed = False

    async def _check(self) -> None:
        """Make sure that messages can be received, and give a sign of life."""
        self._services.liveness.beat("receiving")

    def _tell(self, is_ours: bool) -> None:
        """Say nothing: nobody waits for anything."""


class Webhook(Watch):
    """Lets Telegram post updates to whatever copies listen at the address that is set."""

    def __init__(self, app: App, turn: LeaderLock, monotonic: Callable[[], float] = time.monotonic) -> None:
        super().__init__(app, turn)
        self._monotonic = monotonic
        self._checked: float | None = None

    async def _check(self) -> None:
        """Tell Telegram the address, where it stays unless somebody deletes it; look at it now and then."""
        await super()._check()
        if self._checked is not None and self._monotonic() - self._checked < CHECK_EVERY:
            return
        if self._checked is None or not (await self._app.bot.get_webhook_info()).url:
            await self._set()
        self._services.outages.ended("telegram", PART)
        self._patience.taken()
        self._checked = self._monotonic()

    async def _set(self) -> None:
        settings = self._services.settings
        url, secret = settings.webhook_url, settings.webhook_secret.get_secret_value()
        try:
            await self._app.bot.set_webhook(url, secret_token=secret, allowed_updates=ALLOWED_UPDATES)
        except BadRequest as error:
            if self._checked is not None:  # it was taken before: perhaps our host cannot be found just now
                raise
            raise UsageError(f"WEBHOOK_URL: Telegram does not take {url}: {error.message}") from None


class Polling(Watch):
    """Polls while it is this copy's turn; polling that ended begins again."""

    def __init__(self, app: App, turn: LeaderLock, poller: Poller, updates: Updates) -> None:
        super().__init__(app, turn)
        self._poller = poller
        self._updates = updates
        self._polling: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Begin at once where it is our turn; otherwise as soon as it is."""
        await self._updates.open()
        await super().start()

    async def stop(self) -> None:
        """End, and let another copy have the turn, whatever went wrong before."""
        try:
            await super().stop()
        finally:
            await self._updates.close()

    async def _begin(self) -> None:
        if self._polling is not None and self._polling.done():
            self._learn(self._polling)
        if self._polling is None:
            await self._app.bot.delete_webhook()  # Telegram refuses to be polled while there is one
            self._patience.taken()
            self._polling = asyncio.create_task(self._poller.run())
        await super()._begin()

    async def _end(self) -> None:
        """Poll no more; Telegram keeps what was not stored."""
        await super()._end()
        polling, self._polling = self._polling, None
        if polling is not None:
            polling.cancel()
            await asyncio.wait({polling})
            if not polling.cancelled() and not isinstance(error := polling.exception(), TokenRevoked):
                logger.error(ENDED, exc_info=error)

    async def _check(self) -> None:
        """Give a sign of life while standing by; while polling the poller does."""
        if not self._is_ours:
            await super()._check()

    def _learn(self, polling: "asyncio.Task[None]") -> None:
        """Take note of how polling ended; only a token that was revoked ends it for good."""
        self._polling = None
        error = None if polling.cancelled() else polling.exception()
        if isinstance(error, TokenRevoked):
            raise error
        logger.error(ENDED, exc_info=error)

    def _tell(self, is_ours: bool) -> None:
        """Say each change in one line."""
        logger.info(TAKING if is_ours else STANDING_BY)

"""Working on one update: within its sender's limit, through the handlers, again where only the database failed."""

import asyncio
import json
import logging
from datetime import timedelta
from typing import Any

from telegram import Update
from telegram.ext import Application, ExtBot

from bot.observability.log_context import working_on
from bot.runtime.rate_limiter import RateLimiter
from bot.telegram.context import Context, Nothing, Services
from bot.telegram.error_handler import say_trouble
from bot.telegram.flood_notice import ask_to_slow_down
from bot.telegram.incoming import storable
from briefings.clock import real_now
from briefings.inbox import Ended, Finished, Flooding, Inbox, Postponed, Taken
from db.database import DATABASE_ERRORS
from db.error_kinds import cannot_store

logger = logging.getLogger(__name__)

MOST_ATTEMPTS = 2
"""What was in hand when the bot died is tried once more: it may be what killed it."""
TRIED_FOR = timedelta(hours=1)
"""Real time after which nobody waits for an answer any more."""
RETRY_SECONDS = 1.0
LONGEST_WORK = 300.0
"""Seconds after which an update is given up, so that it does not hold a worker for ever."""


class DatabaseAway(Exception):
    """A handler could not reach the database; the cause says why."""


class GivenUp(Exception):
    """The bot stopped each time that it worked on this update."""


class TookTooLong(Exception):
    """Working on this update took longer than any may take."""


class UpdateApplication(Application[ExtBot[None], Context, Nothing, Nothing, Services, None]):
    """Hands a database that is away to whoever asked for the update to be processed: it can be tried again."""

    async def process_update(self, update: object) -> None:
        """Work on an update as it can be stored; one that nothing can be done with is passed over."""
        if isinstance(update, Update):
            update = storable(update, self.bot)
        if update is not None:
            await super().process_update(update)

    async def process_error(
        self, update: object | None, error: Exception, job: Any = None, coroutine: Any = None
    ) -> bool:
        """Raise `DatabaseAway` where a handler met it, before anybody hears of it; see the base class for the rest."""
        if coroutine is None and isinstance(error, DATABASE_ERRORS):
            raise DatabaseAway from error
        return await super().process_error(update, error, job, coroutine)

    async def apologise(self, update: Update, error: Exception) -> None:
        """Say that the database, or its disk, is away, and that we go on trying: once in each outage."""
        await say_trouble(update, Context.from_update(update, self), error)

    async def give_up(self, update: Update, error: Exception) -> None:
        """Let the error handlers log the error and say sorry, whatever kind it is."""
        await super().process_error(update, error)


class Processor:
    """What the dispatcher's workers do with an update that they took."""

    def __init__(self, app: UpdateApplication, inbox: Inbox) -> None:
        self._app = app
        self._inbox = inbox
        self._services: Services = app.bot_data
        self._limiter = RateLimiter(self._services.roles.is_editor)

    async def __call__(self, taken: Taken) -> Ended:
        """Work on an update; return how it ended."""
        update = self._read(taken)
        if update is None:
            return Finished(taken.arrival.id, "failed")
        with working_on(taken.arrival.person, update.update_id):
            if taken.attempts > MOST_ATTEMPTS:
                return await self._give_up(update, taken, GivenUp())
            return await self._refused(update, taken) or await self._processed(update, taken)

    def _read(self, taken: Taken) -> Update | None:
        try:
            return Update.de_json(json.loads(taken.arrival.body), self._app.bot)
        except Exception as error:  # noqa: BLE001 - it was read when it arrived, perhaps by another version
            logger.error("update %s cannot be read: %s", taken.arrival.id, type(error).__name__)  # noqa: TRY400
            return None

    async def _refused(self, update: Update, taken: Taken) -> Ended | None:
        """Turn down what is beyond its sender's limit: politely once, then in silence."""
        arrival = taken.arrival
        group = arrival.queue if arrival.queue != arrival.person else None
        try:
            decision = await self._limiter.decide(arrival.person, group, is_overlapped=taken.is_overlapped)
        except DATABASE_ERRORS:
            return Postponed(arrival.id, RETRY_SECONDS)
        if decision.is_admitted:
            return None
        if decision.is_first:
            await ask_to_slow_down(update, Context.from_update(update, self._app))
        return Flooding(arrival.id, arrival.queue, None if decision.is_group else arrival.person)

    async def _processed(self, update: Update, taken: Taken) -> Ended:
        try:
            async with asyncio.timeout(LONGEST_WORK):
                await self._app.process_update(update)
        except DatabaseAway as away:
            return await self._postponed(update, taken, away)
        except TimeoutError:
            return await self._give_up(update, taken, TookTooLong())
        return Finished(taken.arrival.id, "done")

    async def _postponed(self, update: Update, taken: Taken, away: DatabaseAway) -> Ended:
        """Try again when the database is back; an attempt counts where it was not away at all."""
        cause = away.__cause__ if isinstance(away.__cause__, Exception) else away
        is_innocent = cannot_store(cause) or await self._is_away()
        has_tried_enough = taken.attempts >= MOST_ATTEMPTS and not is_innocent
        if has_tried_enough or real_now() - taken.received_at > TRIED_FOR:
            return await self._give_up(update, taken, cause)
        if is_innocent:
            await self._app.apologise(update, cause)
        return Postponed(taken.arrival.id, RETRY_SECONDS, is_innocent)

    async def _is_away(self) -> bool:
        try:
            await self._inbox.probe()
        except DATABASE_ERRORS as error:
            self._services.outages.met(error)
            return True
        return False

    async def _give_up(self, update: Update, taken: Taken, error: Exception) -> Finished:
        await self._app.give_up(update, error)
        return Finished(taken.arrival.id, "failed")

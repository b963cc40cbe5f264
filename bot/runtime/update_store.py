"""Storing updates as they arrive; whoever sent one that cannot be stored hears an apology."""

import json
import logging
from collections.abc import Sequence

from telegram import Update

from bot.runtime.poller import Store
from bot.runtime.processing import DatabaseAway, UpdateApplication
from bot.runtime.update_dispatcher import NotStored
from briefings.inbox import Arrival
from db.database import DATABASE_ERRORS
from db.error_kinds import cannot_store

logger = logging.getLogger(__name__)


class Storing:
    """Stores updates, and says sorry to whoever asked while the database is away: Telegram brings them again.

    While only the disk is full, what needs no storing is worked on at once: questions are answered all the same.
    """

    def __init__(self, store: Store, app: UpdateApplication) -> None:
        self._store = store
        self._app = app
        self._answered: set[int] = set()

    async def __call__(self, arrivals: Sequence[Arrival]) -> None:
        """Return once these are stored, or worked on; raise `NotStored` otherwise."""
        left = [arrival for arrival in arrivals if arrival.id not in self._answered]
        try:
            if left:
                await self._store(left)
        except NotStored as failed:
            cause = failed.__cause__
            if not isinstance(cause, DATABASE_ERRORS) or not await self._work(left, cause):
                raise
        self._answered.difference_update(arrival.id for arrival in arrivals)

    async def _work(self, arrivals: Sequence[Arrival], cause: Exception) -> bool:
        """Do what can be done without storing; return whether that was all."""
        is_done = [await self._answer(arrival, cause) for arrival in arrivals]
        return all(is_done)

    async def _answer(self, arrival: Arrival, cause: Exception) -> bool:
        update = Update.de_json(json.loads(arrival.body), self._app.bot)
        error = await self._tried(update) if cannot_store(cause) else cause
        if error is not None:
            await self._app.apologise(update, error)
            return False
        self._answered.add(arrival.id)
        return True

    async def _tried(self, update: Update) -> Exception | None:
        """Work on an update; return the database's error where it cannot be done now."""
        try:
            await self._app.process_update(update)
        except DatabaseAway as away:
            return away.__cause__ if isinstance(away.__cause__, Exception) else away
        return None

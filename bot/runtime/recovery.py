"""Finding out that a database which was away is back."""

import asyncio
from collections.abc import Awaitable, Callable

from bot.observability.outages import Outages, Resource
from briefings.facts import prove_storing
from db.database import DATABASE_ERRORS, Database

ASK_EVERY = 2.0
"""Real seconds between two tries."""


class Recovery:
    """While the database or its disk is away, tries to store something every few seconds, and ends the outage."""

    def __init__(
        self, outages: Outages, database: Database, sleep: Callable[[float], Awaitable[None]] = asyncio.sleep
    ) -> None:
        self._outages = outages
        self._database = database
        self._sleep = sleep
        self._wanted = asyncio.Event()
        self._busy = asyncio.Lock()
        outages.listen(self._began)

    async def run(self) -> None:
        """For ever."""
        while True:
            await self._wanted.wait()
            await self._sleep(ASK_EVERY)
            async with self._busy:
                is_back = await self._is_back()
            if is_back:
                self._wanted.clear()
                self._outages.ended("database")
                self._outages.ended("disk")

    async def settled(self) -> None:
        """Wait until the database is not being asked, so that `run` can be cancelled without harm."""
        async with self._busy:
            pass

    def _began(self, resource: Resource, _reason: str) -> None:
        if resource != "telegram":
            self._wanted.set()

    async def _is_back(self) -> bool:
        try:
            await prove_storing(self._database)
        except DATABASE_ERRORS as error:
            self._outages.met(error)
            return False
        return True

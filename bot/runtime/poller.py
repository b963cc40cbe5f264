"""Long polling: updates are stored first, and only the next request tells Telegram that we have them."""

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable, Sequence
from typing import Any

from telegram import Bot
from telegram.error import Conflict, InvalidToken, RetryAfter, TelegramError
from telegram.request import RequestData
from telegram.request._requestparameter import RequestParameter

from bot.delivery.answer_request import AnsweredRequest
from bot.observability.liveness import Liveness
from bot.observability.outages import Outages
from bot.runtime.parsing import MalformedUpdate, id_of, read_arrival
from bot.runtime.update_dispatcher import NotStored
from briefings.inbox import Arrival

logger = logging.getLogger(__name__)

START = 0
"""The offset that confirms nothing: we begin anew when there is nothing new, since all is confirmed by then. After a
week without updates Telegram counts from any number, perhaps a lower one (https://core.telegram.org/bots/api#update).
"""
POLL_SECONDS = 10
"""For which Telegram holds a request while there is nothing new."""
ANSWER_SECONDS = 10.0
"""Beyond that, for an answer to arrive."""
FIRST_PAUSE, LONGEST_PAUSE = 0.5, 5.0
"""Seconds until the next request after one that failed."""
TOKEN_PATIENCE = 60.0
"""Seconds for which Telegram may refuse the token before we believe it."""
REPEATED_WITHIN = 60.0
"""Seconds within which a second conflict shows that somebody polls beside us; one alone is a copy that takes over."""
BEAT_EVERY = 10.0
"""Seconds between two signs of life while we wait for longer."""
PART = "receiving"
TOLD_EVERY = 600.0
"""Seconds after which a conflict that lasts is logged again."""

CONFLICT = (
    "somebody else takes this bot's messages with the same token, outside this database (%s): "
    "stop the other program, or let @BotFather revoke the token; this one goes on trying"
)

Fetch = Callable[[int], Awaitable[Any]]
Store = Callable[[Sequence[Arrival]], Awaitable[None]]


class TokenRevoked(Exception):
    """BOT_TOKEN: Telegram does not know this token any more; @BotFather shows the right one."""

    def __init__(self) -> None:
        super().__init__(self.__doc__)


class Updates:
    """Telegram's getUpdates, on a connection of its own, as plain JSON: the library would lose all for one it fears."""

    def __init__(self, bot: Bot, allowed: Sequence[str]) -> None:
        self._url = f"{bot.base_url}/getUpdates"
        self._allowed = list(allowed)
        self._request = AnsweredRequest(connection_pool_size=1, read_timeout=POLL_SECONDS + ANSWER_SECONDS)

    async def __call__(self, offset: int) -> Any:
        """Return the updates from `offset` on, which confirms all before it."""
        given = {"offset": offset, "timeout": POLL_SECONDS, "allowed_updates": self._allowed}
        data = RequestData([RequestParameter.from_input(name, value) for name, value in given.items()])
        return await self._request.post(self._url, data)

    async def open(self) -> None:
        """Open the connection."""
        await self._request.initialize()

    async def close(self) -> None:
        """Close the connection."""
        await self._request.shutdown()


class Poller:
    """Asks for updates until cancelled; only a token that is refused for good ends it."""

    def __init__(
        self,
        fetch: Fetch,
        store: Store,
        outages: Outages,
        liveness: Liveness,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._fetch = fetch
        self._store = store
        self._outages = outages
        self._liveness = liveness
        self._patience = TokenPatience(monotonic)
        self._conflicts = Conflicts(monotonic)
        self._offset = START
        self._pause = FIRST_PAUSE

    async def run(self) -> None:
        """Poll for ever; raise `TokenRevoked` when Telegram refused the token for a minute."""
        while True:
            await self._rest(await self.look())

    async def _rest(self, seconds: float) -> None:
        """Wait, and give signs of life meanwhile: a flood may be to be sat out for minutes."""
        while True:
            self._liveness.beat("receiving")
            await asyncio.sleep(min(seconds, BEAT_EVERY))
            seconds -= BEAT_EVERY
            if seconds <= 0:
                return

    async def look(self) -> float:
        """Fetch and store once; return the seconds to wait before the next time."""
        try:
            bodies = await self._fetch(self._offset)
        except InvalidToken:
            self._patience.refused()
            return self._longer_pause()
        except Conflict as error:
            self._outages.ended("telegram", PART)
            self._conflicts.happened(error)
            return self._longer_pause()
        except RetryAfter as error:
            return float(error._retry_after.total_seconds())
        except TelegramError as error:
            self._outages.began("telegram", error.message, PART)
            return self._longer_pause()
        self._outages.ended("telegram", PART)
        self._patience.taken()
        return await self._keep(bodies)

    async def _keep(self, bodies: Any) -> float:
        """Store all that can be read, and go on behind it."""
        if not isinstance(bodies, list):
            self._outages.began("telegram", "an answer without updates", PART)
            return self._longer_pause()
        try:
            if arrivals := list(filter(None, map(_read, bodies))):
                await self._store(arrivals)
        except NotStored:  # whoever stores says why; Telegram keeps them
            return self._longer_pause()
        ids = [update_id for body in bodies if (update_id := id_of(body)) is not None]
        if bodies and not ids:
            return self._longer_pause()
        self._offset = max(self._offset, *(one + 1 for one in ids)) if ids else START
        self._pause = FIRST_PAUSE
        return 0

    def _longer_pause(self) -> float:
        pause, self._pause = self._pause, min(2 * self._pause, LONGEST_PAUSE)
        return pause


class TokenPatience:
    """Believes that a token is revoked once it was refused for a while, not at once: proxies err."""

    def __init__(self, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._monotonic = monotonic
        self._since: float | None = None

    def taken(self) -> None:
        """Note that Telegram took the token."""
        self._since = None

    def refused(self) -> None:
        """Note that Telegram refused it; raise `TokenRevoked` when that has lasted."""
        if self._since is None:
            self._since = self._monotonic()
            logger.warning("Telegram refuses the token; this copy goes on trying for %.0f s", TOKEN_PATIENCE)
        if self._monotonic() - self._since >= TOKEN_PATIENCE:
            raise TokenRevoked


class Conflicts:
    """Tells of somebody who polls beside us, in one line, seldom; polling itself goes on."""

    def __init__(self, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._monotonic = monotonic
        self._last = -REPEATED_WITHIN
        self._told = -TOLD_EVERY

    def happened(self, error: Conflict) -> None:
        """Say so, unless it was said lately or is a copy of the bot that takes over."""
        now = self._monotonic()
        before, self._last = self._last, now
        if now - before < REPEATED_WITHIN and now - self._told >= TOLD_EVERY:
            self._told = now
            logger.warning(CONFLICT, error.message)


def _read(body: Any) -> Arrival | None:
    try:
        return read_arrival(body)
    except MalformedUpdate as malformed:
        logger.warning("%s and left out", malformed)
        return None

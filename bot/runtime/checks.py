"""What is asked of a running bot: do its parts move, do the database and Telegram answer, was the ledger looked at."""

from collections.abc import Awaitable, Callable

from telegram.error import TelegramError

from bot.observability.health import Check
from bot.observability.liveness import LONGEST_SILENCE, Liveness, Part
from bot.observability.outages import Outages
from bot.observability.pulse import Pulse
from db.database import DATABASE_ERRORS, Database

TELEGRAM_FRESH = 60.0
"""Real seconds for which an answer of Telegram's is proof enough; later it is asked for one."""
LOOK_WITHIN = 300.0
"""Real seconds within which the ledger must have been looked at: it is every minute, and all the time in a wave."""
AWAY = "away when last used; asked again every two seconds"


def database_check(database: Database, outages: Outages) -> Check:
    """Return a check that the database answers, and that it did when somebody last wanted to store something."""

    async def check() -> str | None:
        if outages.is_on("database"):
            return AWAY
        try:
            await database.ping()
        except DATABASE_ERRORS as error:
            return type(error).__name__
        return None

    return check


def liveness_check(liveness: Liveness, part: Part) -> Check:
    """Return a check that a part gave a sign of life lately."""

    async def check() -> str | None:
        silence = liveness.silence(part)
        return f"nothing for {silence:.0f} s" if silence > LONGEST_SILENCE[part] else None

    return check


def telegram_check(answered: Pulse, outages: Outages, ask: Callable[[], Awaitable[object]]) -> Check:
    """Return a check that Telegram answers; after a minute of silence, or in an outage, `ask` asks it something.

    `answered` beats with each answer, that to `ask` too.
    """

    async def check() -> str | None:
        if answered.age < TELEGRAM_FRESH and not outages.is_on("telegram"):
            return None
        try:
            await ask()
        except TelegramError as error:
            return error.message
        return None

    return check

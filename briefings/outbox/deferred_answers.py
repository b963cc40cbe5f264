"""Answers that could not be sent when somebody asked: they wait in the ledger, for an hour at most."""

from datetime import timedelta
from typing import Any

from briefings.clock import Clock, simulated
from briefings.outbox.enqueueing import NewMessage, enqueue
from briefings.outbox.outbox_message import ANSWERS
from db.database import Database
from db.locks import lock_reader
from db.tables import ReaderRow

USEFUL = timedelta(hours=1)
"""Real time after which nobody waits for an answer any longer."""


class Replies:
    """Writes answers into the ledger."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    async def enqueue(self, chat_id: int, part: str, payload: dict[str, Any], *, is_doubtful: bool = False) -> bool:
        """Queue one message, due now; return False for a chat that we do not know, or that put us out.

        `part` tells it from all else that this chat is answered: the same one is queued once. `is_doubtful` when an
        attempt to send it may have arrived.
        """
        now = self._clock.now()
        useless_after = now + simulated(self._clock, USEFUL)
        async with self._database.writing() as session:
            await lock_reader(session)
            reader = await session.get(ReaderRow, chat_id, with_for_update={"read": True})
            if reader is None or not reader.reachable:
                return False
            await enqueue(
                session, [NewMessage(chat_id, "answer", ANSWERS, part, now, useless_after, payload, int(is_doubtful))]
            )
        return True

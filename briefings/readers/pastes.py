"""Long texts that arrive in several messages: kept in the database until the last part is in.

Telegram takes 4,096 UTF-16 units in a message, so its apps cut a longer text into several and trim each part.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from sqlalchemy import delete, select

from briefings.clock import real_now
from db.database import Database
from db.tables import ConversationRow

STEP = "paste"
"""The step under which a paste waits in the conversation."""
IN_USE = "pasted"
"""The step of a paste whose parts are all there, while it becomes a draft."""
MESSAGE_LIMIT = 4096
"""UTF-16 units of one message."""
LONGEST_WORD = 60
"""A part with more room than this was cut at a line end: the next word would have fitted."""
MOST_RESUMES = 1
"""How often a paste is used again that was in use when the bot died: it may be what killed it."""
SENTENCE_ENDS = tuple(".!?…:;»”\"'’)")


@dataclass(frozen=True, slots=True)
class Purpose:
    """What a text is pasted for: a new briefing, or `about` one that is there."""

    action: str
    about: int | None = None


@dataclass(frozen=True, slots=True)
class Paste:
    """The parts that came so far, in the order in which they were written."""

    chat_id: int
    user_id: int
    origin: dict[str, Any]
    purpose: Purpose
    parts: tuple[str, ...]
    is_hopeless: bool = False
    """whether the bot died each time that it used this paste"""

    @property
    def text(self) -> str:
        """The parts joined into one text."""
        return join_parts(self.parts)


class Pastes:
    """At most one paste under way for each person in each chat."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def add(
        self, chat_id: int, user_id: int, message_id: int, text: str, purpose: Purpose, origin: dict[str, Any]
    ) -> int:
        """Keep a part, after those that are there; return how many there are now.

        `purpose` counts with the first part only, and so does `origin`: JSON that tells the caller whom to answer.
        """
        async with self._database.writing() as session:
            row = await session.get(ConversationRow, (chat_id, user_id))
            if row is None or row.step != STEP:
                row = await session.merge(ConversationRow(chat_id=chat_id, user_id=user_id))
                row.data = {"action": purpose.action, "about": purpose.about, "origin": origin, "parts": {}}
            parts = {**row.data["parts"], str(message_id): text}
            row.step, row.data, row.updated_at = STEP, {**row.data, "parts": parts}, real_now()
            return len(parts)

    async def take(self, chat_id: int, user_id: int, parts: int | None = None) -> Paste | None:
        """Take the paste to use it; None when there is none, or when it has not exactly `parts` parts.

        It stays in the database until `done`: were the bot killed meanwhile, the next run would find it.
        """
        async with self._database.writing() as session:
            row = await session.get(ConversationRow, (chat_id, user_id))
            if row is None or row.step != STEP or parts not in (None, len(row.data["parts"])):
                return None
            row.step = IN_USE
            return _paste(row)

    async def done(self, chat_id: int, user_id: int) -> None:
        """Forget a paste that was used."""
        used = (ConversationRow.chat_id == chat_id, ConversationRow.user_id == user_id, ConversationRow.step == IN_USE)
        async with self._database.writing() as session:
            await session.execute(delete(ConversationRow).where(*used))

    async def left_behind(self) -> tuple[Paste, ...]:
        """Return, right after a start, the pastes that the last run did not use to the end.

        Those that are hopeless are forgotten by this call: the caller has to apologise to whoever pasted them.
        """
        async with self._database.writing() as session:
            steps = ConversationRow.step.in_((STEP, IN_USE))
            rows = (await session.scalars(select(ConversationRow).where(steps))).all()
            pastes = [_left_behind(row) for row in rows]
            for row, paste in zip(rows, pastes, strict=True):
                if paste.is_hopeless:
                    await session.delete(row)
            return tuple(pastes)


def join_parts(parts: Sequence[str]) -> str:
    """Join what an app cut, with what it probably trimmed: a paragraph's end, a line end, a blank or nothing."""
    text = "".join(part + _seam(part, after) for part, after in pairwise(parts))
    return text + "".join(parts[-1:])


def _seam(before: str, after: str) -> str:
    if before.endswith(SENTENCE_ENDS):
        return "\n\n"
    room = MESSAGE_LIMIT - _utf16_length(before)
    if room > LONGEST_WORD or not after:
        return "\n"
    if room <= 0 and before[-1].isalnum() and after[0].isalnum():
        return ""
    return " " if after[0].islower() or "\n" not in before else "\n"


def _left_behind(row: ConversationRow) -> Paste:
    """Let a paste be used again, unless using it has killed the bot once more than it may."""
    resumes = row.data.get("resumes", 0) + (row.step == IN_USE)
    row.step, row.data = STEP, {**row.data, "resumes": resumes}
    return replace(_paste(row), is_hopeless=resumes > MOST_RESUMES)


def _utf16_length(part: str) -> int:
    return len(part.encode("utf-16-le", "surrogatepass")) // 2


def _paste(row: ConversationRow) -> Paste:
    data: dict[str, Any] = row.data
    in_order = sorted(data["parts"].items(), key=lambda part: int(part[0]))
    purpose = Purpose(data["action"], data["about"])
    return Paste(row.chat_id, row.user_id, data["origin"], purpose, tuple(text for _, text in in_order))

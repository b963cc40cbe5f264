"""Taking what is due, and recording how it ended."""

from collections import defaultdict
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, NamedTuple, cast

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from briefings.clock import Clock, real_now
from briefings.model.reader import Defaults, settings_of
from briefings.outbox.enqueueing import OPEN, PENDING, SENDING, take_back
from briefings.outbox.outbox_message import (
    ANSWERS,
    Doubtful,
    Dropped,
    Failed,
    Kind,
    OutboxMessage,
    Outcome,
    Sent,
    Silenced,
    Unsent,
)
from briefings.outbox.superseding import OVER, OVERTAKEN, TOGETHER, is_overtaken, sweep
from db.database import Database
from db.tables import LedgerRow, ReaderRow

NotSent = Unsent | Doubtful | Silenced | Failed | Dropped
MOST_DOUBTS = 6
"""Attempts with an unknown end after which we give up: better twice than never, better unknown than for ever."""
AFTER_DEATH = 5.0
"""Real seconds before what a dead copy was sending is sent again, doubled for each doubt: it may be what killed it."""
FARTHEST = timedelta(minutes=15)
"""Longer than any lease or wait before another attempt: what lies farther ahead is left from a clock set back since."""
DIED = "the bot stopped while sending"
FREE: Mapping[str, Any] = {"owner": None, "leased_until": None}
"""What a row looks like that nobody holds."""


@dataclass(frozen=True, slots=True)
class Ended:
    """How the sending of one leased message ended; `spacing` real seconds must pass before the chat's next."""

    outgoing: OutboxMessage
    outcome: Outcome
    spacing: float = 0.0


AfterEnded = Callable[[AsyncSession, datetime, Sequence[Ended]], Awaitable[None]]
"""Called with what ended, and when, in the transaction that records it."""


class Ledger:
    """One copy's way to the ledger; `owner` names the copy in its leases."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        defaults: Defaults,
        owner: str,
        lease: timedelta,
        after_ended: Sequence[AfterEnded] = (),
    ) -> None:
        self._after_ended = after_ended
        self._database = database
        self._clock = clock
        self._defaults = defaults
        self._owner = owner
        self._lease = lease

    async def next_due(self) -> datetime | None:
        """Return when the next pending message falls due (it may lie behind us); None when there is none."""
        async with self._database.reading() as session:
            await _read_in_order(session)
            firsts = [await session.scalar(NEXT, {"bulk": bulk}) for bulk in (False, True)]
        return min((due for due in firsts if due is not None), default=None)

    async def take_due(self, limit: int, late_before: datetime) -> tuple[OutboxMessage, ...]:
        """Lease up to `limit` messages that are due, oldest first, one for each chat, bulk last.

        Messages that fell due before `late_before` are late. Those useless by now are dropped instead, and so are
        reminders where a nearer one of the same key date is due as well; a late one also where the nearer one is about
        to fall due. Other copies of the bot never get what this one took, unless its lease runs out.
        """
        while True:
            found, taken = await self._take(limit, late_before)
            if taken or not found:
                return tuple(self._outgoing(due.row, due.reader, late_before) for due in taken)
            async with self._database.writing() as session:
                await sweep(session, self._clock.now())

    async def copies(self) -> int:
        """Count the copies of the bot that have messages in hand, this one included."""
        holding = sa.select(sa.func.count(LedgerRow.owner.distinct())).where(
            SENDING, LedgerRow.leased_until > real_now()
        )
        async with self._database.reading() as session:
            others = await session.scalar(holding.where(LedgerRow.owner != self._owner))
        return 1 + (others or 0)

    async def begin(self, batch: Sequence[OutboxMessage]) -> frozenset[int]:
        """Record that these go out now; return the ids of those that still may.

        Missing are those whose date moved or passed meanwhile, that are followed no longer, that a nearer reminder
        overtook, or whose lease ran out.
        """
        now, real = self._clock.now(), real_now()
        given = {"ids": [outgoing.id for outgoing in batch], "by": self._owner, "now": now}
        async with self._database.writing() as session:
            begun = frozenset(await session.scalars(_BEGIN, given | {"real": real, "until": real + self._lease}))
            if len(begun) < len(batch):
                unbegun = _unbegun(batch, self._owner)
                await take_back(session, now, OVER, *unbegun, LedgerRow.useless_after <= now)
                await take_back(session, now, OVERTAKEN, *unbegun, is_overtaken(lambda due_at: due_at <= now))
        return begun

    async def record(self, ends: Sequence[Ended]) -> None:
        """Write down how sending ended, all in one transaction; say nothing of rows that are gone."""
        now, real = self._clock.now(), real_now()
        async with self._database.writing() as session:
            for wait, chats in _silences(ends).items():  # readers first, as whoever leaves locks them
                await session.execute(_SILENCE, {"chats": chats, "until": real + timedelta(seconds=wait)})
            await _record_sent(session, ends, now)
            for ended in ends:
                await self._record_unsent(session, ended, now, real)
            for hook in self._after_ended:
                await hook(session, now, ends)

    async def release(self, batch: Iterable[OutboxMessage]) -> None:
        """Give back what was taken and not begun."""
        giving = sa.update(LedgerRow).where(*_unbegun(batch, self._owner))
        async with self._database.writing() as session:
            await session.execute(giving.values(state="pending", **FREE))

    async def take_over(self, *, alone: bool = False) -> int:
        """Free what dead copies held, and return how much it was: not begun, it is pending; begun, it is doubtful.

        A copy that is `alone` (on SQLite, behind its lock) need not wait for leases to end.
        """
        now, real = self._clock.now(), real_now()
        is_over = sa.or_(LedgerRow.leased_until <= real, LedgerRow.leased_until > real + FARTHEST)
        dead = (SENDING,) if alone else (SENDING, is_over)
        idle = sa.update(LedgerRow).where(*dead, LedgerRow.begun_at.is_(None))
        begun = sa.select(LedgerRow.id, LedgerRow.doubts).where(*dead).with_for_update(skip_locked=True)
        async with self._database.writing() as session:
            freed = await session.scalars(idle.values(state="pending", **FREE).returning(LedgerRow.id))
            count = len(freed.all())
            for row_id, doubts in (await session.execute(begun)).all():
                died = _doubtful(now, real, Doubtful(AFTER_DEATH * 2**doubts, DIED))
                await session.execute(sa.update(LedgerRow).where(LedgerRow.id == row_id).values(**FREE, **died))
                count += 1
            return count

    async def try_again(self) -> None:
        """Let what failed before, and waits for another attempt, be due at once: Telegram is back."""
        given = {"now": self._clock.now(), "real": real_now()}
        async with self._database.writing() as session:
            await session.execute(_TRY_AGAIN, given)

    async def _take(self, limit: int, late_before: datetime) -> tuple[list["_Due"], list["_Due"]]:
        """Drop what is not to be sent of what is due, lease the rest; return what was found, and what was leased."""
        now, real = self._clock.now(), real_now()
        async with self._database.writing() as session:
            found = await _find_due(session, now, real, late_before, limit)
            over = {due.row.id for due in found if due.row.useless_after and due.row.useless_after <= now}
            overtaken = {due.row.id for due in found if due.overtaken} - over
            for reason, ids in ((OVER, over), (OVERTAKEN, overtaken)):
                if ids:
                    await take_back(session, now, reason, LedgerRow.id.in_(ids))
            taken = [due for due in found if due.row.id not in over | overtaken]
            if taken:
                given = {"ids": [due.row.id for due in taken], "by": self._owner, "until": real + self._lease}
                await session.execute(_LEASE, given)
        return found, taken

    def _outgoing(self, row: LedgerRow, reader: ReaderRow, late_before: datetime) -> OutboxMessage:
        return OutboxMessage(
            id=row.id,
            reader=settings_of(reader, self._defaults),
            kind=cast("Kind", row.kind),
            subject=row.subject,
            occurrence=row.occurrence,
            due_at=row.due_at,
            useless_after=row.useless_after,
            late=row.due_at < late_before,
            payload=row.payload,
            attempts=row.attempts,
            doubts=row.doubts,
        )

    async def _record_unsent(self, session: AsyncSession, ended: Ended, now: datetime, real: datetime) -> None:
        """Write down any other end, which is for the holder of the lease to tell."""
        if not isinstance(ended.outcome, Sent):
            row = sa.update(LedgerRow).where(LedgerRow.id == ended.outgoing.id, SENDING, LedgerRow.owner == self._owner)
            values = {**FREE, "late": ended.outgoing.late, **_end(ended.outcome, now, real)}
            await session.execute(row.values(**values))


async def _record_sent(session: AsyncSession, ends: Sequence[Ended], now: datetime) -> None:
    """Write down what arrived, all in one statement: it is sent, whoever holds the lease by now."""
    arrived = [
        {"row_id": ended.outgoing.id, "telegrams": ended.outcome.message_id, "was_late": ended.outgoing.late}
        for ended in ends
        if isinstance(ended.outcome, Sent)
    ]
    if arrived:
        connection = await session.connection()
        await connection.execute(_SENT, [{**one, "now": now} for one in arrived])


_SENT = (
    sa.update(LedgerRow)
    .where(LedgerRow.id == sa.bindparam("row_id"))
    .values(
        state="sent",
        message_id=sa.bindparam("telegrams"),
        sent_at=sa.bindparam("now"),
        late=sa.bindparam("was_late"),
        reason=None,
        **FREE,
    )
)


def _end(outcome: NotSent, now: datetime, real: datetime) -> dict[str, Any]:
    match outcome:
        case Failed(reason):
            return {"state": "failed", "reason": reason}
        case Dropped(reason):
            return {"state": "dropped", "reason": reason}
        case Doubtful():
            return _doubtful(now, real, outcome)
        case Unsent(wait, reason):
            return _again(now, real, wait, reason)
        case Silenced(wait):
            return _again(now, real, wait, f"Telegram asked to wait {wait:g} s")


def _again(now: datetime, real: datetime, wait: float, reason: str) -> dict[str, Any]:
    """Try again later, unless it was taken back meanwhile."""
    over = LedgerRow.useless_after <= now
    ended = sa.case((LedgerRow.doubts > 0, "unknown"), else_="dropped")
    return {
        "state": sa.case((over, ended), else_="pending"),
        "reason": sa.case((over, sa.func.coalesce(LedgerRow.reason, OVER)), else_=reason),
        "not_before": real + timedelta(seconds=wait),
    }


def _doubtful(now: datetime, real: datetime, outcome: Doubtful) -> dict[str, Any]:
    end = sa.or_(LedgerRow.useless_after <= now, LedgerRow.doubts + 1 >= MOST_DOUBTS)
    return {
        "state": sa.case((end, "unknown"), else_="pending"),
        "doubts": LedgerRow.doubts + 1,
        "reason": outcome.reason,
        "not_before": real + timedelta(seconds=outcome.wait),
    }


def _silences(ends: Sequence[Ended]) -> dict[float, list[int]]:
    """Chats by the seconds for which nothing more may be sent to them."""
    chats: dict[float, list[int]] = defaultdict(list)
    for ended in ends:
        wait = ended.outcome.wait if isinstance(ended.outcome, Silenced) else ended.spacing
        if wait > 0:
            chats[wait].append(ended.outgoing.chat_id)
    return chats


def _unbegun(batch: Iterable[OutboxMessage], owner: str) -> tuple[sa.ColumnElement[bool], ...]:
    ids = [outgoing.id for outgoing in batch]
    return LedgerRow.id.in_(ids), SENDING, LedgerRow.owner == owner, LedgerRow.begun_at.is_(None)


async def _read_in_order(session: AsyncSession) -> None:
    if session.get_bind().dialect.name == "postgresql":
        await session.execute(IN_ORDER)


class _Due(NamedTuple):
    row: LedgerRow
    reader: ReaderRow
    overtaken: bool


async def _find_due(
    session: AsyncSession, now: datetime, real: datetime, late_before: datetime, limit: int
) -> list[_Due]:
    """Look for answers first, then among what is not bulk, then among bulk; lock the rows where the database can."""
    given = {"now": now, "soon": now + TOGETHER, "real": real, "far": real + FARTHEST, "late_before": late_before}
    found = [_Due(*row) for row in await session.execute(ANSWERS_DUE, {**given, "most": limit})]
    await _read_in_order(session)
    for bulk in (False, True):
        if len(found) < limit:
            rows = await session.execute(DUE, {**given, "bulk": bulk, "most": limit - len(found)})
            found += [_Due(*row) for row in rows]
    return found


def _due(which: sa.ColumnElement[bool]) -> sa.Select[LedgerRow, ReaderRow, bool]:
    """Find due messages, one for each chat: never a second one while the chat's first is pending or on its way."""
    now: sa.BindParameter[Any] = sa.bindparam("now")
    real: sa.BindParameter[Any] = sa.bindparam("real")
    far: sa.BindParameter[Any] = sa.bindparam("far")
    is_late = LedgerRow.due_at < sa.bindparam("late_before")
    soon: sa.BindParameter[Any] = sa.bindparam("soon")
    overtaken = is_overtaken(lambda due_at: sa.and_(due_at <= soon, sa.or_(due_at <= now, is_late)))
    return (
        sa.select(LedgerRow, ReaderRow, overtaken.label("overtaken"))
        .join(ReaderRow, ReaderRow.chat_id == LedgerRow.chat_id)
        .where(PENDING, which, LedgerRow.due_at <= now, ~_busy(now))
        .where(sa.or_(LedgerRow.not_before.is_(None), LedgerRow.not_before <= real, LedgerRow.not_before > far))
        .where(sa.or_(ReaderRow.silent_until.is_(None), ReaderRow.silent_until <= real))
        .order_by(LedgerRow.due_at, LedgerRow.id)
        .limit(sa.bindparam("most", type_=sa.Integer))
        .with_for_update(of=LedgerRow, skip_locked=True)
    )


def _busy(now: sa.BindParameter[Any]) -> sa.Exists:
    """Say whether something else for the chat is on its way, or goes first."""
    other = aliased(LedgerRow)
    goes_first = _place_of(other) < _place_of(LedgerRow)
    return sa.exists().where(
        other.chat_id == LedgerRow.chat_id,
        other.state.in_(OPEN),
        sa.or_(other.state == sa.literal_column("'sending'"), goes_first),
        other.due_at <= now,
    )


def _place_of(row: Any) -> sa.Tuple:
    """Return where a row stands among those of its chat: answers first, bulk last."""
    return sa.tuple_(sa.case((row.subject == ANSWERS, 0), else_=1), row.bulk, row.due_at, row.id)


_IDS: sa.BindParameter[Any] = sa.bindparam("ids", expanding=True)
_CHATS: sa.BindParameter[Any] = sa.bindparam("chats", expanding=True)
_UNTIL: sa.BindParameter[Any] = sa.bindparam("until")

IN_ORDER = sa.text("SET LOCAL enable_sort = off")
"""For the next look: read the index in its order. With statistics older than a wave of messages, PostgreSQL would take
few rows to be pending, and sort a hundred thousand each time."""

# Made once: making them takes longer than the database needs.
NEXT = (
    sa.select(LedgerRow.due_at)
    .where(PENDING, LedgerRow.bulk == sa.bindparam("bulk"))
    .order_by(LedgerRow.due_at)
    .limit(1)
)
DUE = _due(sa.and_(LedgerRow.bulk == sa.bindparam("bulk"), LedgerRow.subject != ANSWERS))
ANSWERS_DUE = _due(LedgerRow.subject == ANSWERS)
_TRY_AGAIN = (
    sa.update(LedgerRow)
    .where(PENDING, LedgerRow.bulk.in_((False, True)), LedgerRow.due_at <= sa.bindparam("now"))
    .where(LedgerRow.not_before > sa.bindparam("real"))
    .values(not_before=None)
    .execution_options(synchronize_session=False)
)
_LEASE = (
    sa.update(LedgerRow)
    .where(LedgerRow.id.in_(_IDS))
    .values(state="sending", owner=sa.bindparam("by"), leased_until=_UNTIL, begun_at=None)
    .execution_options(synchronize_session=False)
)
_BEGIN = (
    sa.update(LedgerRow)
    .where(LedgerRow.id.in_(_IDS), SENDING, LedgerRow.owner == sa.bindparam("by"), LedgerRow.begun_at.is_(None))
    .where(LedgerRow.leased_until > sa.bindparam("real"))
    .where(sa.or_(LedgerRow.useless_after.is_(None), LedgerRow.useless_after > sa.bindparam("now")))
    .where(~is_overtaken(lambda due_at: due_at <= sa.bindparam("now")))
    .values(begun_at=sa.bindparam("real"), leased_until=_UNTIL, attempts=LedgerRow.attempts + 1)
    .returning(LedgerRow.id)
    .execution_options(synchronize_session=False)
)
_SILENCE = (
    sa.update(ReaderRow)
    .where(ReaderRow.chat_id.in_(_CHATS))
    .values(silent_until=_UNTIL)
    .execution_options(synchronize_session=False)
)

"""The inbox's statements, made once: making them takes longer than the database needs."""

from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import aliased

from db.tables import UpdateRow

_WAITING: sa.ColumnElement[str] = sa.literal_column("'waiting'")
_WORKING: sa.ColumnElement[str] = sa.literal_column("'working'")
FREE: dict[str, Any] = {"owner": None, "leased_until": None}
FORGOTTEN: dict[str, Any] = {"body": None, "queue": None, "person": None, "not_before": None, **FREE}
"""What a finished update keeps nothing of."""

_IDS: sa.BindParameter[Any] = sa.bindparam("ids", expanding=True)
_QUEUES: sa.BindParameter[Any] = sa.bindparam("queues", expanding=True)
_LANES: sa.BindParameter[Any] = sa.bindparam("lanes", expanding=True)
_NOW: sa.BindParameter[Any] = sa.bindparam("now")


def is_open(row: Any = UpdateRow) -> sa.ColumnElement[bool]:
    """Whether a row has not ended; written as the partial indexes are."""
    condition: sa.ColumnElement[bool] = row.state.in_((_WAITING, _WORKING))
    return condition


def _is_ready() -> sa.ColumnElement[bool]:
    """Whether a row may be taken now; an instant too far ahead was written before the clock was set back."""
    row = UpdateRow
    may_begin = sa.or_(row.not_before.is_(None), row.not_before <= _NOW, row.not_before > sa.bindparam("latest_retry"))
    is_abandoned = sa.or_(row.leased_until <= _NOW, row.leased_until > sa.bindparam("latest_lease"))
    return sa.or_(sa.and_(row.state == _WAITING, may_begin), sa.and_(row.state == _WORKING, is_abandoned))


def _ready() -> sa.Select[*tuple[Any, ...]]:
    """Find updates whose turn it is: the first of their queues, those of the earliest rounds first."""
    earlier, later = aliased(UpdateRow), aliased(UpdateRow)
    is_overlapped = sa.exists().where(later.queue == UpdateRow.queue, later.id > UpdateRow.id, is_open(later))
    columns = (
        UpdateRow.id, UpdateRow.queue, UpdateRow.person, UpdateRow.lane, UpdateRow.body, UpdateRow.attempts,
        UpdateRow.round, UpdateRow.received_at, is_overlapped.label("is_overlapped"),
    )  # fmt: skip
    return (
        sa.select(*columns)
        .where(is_open(), UpdateRow.lane.in_(_LANES), _is_ready())
        .where(~sa.exists().where(earlier.queue == UpdateRow.queue, earlier.id < UpdateRow.id, is_open(earlier)))
        .order_by(UpdateRow.round, UpdateRow.id)
        .limit(sa.bindparam("most", type_=sa.Integer))
        .with_for_update(of=UpdateRow, skip_locked=True)
    )


def _changing(*where: sa.ColumnElement[bool], **values: Any) -> sa.Update:
    return sa.update(UpdateRow).where(*where).values(values).execution_options(synchronize_session=False)


INSERT = {
    "sqlite": sqlite.insert(UpdateRow).on_conflict_do_nothing(),
    "postgresql": postgresql.insert(UpdateRow).on_conflict_do_nothing(),
}
"""An id that is there already changes nothing."""
READY = _ready()
FIRST_ROUND = sa.select(sa.func.min(UpdateRow.round)).where(is_open())
QUEUES = (
    sa.select(UpdateRow.queue, sa.func.max(UpdateRow.round), sa.func.count())
    .where(is_open(), UpdateRow.queue.in_(_QUEUES))
    .group_by(UpdateRow.queue)
)
"""Of each queue: the last round, and how many have not ended."""
WAITING = (
    sa.select(UpdateRow.id, UpdateRow.person)
    .where(is_open(), UpdateRow.queue == sa.bindparam("in_queue"), UpdateRow.state == _WAITING)
    .order_by(UpdateRow.id.desc())
)
COUNT_WORKING = sa.select(sa.func.count()).select_from(UpdateRow).where(is_open(), UpdateRow.state == _WORKING)
COUNT_OPEN = sa.select(sa.func.count()).select_from(UpdateRow).where(is_open())

TAKE = _changing(
    UpdateRow.id.in_(_IDS),
    state="working",
    owner=sa.bindparam("by"),
    leased_until=sa.bindparam("until"),
    attempts=UpdateRow.attempts + 1,
)
RENEW = _changing(UpdateRow.id.in_(_IDS), UpdateRow.owner == sa.bindparam("by"), leased_until=sa.bindparam("until"))
FINISH = _changing(UpdateRow.id.in_(_IDS), state=sa.bindparam("new_state"), **FORGOTTEN)
POSTPONE = _changing(
    UpdateRow.id == sa.bindparam("row_id"),
    UpdateRow.owner == sa.bindparam("by"),
    state="waiting",
    not_before=sa.bindparam("until"),
    attempts=UpdateRow.attempts - sa.bindparam("uncounted", type_=sa.Integer),
    **FREE,
)
RELEASE_ALL = _changing(is_open(), UpdateRow.state == _WORKING, state="waiting", **FREE)
FORGET = _changing(
    is_open(),
    sa.or_(UpdateRow.queue == sa.bindparam("whose"), UpdateRow.person == sa.bindparam("whose")),
    state="done",
    **FORGOTTEN,
)

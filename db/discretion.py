"""What people wrote stays out of PostgreSQL's errors, which quote the values of the row that they complain about."""

from typing import Any

from sqlalchemy.engine import ExceptionContext

QUOTING = "22"
"""SQLSTATE class of data that does not fit: already the first line of such a message may quote it."""


def hide_values(context: ExceptionContext) -> None:
    """Take the values out of an error of asyncpg and of all that SQLAlchemy made of it; `sqlstate` stays."""
    error, raised = context.original_exception, context.sqlalchemy_exception
    for link in (error, error.__cause__):
        if link is not None:
            _hide(link)
    if raised is not None and raised.args:
        raised.args = (f"({type(error).__module__}.{type(error).__name__}) {error}", *raised.args[1:])


def _hide(error: Any) -> None:
    if getattr(error, "detail", None):
        error.detail = None
    sqlstate = getattr(error, "sqlstate", None) or ""
    if sqlstate.startswith(QUOTING):
        error.args = (f"{type(error).__name__}, SQLSTATE {sqlstate}", *error.args[1:])

"""What became of key dates by something an editor did, and how many followers hear of it."""

from collections.abc import Sequence

from bot.desk.key_dates.effects_view import Effect
from bot.telegram.context import Context
from briefings.model.key_date import KeyDate
from briefings.outbox.report import notice_count


async def effects_of(context: Context, changed: Sequence[KeyDate]) -> tuple[Effect, ...]:
    """Return each changed key date with the number of followers who are notified."""
    return tuple([Effect(key_date, await told_count(context, key_date)) for key_date in changed])


async def told_count(context: Context, key_date: KeyDate) -> int:
    """Return how many followers hear of the latest change of a key date."""
    services = context.services
    if key_date.status == "withdrawn":
        return await notice_count(services.database, key_date.id, "correction", key_date.revision)
    changes = await services.key_dates.changes(key_date.id)
    return await notice_count(services.database, key_date.id, changes[0].change, key_date.revision) if changes else 0

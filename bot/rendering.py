"""Writing what the ledger owes, as things stand at the moment of sending."""

from datetime import timedelta

from bot.context import Services
from bot.locales import texts
from bot.shared_reads import SharedReads
from bot.views import owed as views
from bot.views.digest import digest_message
from bot.views.key_date_desk import conflict_message
from bot.views.message import Message
from bot.views.moment import Moment
from bot.views.stored import restore
from briefings.alerts import told_of_conflict
from briefings.clock import simulated
from briefings.errors import Gone
from briefings.key_dates.key_date import Change, KeyDate
from briefings.outbox.owed import Dropped, Owed
from briefings.reminders.snoozing import wishes_ahead

ANSWER_TOLERATED = timedelta(minutes=5)
"""Real time after which an answer says that it is late."""


class Renderer:
    """Turns a row of the ledger into a message in its reader's language and zone, or says why there is none."""

    def __init__(self, services: Services) -> None:
        self._services = services
        self._key_date = SharedReads(services.key_dates.get)
        self._changes = SharedReads(services.key_dates.changes)

    async def __call__(self, owed: Owed) -> Message | Dropped:
        """Write one message."""
        moment = self._moment(owed)
        if owed.kind == "answer":
            return views.answer(restore(owed.payload), moment, late=self._is_late(owed))
        if owed.kind == "broadcast":
            return views.broadcast(owed.payload["text"], moment)
        if owed.kind == "digest":
            return await self._digest(owed, moment)
        if owed.kind == "conflict":
            return await self._conflict(owed, moment)
        return await self._about_date(owed, moment)

    def _is_late(self, owed: Owed) -> bool:
        clock = self._services.clock
        return clock.now() - owed.due_at > simulated(clock, ANSWER_TOLERATED)

    def _moment(self, owed: Owed) -> Moment:
        services = self._services
        reader = owed.reader
        return Moment(texts(reader.language), services.clock.now(), reader.zone, services.settings.stale_days)

    async def _digest(self, owed: Owed, moment: Moment) -> Message | Dropped:
        contents = await self._services.digests.contents(owed)
        if contents.is_empty:
            return Dropped("there is nothing to tell")
        return digest_message(contents, moment, is_group=owed.reader.is_group)

    async def _conflict(self, owed: Owed, moment: Moment) -> Message | Dropped:
        told_id = told_of_conflict(owed.subject)
        conflicts = await self._services.key_dates.conflicts()
        conflict = next((one for one in conflicts if one.told.id == told_id), None)
        return conflict_message(conflict, moment) if conflict else Dropped("it is settled already")

    async def _about_date(self, owed: Owed, moment: Moment) -> Message | Dropped:
        try:
            key_date = await self._key_date(owed.key_date_id or 0)
        except Gone:
            return Dropped("the key date is gone")
        if owed.revision != key_date.revision:
            return Dropped("the key date changed since")
        if owed.kind == "reminder":
            snoozes = wishes_ahead(key_date.when, owed.reader, moment.now)
            return views.reminder(views.Reminder(key_date, owed.lead or "", owed.late, snoozes), moment)
        return await self._notice(owed, key_date, moment)

    async def _notice(self, owed: Owed, key_date: KeyDate, moment: Moment) -> Message | Dropped:
        if owed.kind == "correction":
            is_back = key_date.status != "withdrawn"
            return Dropped("it is told again") if is_back else views.withdrawn(key_date, moment)
        change = await self._change(key_date)
        if owed.kind == "restored":
            return views.restored(key_date, moment)
        if owed.kind == "cancelled":
            return views.cancelled(key_date, change, moment)
        return views.moved(key_date, change, moment) if change else Dropped("nobody knows what changed")

    async def _change(self, key_date: KeyDate) -> Change | None:
        changes = await self._changes(key_date.id)
        return next((change for change in changes if change.revision == key_date.revision), None)

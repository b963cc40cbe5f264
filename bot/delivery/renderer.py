"""Writing the ledger's messages, as things stand when they are sent."""

from datetime import timedelta
from typing import assert_never

from bot.delivery.shared_reads import SharedReads
from bot.desk.key_dates.move_view import conflict_message
from bot.desk.key_dates.same_date_view import same_date_question
from bot.features.digest.digest_view import digest_message
from bot.features.reminders import notice_view as views
from bot.locales import texts
from bot.telegram.context import Services
from bot.ui.message import Message
from bot.ui.stored_message import restore
from bot.ui.view_context import ViewContext
from briefings.clock import simulated
from briefings.errors import Gone
from briefings.model.key_date import Change, KeyDate
from briefings.notices.conflicts import question_asked, reported_in_conflict
from briefings.notices.reminders.snoozing import wishes_ahead
from briefings.outbox.outbox_message import Dropped, OutboxMessage

ANSWER_TOLERATED = timedelta(minutes=5)
"""Real time after which an answer says that it is late."""


class Renderer:
    """Turns a row of the ledger into a message in its reader's language and zone, or says why there is none."""

    def __init__(self, services: Services) -> None:
        self._services = services
        self._key_date = SharedReads(services.key_dates.get)
        self._changes = SharedReads(services.key_dates.changes)

    async def __call__(self, outgoing: OutboxMessage) -> Message | Dropped:
        """Write one message."""
        viewer = self._viewer(outgoing)
        match outgoing.kind:
            case "answer":
                return views.answer(restore(outgoing.payload), viewer, late=self._is_late(outgoing))
            case "broadcast":
                return views.broadcast(outgoing.payload["text"], viewer)
            case "digest":
                return await self._digest(outgoing, viewer)
            case "conflict":
                return await self._conflict(outgoing, viewer)
            case "reminder" | "moved" | "cancelled" | "restored" | "correction":
                return await self._about_date(outgoing, viewer)
        assert_never(outgoing.kind)

    def _is_late(self, outgoing: OutboxMessage) -> bool:
        clock = self._services.clock
        return clock.now() - outgoing.due_at > simulated(clock, ANSWER_TOLERATED)

    def _viewer(self, outgoing: OutboxMessage) -> ViewContext:
        services = self._services
        reader = outgoing.reader
        return ViewContext(texts(reader.language), services.clock.now(), reader.zone, services.settings.stale_days)

    async def _digest(self, outgoing: OutboxMessage, viewer: ViewContext) -> Message | Dropped:
        contents = await self._services.digests.contents(outgoing)
        if contents.is_empty:
            return Dropped("there is nothing to tell")
        return digest_message(contents, viewer, is_group=outgoing.reader.is_group)

    async def _conflict(self, outgoing: OutboxMessage, viewer: ViewContext) -> Message | Dropped:
        asked = question_asked(outgoing.subject)
        if asked is not None:
            questions = await self._services.same_dates.open()
            question = next((one for one in questions if one.id == asked), None)
            return same_date_question(question, viewer) if question else Dropped("it is settled already")
        reported_id = reported_in_conflict(outgoing.subject)
        conflicts = await self._services.key_dates.conflicts()
        conflict = next((one for one in conflicts if one.reported.id == reported_id), None)
        return conflict_message(conflict, viewer) if conflict else Dropped("it is settled already")

    async def _about_date(self, outgoing: OutboxMessage, viewer: ViewContext) -> Message | Dropped:
        try:
            key_date = await self._key_date(outgoing.key_date_id or 0)
        except Gone:
            return Dropped("the key date is gone")
        if outgoing.revision != key_date.revision:
            return Dropped("the key date changed since")
        if outgoing.kind == "reminder":
            snoozes = wishes_ahead(key_date.when, outgoing.reader, viewer.now)
            return views.reminder(views.Reminder(key_date, outgoing.lead or "", outgoing.late, snoozes), viewer)
        return await self._notice(outgoing, key_date, viewer)

    async def _notice(self, outgoing: OutboxMessage, key_date: KeyDate, viewer: ViewContext) -> Message | Dropped:
        if outgoing.kind == "correction":
            is_back = key_date.status != "withdrawn"
            return Dropped("it is told again") if is_back else views.withdrawn(key_date, viewer)
        change = await self._change(key_date)
        if outgoing.kind == "restored":
            return views.restored(key_date, viewer)
        if outgoing.kind == "cancelled":
            return views.cancelled(key_date, change, viewer)
        return views.moved(key_date, change, viewer) if change else Dropped("nobody knows what changed")

    async def _change(self, key_date: KeyDate) -> Change | None:
        changes = await self._changes(key_date.id)
        return next((change for change in changes if change.revision == key_date.revision), None)

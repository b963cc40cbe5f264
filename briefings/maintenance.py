"""Upkeep, at the start and every hour: new defaults, the next digests, and deleting what is kept no longer."""

from datetime import timedelta

from briefings.clock import Clock
from briefings.editorial.unanswered import forget_old_questions
from briefings.inbox.inbox_pruning import prune_updates
from briefings.model.leads import write_leads
from briefings.model.reader import Defaults
from briefings.notices.digests import plan_digests
from briefings.notices.reminders.planning import ReminderPlanner
from briefings.outbox.ledger_pruning import prune
from briefings.readers.pending_input import forget_old_conversations
from db.database import Database
from db.locks import lock_dates
from db.tables import FactRow

DEFAULTS_FACT = "reminder defaults"
EVERY = timedelta(hours=1)
"""Simulated time between two rounds of upkeep."""


class Maintenance:
    """Call `catch_up` once before anything else, then `renew` at once and every hour."""

    def __init__(self, database: Database, clock: Clock, defaults: Defaults) -> None:
        self._database = database
        self._clock = clock
        self._defaults = defaults

    async def catch_up(self) -> None:
        """Plan all reminders and digests anew when the settings that they depend on changed since the last start."""
        defaults = self._defaults
        current = f"{defaults.zone} {defaults.reminder_time:%H:%M} {write_leads(defaults.leads)}"
        async with self._database.writing() as session:
            await lock_dates(session)  # several copies may start at the same time
            last = await session.get(FactRow, DEFAULTS_FACT)
            if last is not None and last.value == current:
                return
            await ReminderPlanner(self._clock, defaults).plan_anew(session)
            await plan_digests(session, self._clock.now(), defaults, anew=True)
            await session.merge(FactRow(name=DEFAULTS_FACT, value=current))

    async def renew(self) -> None:
        """Plan the next digest for those who have none ahead, and delete what ended long ago."""
        now = self._clock.now()
        async with self._database.writing() as session:
            await plan_digests(session, now, self._defaults)
        async with self._database.writing() as session:
            await forget_old_conversations(session)
            await forget_old_questions(session, now.date())
        await prune(self._database, self._clock)
        await prune_updates(self._database)
        await self._database.scrub()

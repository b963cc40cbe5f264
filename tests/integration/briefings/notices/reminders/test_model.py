"""A simple model of what readers are promised, against the services and the ledger, whatever happens in what order."""

import asyncio
from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from briefings.model.briefing import When
from briefings.model.reader import Habits
from briefings.notices.reminders.due_times import over_at, reminders
from briefings.outbox.ledger import Ended
from briefings.outbox.outbox_message import Sent
from briefings.outbox.superseding import TOGETHER
from db.database import Database
from db.tables import Base, LedgerRow

START = datetime(2019, 5, 3, 4, tzinfo=UTC)
CHATS = (101, -202)
ZONES = ("Asia/Almaty", "Europe/Berlin", "America/New_York")
LEADS = tuple(timedelta(hours=hours) for hours in (7 * 24, 24, 2, 0))
Promise = tuple[int, str, str, str]
"""chat, kind, subject, occurrence"""

chats = st.sampled_from(CHATS)
lead_choices = st.sets(st.sampled_from(LEADS), max_size=3).map(lambda found: tuple(sorted(found, reverse=True)))
days = st.integers(0, 40).map(lambda ahead: date(2019, 5, 3) + timedelta(days=ahead))
spans = st.integers(1, 15 * 24).map(lambda hours: timedelta(hours=hours))


class Clock:
    def __init__(self) -> None:
        self.instant = START

    def now(self) -> datetime:
        return self.instant

    def real_seconds(self, simulated: timedelta) -> float:
        return max(0.0, simulated.total_seconds())


class Promises(RuleBasedStateMachine):
    """Each rule does one thing to the product and to the model; what is due is delivered at once."""

    dates = Bundle("dates")

    def __init__(self, open_world: Any) -> None:
        super().__init__()
        self.runner = asyncio.Runner()
        self.clock = Clock()
        self.started = START
        self.world = self.runner.run(open_world(self.clock))
        self.readers = {chat: Habits(ZONES[0], self.world.defaults.reminder_time, LEADS) for chat in CHATS}
        self.away: set[int] = set()
        self.followed: dict[int, dict[int, bool]] = {chat: {} for chat in CHATS}
        self.all_dates: dict[int, bool] = dict.fromkeys(CHATS, False)
        self.own_leads: dict[tuple[int, int], tuple[timedelta, ...]] = {}
        self.days: dict[int, When] = {}
        self.revisions: dict[int, int] = {}
        self.cancelled: set[int] = set()
        self.promised: dict[Promise, datetime] = {}
        self.expected: Counter[Promise] = Counter()
        self.received: Counter[Promise] = Counter()
        self.doubtful: Counter[Promise] = Counter()

    @initialize()
    def meet(self) -> None:
        for chat in CHATS:
            self.run(self.world.people.meet(chat, "private" if chat > 0 else "group"))
            self.run(self.world.people.set_leads(chat, LEADS))

    @rule(target=dates, day=days)
    def load(self, day: date) -> int:
        when = When(day.isoformat(), day, day, "day")
        key_date = self.run(self.world.load(f"event {len(self.days)}", when))
        self.days[key_date], self.revisions[key_date] = when, 1
        for chat in CHATS:
            self.promise(chat, key_date)
        return key_date

    @rule(chat=chats, key_date=dates)
    def follow(self, chat: int, key_date: int) -> None:
        if key_date in self.cancelled or self.over(chat, key_date) <= self.clock.now():
            return
        self.run(self.world.following.follow_date(chat, key_date))
        self.followed[chat][key_date] = True
        self.take_a_nearer_lead(chat, key_date)
        self.promise(chat, key_date)

    @rule(chat=chats, key_date=dates)
    def unfollow(self, chat: int, key_date: int) -> None:
        self.run(self.world.following.unfollow_date(chat, key_date))
        self.followed[chat][key_date] = False
        self.promise(chat, key_date)

    @rule(chat=chats)
    def follow_everything(self, chat: int) -> None:
        self.run(self.world.following.follow_topic(chat, "*"))
        self.all_dates[chat] = True
        ahead = {
            one
            for one in self.days
            if one not in self.cancelled and self.days[one].last >= self.clock.now().date() - timedelta(days=2)
        }
        for one in ahead:
            if not self.followed[chat].get(one, True):
                del self.followed[chat][one]
                self.own_leads.pop((chat, one), None)
        self.promise_all(chat)

    @rule(chat=chats)
    def stop_everything(self, chat: int) -> None:
        self.run(self.world.following.unfollow_all(chat))
        self.all_dates[chat] = False
        self.followed[chat] = dict.fromkeys(self.followed[chat], False)
        self.promise_all(chat)

    @rule(chat=chats, zone=st.sampled_from(ZONES))
    def change_zone(self, chat: int, zone: str) -> None:
        self.run(self.world.people.set_zone(chat, zone))
        self.readers[chat] = Habits(zone, self.readers[chat].reminder_time, self.readers[chat].leads)
        self.promise_all(chat)

    @rule(chat=chats, leads=lead_choices)
    def change_leads(self, chat: int, leads: tuple[timedelta, ...]) -> None:
        self.run(self.world.people.set_leads(chat, leads))
        self.readers[chat] = Habits(self.readers[chat].zone, self.readers[chat].reminder_time, leads)
        self.promise_all(chat)

    @rule(key_date=dates, day=days)
    def move(self, key_date: int, day: date) -> None:
        self.change(key_date, "moved", When(day.isoformat(), day, day, "day"))

    @rule(key_date=dates)
    def cancel(self, key_date: int) -> None:
        if key_date not in self.cancelled:
            self.change(key_date, "cancelled", self.days[key_date])

    @rule(chat=chats)
    def block(self, chat: int) -> None:
        self.run(self.world.people.left(chat))
        self.away.add(chat)
        self.promise_all(chat)

    @rule(chat=chats)
    def come_back(self, chat: int) -> None:
        self.run(self.world.people.returned(chat))
        self.away.discard(chat)
        self.promise_all(chat)

    @rule(span=spans)
    def time_passes(self, span: timedelta) -> None:
        until = self.clock.now() + span
        while (due := self.run(self.world.ledger.next_due())) is not None and due <= until:
            self.clock.instant = max(due, self.clock.now())
            self.settle()
        self.clock.instant = until

    @rule(span=spans, early=st.sampled_from((timedelta(0), timedelta(minutes=5))))
    def the_bot_is_down(self, span: timedelta, early: timedelta) -> None:
        """Time passes and nobody delivers; what is due is late then."""
        self.clock.instant += span - early
        self.started = self.clock.now()

    @precondition(lambda self: self.promised)
    @rule(arrives=st.booleans())
    def crash_while_sending(self, arrives: bool) -> None:
        """The bot dies with the next messages in the air; another life takes over."""
        self.clock.instant = max(self.clock.now(), min(self.promised.values()))
        batch = self.run(self.world.ledger.take_due(10, self.started))
        begun = self.run(self.world.ledger.begin(batch[:1]))
        for outgoing in batch[:1]:
            assert outgoing.id in begun
            self.doubtful[self.named(outgoing)] += 1
            self.received[self.named(outgoing)] += arrives
        self.world.ledger = self.world.copy("another life")
        assert self.run(self.world.ledger.take_over(alone=True)) == len(batch)
        self.run(self.forget_waits())

    @precondition(lambda self: self.promised)
    @rule(key_date=dates, day=days)
    def move_during_a_run(self, key_date: int, day: date) -> None:
        """The date moves after its reminders were taken, before they are sent."""
        self.clock.instant = max(self.clock.now(), min(self.promised.values()))
        batch = self.run(self.world.ledger.take_due(10, self.started))
        self.change(key_date, "moved", When(day.isoformat(), day, day, "day"))
        self.send(batch)

    @invariant()
    def what_is_due_arrives_and_the_rest_is_owed(self) -> None:
        self.settle()
        surplus = self.received - self.expected
        assert not self.expected - self.received, "lost"
        assert not surplus - self.doubtful, "repeated without a doubt"
        pending = self.run(self.world.rows(LedgerRow.state.in_(("pending", "sending"))))
        assert {self.named(row): row.due_at for row in pending} == self.promised

    def settle(self) -> None:
        """Deliver what is due, and expect that it came."""
        self.deliver()
        self.ids = {self.named(row): row.id for row in self.run(self.world.rows())}
        due = {promise: at for promise, at in self.promised.items() if at <= self.clock.now()}
        self.expected.update(promise for promise in due if not self.is_over(promise) and not self.overtaken(promise))
        self.promised = {promise: at for promise, at in self.promised.items() if promise not in due}

    def change(self, key_date: int, kind: str, when: When) -> None:
        """Move or cancel in product and model, and expect the news of it."""
        old = self.days[key_date]
        if kind == "moved" and old == when and key_date not in self.cancelled:
            return
        doing = (
            self.world.key_dates.move(key_date, when, 1)
            if kind == "moved"
            else self.world.key_dates.cancel(key_date, 1)
        )
        self.run(doing)
        self.days[key_date] = when
        self.revisions[key_date] += 1
        (self.cancelled.discard if kind == "moved" else self.cancelled.add)(key_date)
        for chat in CHATS:
            self.promise(chat, key_date, moved=True)
            zone = self.readers[chat].zone
            if self.is_following(chat, key_date) and max(over_at(old, zone), over_at(when, zone)) > self.clock.now():
                self.promised[(chat, kind, f"date:{key_date}", str(self.revisions[key_date]))] = self.clock.now()

    def promise_all(self, chat: int) -> None:
        if chat in self.away:
            self.promised = {one: due for one, due in self.promised.items() if one[0] != chat}
        for key_date in self.days:
            self.promise(chat, key_date)

    def promise(self, chat: int, key_date: int, *, moved: bool = False) -> None:
        """Promise what is to come, keep what was promised though its new time has passed, take back the rest."""
        now, subject = self.clock.now(), f"date:{key_date}"
        before = {one: due for one, due in self.promised.items() if one[:3] == (chat, "reminder", subject)}
        self.promised = {one: due for one, due in self.promised.items() if one not in before}
        if not self.is_following(chat, key_date) or key_date in self.cancelled:
            return
        for due in reminders(self.days[key_date], self.habits(chat, key_date)):
            promise = (chat, "reminder", subject, f"{self.revisions[key_date]}:{due.lead}")
            if promise in self.expected or self.received[promise] > self.doubtful[promise]:
                continue
            if due.at > now or promise in before:
                self.promised[promise] = due.at if due.at > now else min(now, before[promise])

    def take_a_nearer_lead(self, chat: int, key_date: int) -> None:
        """Whoever follows when all usual reminders lie behind gets one the day before, else on the morning itself."""
        leads, morning = self.habits(chat, key_date).leads, self.readers[chat].reminder_time
        zone, day = ZoneInfo(self.readers[chat].zone), self.days[key_date].first
        now = self.clock.now()

        def comes(lead: timedelta) -> bool:
            if lead % timedelta(days=1):
                return datetime.combine(day, time(), zone) - lead > now
            return datetime.combine(day - lead, morning, zone) > now

        near = next((lead for lead in (timedelta(days=1), timedelta(0)) if comes(lead)), None)
        if leads and near is not None and not any(map(comes, leads)):
            self.own_leads[chat, key_date] = tuple(sorted({*leads, near}, reverse=True))

    def habits(self, chat: int, key_date: int) -> Habits:
        usual = self.readers[chat]
        return replace(usual, leads=self.own_leads.get((chat, key_date), usual.leads))

    def is_following(self, chat: int, key_date: int) -> bool:
        return chat not in self.away and self.followed[chat].get(key_date, self.all_dates[chat])

    def over(self, chat: int, key_date: int) -> datetime:
        return over_at(self.days[key_date], self.readers[chat].zone)

    def is_over(self, promise: Promise) -> bool:
        chat, kind, subject, _ = promise
        return kind == "reminder" and self.over(chat, int(subject.removeprefix("date:"))) <= self.clock.now()

    def overtaken(self, promise: Promise) -> bool:
        """Of reminders of one date that are due together the nearest comes; a late one waits a little for it."""
        at = self.promised[promise]
        until = self.clock.now() + (TOGETHER if at < self.started else timedelta(0))
        return promise[1] == "reminder" and any(
            other[:3] == promise[:3] and (at, self.ids[promise]) < (due, self.ids[other]) and due <= until
            for other, due in self.promised.items()
        )

    def deliver(self) -> None:
        while batch := self.run(self.world.ledger.take_due(10, self.started)):
            self.send(batch)

    def send(self, batch: Any) -> None:
        begun = self.run(self.world.ledger.begin(batch))
        sent = [outgoing for outgoing in batch if outgoing.id in begun]
        self.received.update(map(self.named, sent))
        self.run(self.world.ledger.record([Ended(outgoing, Sent(1)) for outgoing in sent]))

    async def forget_waits(self) -> None:
        async with self.world.database.writing() as session:
            await session.execute(sa.update(LedgerRow).values(not_before=None))

    @staticmethod
    def named(row: Any) -> Promise:
        return row.chat_id, row.kind, row.subject, row.occurrence

    def run(self, doing: Any) -> Any:
        return self.runner.run(doing)

    def teardown(self) -> None:
        self.run(self.world.database.close())
        self.runner.close()


@pytest.mark.parametrize("examples", [15, pytest.param(40, marks=pytest.mark.long)])
def test_promises_are_kept(database_url, make_world, examples):
    async def open_world(clock: Clock) -> Any:
        database = Database(database_url)
        async with database.writing() as session:
            for table in reversed(Base.metadata.sorted_tables):
                await session.execute(table.delete())
        return make_world(database, clock)

    run_state_machine_as_test(
        lambda: Promises(open_world),
        settings=settings(
            max_examples=examples, stateful_step_count=25, deadline=None, suppress_health_check=list(HealthCheck)
        ),
    )

"""The run that sends what is due: takes, writes, waits for its slot, asks once more, sends, records."""

import asyncio
import contextlib
import logging
import time
from collections.abc import Awaitable, Callable, Iterable, Sequence
from typing import Protocol

from telegram.error import ChatMigrated, TelegramError

from bot.delivery.circuit_breaker import CircuitBreaker
from bot.delivery.flood_pauses import Floods
from bot.delivery.in_flight import InFlight
from bot.delivery.lateness import late_before
from bot.delivery.outcomes import LONGEST_WAIT, OUT_OF_REACH, backoff, judge
from bot.delivery.rate_limit import Permit, RateLimit
from bot.delivery.sender import Sender
from bot.observability.outages import Outages
from bot.ui.message import Message
from briefings.clock import Clock
from briefings.outbox.budget import Budget
from briefings.outbox.ledger import Ended, Ledger
from briefings.outbox.outbox_message import Doubtful, Dropped, Failed, OutboxMessage, Outcome, Sent, Silenced, Unsent
from db.database import DATABASE_ERRORS

logger = logging.getLogger(__name__)

Render = Callable[[OutboxMessage], Awaitable[Message | Dropped]]
"""Writes a message, or says why there is nothing to say."""

FEWEST_IN_FLIGHT, MOST_IN_FLIGHT = 8, 48
"""As many as a second may hold, within these bounds: what is in the air when the bot is killed may come twice."""
BEGUN_AHEAD = 0.1
"""Seconds between beginning a message and its slot, and the stretch of messages that are begun together."""
MOST_TOGETHER = 16
"""Messages that are written and begun together: one look and one transaction for all."""
TAKEN_AHEAD = 1.0
"""Seconds of messages that are taken together."""
TAKE_OVER_EVERY = 15.0
"""Seconds between two looks, in a long run, for what copies left behind that stopped meanwhile."""
SUPPOSED_COPIES = 2
"""Copies of the bot, where there may be several, until we see in the ledger how many there are."""
FEWEST_TAKEN, MOST_TAKEN = 10, 200
PRIVATE_SPACING, GROUP_SPACING = 1.0, 3.0
"""Seconds between two messages to one chat: Telegram takes 1 a second, in groups 20 a minute."""

VERY_LATE = 300.0
"""Real seconds after which a reminder is so late that the owners should know."""
LONGEST_LEARNING = 5.0
"""Seconds for which what a message teaches may hold up that its end is recorded."""


class Chats(Protocol):
    """What sending teaches us about chats."""

    async def left(self, chat_id: int) -> None:
        """Note that the chat is out of reach."""
        ...

    async def migrate_chat(self, old: int, new: int) -> None:
        """Note that the chat has a new id."""
        ...


class Observer(Protocol):
    """Who wants to know how delivering goes."""

    def looked(self) -> None:
        """Hear that the ledger was looked at."""
        ...

    def ended(self, outcome: Outcome) -> None:
        """Hear how one attempt ended."""
        ...


class Delivery:
    """Sends what is due in the ledger, at the budget's pace, until nothing is left."""

    def __init__(
        self,
        ledger: Ledger,
        clock: Clock,
        budget: Budget,
        rate_limit: RateLimit,
        sender: Sender,
        render: Render,
        chats: Chats,
        outages: Outages,
        breaker: CircuitBreaker | None = None,
        on_very_late: Callable[[], None] = lambda: None,
        observer: Observer | None = None,
        *,
        alone: bool,
    ) -> None:
        self._ledger = ledger
        self._clock = clock
        self._budget = budget
        self._traffic = rate_limit
        self._sender = sender
        self._render = render
        self._chats = chats
        self._outages = outages
        self._breaker = breaker or CircuitBreaker(outages)
        self._on_very_late = on_very_late
        self._observer = observer
        self._alone = alone
        self._floods = Floods()
        self._started = clock.now()
        self._running = asyncio.Lock()
        self._stopping = asyncio.Event()
        self._took_over = 0.0
        self._in_hand: Sequence[OutboxMessage] = ()

    async def run(self) -> int:
        """Send all that is due now; return how many messages were tried. Two runs never overlap.

        Whatever goes wrong, messages in the air land and are recorded, and what was not begun is given back.
        """
        if self._breaker.is_open:
            return 0
        most = _within(self._budget.rate, FEWEST_IN_FLIGHT, MOST_IN_FLIGHT)
        async with self._running:
            await self._give_back()
            try:
                async with InFlight(self._ledger, most, self._stopping, self._outages) as in_flight:
                    await self._take_over(alone=self._alone)
                    await self._send_all(in_flight)
            finally:
                await self._give_back()
            return in_flight.count

    async def stop(self) -> None:
        """Take nothing more, and wait until all that is in hand has ended."""
        self._stopping.set()
        async with self._running:
            pass

    async def _take_over(self, *, alone: bool) -> None:
        """Free what dead copies held; alone on the database, all that is held at the start of a run is theirs."""
        self._took_over = time.monotonic()
        if freed := await self._ledger.take_over(alone=alone):
            logger.warning("took over %s messages that a stopped copy of the bot had in hand", freed)

    async def _send_all(self, in_flight: InFlight) -> None:
        """Send until nothing is due; beside other copies of the bot, with no more than our share of the places."""
        copies = SUPPOSED_COPIES
        while not self._must_rest() and (batch := await self._next_batch(in_flight)):
            self._traffic.share(1 if self._alone else copies)
            await self._dispatch(batch, in_flight)
            if self._breaker.is_half_open:
                await in_flight.landing()
            copies = await self._copies()
        await self._close_circuit()
        self._traffic.share(await self._copies())

    def _must_rest(self) -> bool:
        return self._stopping.is_set() or self._breaker.is_open

    async def _close_circuit(self) -> None:
        """Close the circuit where Telegram can be reached and nothing is due by which to try it."""
        if self._breaker.is_half_open and not self._stopping.is_set():
            due = await self._ledger.next_due()
            if due is None or due > self._clock.now():
                self._breaker.succeeded()

    async def _next_batch(self, in_flight: InFlight) -> Sequence[OutboxMessage]:
        """Take what is due; where only chats with a message in flight have more due, wait until one has ended."""
        size = _within(self._budget.rate * TAKEN_AHEAD, FEWEST_TAKEN, MOST_TAKEN) if self._breaker.is_closed else 1
        if self._breaker.take_recovery():
            await self._ledger.try_again()
        if time.monotonic() - self._took_over > TAKE_OVER_EVERY:
            await self._take_over(alone=False)
        while True:
            self._in_hand = await self._ledger.take_due(size, late_before(self._clock, self._started))
            if self._observer is not None:
                self._observer.looked()
            if self._in_hand or not await in_flight.landing():
                return self._in_hand

    async def _give_back(self) -> None:
        """Give back what a run took and did not begin; what it began stays as it is."""
        if self._in_hand:
            await self._ledger.release(self._in_hand)
            self._in_hand = ()

    async def _copies(self) -> int:
        return 1 if self._alone else await self._ledger.copies()

    async def _dispatch(self, batch: Sequence[OutboxMessage], in_flight: InFlight) -> None:
        """Send a batch off, a few messages at a time, each written just before it goes."""
        step = min(_within(self._budget.rate * BEGUN_AHEAD, 1, MOST_TOGETHER), self._traffic.most_together)
        for start in range(0, len(batch), step):
            group = batch[start : start + step]
            await in_flight.room(len(group))
            if self._must_rest():
                return
            if written := await self._write_all(group, in_flight):
                await self._launch(written, in_flight)

    async def _write_all(
        self, group: Sequence[OutboxMessage], in_flight: InFlight
    ) -> list[tuple[OutboxMessage, Message]]:
        """Write messages; note down at once where there is nothing to send."""
        written = list(zip(group, await asyncio.gather(*map(self._write, group)), strict=True))
        if ends := [Ended(outgoing, end) for outgoing, end in written if not isinstance(end, Message)]:
            self._report(end.outcome for end in ends)
            await in_flight.record(ends)
        return [(outgoing, message) for outgoing, message in written if isinstance(message, Message)]

    async def _launch(self, group: Sequence[tuple[OutboxMessage, Message]], in_flight: InFlight) -> None:
        """Begin a few messages shortly before their slots, and let each go in its own.

        A slot may be far away, when the whole run has to wait: then nothing is begun before, and a stop need not wait.
        """
        slot = time.monotonic() + await self._budget.reserve(len(group))
        await self._sleep(slot - BEGUN_AHEAD - time.monotonic())
        if self._must_rest():
            return
        async with self._traffic.permits(len(group), BEGUN_AHEAD) as permits:
            begun = await self._ledger.begin([outgoing for outgoing, _ in group])
            for number, ((outgoing, message), permit) in enumerate(zip(group, permits, strict=True)):
                if outgoing.id in begun:
                    at = max(permit.at, slot + number / self._budget.rate)
                    in_flight.start(self._send_in_slot(outgoing, message, permit.hand_over(), at))

    async def _sleep(self, seconds: float) -> None:
        """Sleep, unless asked to stop."""
        if seconds > 0:
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._stopping.wait(), seconds)

    async def _write(self, outgoing: OutboxMessage) -> Message | Dropped | Failed | Unsent:
        try:
            return await self._render(outgoing)
        except DATABASE_ERRORS as error:
            self._outages.met(error)
            return Unsent(backoff(outgoing.attempts), "the database was away")
        except Exception:  # one message that cannot be written must not stop all others
            logger.exception("cannot write message %s", outgoing.id)
            return Failed("it could not be written")

    async def _send_in_slot(self, outgoing: OutboxMessage, message: Message, permit: Permit, at: float) -> Ended:
        with permit:
            await asyncio.sleep(at - time.monotonic())
            permit.leave()
            outcome, error = await self._send(outgoing, message)
        self._observe(outgoing, outcome)
        await self._learn(outgoing, outcome, error)
        return Ended(outgoing, outcome, _spacing(outgoing) if isinstance(outcome, Sent) else 0.0)

    async def _send(self, outgoing: OutboxMessage, message: Message) -> tuple[Outcome, TelegramError | None]:
        try:
            return Sent(await self._sender.send(outgoing.chat_id, message)), None
        except TelegramError as error:
            return judge(error, outgoing), error
        except Exception:  # as above: a surprise with one message is not the end of the run
            logger.exception("cannot send message %s", outgoing.id)
            return Doubtful(LONGEST_WAIT, "an unexpected error"), None

    def _observe(self, outgoing: OutboxMessage, outcome: Outcome) -> None:
        """Tell the circuit breaker whether Telegram is there, and the owners what came very late."""
        self._report([outcome])
        match outcome:
            case Unsent(wait, reason) | Doubtful(wait, reason) if wait > 0:
                self._breaker.failed(reason)
            case _:
                self._breaker.succeeded()
        waited = self._clock.real_seconds(self._clock.now() - outgoing.due_at)
        if isinstance(outcome, Sent) and outgoing.kind == "reminder" and waited > VERY_LATE:
            self._on_very_late()

    def _report(self, outcomes: Iterable[Outcome]) -> None:
        """Tell the observer how attempts ended."""
        if self._observer is not None:
            for outcome in outcomes:
                self._observer.ended(outcome)

    async def _learn(self, outgoing: OutboxMessage, outcome: Outcome, error: TelegramError | None) -> None:
        """Note what an end says of the chat and of the whole run; without success the next one will say it again."""
        try:
            async with asyncio.timeout(LONGEST_LEARNING):
                if isinstance(outcome, Silenced) and (
                    pause := self._floods.pause_after(outgoing.chat_id, outcome.wait)
                ):
                    await self._budget.pause(pause)
                if isinstance(error, ChatMigrated):
                    await self._chats.migrate_chat(outgoing.chat_id, error.new_chat_id)
                elif outcome == Dropped(OUT_OF_REACH):
                    await self._chats.left(outgoing.chat_id)
        except DATABASE_ERRORS as trouble:
            self._outages.met(trouble)
        except Exception:  # as above; and how the message ended must be recorded in any case
            logger.exception("cannot note what message %s taught", outgoing.id)


def _spacing(outgoing: OutboxMessage) -> float:
    return GROUP_SPACING if outgoing.reader.is_group else PRIVATE_SPACING


def _within(number: float, least: int, most: int) -> int:
    return min(max(int(number), least), most)

"""What one turn of the inbox does in its transaction."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

import sqlalchemy as sa

from briefings.inbox import statements
from briefings.inbox.update_model import Arrival, Ended, Finished, Flooding, Lane, Postponed
from db.tables import EditorRow

LEASE: Final = timedelta(seconds=20)
"""Real time for which a copy of the bot holds what it works on; renewed while it lives."""
LONGEST_WAIT: Final = timedelta(minutes=5)
"""The longest time between two attempts."""
MOST_WAITING: Final = 60
"""Updates of one person that wait in one queue; of more the oldest are shed."""
MOST_OF_STAFF: Final = 400
"""The same for owners and editors, who paste articles in many parts."""


@dataclass(frozen=True, slots=True)
class Step:
    """The copy of the bot that takes its turn, and the real instant; the methods run where no event loop is."""

    copy: str
    owners: frozenset[int]
    now: datetime

    def renew(self, connection: sa.Connection, held: Collection[int]) -> None:
        """Hold on to what is being worked on."""
        if held:
            connection.execute(statements.RENEW, {"ids": held, "by": self.copy, "until": self.now + LEASE})

    def record(self, connection: sa.Connection, ended: Sequence[Ended]) -> int:
        """Write down how updates ended; return how many were shed."""
        finished: dict[str, list[int]] = defaultdict(list)
        for one in ended:
            match one:
                case Finished():
                    finished[one.state].append(one.id)
                case Flooding():
                    finished["shed"] += [one.id, *_waiting_of(connection, one)]
                case Postponed():
                    self._postpone(connection, one)
        for state, ids in finished.items():
            connection.execute(statements.FINISH, {"ids": ids, "new_state": state})
        return len(finished["shed"])

    def store(self, connection: sa.Connection, arrivals: Sequence[Arrival], current_round: int) -> int:
        """Store what is new, each queue's updates in rounds one after another; return how many were shed."""
        if not arrivals:
            return 0
        rows = connection.execute(statements.QUEUES, {"queues": {one.queue for one in arrivals}}).all()
        rounds: dict[int, int] = {queue: last + 1 for queue, last, _ in rows if queue is not None}
        values = [self._row(one, rounds, current_round) for one in sorted(arrivals, key=lambda one: one.id)]
        connection.execute(statements.INSERT[connection.dialect.name], values)
        counts = Counter({queue: count for queue, _, count in rows if queue is not None}) + Counter(
            one.queue for one in arrivals
        )
        return self._shed_oldest(connection, [queue for queue, count in counts.items() if count > MOST_WAITING])

    def take(self, connection: sa.Connection, free: Mapping[Lane, int]) -> list[Any]:
        """Take what is ready, of each lane as much as is free."""
        taken: list[Any] = []
        left = Counter(free)
        while lanes := [lane for lane in left if left[lane] > 0]:
            ready = self._ready(connection, lanes, left.total())
            chosen = list(_within(ready, left))
            if chosen:
                holding = {"ids": [row.id for row in chosen], "by": self.copy, "until": self.now + LEASE}
                connection.execute(statements.TAKE, holding)
                taken += chosen
            if len(chosen) == len(ready):  # nothing that is ready was left out for want of a free place
                break
        return taken

    def _row(self, one: Arrival, rounds: dict[int, int], current_round: int) -> dict[str, Any]:
        place = max(rounds.get(one.queue, current_round), current_round)
        rounds[one.queue] = place + 1
        return {
            "id": one.id, "queue": one.queue, "person": one.person, "lane": one.lane, "body": one.body,
            "round": place, "state": "waiting", "attempts": 0, "received_at": self.now,
        }  # fmt: skip

    def _postpone(self, connection: sa.Connection, one: Postponed) -> None:
        until = self.now + min(timedelta(seconds=one.seconds), LONGEST_WAIT)
        given = {"row_id": one.id, "by": self.copy, "until": until, "uncounted": int(one.is_innocent)}
        connection.execute(statements.POSTPONE, given)

    def _ready(self, connection: sa.Connection, lanes: Sequence[Lane], most: int) -> Sequence[Any]:
        latest = {"latest_retry": self.now + LONGEST_WAIT, "latest_lease": self.now + LEASE}
        return connection.execute(statements.READY, {"lanes": lanes, "most": most, "now": self.now, **latest}).all()

    def _shed_oldest(self, connection: sa.Connection, queues: Iterable[int]) -> int:
        """Shed the oldest updates of those who sent too many."""
        shed: list[int] = []
        for queue in queues:
            rows = connection.execute(statements.WAITING, {"in_queue": queue}).all()
            staff = self._staff(connection, {row.person for row in rows if row.person is not None})
            places: Counter[int | None] = Counter()
            for row in rows:
                places[row.person] += 1
                if places[row.person] > (MOST_OF_STAFF if row.person in staff else MOST_WAITING):
                    shed.append(row.id)
        if shed:
            connection.execute(statements.FINISH, {"ids": shed, "new_state": "shed"})
        return len(shed)

    def _staff(self, connection: sa.Connection, people: Collection[int]) -> frozenset[int]:
        editors = sa.select(EditorRow.user_id).where(EditorRow.user_id.in_(people))
        return self.owners | frozenset(connection.scalars(editors))


def _waiting_of(connection: sa.Connection, flooding: Flooding) -> list[int]:
    rows = connection.execute(statements.WAITING, {"in_queue": flooding.queue}).all()
    return [int(row.id) for row in rows if flooding.person in {None, row.person}]


def _within(rows: Iterable[Any], left: Counter[Lane]) -> Iterator[Any]:
    """Give the rows that have a free place in their lane, and count these places down."""
    for row in rows:
        if left[row.lane] > 0:
            left[row.lane] -= 1
            yield row

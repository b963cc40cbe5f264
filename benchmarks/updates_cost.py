"""What it costs to store an update and to record its end, one at a time and a hundred together.

    python benchmarks/updates_cost.py [--updates 1000] [--database URL]

Without --database on a SQLite file in a temporary folder; otherwise in an empty PostgreSQL database.
"""

import argparse
import asyncio
import tempfile
import time
from collections.abc import Iterator

from briefings.inbox import Arrival, Finished, Inbox
from db.database import Database
from db.migrate import migrate

BODY = '{"update_id": 7, "message": {"text": "' + "when is the election? " * 20 + '"}}'
FREE = {"quick": 100, "asking": 3, "loading": 2}
BATCH = 100


def arrivals(first: int, count: int) -> Iterator[Arrival]:
    for number in range(first, first + count):
        yield Arrival(number, number % 1_000, number % 1_000, "quick", BODY)


async def work_off(inbox: Inbox, first: int, count: int, batch: int) -> tuple[float, float]:
    """Store, take and finish so many updates, so many together; return milliseconds an update, and of the processor."""
    begun, worked = time.perf_counter(), time.process_time()
    for start in range(first, first + count, batch):
        turn = await inbox.turn(list(arrivals(start, batch)), (), FREE)
        await inbox.turn((), [Finished(taken.arrival.id, "done") for taken in turn.taken], FREE)
    return (time.perf_counter() - begun) / count * 1_000, (time.process_time() - worked) / count * 1_000


async def measure(url: str, count: int) -> None:
    database = Database(url)
    await migrate(database)
    inbox = Inbox(database, "benchmark", alone=database.is_sqlite)
    await work_off(inbox, 0, BATCH, 1)  # the statements are made at their first use
    for number, batch in enumerate((1, BATCH), start=1):
        spent, worked = await work_off(inbox, number * 1_000_000, count, batch)
        kind = database.url.get_backend_name()
        print(f"{kind}, {batch} together: {spent:.2f} ms an update, {worked:.2f} ms of the processor")
    await database.close()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--updates", type=int, default=1_000)
    parser.add_argument("--database")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(measure(options.database or f"sqlite+aiosqlite:///{folder}/bot.db", options.updates))


if __name__ == "__main__":
    main()

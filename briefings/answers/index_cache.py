"""What a process keeps in memory of the index: a vector and a place for each passage, brought up to date on use."""

import asyncio
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from briefings.answers.vectors import Codes, Floats, unpack
from briefings.models.encoder import DIMENSIONS
from db.database import Database
from db.search import PackedPassage, changed_briefings, index_revision, packed_passages, passage_count

Numbers = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]
ROOM: Final = 1_024
"""Rows that the matrix grows by at least."""


@dataclass(frozen=True, slots=True)
class IndexCache:
    """The passages in memory, a row each, ordered by their ids; `alive` is False where a passage was removed."""

    ids: Numbers
    briefings: Numbers
    positions: Numbers
    lengths: Numbers
    alive: Flags
    codes: Codes
    scales: Floats

    @property
    def size(self) -> int:
        """How many passages are alive."""
        return int(self.alive.sum())

    def rows_of(self, ids: Numbers) -> Numbers:
        """Return the row of each passage, -1 where it is not here."""
        if not len(self.ids):
            return np.full(len(ids), -1, np.int64)
        rows = np.minimum(np.searchsorted(self.ids, ids), len(self.ids) - 1)
        return np.where((self.ids[rows] == ids) & self.alive[rows], rows, -1)

    def top(self, count: int) -> "IndexCache":
        """Return a view of the first `count` rows."""
        return IndexCache(
            self.ids[:count], self.briefings[:count], self.positions[:count], self.lengths[:count],
            self.alive[:count], self.codes[:count], self.scales[:count],
        )  # fmt: skip


class IndexCacheKeeper:
    """Keeps the shelf as new as the database: what any process publishes or retracts is noticed at the next question.

    Rows are only added behind those that earlier views show, so a view stays true while the shelf grows.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._lock = asyncio.Lock()
        self._revision = 0
        self._count = 0
        self._cache = _room_for(0)

    async def fresh(self) -> IndexCache:
        """Return the passages of all published briefings as they are now."""
        async with self._lock:
            await self._catch_up()
            return self._cache.top(self._count)

    async def _catch_up(self) -> None:
        async with self._database.reading() as session:
            revision = await index_revision(session)
            if revision == self._revision:
                return
            changed = await changed_briefings(session, self._revision) if self._revision else None
            if changed is None:
                self._cache = _room_for(await passage_count(session) + ROOM)
            self._forget(changed or [])
            async for part in packed_passages(session, changed):
                self._append(part)
            self._revision = revision

    def _forget(self, briefings: list[int]) -> None:
        self._cache.alive[: self._count][np.isin(self._cache.briefings[: self._count], briefings)] = False

    def _append(self, passages: list[PackedPassage]) -> None:
        if self._count + len(passages) > len(self._cache.ids):
            self._grow(len(passages))
        cache, rows = self._cache, slice(self._count, self._count + len(passages))
        cache.ids[rows] = [passage.id for passage in passages]
        cache.briefings[rows] = [passage.briefing_id for passage in passages]
        cache.positions[rows] = [passage.position for passage in passages]
        cache.lengths[rows] = [passage.stem_count for passage in passages]
        cache.codes[rows], cache.scales[rows] = unpack([passage.vector for passage in passages])
        cache.alive[rows] = True
        self._count = rows.stop

    def _grow(self, wanted: int) -> None:
        old = self._cache.top(self._count)
        kept = np.flatnonzero(old.alive)
        self._count = len(kept)
        self._cache = _room_for(len(kept) + wanted + max(ROOM, len(kept) // 8))
        for name in IndexCache.__slots__:
            getattr(self._cache, name)[: len(kept)] = getattr(old, name)[kept]


def _room_for(rows: int) -> IndexCache:
    return IndexCache(
        np.zeros(rows, np.int64), np.zeros(rows, np.int64), np.zeros(rows, np.int64), np.zeros(rows, np.int64),
        np.zeros(rows, np.bool_), np.zeros((rows, DIMENSIONS), np.int8), np.zeros(rows, np.float32),
    )  # fmt: skip

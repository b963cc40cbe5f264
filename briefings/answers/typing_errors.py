"""Typing errors: a word that stands nowhere is read as the word it is nearly."""

import asyncio
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from sqlalchemy.ext.asyncio import AsyncSession

from briefings.text.terms import Term
from db.search import frequencies, stems_with_prefix

SHORTEST: Final = 5
LONG: Final = 8
"""From here on two letters may be wrong, otherwise one."""


async def corrections(session: AsyncSession, terms: Iterable[Term], known: Mapping[str, int]) -> dict[str, str]:
    """Return, for each term that stands nowhere, the indexed stem that it was meant to be, where there is one."""
    found: dict[str, str] = {}
    for term in terms:
        unknown = not any(stem in known for stem in term.index_stems)
        if unknown and len(term.stem) >= SHORTEST and term.stem.isalpha():
            meant = await _meant(session, term.stem)
            if meant:
                found[term.stem] = meant
    return found


async def _meant(session: AsyncSession, stem: str) -> str | None:
    near = await asyncio.to_thread(_near, stem, await stems_with_prefix(session, stem[0]))
    counts = await frequencies(session, sorted(near)) if near else {}
    return min(near, key=lambda one: (near[one], -counts.get(one, 0), one), default=None)


def _near(stem: str, known: Sequence[str]) -> dict[str, int]:
    allowed = 2 if len(stem) >= LONG else 1
    lengths = range(len(stem) - allowed, len(stem) + allowed + 1)
    distances = {one: edit_distance(stem, one, allowed) for one in known if len(one) in lengths}
    return {one: distance for one, distance in distances.items() if distance <= allowed}


def edit_distance(one: str, other: str, most: int) -> int:
    """Count the letters to change, add, drop or swap with the next (Damerau, 1964), giving up beyond `most`."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, start=1):
        before, previous, row = row, before, [i]
        for j, wanted in enumerate(other, start=1):
            best = min(before[j] + 1, row[-1] + 1, before[j - 1] + (letter != wanted))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == wanted:
                best = min(best, previous[j - 2] + 1)
            row.append(best)
        if min(row) > most:
            return most + 1
    return row[-1]

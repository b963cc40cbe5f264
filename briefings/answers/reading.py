"""What the reader gets to read: the best few candidates, each with its neighbours."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from briefings.answers.retrieval import Candidate
from briefings.models import Models, Reading
from db.search import StoredPassage

WINDOWS: Final = 4
"""Passages read in one batch."""

LONGEST_WINDOW: Final = 480
"""Code points of one passage with its neighbours: some 110 pieces."""

Place = tuple[int, int]
"""A briefing, and a position in it."""


@dataclass(frozen=True, slots=True)
class Window:
    """Neighbouring passages, joined as they will be read, and where each stands in the joined text."""

    text: str
    passages: tuple[StoredPassage, ...]
    parts: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Read:
    """What the reader marked in a passage: a stretch of its text, and how sure it is."""

    start: int
    end: int
    margin: float


def windows(ranked: Sequence[Candidate], stored: Mapping[Place, StoredPassage]) -> list[Window]:
    """Join each of the best candidates with its neighbours, until there are enough windows."""
    chosen: list[Window] = []
    covered: set[Place] = set()
    for candidate in ranked:
        if len(chosen) == WINDOWS:
            break
        if (candidate.briefing_id, candidate.position) in covered:
            continue
        window = _window(candidate, stored)
        if window:
            chosen.append(window)
            covered |= {(passage.briefing_id, passage.position) for passage in window.passages}
    return chosen


def _window(candidate: Candidate, stored: Mapping[Place, StoredPassage]) -> Window | None:
    centre = stored.get((candidate.briefing_id, candidate.position))
    if centre is None:
        return None
    kept = [centre]
    for distance in (-1, 1, -2, 2):
        beside = stored.get((candidate.briefing_id, candidate.position + distance))
        adjoins = beside and any(abs(beside.position - one.position) == 1 for one in kept)
        if beside and adjoins and sum(len(one.text) + 1 for one in (*kept, beside)) <= LONGEST_WINDOW:
            kept.append(beside)
    return _joined(sorted(kept, key=lambda passage: passage.position))


def _joined(passages: Sequence[StoredPassage]) -> Window:
    parts, at = [], 0
    for passage in passages:
        parts.append((at, at + len(passage.text)))
        at += len(passage.text) + 1
    return Window(" ".join(passage.text for passage in passages), tuple(passages), tuple(parts))


async def read(models: Models, question: str, chosen: Sequence[Window]) -> dict[int, Read]:
    """Read the windows in one batch; return what was marked, by passage id."""
    if not chosen:
        return {}
    found = await models.reads(question, [window.text for window in chosen], [window.parts for window in chosen])
    marked: dict[int, Read] = {}
    for window, readings in zip(chosen, found, strict=True):
        for passage, part, reading in zip(window.passages, window.parts, readings, strict=True):
            if reading is not None:
                _keep_best(marked, passage.id, _within(reading, part))
    return marked


def _within(reading: Reading, part: tuple[int, int]) -> Read:
    return Read(reading.start - part[0], reading.end - part[0], reading.margin)


def _keep_best(marked: dict[int, Read], passage_id: int, read: Read) -> None:
    if passage_id not in marked or read.margin > marked[passage_id].margin:
        marked[passage_id] = read

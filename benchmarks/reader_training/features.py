"""Rows as numbers: `<s> question </s></s> passage </s>`, cut to a window that holds the answer."""

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import torch
from tokenizers import Encoding, Tokenizer
from torch import Tensor

from .rows import Row

BEGIN, PAD, END = 0, 1, 2
WINDOW, QUESTION = 192, 40
LOWERED, NO_MARK, MISTYPED = 0.12, 0.25, 0.03
"""Shares of the questions that are written as people type them: in small letters, without "?", with a slip."""


@dataclass(frozen=True, slots=True)
class Example:
    """Piece numbers; the passage lies in ``first:last``; ``start`` and ``end`` are 0 where nothing answers."""

    ids: tuple[int, ...]
    first: int
    last: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Batch:
    ids: Tensor
    mask: Tensor
    cmask: Tensor
    starts: Tensor
    ends: Tensor


def examples(rows: Iterable[Row], tokenizer: Tokenizer, rng: random.Random) -> Iterator[Example]:
    """Examples of at most 192 pieces; rows whose answer fits no window are left out."""
    for row in rows:
        question = tokenizer.encode(as_typed(row.question, rng), add_special_tokens=False).ids[:QUESTION]
        passage = tokenizer.encode(row.context, add_special_tokens=False)
        example = _example(question, passage, row, rng)
        if example is not None:
            yield example


def as_typed(question: str, rng: random.Random) -> str:
    """The question with a person's small neglects."""
    if rng.random() < LOWERED:
        question = question.lower()
    if rng.random() < NO_MARK:
        question = question.rstrip(" ?")
    if rng.random() < MISTYPED and len(question) > 8:
        at = rng.randrange(1, len(question) - 2)
        question = question[:at] + question[at + 1] + question[at] + question[at + 2 :]
    return question


def _example(question: list[int], passage: Encoding, row: Row, rng: random.Random) -> Example | None:
    room = WINDOW - len(question) - 4
    inside = [n for n, (a, b) in enumerate(passage.offsets) if row.answered and a < row.end and b > row.start and b > a]
    if row.answered and (not inside or len(inside) >= room):
        return None
    low = _window_start(len(passage.ids), room, inside, rng)
    pieces = passage.ids[low : low + room]
    shift = len(question) + 3
    ids = (BEGIN, *question, END, END, *pieces, END)
    start, end = (shift + inside[0] - low, shift + inside[-1] - low) if inside else (0, 0)
    return Example(ids, shift, shift + len(pieces), start, end)


def _window_start(length: int, room: int, inside: Sequence[int], rng: random.Random) -> int:
    if length <= room:
        return 0
    if not inside:
        return rng.randint(0, length - room)
    return rng.randint(max(0, inside[-1] - room + 1), min(inside[0], length - room))


def batches(pool: Sequence[Example], size: int, rng: random.Random) -> Iterator[Batch]:
    """One pass over the pool in random order, examples of like length together."""
    order = rng.sample(range(len(pool)), len(pool))
    for at in range(0, len(order), size * 40):
        chunk = sorted((pool[n] for n in order[at : at + size * 40]), key=lambda example: len(example.ids))
        groups = [chunk[n : n + size] for n in range(0, len(chunk), size)]
        rng.shuffle(groups)
        yield from map(collated, groups)


def collated(group: Sequence[Example]) -> Batch:
    """Padded to a multiple of eight pieces."""
    length = (max(len(example.ids) for example in group) + 7) // 8 * 8
    ids = torch.full((len(group), length), PAD)
    mask, cmask = torch.zeros(len(group), length), torch.zeros(len(group), length)
    cmask[:, 0] = 1
    for number, example in enumerate(group):
        ids[number, : len(example.ids)] = torch.tensor(example.ids)
        mask[number, : len(example.ids)] = 1
        cmask[number, example.first : example.last] = 1
    starts, ends = (torch.tensor([getattr(example, name) for example in group]) for name in ("start", "end"))
    return Batch(ids, mask, cmask, starts, ends)

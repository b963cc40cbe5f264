"""Passages that we wrote ourselves, with questions about them, some in another language.

A block for each passage: its text, then ``question = answer``, ``xx: question = answer`` for a question in the
language xx, and ``! question`` for one that the passage does not answer.
"""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from .negatives import without_answer
from .rows import Row

HERE = Path(__file__).parent / "written"
REMOVED, LONGEST = 0.2, 3


@dataclass(frozen=True, slots=True)
class Asked:
    question: str
    answer: str


@dataclass(frozen=True, slots=True)
class Passage:
    text: str
    asked: tuple[Asked, ...]


def passages(language: str) -> list[Passage]:
    """The passages in a language to train on; ValueError if an answer is not a stretch of its passage."""
    return [passage for path in sorted(HERE.glob(f"{language}*.txt")) for passage in read_passages(path)]


def read_passages(path: Path) -> list[Passage]:
    """The passages of a file; ValueError if an answer is not a stretch of its passage."""
    blocks = path.read_text(encoding="utf-8").strip().split("\n\n")
    return [_passage(block.splitlines()) for block in blocks]


def _passage(lines: Sequence[str]) -> Passage:
    text, *questions = lines
    asked = tuple(map(_asked, questions))
    for item in asked:
        if item.answer not in text:
            raise ValueError(f"{item.answer!r} is not in the passage it is asked of")
    return Passage(text, asked)


def _asked(line: str) -> Asked:
    question, _, answer = line.removeprefix("! ").partition(" = ")
    return Asked(question[4:] if question[2:4] == ": " else question, answer)


def written_rows(language: str, rounds: int, rng: random.Random) -> Iterator[Row]:
    """Every question ``rounds`` times, each time with other passages before and after."""
    known = passages(language)
    for _ in range(rounds):
        for passage in known:
            others = rng.sample([other.text for other in known if other is not passage], rng.randrange(LONGEST))
            for asked in passage.asked:
                yield _row(language, passage, asked, others, rng)


def _row(language: str, passage: Passage, asked: Asked, others: Sequence[str], rng: random.Random) -> Row:
    cut = rng.randint(0, len(others))
    before = "".join(f"{text} " for text in islice(others, cut))
    context = before + " ".join((passage.text, *islice(others, cut, None)))
    row = Row(f"written-{language}", language, asked.question, context)
    if not asked.answer:
        return row
    start = len(before) + passage.text.index(asked.answer)
    answered = Row(row.src, language, asked.question, context, start, start + len(asked.answer))
    rest = without_answer(answered) if rng.random() < REMOVED else None
    return answered.unanswered(rest, "removed") if rest else answered

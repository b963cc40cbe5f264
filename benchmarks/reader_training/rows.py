"""Questions over passages, as they are stored: one JSON object a line."""

import gzip
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import IO, Literal

ABSENT = -1
_SENTENCE_END = re.compile(r"(?<=[.!?…])[\"»”)\]]*\s+(?=[\w\"«“(\[])")
SHORTEST_SENTENCE = 15


@dataclass(frozen=True, slots=True)
class Row:
    """A question, a passage and the answer as ``context[start:end]``; both are -1 where the answer is not there."""

    src: str
    lang: str
    question: str
    context: str
    start: int = ABSENT
    end: int = ABSENT

    @property
    def answered(self) -> bool:
        return self.start >= 0

    @property
    def answer(self) -> str:
        """The answer's text, empty where there is none."""
        return self.context[self.start : self.end] if self.answered else ""

    def unanswered(self, context: str, how: str) -> "Row":
        """The same question over a passage that does not answer it; ``how`` is added to the source's name."""
        return replace(self, src=f"{self.src}-{how}", context=context, start=ABSENT, end=ABSENT)


def sentences(text: str) -> list[tuple[int, int]]:
    """Where the sentences of a passage lie, roughly: good enough to take one out."""
    bounds, start = [], 0
    for match in _SENTENCE_END.finditer(text):
        if match.start() - start > SHORTEST_SENTENCE:
            bounds.append((start, match.start()))
            start = match.end()
    return [*bounds, (start, len(text))]


def read_public(path: Path) -> Iterator[Row]:
    """Rows of the public question sets whose licence lets the trained reader be shipped."""
    with _open(path, "rt") as lines:
        for line in lines:
            fields = json.loads(line)
            if fields.pop("licence") in ("clear", "share-alike"):
                yield Row(**fields)


def read_rows(path: Path) -> list[Row]:
    with _open(path, "rt") as lines:
        return [Row(**json.loads(line)) for line in lines]


def write_rows(path: Path, rows: Iterable[Row]) -> None:
    with _open(path, "wt") as out:
        out.writelines(json.dumps(asdict(row), ensure_ascii=False) + "\n" for row in rows)


def _open(path: Path, mode: Literal["rt", "wt"]) -> IO[str]:
    return gzip.open(path, mode, encoding="utf-8")

"""Builds the training rows: public question sets of sound licence, and questions made by template.

PYTHONPATH=. python -m benchmarks.reader_training.build_data PUBLIC.jsonl.gz OUT.jsonl.gz [--public-only]
"""

import argparse
import random
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from .negatives import with_negatives
from .rows import Row, read_public, write_rows
from .templates.passages import templated_rows
from .turkic import kazakh_like
from .written_rows import written_rows

NEGATIVES, OF_OUR_OWN = 0.35, 0.08
"""For how many answered questions a passage that does not answer is added; our own bring their own as well."""
TEMPLATED = {"en": 1_500, "ru": 4_000, "kk": 4_000}
WRITTEN = {"en": 6, "ru": 4, "kk": 4}
"""How often each question about a passage of our own comes, each time among other passages."""
CAPS = {
    "squadshifts-wiki": 3_000,
    "thquad_tr": 2_500,
    "squad": 2_300,
    "squad11_train_44articles": 2_500,
    "squad11_train_800paras": 2_000,
    "koziev_pqa_ru_composed": 1_500,
    "qamr": 500,
    "piaf": 600,
    "qasrl": 300,
    "faquad": 300,
    "covidqa": 200,
}
"""At most so many rows of a source, so that none drowns the others."""


def public_rows(path: Path, caps: Mapping[str, int], rng: random.Random) -> Iterator[Row]:
    """The public rows under their caps, with passages that do not answer added."""
    by_source = defaultdict(list)
    for row in read_public(path):
        by_source[row.src].append(row)
    for source, rows in by_source.items():
        rng.shuffle(rows)
        yield from with_negatives(rows[: caps.get(source)], NEGATIVES, rng)


def kazakh_like_rows(rows: Iterable[Row]) -> Iterator[Row]:
    """The Turkish rows once more, in Kazakh-like letters."""
    return (kazakh_like(row) for row in rows if row.lang == "tr")


def made_rows(rng: random.Random) -> Iterator[Row]:
    """Questions by template, and those about passages of our own."""
    for language, count in TEMPLATED.items():
        yield from templated_rows(language, count, rng)
    for language, rounds in WRITTEN.items():
        yield from with_negatives(written_rows(language, rounds, rng), OF_OUR_OWN, rng)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("public", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--public-only", action="store_true", help="for a first stage: nothing made, nothing left out")
    given = parser.parse_args()
    rng = random.Random(13)
    rows = list(public_rows(given.public, {} if given.public_only else CAPS, rng))
    if not given.public_only:
        rows.extend([*kazakh_like_rows(rows), *made_rows(rng)])
    rng.shuffle(rows)
    write_rows(given.out, rows)


if __name__ == "__main__":
    main()

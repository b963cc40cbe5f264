"""Quality and time against the number of loaded briefings: the same questions, among ever more distractors.

usage: python -m benchmarks.answers_scale BRIEFINGS.jsonl QUESTIONS.jsonl DISTRACTORS.jsonl.gz
           [--sizes 110 1000 3000 10000] [--count 150]

Distractors are the `context` of each line, cut to a few sentences; contexts that hold an answer are left out.
"""

import argparse
import asyncio
import gzip
import json
import tempfile
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from benchmarks.answers_quality import NOW, ZONE, lines, prediction, store
from benchmarks.answers_score import score
from briefings.answers import Answers
from briefings.clock import RehearsalClock
from briefings.models import Models
from briefings.text import split_sentences
from db.database import Database
from db.migrate import migrate

SENTENCES = 4
SHORTEST = 120


def distractors(path: Path, answers: set[str]) -> Iterator[dict[str, Any]]:
    """Yield different contexts as briefings, a few sentences each."""
    seen: set[str] = set()
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            row = json.loads(line)
            text = _first_sentences(row["context"])
            if (
                row["lang"] == "en"
                and len(text) >= SHORTEST
                and text not in seen
                and not any(a in text for a in answers)
            ):
                seen.add(text)
                yield {"title": "", "text": text, "language": "en", "published": "2016-01-01"}


def _first_sentences(text: str) -> str:
    spans = split_sentences(text[:1500], "en")[:SENTENCES]
    return text[: spans[-1].end] if spans else ""


def megabytes() -> int:
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.split("VmRSS:")[1].split()[0]) // 1024


async def measure(options: argparse.Namespace, folder: Path) -> None:
    models = Models.load()
    database = Database(f"sqlite+aiosqlite:///{folder}/scale.db")
    await migrate(database)
    briefings, every = list(lines(options.briefings)), list(lines(options.questions))
    asked = every[:: max(1, len(every) // options.count)]
    await store(database, models, briefings)
    stored = len(briefings)
    more = distractors(options.distractors, {a for one in asked for a in one["answers"] if len(a) > 8})
    answers = Answers(database, RehearsalClock(NOW), models)
    for size in options.sizes:
        await store(database, models, islice(more, max(0, size - stored)))
        stored = max(stored, size)
        predictions = [await ask(answers, one) for one in asked]
        found = score(asked, predictions)
        kept = {name: found[name] for name in ("quote@1", "f1", "abstained", "answered", "ms_p50", "ms_p95")}
        print(json.dumps({"briefings": stored, **kept, "MB": megabytes()}), flush=True)
    begun = time.perf_counter()
    await Answers(database, RehearsalClock(NOW), models).ask("When was it?", zone=ZONE)
    print(f"first answer of a new process, models open: {time.perf_counter() - begun:.2f} s")
    await database.close()


async def ask(answers: Answers, question: dict[str, Any]) -> dict[str, Any]:
    begun = time.perf_counter()
    answer = await answers.ask(question["question"], zone=ZONE)
    return prediction(question["id"], answer, time.perf_counter() - begun)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("briefings", type=Path)
    parser.add_argument("questions", type=Path)
    parser.add_argument("distractors", type=Path)
    parser.add_argument("--sizes", type=int, nargs="+", default=[110, 1_000, 3_000, 10_000])
    parser.add_argument("--count", type=int, default=150)
    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(measure(parser.parse_args(), Path(folder)))


if __name__ == "__main__":
    main()

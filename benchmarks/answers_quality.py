"""How good answers are: load the briefings of a file, ask all questions of another, score them.

usage: python -m benchmarks.answers_quality BRIEFINGS.jsonl QUESTIONS.jsonl [--gold QUESTIONS.jsonl]
           [--keep FILE.db] [--out PREDICTIONS.jsonl] [--verdicts FILE.jsonl]
"""

import argparse
import asyncio
import dataclasses
import json
import tempfile
import time
import uuid
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, cast

from sqlalchemy import func, select

from benchmarks.answers_score import score
from briefings.answers import Answer, Answers
from briefings.answers.index import add, prepare
from briefings.clock import RehearsalClock
from briefings.models import Models
from briefings.text import Language, detect
from db.database import Database
from db.migrate import migrate
from db.tables import BriefingRow

NOW = datetime(2019, 5, 3, 4, tzinfo=UTC)
ZONE = "Asia/Almaty"


def lines(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as file:
        yield from (json.loads(line) for line in file if line.strip())


async def store(database: Database, models: Models, briefings: Iterable[dict[str, Any]]) -> None:
    for one in briefings:
        language = cast("Language", one.get("language") or detect(one["text"]))
        published = date.fromisoformat(one["published"]) if one.get("published") else None
        prepared = await prepare(models, one["text"], one.get("title", ""), language, published)
        row = BriefingRow(
            status="published",
            title=one.get("title", ""),
            source=one.get("source"),
            url=one.get("url"),
            language=language,
            published=published,
            text=one["text"],
            summary=[],
            fingerprint=uuid.uuid4().hex,
            loaded_at=NOW,
            live_at=NOW,
        )
        async with database.writing() as session:
            session.add(row)
            await session.flush()
            await add(session, row.id, prepared)


async def filled(path: Path, models: Models, briefings: Path) -> Database:
    database = Database(f"sqlite+aiosqlite:///{path}")
    await migrate(database)
    async with database.reading() as session:
        stored = await session.scalar(select(func.count()).select_from(BriefingRow))
    if not stored:
        await store(database, models, lines(briefings))
    return database


def prediction(id_: str, answer: Answer, seconds: float) -> dict[str, Any]:
    return {
        "id": id_,
        "answered": bool(answer.findings),
        "findings": [{"text": one.text, "quote": one.quote, "score": one.score} for one in answer.findings],
        "ms": round(1000 * seconds, 1),
    }


async def ask_all(answers: Answers, questions: Path) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    found, explained = [], []
    for one in lines(questions):
        begun = time.perf_counter()
        answer = await answers.ask(one["question"], zone=ZONE)
        found.append(prediction(one["id"], answer, time.perf_counter() - begun))
        explained.append({"id": one["id"], **dataclasses.asdict(answer.explanation)})
    return found, explained


def write(path: Path | None, rows: Iterable[dict[str, Any]]) -> None:
    if path:
        path.write_text("".join(json.dumps(one, ensure_ascii=False, default=str) + "\n" for one in rows))


async def measure(options: argparse.Namespace, folder: Path) -> None:
    models = Models.load(options.models)
    begun = time.perf_counter()
    database = await filled(options.keep or folder / "answers.db", models, options.briefings)
    print(f"loaded in {time.perf_counter() - begun:.1f} s")
    predictions, explained = await ask_all(Answers(database, RehearsalClock(NOW), models), options.questions)
    await database.close()
    write(options.out, predictions)
    write(options.verdicts, explained)
    gold = list(lines(options.gold or options.questions))
    print(json.dumps(score(gold, predictions), ensure_ascii=False))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("briefings", type=Path)
    parser.add_argument("questions", type=Path)
    parser.add_argument("--gold", type=Path)
    parser.add_argument("--models", type=Path)
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--verdicts", type=Path)
    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(measure(parser.parse_args(), Path(folder)))


if __name__ == "__main__":
    main()

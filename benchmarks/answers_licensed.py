"""Briefings and questions to fit the answers' scores on, from what we may train on: no evaluation set is touched.

Public question sets of clear or share-alike licence (`briefings/models/CARD.md` names them), and passages that we wrote
ourselves with their questions: in English and Russian some that the reader was trained on, in Kazakh others.

usage: python -m benchmarks.answers_licensed TRAIN.jsonl.gz FOLDER
       writes en, ru, kk and cross: LANGUAGE-briefings.jsonl and LANGUAGE-questions.jsonl
"""

import gzip
import json
import random
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from benchmarks.reader_training.written_rows import HERE as WRITTEN
from benchmarks.reader_training.written_rows import Passage, read_passages
from briefings.text import detect

SOURCES = {"en": ("squad11_train_44articles", "squadshifts-wiki"), "ru": ("koziev_pqa_ru_composed",)}
CONTEXTS, EACH, ABSENT = 90, 2, 70
SEED = 20190502
KEPT = Path(__file__).with_name("answers_own")
"""Passages that the reader has not read."""

Record = dict[str, Any]


def main() -> None:
    rows, folder = Path(sys.argv[1]), Path(sys.argv[2])
    for language in ("en", "ru", "kk"):
        briefings, questions = _written(language)
        public = list(_public(rows, SOURCES.get(language, ()), random.Random(SEED)))
        for context, asked, is_loaded in public:
            if is_loaded:
                briefings.append(_briefing(context, language, len(briefings)))
            questions += [_question(*one, context if is_loaded else None, len(questions)) for one in asked]
        _write(folder, language, briefings, questions)


def _public(
    path: Path, sources: Sequence[str], rng: random.Random
) -> Iterator[tuple[str, list[tuple[str, str]], bool]]:
    for source in sources:
        found = defaultdict(list)
        with gzip.open(path, "rt", encoding="utf-8") as rows:
            for row in map(json.loads, rows):
                if row["src"] == source and row["start"] >= 0:
                    found[row["context"]].append((row["question"], row["context"][row["start"] : row["end"]]))
        contexts = rng.sample(sorted(found), CONTEXTS + ABSENT)
        for place, context in enumerate(contexts):
            is_loaded = place < CONTEXTS
            yield context, found[context][: EACH if is_loaded else 1], is_loaded


def _written(language: str) -> tuple[list[Record], list[Record]]:
    briefings: list[Record] = []
    questions: list[Record] = []
    for passage in _our_own(language):
        briefings.append(_briefing(passage.text, language, len(briefings)))
        for one in passage.asked:
            reported_by = passage.text if one.answer else None
            questions.append(_question(one.question, one.answer, reported_by, len(questions)))
    return briefings, questions


def _our_own(language: str) -> list[Passage]:
    kept = KEPT / f"{language}.txt"
    return read_passages(kept if kept.exists() else WRITTEN / f"{language}.txt")


def _briefing(text: str, language: str, number: int) -> Record:
    return {"title": f"Article {number}", "text": text, "language": language, "published": "2016-01-01"}


def _question(question: str, answer: str, context: str | None, number: int) -> Record:
    answers = [answer] if context else []
    return {"id": f"{detect(question)}{number}", "question": question, "answers": answers, "text": context}


def _write(folder: Path, language: str, briefings: Iterable[Record], questions: Iterable[Record]) -> None:
    for name, records in (("briefings", briefings), ("questions", questions)):
        lines = (json.dumps(record, ensure_ascii=False) + "\n" for record in records)
        (folder / f"{language}-{name}.jsonl").write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()

"""Fit the weights of `briefings/answers/calibration.json`, and show how honest the scores are.

Each question is asked of all briefings; every other one again of the half that lacks the briefing with its answer, so
that silence on the right topic is learnt too. The features of every judged passage are kept in a file; fitting reads those files alone.

usage: python -m benchmarks.answers_fit gather PAIR BRIEFINGS.jsonl QUESTIONS.jsonl OUT.jsonl
           [--gold QUESTIONS.jsonl] [--models DIR] [--cache FILE]
       python -m benchmarks.answers_fit fit GATHERED.jsonl … [--write]
"""

import argparse
import asyncio
import json
import pickle
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.answers_quality import NOW, lines, scorer, store
from briefings.answers.judging import Judge
from briefings.answers.question import understand
from briefings.answers.scoring import CALIBRATION, shipped_calibration
from briefings.models import Models
from briefings.models.encoder import Role, Vectors
from db.database import Database
from db.migrate import migrate

RIDGE = 3.0
"""How strongly a language's own weights are held to those of all."""

SEARCH = (
    "bias", "cosine", "nearby_cosine", "standing", "words", "nearby_words", "covered", "covered_nearby", "fits",
    "names_missing", "names_elsewhere", "period_missing", "other_place", "concepts_missing", "counted_missing",
)  # fmt: skip
READING = (*SEARCH, "margin", "sure")


class RememberingModels(Models):
    """Models that keep what they said in a file: gathering again after a change of features costs little."""

    def __init__(self, folder: Path | None, cache: Path | None) -> None:
        super().__init__(*([folder] if folder else []))
        self._cache = cache
        self._said: dict[Any, Any] = pickle.loads(cache.read_bytes()) if cache and cache.exists() else {}

    def encode(self, texts: Sequence[str], role: Role) -> Vectors:
        new = [text for text in texts if (role, text) not in self._said]
        self._said.update(zip(((role, text) for text in new), super().encode(new, role), strict=True))
        return np.array([self._said[role, text] for text in texts])

    def read(self, question: str, passages: Sequence[str], parts: Sequence[Sequence[tuple[int, int]]]) -> Any:
        key = question, tuple(passages)
        if key not in self._said:
            self._said[key] = super().read(question, passages, parts)
        return self._said[key]

    def keep(self) -> None:
        if self._cache:
            self._cache.write_bytes(pickle.dumps(self._said))


async def gather(options: argparse.Namespace) -> None:
    briefings, questions = list(lines(options.briefings)), list(lines(options.questions))
    gold = {one["id"]: one for one in lines(options.gold or options.questions)}
    models = RememberingModels(options.models, options.cache)
    with tempfile.TemporaryDirectory() as folder, options.out.open("w", encoding="utf-8") as out:
        for part, chosen in (("all", briefings), ("even", briefings[::2]), ("odd", briefings[1::2])):
            database = Database(f"sqlite+aiosqlite:///{folder}/{part}.db")
            await migrate(database)
            await store(database, models, chosen)
            texts = [one["text"] for one in chosen]
            judge = Judge(database, models, shipped_calibration())
            for number, question in enumerate(questions):
                answer = gold[question["id"]]
                present = bool(answer["answers"]) and any(text.startswith(answer["text"]) for text in texts)
                if part == "all" or (answer["answers"] and not present and number % 2):
                    rows = await judged(judge, question["question"], answer, options.norm)
                    record = {
                        "id": question["id"],
                        "pair": options.pair,
                        "part": part,
                        "answered": present,
                        "rows": rows,
                    }
                    out.write(json.dumps(record) + "\n")
            await database.close()
            models.keep()


async def judged(judge: Judge, question: str, gold: Mapping[str, Any], norm: Any) -> list[dict[str, Any]]:
    found = await judge.judge(understand(question, NOW.date()))
    return [
        {
            "features": dict(one.features),
            "right": _holds(one.passage.text, gold, norm),
            "unmet": list(one.unmet),
            "briefing": one.briefing.id,
        }
        for one in found.judged
    ]


def _holds(quote: str, gold: Mapping[str, Any], norm: Any) -> bool:
    return any(norm(answer) in norm(quote) for answer in gold["answers"])


@dataclass(frozen=True, slots=True)
class Rows:
    x: np.ndarray
    y: np.ndarray
    groups: np.ndarray


def rows_of(records: Sequence[Mapping[str, Any]], names: Sequence[str], *, read: bool) -> Rows:
    x, y, groups = [], [], []
    for record in records:
        for row in record["rows"]:
            if row["unmet"] or (read and "margin" not in row["features"]):
                continue
            x.append([row["features"][name] for name in names])
            y.append(row["right"] and record["answered"])
            groups.append(record["id"][:12])
    return Rows(np.array(x), np.array(y, float), np.array(groups))


def fit(rows: Rows, prior: np.ndarray, ridge: float) -> np.ndarray:
    """Logistic regression by Newton's method, held to `prior` by a quadratic penalty."""
    weights = prior.copy()
    for _ in range(60):
        chance = 1 / (1 + np.exp(-np.clip(rows.x @ weights, -30, 30)))
        slope = rows.x.T @ (rows.y - chance) - ridge * (weights - prior)
        curve = (rows.x * (chance * (1 - chance))[:, None]).T @ rows.x + ridge * np.eye(len(weights))
        step = np.linalg.solve(curve, slope)
        weights = weights + step * min(1.0, 0.5 / np.abs(step).max())
    return weights


def fit_all(records: Sequence[Mapping[str, Any]], names: Sequence[str], *, read: bool) -> dict[str, np.ndarray]:
    by_pair = defaultdict(list)
    for record in records:
        by_pair[record["pair"]].append(record)
    same = rows_of([record for record in records if record["pair"] != "cross"], names, read=read)
    common = fit(same, np.zeros(len(names)), 1.0)
    return {pair: fit(rows_of(mine, names, read=read), common, RIDGE) for pair, mine in sorted(by_pair.items())}


def score(row: Mapping[str, Any], unread: np.ndarray, read: np.ndarray) -> float:
    if row["unmet"]:
        return 0.0
    names, weights = (READING, read) if "margin" in row["features"] else (SEARCH, unread)
    total = float(np.clip(np.dot(weights, [row["features"][name] for name in names]), -30, 30))
    return 1 / (1 + np.exp(-total))


def firsts(
    records: Sequence[Mapping[str, Any]], unread: Mapping[str, np.ndarray], read: Mapping[str, np.ndarray]
) -> Iterator[tuple[str, str, bool, float, bool]]:
    """Yield of each question: pair, part, whether it has an answer, the best score, and whether that passage is right."""
    for record in records:
        pair = record["pair"]
        scored = [(score(row, unread[pair], read[pair]), row["right"]) for row in record["rows"]]
        best, right = max(scored, default=(0.0, False))
        yield pair, record["part"], record["answered"], best, right and record["answered"]


def crossed(records: Sequence[Mapping[str, Any]], folds: int = 5) -> list[tuple[str, str, bool, float, bool]]:
    """Score every question by weights that were fitted without its article."""
    found = []
    articles = sorted({record["id"][:10] for record in records})
    for fold in range(folds):
        held = set(articles[fold::folds])
        train = [record for record in records if record["id"][:10] not in held]
        test = [record for record in records if record["id"][:10] in held]
        found += firsts(test, fit_all(train, SEARCH, read=False), fit_all(train, READING, read=True))
    return found


def report(scored: Sequence[tuple[str, str, bool, float, bool]]) -> None:
    for pair in sorted({one[0] for one in scored}):
        mine = [one for one in scored if one[0] == pair]
        print(pair, "reliability (score, questions, right):", *_reliability(mine))
        for threshold in (0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6):
            print(f"  {threshold:.2f}", _at(mine, threshold))


def _reliability(scored: Sequence[tuple[str, str, bool, float, bool]]) -> Iterator[str]:
    scored = [one for one in scored if one[1] == "all"]
    for low in np.arange(0, 1, 0.1):
        bin_ = [(one[3], one[4]) for one in scored if low <= one[3] < low + 0.1 + 1e-9 * (low > 0.85)]
        if bin_:
            yield f"{np.mean([b[0] for b in bin_]):.2f}/{len(bin_)}/{np.mean([b[1] for b in bin_]):.2f}"


def _at(scored: Sequence[tuple[str, str, bool, float, bool]], threshold: float) -> dict[str, float]:
    answerable = [one for one in scored if one[1] == "all" and one[2]]
    absent = [one for one in scored if one[1] == "all" and not one[2]]
    on_topic = [one for one in scored if one[1] != "all"]
    return {
        "answered": round(float(np.mean([one[3] >= threshold for one in answerable])), 3),
        "quote@1": round(float(np.mean([one[3] >= threshold and one[4] for one in answerable])), 3),
        "abstained": round(float(np.mean([one[3] < threshold for one in absent])), 3),
        "abstained on topic": round(float(np.mean([one[3] < threshold for one in on_topic])), 3),
    }


def fit_command(options: argparse.Namespace) -> None:
    records = [record for path in options.gathered for record in lines(path)]
    report(crossed(records))
    if options.write:
        weights = {
            "unread": _named(fit_all(records, SEARCH, read=False), SEARCH),
            "read": _named(fit_all(records, READING, read=True), READING),
            "thresholds": dict(shipped_calibration().thresholds),
        }
        CALIBRATION.write_text(json.dumps(weights, indent=1) + "\n", encoding="utf-8")


def _named(weights: Mapping[str, np.ndarray], names: Sequence[str]) -> dict[str, dict[str, float]]:
    return {
        pair: {name: round(float(one), 3) for name, one in zip(names, mine, strict=True)}
        for pair, mine in weights.items()
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(required=True)
    gathering = commands.add_parser("gather")
    gathering.add_argument("pair", choices=("en", "ru", "kk", "cross"))
    gathering.add_argument("briefings", type=Path)
    gathering.add_argument("questions", type=Path)
    gathering.add_argument("out", type=Path)
    gathering.add_argument("--gold", type=Path)
    gathering.add_argument("--models", type=Path)
    gathering.add_argument("--cache", type=Path)
    gathering.set_defaults(norm=scorer(Path("../shared/tools/score_answers.py")).norm)
    fitting = commands.add_parser("fit")
    fitting.add_argument("gathered", type=Path, nargs="+")
    fitting.add_argument("--write", action="store_true")
    options = parser.parse_args()
    if "gathered" in options:
        fit_command(options)
    else:
        asyncio.run(gather(options))


if __name__ == "__main__":
    main()

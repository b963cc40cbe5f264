"""Fit the weights that `benchmarks/answers_news.py` starts from, and show how honest the scores are.

Each question is asked of all briefings; every other one again of the half that lacks the briefing with its answer, so
that silence on the right topic is learnt too. The features of every judged passage are kept in a file; fitting reads
those files alone.

usage: python -m benchmarks.answers_fit gather BRIEFINGS QUESTIONS.jsonl OUT.jsonl
           [--gold QUESTIONS.jsonl] [--models DIR] [--cache FILE]
       python -m benchmarks.answers_fit fit [GATHERED.jsonl …] --measured GATHERED.jsonl … [--write]

The weights come from what we may train on (`benchmarks/answers_licensed.py`, our own questions over `samples/`). The
evaluation sets only measure: they straighten the scale of each language's score, two numbers that change no order.
Without anything to fit on, the weights stay and only their scale is straightened. What `--write` stores in
`answers_weights.json` keeps the weights of features that are not fitted here, chosen by hand: what was once forbidden
(a contrast, another place or period) weighs -1, a passage of another language where the question's own has half of it
-3.
"""

import argparse
import asyncio
import json
import pickle
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.answers_quality import NOW, lines, store
from benchmarks.answers_score import holds
from briefings.answers.question import understand
from briefings.answers.ranking import Judge
from briefings.answers.scoring import pair_of, shipped_calibration
from briefings.intake.article_reading import from_markdown
from briefings.models import Models
from briefings.models.encoder import Role, Vectors
from db.database import Database
from db.migrate import migrate

WEIGHTS = Path(__file__).with_name("answers_weights.json")
RIDGE = 3.0
"""How strongly a language's own weights are held to those of all."""

SEARCH = (
    "bias", "cosine", "nearby_cosine", "standing", "words", "nearby_words", "covered",
    "covered_nearby", "fits", "names_missing", "names_elsewhere", "names_nowhere", "period_missing", "other_place",
    "concepts_missing", "counted_missing",
)  # fmt: skip
READING = (*SEARCH, "margin", "sure")
PAIRS = ("en", "ru", "kk", "cross")
OWN_WEIGHT = 3.0
"""What a question of our own about the news counts against one about an encyclopedia."""


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

    def read(self, questions: Sequence[str], passages: Sequence[str], parts: Any) -> Any:
        key = tuple(questions), tuple(passages)
        if key not in self._said:
            self._said[key] = super().read(questions, passages, parts)
        return self._said[key]

    def keep(self) -> None:
        if self._cache:
            self._cache.write_bytes(pickle.dumps(self._said))


async def gather(options: argparse.Namespace) -> None:
    briefings, questions = read_briefings(options.briefings), list(lines(options.questions))
    gold = {one["id"]: one for one in lines(options.gold or options.questions)}
    models = RememberingModels(options.models, options.cache)
    halves = (("all", briefings), ("even", briefings[::2]), ("odd", briefings[1::2]))
    with tempfile.TemporaryDirectory() as folder, options.out.open("w", encoding="utf-8") as out:
        for part, chosen in halves:
            database = Database(f"sqlite+aiosqlite:///{folder}/{part}.db")
            await migrate(database)
            await store(database, models, chosen)
            judge = Judge(database, models, shipped_calibration())
            texts = [one["text"] for one in chosen]
            for number, question in enumerate(questions):
                answer = gold[question["id"]]
                present = is_told(answer, texts)
                if part == "all" or (answer["answers"] and not present and number % 2):
                    rows = await judged(judge, question["question"], answer)
                    record = {"id": question["id"], "whole": part == "all", "answered": present, "rows": rows}
                    out.write(json.dumps(record) + "\n")
            await database.close()
        models.keep()


def read_briefings(path: Path) -> list[dict[str, Any]]:
    """Read a `.jsonl` file of briefings, or a folder of Markdown files."""
    if not path.is_dir():
        return list(lines(path))
    articles = [from_markdown(one.read_text(encoding="utf-8")) for one in sorted(path.glob("*.md"))]
    return [
        {"title": one.title, "text": one.text, "language": one.language, "published": str(one.published)}
        for one in articles
    ]


def is_told(answer: Mapping[str, Any], texts: Sequence[str]) -> bool:
    """Whether the briefings with these texts answer; without the answer's text it stands in any of them."""
    begins = answer["text"] or ""
    return bool(answer["answers"]) and any(text.startswith(begins) for text in texts)


async def judged(judge: Judge, question: str, gold: Mapping[str, Any]) -> list[dict[str, Any]]:
    found = await judge.judge(understand(question, NOW.date()))
    return [
        {
            "pair": pair_of(found.question.language, one.briefing.language),
            "features": dict(one.features),
            "right": holds(one.passage.text, gold["answers"]),
            "unmet": list(one.unmet),
        }
        for one in found.judged
    ]


@dataclass(frozen=True, slots=True)
class Rows:
    x: np.ndarray
    y: np.ndarray
    weight: np.ndarray


@dataclass(frozen=True, slots=True)
class Scored:
    """The first finding of a question: `whole` when all briefings were there, `answerable` when one told."""

    pair: str
    whole: bool
    answerable: bool
    score: float
    right: bool


@dataclass(frozen=True, slots=True)
class Fitted:
    """The weights of each pair, before and after reading."""

    unread: dict[str, np.ndarray]
    read: dict[str, np.ndarray]


def rows_of(records: Sequence[Mapping[str, Any]], names: Sequence[str], pairs: Sequence[str], *, read: bool) -> Rows:
    x, y, weight = [], [], []
    for record in records:
        for row in record["rows"]:
            if row["unmet"] or row["pair"] not in pairs or (read and "margin" not in row["features"]):
                continue
            x.append([row["features"][name] for name in names])
            y.append(row["right"] and record["answered"])
            weight.append(OWN_WEIGHT if is_own(record) else 1.0)
    return Rows(np.array(x).reshape(-1, len(names)), np.array(y, float), np.array(weight))


def is_own(record: Mapping[str, Any]) -> bool:
    return "own" in record["id"]


def fit(rows: Rows, prior: np.ndarray, ridge: float) -> np.ndarray:
    """Logistic regression by damped Newton steps, held to `prior` by a quadratic penalty."""
    weights = prior.copy()
    for _ in range(60):
        chance = 1 / (1 + np.exp(-np.clip(rows.x @ weights, -30, 30)))
        slope = rows.x.T @ (rows.weight * (rows.y - chance)) - ridge * (weights - prior)
        curve = (rows.x * (rows.weight * chance * (1 - chance))[:, None]).T @ rows.x + ridge * np.eye(len(weights))
        step = np.linalg.solve(curve, slope)
        weights = weights + step * min(1.0, 0.5 / max(1e-9, np.abs(step).max()))
    return weights


def fit_all(records: Sequence[Mapping[str, Any]]) -> Fitted:
    """Fit the weights on `records`."""
    return Fitted(fit_pairs(records, SEARCH, read=False), fit_pairs(records, READING, read=True))


def earlier() -> Fitted:
    """Return the weights as they stand."""
    stored = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    return Fitted(
        {pair: np.array([stored["unread"][pair][name] for name in SEARCH]) for pair in PAIRS},
        {pair: np.array([stored["read"][pair][name] for name in READING]) for pair in PAIRS},
    )


def straightened(fitted: Fitted, measured: Sequence[Mapping[str, Any]]) -> Fitted:
    """Straighten each pair's scale by `measured`, in place."""
    firsts = [best_of(record, fitted) for record in measured]
    for pair in PAIRS:
        mine = [one for one in firsts if one.pair == pair]
        scale, shift = straighten(mine)
        for weights in (fitted.unread, fitted.read):
            weights[pair] = weights[pair] * scale
            weights[pair][0] += shift
    return fitted


def fit_pairs(records: Sequence[Mapping[str, Any]], names: Sequence[str], *, read: bool) -> dict[str, np.ndarray]:
    """Fit what all languages have in common, then each pair's own difference from it."""
    common = fit(rows_of(records, names, ("en", "ru", "kk"), read=read), np.zeros(len(names)), 1.0)
    return {pair: fit(rows_of(records, names, (pair,), read=read), common, RIDGE) for pair in PAIRS}


def straighten(firsts: Sequence[Scored]) -> tuple[float, float]:
    """Make the score of the first finding mean how often it is right (Platt, 1999): scale and shift of its logit."""
    told = [one for one in firsts if one.score > 0.01]
    logits = np.array([np.log(one.score / (1 - one.score + 1e-9)) for one in told])
    right = np.array([one.right for one in told], float)
    rows = Rows(np.stack([logits, np.ones_like(logits)], axis=1), right, np.ones_like(logits))
    scale, shift = fit(rows, np.array([1.0, 0.0]), 1.0)
    return float(scale), float(shift)


def best_of(record: Mapping[str, Any], fitted: Fitted) -> Scored:
    """Score the passages of a question and return the first."""
    scored = [(score(row, fitted), row["right"] and record["answered"], row["pair"]) for row in record["rows"]]
    best, right, pair = max(scored, default=(0.0, False, "cross"))
    return Scored(pair, record["whole"], record["answered"], best, right)


def score(row: Mapping[str, Any], fitted: Fitted) -> float:
    if row["unmet"]:
        return 0.0
    names, weights = (READING, fitted.read) if "margin" in row["features"] else (SEARCH, fitted.unread)
    total = float(np.clip(np.dot(weights[row["pair"]], [row["features"][name] for name in names]), -30, 30))
    return 1 / (1 + np.exp(-total))


def report(scored: Sequence[Scored]) -> None:
    for pair in sorted({one.pair for one in scored}):
        mine = [one for one in scored if one.pair == pair]
        print(pair, "score/right/questions:", *_reliability(mine))
        for threshold in np.arange(0.2, 0.75, 0.05):
            print(f"  {threshold:.2f}", _at(mine, float(threshold)))


def _reliability(scored: Sequence[Scored]) -> Iterator[str]:
    for low in np.arange(0, 1, 0.1):
        inside = [one for one in scored if low <= one.score < low + 0.1]
        if inside:
            said, right = np.mean([one.score for one in inside]), np.mean([one.right for one in inside])
            yield f"{said:.2f}/{right:.2f}/{len(inside)}"


def _at(scored: Sequence[Scored], threshold: float) -> dict[str, float]:
    told = [one for one in scored if one.whole and one.answerable]
    return {
        "answered": _share([one.score >= threshold for one in told]),
        "quote@1": _share([one.score >= threshold and one.right for one in told]),
        "abstained": _share([one.score < threshold for one in scored if one.whole and not one.answerable]),
        "abstained on topic": _share([one.score < threshold for one in scored if not one.whole]),
    }


def _share(hits: Sequence[bool]) -> float:
    return round(float(np.mean(hits)), 3) if hits else float("nan")


def fit_command(options: argparse.Namespace) -> None:
    records = [record for path in options.gathered for record in lines(path)]
    measured = [record for path in options.measured for record in lines(path)]
    fitted = straightened(fit_all(records) if records else earlier(), measured)
    report([best_of(record, fitted) for record in measured])
    if options.write:
        stored = json.loads(WEIGHTS.read_text(encoding="utf-8"))
        for stage, names in (("unread", SEARCH), ("read", READING)):
            for pair, weights in _named(getattr(fitted, stage), names).items():
                stored[stage][pair] |= weights
        WEIGHTS.write_text(json.dumps(stored, indent=1) + "\n", encoding="utf-8")


def _named(weights: Mapping[str, np.ndarray], names: Sequence[str]) -> dict[str, dict[str, float]]:
    return {
        pair: {name: round(float(one), 3) for name, one in zip(names, mine, strict=True)}
        for pair, mine in weights.items()
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(required=True)
    gathering = commands.add_parser("gather")
    gathering.add_argument("briefings", type=Path)
    gathering.add_argument("questions", type=Path)
    gathering.add_argument("out", type=Path)
    gathering.add_argument("--gold", type=Path)
    gathering.add_argument("--models", type=Path)
    gathering.add_argument("--cache", type=Path)
    fitting = commands.add_parser("fit")
    fitting.add_argument("gathered", type=Path, nargs="*")
    fitting.add_argument("--measured", type=Path, nargs="+", required=True)
    fitting.add_argument("--write", action="store_true")
    options = parser.parse_args()
    if "gathered" in options:
        fit_command(options)
    else:
        asyncio.run(gather(options))


if __name__ == "__main__":
    main()

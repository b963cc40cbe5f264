"""Fit the weights of `briefings/answers/calibration.json` to what people ask of the news; judge them on folds left out.

All articles are loaded, every question is asked the day after its article appeared, and every passage looked at counts
as right where it stands in that article and holds one of the facts. Weights, never texts, are what is kept. First the
weights before reading are fitted, then the passages that they choose are read, then the weights after reading. What is
printed is scored with weights that have not seen the question's article.

usage: python -m benchmarks.answers_news ARTICLES.jsonl [--folds 4] [--cache FILE] [--write]

A line of ARTICLES: {"id", "language", "published", "title", "text", "questions": [{"id", "question",
"facts": [regex]}], "unanswerable": [{"id", "question"}]}; questions may be in another language than their article.

The weights start from `answers_weights.json` (`benchmarks/answers_fit.py`). What the three languages have in common is
fitted first, then each language's own difference from it; part of the earlier weights stays (`KEPT`), so that questions
of an encyclopedia are answered as well as before. Across languages there is too little news: those weights stay.
"""

import argparse
import asyncio
import json
import re
import tempfile
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any, Final

import numpy as np

from benchmarks.answers_fit import RememberingModels, Rows, fit, lines
from benchmarks.answers_quality import store
from briefings.answers.question import understand
from briefings.answers.ranking import Judge
from briefings.answers.scoring import CALIBRATION, Calibration, Pair, shipped_calibration
from briefings.models import Models
from briefings.text import Language
from db.database import Database
from db.migrate import migrate

EARLIER = Path(__file__).with_name("answers_weights.json")
LANGUAGES: Final[tuple[Language, ...]] = ("en", "ru", "kk")
KEPT = {"en": 0.4, "ru": 0.0, "kk": 0.2}
"""Share of the earlier weights that stays after reading; by it the encyclopedia sets lose no more than a hundredth."""

RIDGE_COMMON, RIDGE_UNREAD, RIDGE_READ = 1.0, 30.0, 10.0
SEARCH = (
    "bias", "cosine", "standing", "words", "covered", "covered_nearby", "fits", "names_nowhere", "period_missing",
    "concepts_missing", "counted_missing", "votes", "is_headline", "other_place", "narrower", "another_period",
)  # fmt: skip
READING = (*SEARCH, "margin", "sure")

Record = Mapping[str, Any]
Weights = Mapping[Pair, Mapping[str, float]]
Choose = Callable[[str], Calibration]
"""Which weights to use for a question about an article."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage that was looked at."""

    pair: Pair
    features: Mapping[str, float]
    right: bool


@dataclass(frozen=True, slots=True)
class Asked:
    """A question about an article, and the passages that no condition rejects."""

    article: str
    language: str
    answerable: bool
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class First:
    """The likeliest passage of a question."""

    asked: Asked
    score: float
    right: bool


async def gather(
    database: Database, models: Models, articles: Sequence[Mapping[str, Any]], choose: Choose
) -> list[Asked]:
    """Ask every question of all articles."""
    judges: dict[int, Judge] = {}
    found = []
    for number, article, question, day in _questions(articles):
        calibration = choose(article["id"])
        judge = judges.setdefault(id(calibration), Judge(database, models, calibration))
        judgement = await judge.judge(understand(question["question"], day))
        passages = tuple(
            Passage(one.pair, dict(one.features), one.briefing.id == number and _holds(one.passage.text, question))
            for one in judgement.judged
            if not one.unmet
        )
        found.append(Asked(article["id"], judgement.question.language, "facts" in question, passages))
    return found


def _questions(articles: Iterable[Mapping[str, Any]]) -> Iterator[tuple[int, Record, Record, date]]:
    """Yield each question with its article, the briefing's number in a fresh database, and the day it is asked on."""
    for number, article in enumerate(articles, start=1):
        day = date.fromisoformat(article["published"]) + timedelta(days=1)
        yield from ((number, article, one, day) for one in [*article["questions"], *article["unanswerable"]])


def _holds(quote: str, question: Mapping[str, Any]) -> bool:
    return any(re.search(fact, quote, re.IGNORECASE) for fact in question.get("facts", ()))


def fitted(asked: Sequence[Asked], names: Sequence[str], earlier: Weights, ridge: float) -> Weights:
    """Fit what the languages have in common, then each one's own difference from it."""
    prior = np.mean([[earlier[one].get(name, 0.0) for name in names] for one in LANGUAGES], axis=0)
    common = fit(_rows(asked, names, LANGUAGES), prior, RIDGE_COMMON)
    own = {one: fit(_rows(asked, names, (one,)), common, ridge) for one in LANGUAGES}
    return {one: dict(zip(names, map(float, weights), strict=True)) for one, weights in own.items()}


def _rows(asked: Sequence[Asked], names: Sequence[str], pairs: Sequence[str]) -> Rows:
    passages = [one for question in asked for one in question.passages if one.pair in pairs]
    there = [one for one in passages if all(name in one.features for name in names)]
    x = np.array([[one.features[name] for name in names] for one in there]).reshape(-1, len(names))
    return Rows(x, np.array([one.right for one in there], float), np.ones(len(there)))


def kept(weights: Weights, earlier: Weights) -> Weights:
    """Keep part of the earlier weights of each language, and all of those across languages."""
    mixed = {one: _mixed(weights[one], earlier[one], KEPT[one]) for one in LANGUAGES}
    return {**mixed, "cross": earlier["cross"]}


def _mixed(weights: Mapping[str, float], earlier: Mapping[str, float], share: float) -> Mapping[str, float]:
    names = {**weights, **(earlier if share else {})}
    return {name: (1 - share) * weights.get(name, 0.0) + share * earlier.get(name, 0.0) for name in names}


def first_of(asked: Asked, calibration: Calibration) -> First:
    """Score the passages of a question and return the likeliest."""
    scored = [(_score(one, calibration), one.right) for one in asked.passages]
    score, right = max(scored, default=(0.0, False))
    return First(asked, score, right)


def _score(passage: Passage, calibration: Calibration) -> float:
    is_read = "margin" in passage.features
    score = calibration.after_reading if is_read else calibration.before_reading
    return score(passage.features, passage.pair)


def report(firsts: Sequence[First], thresholds: Mapping[str, float]) -> None:
    """Print, for each language that is asked in, how often the first passage is right at several thresholds."""
    for language in LANGUAGES:
        mine = [one for one in firsts if one.asked.language == language]
        for threshold in sorted({*np.arange(0.1, 0.45, 0.05).round(2), thresholds[language]}):
            print(
                language,
                f"{threshold:.2f}",
                _at(mine, float(threshold)),
                "*" if threshold == thresholds[language] else "",
            )


def _at(firsts: Sequence[First], threshold: float) -> dict[str, float]:
    told = [one for one in firsts if one.asked.answerable]
    return {
        "right": _share([one.score >= threshold and one.right for one in told]),
        "wrong": _share([one.score >= threshold and not one.right for one in told]),
        "silent": _share([one.score < threshold for one in firsts if not one.asked.answerable]),
    }


def _share(hits: Sequence[bool]) -> float:
    return round(float(np.mean(hits)), 3) if hits else float("nan")


def earlier() -> Calibration:
    """Return the weights that the fit starts from, with the shipped thresholds."""
    stored = json.loads(EARLIER.read_text(encoding="utf-8"))
    return Calibration(stored["unread"], stored["read"], shipped_calibration().thresholds)


@dataclass(frozen=True, slots=True)
class Folds:
    """Articles in parts of about one size. What is made for each part is kept in a list; its last is made of all."""

    count: int

    def without_each(self, asked: Sequence[Asked]) -> Iterator[list[Asked]]:
        """Yield what is left without each part in turn, then all."""
        yield from ([one for one in asked if self.of(one.article) != part] for part in range(self.count))
        yield list(asked)

    def of(self, article: str) -> int:
        """Return the part that an article is in, always the same one."""
        return zlib.crc32(article.encode()) % self.count

    def own(self, calibrations: Sequence[Calibration]) -> Choose:
        """Choose for each article the weights that have not seen it."""
        return lambda article: calibrations[self.of(article)]


async def fit_folds(
    database: Database, models: Models, articles: Sequence[Record], folds: Folds
) -> tuple[list[Calibration], list[Asked]]:
    """Fit without each fold, and on all; return the weights, and what was asked with the windows that they choose."""
    start = earlier()
    asked = await gather(database, models, articles, lambda _: start)
    chosen = [before_reading(part, start) for part in folds.without_each(asked)]
    asked = await gather(database, models, articles, folds.own(chosen))
    parts = zip(chosen, folds.without_each(asked), strict=True)
    return [after_reading(part, calibration) for calibration, part in parts], asked


def before_reading(asked: Sequence[Asked], start: Calibration) -> Calibration:
    """Fit the weights that choose what is read."""
    unread = {**fitted(asked, SEARCH, start.unread, RIDGE_UNREAD), "cross": start.unread["cross"]}
    return replace(start, unread=unread)


def after_reading(asked: Sequence[Asked], start: Calibration) -> Calibration:
    """Fit the weights of what was read."""
    return replace(start, read=kept(fitted(asked, READING, start.read, RIDGE_READ), start.read))


async def measure(options: argparse.Namespace, folder: Path) -> None:
    """Report on the folds left out, and write the weights of all where that is wanted."""
    articles, folds = list(lines(options.articles)), Folds(options.folds)
    models = RememberingModels(None, options.cache)
    database = Database(f"sqlite+aiosqlite:///{folder}/news.db")
    await migrate(database)
    await store(database, models, articles)
    calibrations, asked = await fit_folds(database, models, articles, folds)
    await database.close()
    models.keep()
    own = folds.own(calibrations)
    report([first_of(one, own(one.article)) for one in asked], calibrations[-1].thresholds)
    if options.write:
        write(calibrations[-1])


def write(calibration: Calibration) -> None:
    weights = {"unread": calibration.unread, "read": calibration.read}
    rounded: dict[str, Any] = {
        stage: {pair: {name: round(one, 3) for name, one in mine.items()} for pair, mine in pairs.items()}
        for stage, pairs in weights.items()
    }
    rounded["thresholds"] = dict(calibration.thresholds)
    CALIBRATION.write_text(json.dumps(rounded, indent=1) + "\n", encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--folds", type=int, default=4)
    parser.add_argument("--cache", type=Path)
    parser.add_argument("--write", action="store_true")
    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(measure(parser.parse_args(), Path(folder)))


if __name__ == "__main__":
    main()

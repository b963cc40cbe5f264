"""From what is known of a passage to how likely it answers: logistic maps, fitted by `benchmarks/answers_news.py`."""

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

from briefings.answers.answer_type import fits
from briefings.answers.conditions import doubts, tells_counted, tells_period
from briefings.answers.passage_context import PassageContext
from briefings.answers.question import Question
from briefings.answers.windows import Read
from briefings.text import Language
from briefings.text.terms import Term

CALIBRATION: Final = Path(__file__).with_name("calibration.json")
SUREST_MARGIN: Final = 12.0

Features = Mapping[str, float]
Weights = Mapping[str, float]
Pair = str
"""The language that question and passage share, or `CROSS`."""
CROSS: Final[Pair] = "cross"


@dataclass(frozen=True, slots=True)
class Calibration:
    """For each pair of languages the weight of each feature, before and after reading, and where silence begins."""

    unread: Mapping[Pair, Weights]
    read: Mapping[Pair, Weights]
    thresholds: Mapping[Pair, float]

    def before_reading(self, features: Features, pair: Pair) -> float:
        """Return how often a passage with these features answers, as far as search can tell."""
        return _logistic(self.unread[pair], features)

    def after_reading(self, features: Features, pair: Pair) -> float:
        """Return how often a passage with these features answers, the reader having read it."""
        return _logistic(self.read[pair], features)


@cache
def shipped_calibration() -> Calibration:
    """Return the constants that the last fit wrote."""
    stored: dict[str, Any] = json.loads(CALIBRATION.read_text(encoding="utf-8"))
    return Calibration(stored["unread"], stored["read"], stored["thresholds"])


def pair_of(asked: Language, told: str) -> Pair:
    """Name the languages of question and briefing as the calibration does."""
    return asked if asked == told else CROSS


def search_features(question: Question, around: PassageContext, weights: Mapping[str, float]) -> dict[str, float]:
    """Describe a passage by numbers of a similar size; `weights` says how telling each of the question's stems is."""
    candidate = around.candidate
    doubted: dict[str, float] = {name: float(is_so) for name, is_so in doubts(question, around).items()}
    return {
        "bias": 1.0,
        "cosine": 10 * (candidate.cosine - 0.85),
        "nearby_cosine": 10 * (candidate.nearby_cosine - 0.85),
        "standing": candidate.standing / 2,
        "words": min(1.5, candidate.words),
        "nearby_words": min(1.5, candidate.nearby_words),
        "covered": _covered(question.terms, around.own, weights),
        "covered_nearby": _covered(question.terms, around.nearby, weights),
        "fits": float(fits(question, around)),
        "names_missing": _missing([around.names_nearby(name) for name in question.names]),
        "names_elsewhere": _missing([any(map(around.tells, name)) for name in question.names]),
        "names_nowhere": _missing([around.names_anywhere(name) for name in question.names]),
        "period_missing": float(not tells_period(question, around)),
        "concepts_missing": _missing([around.tells_nearby(term) for term in question.content if term.concepts]),
        "counted_missing": float(not tells_counted(question, around)),
        "votes": candidate.votes,
        "covered_briefing": _covered(question.terms, around.briefing_stems | around.nearby, weights),
        "is_headline": float(candidate.position == 0),
        **doubted,
    }


def _missing(met: Sequence[bool]) -> float:
    return 1 - sum(met) / len(met) if met else 0.0


def reading_features(read: Read) -> dict[str, float]:
    """Describe what the reader said."""
    margin = max(-SUREST_MARGIN, min(SUREST_MARGIN, read.margin))
    return {"margin": margin / 4, "sure": max(0.0, margin) / 4}


def _covered(terms: tuple[Term, ...], stems: frozenset[str], weights: Mapping[str, float]) -> float:
    total = sum(weights[term.stem] for term in terms)
    met = sum(weights[term.stem] for term in terms if any(stem in stems for stem in term.index_stems))
    return met / total if total else 0.0


def _logistic(weights: Weights, features: Features) -> float:
    total = sum(weight * features[name] for name, weight in weights.items())
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))

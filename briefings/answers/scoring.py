"""From what is known of a passage to how likely it answers: a logistic map, fitted by `benchmarks/answers_fit.py`."""

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

from briefings.answers.question import Question
from briefings.answers.reading import Read
from briefings.answers.retrieval import Candidate
from briefings.language import Language

CALIBRATION: Final = Path(__file__).with_name("calibration.json")
UNREAD_MARGIN: Final = -12.0
"""What a passage counts that the reader never saw."""

Features = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Calibration:
    """The weight of each feature, and for each pair of languages where a half chance lies."""

    weights: Mapping[str, float]
    bias: Mapping[str, float]
    thresholds: Mapping[Language, float]

    def probability(self, features: Features, pair: str) -> float:
        """Return how often a passage with these features answers."""
        total = self.bias.get(pair, self.bias["cross"]) + sum(
            weight * features[name] for name, weight in self.weights.items()
        )
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


@cache
def shipped_calibration() -> Calibration:
    """Return the constants that the last fit wrote."""
    stored: dict[str, Any] = json.loads(CALIBRATION.read_text(encoding="utf-8"))
    return Calibration(stored["weights"], stored["bias"], stored["thresholds"])


def pair_of(asked: Language, told: str) -> str:
    """Name the languages of question and briefing as the calibration does."""
    return asked if asked == told else "cross"


def features(question: Question, candidate: Candidate, read: Read | None) -> dict[str, float]:
    """Describe a passage by numbers of a similar size."""
    margin = read.margin if read else UNREAD_MARGIN
    return {
        "margin": max(UNREAD_MARGIN, min(12.0, margin)),
        "sure": max(0.0, min(8.0, margin)),
        "cosine": 10 * (candidate.cosine - 0.85),
        "nearby_cosine": 10 * (candidate.nearby_cosine - 0.85),
        "words": min(1.5, candidate.words),
        "nearby_words": min(1.5, candidate.nearby_words),
        "single": float(len(question.terms) < 2),
    }

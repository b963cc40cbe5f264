"""The measures of extractive question answering: exact match and F1 as SQuAD defines them, and AUROC."""

import string
from collections import Counter
from collections.abc import Sequence

import numpy as np

_PUNCTUATION = set(string.punctuation) | set("«»“”„’‘—–…№")
_ARTICLES = {"a", "an", "the"}


def normalised(text: str) -> list[str]:
    """Words in small letters without punctuation and English articles."""
    spaced = "".join(" " if char in _PUNCTUATION else char for char in text.lower())
    return [word for word in spaced.split() if word not in _ARTICLES]


def exact(predicted: str, gold: Sequence[str]) -> float:
    return float(any(normalised(predicted) == normalised(answer) for answer in gold))


def f1(predicted: str, gold: Sequence[str]) -> float:
    """Overlap of words with the nearest gold answer, 0 to 1."""
    return max(_overlap(normalised(predicted), normalised(answer)) for answer in gold)


def _overlap(predicted: list[str], gold: list[str]) -> float:
    same = sum((Counter(predicted) & Counter(gold)).values())
    return 2 * same / (len(predicted) + len(gold)) if same else float(predicted == gold)


def auroc(positive: Sequence[float], negative: Sequence[float]) -> float:
    """How often a positive scores above a negative (Mann and Whitney's U over the number of pairs)."""
    ranks = np.argsort(np.argsort(np.concatenate([positive, negative]), kind="stable"), kind="stable") + 1
    count = len(positive)
    return float((ranks[:count].sum() - count * (count + 1) / 2) / (count * len(negative)))

"""Score what `python -m bot ask --batch QUESTIONS.jsonl` wrote.

usage: python -m benchmarks.answers_score QUESTIONS.jsonl PREDICTIONS.jsonl

QUESTIONS holds a line each, `{"id", "question", "answers": [texts]}`; without answers the right thing is to abstain.
Answers are compared as SQuAD does (https://arxiv.org/abs/1606.05250): small letters, no punctuation, no articles.

f1, exact   the first finding's text, against the closest answer; unanswered counts 0
quote@1, @3 the first quote, or one of the first three, holds an answer
answered    share of questions with an answer that got any finding
abstained   share of the others that got none
balanced    the mean of f1 and abstained
"""

import json
import statistics
import string
import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

ARTICLES = frozenset({"a", "an", "the"})
PUNCTUATION = str.maketrans(dict.fromkeys(string.punctuation + "«»“”„’‘—–…№", " "))
Row = Mapping[str, Any]


def normalised(text: str) -> str:
    return " ".join(word for word in text.lower().translate(PUNCTUATION).split() if word not in ARTICLES)


def overlap(one: str, other: str) -> float:
    """Return the F1 of two texts' words."""
    words, others = normalised(one).split(), normalised(other).split()
    shared = (Counter(words) & Counter(others)).total()
    return 2 * shared / (len(words) + len(others)) if shared else float(words == others)


def holds(quote: str, answers: Iterable[str]) -> bool:
    return any(normalised(answer) in normalised(quote) for answer in answers)


def score(questions: Iterable[Row], predictions: Iterable[Row]) -> dict[str, Any]:
    """Return all measures by name, the bot's own milliseconds and the number of questions of both sorts."""
    given, rows = {str(one["id"]): one for one in predictions}, list(questions)
    answerable = [one for one in rows if one["answers"]]
    others = [one for one in rows if not one["answers"]]
    judged = [judge(one["answers"], findings(given, one)) for one in answerable]
    means = {name: mean([one[name] for one in judged]) for name in (judged[0] if judged else ())}
    if others:
        means["abstained"] = mean([not findings(given, one) for one in others])
    means["balanced"] = round((means.get("f1", 0) + means.get("abstained", 0)) / 2, 3)
    missing = sum(str(one["id"]) not in given for one in rows)
    return {**means, **timing(given.values()), "missing": missing, "n": (len(answerable), len(others))}


def findings(given: Mapping[str, Row], question: Row) -> Sequence[Row]:
    return given[str(question["id"])]["findings"] if str(question["id"]) in given else ()


def judge(answers: Sequence[str], found: Sequence[Row]) -> dict[str, float]:
    first = found[0]["text"] if found else None
    quotes = [holds(one["quote"], answers) for one in found]
    return {
        "answered": bool(found),
        "f1": max((overlap(first, answer) for answer in answers), default=0.0) if first is not None else 0.0,
        "exact": first is not None and any(normalised(first) == normalised(answer) for answer in answers),
        "quote@1": any(quotes[:1]),
        "quote@3": any(quotes[:3]),
    }


def mean(values: Sequence[float]) -> float:
    return round(statistics.mean(values), 3)


def timing(predictions: Iterable[Row]) -> dict[str, float]:
    taken = sorted(one["ms"] for one in predictions if one.get("ms") is not None)
    if not taken:
        return {}
    return {"ms_p50": round(statistics.median(taken), 1), "ms_p95": round(taken[int(len(taken) * 0.95)], 1)}


def read(path: str) -> list[Row]:
    return [json.loads(line) for line in Path(path).read_text(encoding="utf-8").splitlines() if line.strip()]


if __name__ == "__main__":
    print(json.dumps(score(read(sys.argv[1]), read(sys.argv[2])), ensure_ascii=False))

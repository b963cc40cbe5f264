"""Questions over passages that do not answer them: half of what a reader has to learn is to say "not here"."""

import math
import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from .rows import Row, sentences

STEM = 6
COMMON = 0.05
"""Words in more than this share of the passages tell nothing about what a passage is about."""
REMOVED, SIMILAR = 0.45, 0.9
"""Answer's sentence taken out, a similar passage, else any passage: bounds of one random draw."""
SHORTEST_CONTEXT = 60


def stems(text: str) -> set[str]:
    """Beginnings of the words, the crudest of stems in any language."""
    return {word[:STEM] for word in re.findall(r"\w{3,}", text.lower())}


class SimilarPassages:
    """Finds the passages of one source that share the rarest words with a question."""

    def __init__(self, contexts: Sequence[str]) -> None:
        self._contexts = contexts
        self._where: dict[str, list[int]] = defaultdict(list)
        for number, context in enumerate(contexts):
            for stem in stems(context):
                self._where[stem].append(number)

    def without(self, answer: str, question: str, count: int = 3) -> list[str]:
        """The most similar passages that do not hold the answer's text."""
        weights: Counter[int] = Counter()
        for stem in stems(question):
            places = self._where.get(stem, [])
            if len(places) <= max(20, COMMON * len(self._contexts)):
                weights.update(dict.fromkeys(places, math.log(1 + len(self._contexts) / max(1, len(places)))))
        found = (self._contexts[number] for number, _ in weights.most_common(12))
        return [context for context in found if answer.lower() not in context.lower()][:count]


def without_answer(row: Row) -> str | None:
    """The passage less the answer's sentence; None if the answer is told again or too little remains."""
    kept = [row.context[a:b] for a, b in sentences(row.context) if not (a < row.end and b > row.start)]
    rest = " ".join(kept)
    if len(rest) < SHORTEST_CONTEXT or row.answer.lower() in rest.lower():
        return None
    return rest


def with_negatives(rows: Iterable[Row], share: float, rng: random.Random) -> Iterator[Row]:
    """The rows of one source, and for a share of the answered ones a passage that does not answer them."""
    rows = list(rows)
    contexts = sorted({row.context for row in rows})
    similar = SimilarPassages(contexts)
    for row in rows:
        yield row
        if row.answered and rng.random() < share:
            yield from _negative(row, similar, contexts, rng)


def _negative(row: Row, similar: SimilarPassages, contexts: Sequence[str], rng: random.Random) -> Iterator[Row]:
    draw = rng.random()
    if draw < REMOVED and (rest := without_answer(row)):
        yield row.unanswered(rest, "removed")
    elif draw < SIMILAR and (found := similar.without(row.answer, row.question)):
        yield row.unanswered(rng.choice(found), "similar")
    elif others := [text for text in rng.sample(contexts, min(9, len(contexts))) if row.answer not in text]:
        yield row.unanswered(rng.choice(others), "random")

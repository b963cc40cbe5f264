"""The sentences of an article that tell most of it.

Extractive: each sentence is a unit vector of its stems, weighted by tf-idf within the article. Those nearest to the
centroid of all (Radev et al., "Centroid-based summarization of multiple documents", 2004) and to the title, early ones
first, are taken one by one, each as unlike those already taken as may be (maximal marginal relevance; Carbonell and
Goldstein, 1998).
"""

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from briefings.text import Language, Span, is_stopword, stems

FEWEST: Final = 3
MOST: Final = 5
SENTENCES_FOR_ONE_MORE: Final = 6
"""A summary grows by one with so many further sentences of the article."""

CENTRE: Final = 1.0
TITLE: Final = 0.5
LEAD: Final = 0.4
SAMENESS: Final = 1.0
"""Weights of nearness to the centroid, nearness to the title, standing early, and likeness to what is taken."""

LEAD_FADES: Final = 4
"""After so many sentences half of the bonus for standing early is gone."""

SHORTEST: Final = 6
LONGEST: Final = 45
"""Words of a sentence that stands well alone; others count half."""

SPEECH: Final = '"“”„«—–-'
"""First signs of what somebody said rather than of what happened."""

LEANING: Final = frozenset(
    "he she it they his her its their this these that those он она оно они его её ее их это этот эта эти там тогда "
    "ол олар оның олардың оған оны бұл осы онда сонда".split()
)
"""First words of sentences that need the one before; they count half too."""

Vector = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class _Candidate:
    span: Span
    vector: Vector
    worth: float


def summarize(text: str, sentences: Sequence[Span], title: str, language: Language) -> tuple[Span, ...]:
    """Three to five sentences of an article in its order; all of them where it has no more."""
    if len(sentences) <= FEWEST:
        return tuple(sentences)
    chosen = _choose(_candidates(text, sentences, title, language), _length(len(sentences)))
    return tuple(sorted((candidate.span for candidate in chosen), key=lambda span: span.start))


def _length(sentences: int) -> int:
    return min(MOST, FEWEST + (sentences - FEWEST) // SENTENCES_FOR_ONE_MORE)


def _candidates(text: str, sentences: Sequence[Span], title: str, language: Language) -> list[_Candidate]:
    words = [_telling(text[span.start : span.end], language) for span in sentences]
    rarity = _rarity(words)
    vectors = [_weigh(counts, rarity) for counts in words]
    centre = _centroid(vectors)
    headline = _weigh(_telling(title, language), rarity)
    return [
        _Candidate(span, vector, _worth(place, text[span.start : span.end], vector, centre, headline))
        for place, (span, vector) in enumerate(zip(sentences, vectors, strict=True))
    ]


def _telling(text: str, language: Language) -> Counter[str]:
    return Counter(word for word in stems(text, language) if not is_stopword(word, language))


def _rarity(words: Sequence[Mapping[str, int]]) -> Vector:
    sentences_with = Counter(word for counts in words for word in counts)
    return {word: math.log(1 + len(words) / count) for word, count in sentences_with.items()}


def _weigh(counts: Mapping[str, int], rarity: Vector) -> Vector:
    return _unit({word: count * rarity.get(word, 0.0) for word, count in counts.items()})


def _centroid(vectors: Sequence[Vector]) -> Vector:
    total: defaultdict[str, float] = defaultdict(float)
    for vector in vectors:
        for word, weight in vector.items():
            total[word] += weight
    return _unit(total)


def _unit(vector: Vector) -> Vector:
    length = math.sqrt(sum(weight * weight for weight in vector.values()))
    return {word: weight / length for word, weight in vector.items()} if length else {}


def _worth(place: int, sentence: str, vector: Vector, centre: Vector, headline: Vector) -> float:
    early = LEAD_FADES / (LEAD_FADES + place)
    worth = CENTRE * _likeness(vector, centre) + TITLE * _likeness(vector, headline) + LEAD * early
    return worth if _stands_alone(sentence) else worth / 2


def _stands_alone(sentence: str) -> bool:
    words = sentence.split()
    if not SHORTEST <= len(words) <= LONGEST:
        return False
    return words[0].casefold() not in LEANING and sentence[0] not in SPEECH and not sentence.endswith("?")


def _likeness(one: Vector, other: Vector) -> float:
    """Cosine of the angle between two unit vectors; 0 where one is empty."""
    smaller, larger = sorted((one, other), key=len)
    return sum(weight * larger.get(word, 0.0) for word, weight in smaller.items())


def _choose(candidates: list[_Candidate], number: int) -> list[_Candidate]:
    chosen: list[_Candidate] = []
    waiting = list(candidates)
    while waiting and len(chosen) < number:
        best = max(waiting, key=lambda candidate: candidate.worth - SAMENESS * _repeats(candidate, chosen))
        waiting.remove(best)
        chosen.append(best)
    return chosen


def _repeats(candidate: _Candidate, chosen: list[_Candidate]) -> float:
    return max((_likeness(candidate.vector, taken.vector) for taken in chosen), default=0.0)

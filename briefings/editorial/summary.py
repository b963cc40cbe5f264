"""The sentences of an article that tell most of it.

Extractive: each sentence is a unit vector of its stems, weighted by tf-idf within the article. The one that opens the
article comes first; those nearest to the centroid of all (Radev et al., "Centroid-based summarization of multiple
documents", 2004) and to the title, early ones first, are taken one by one, each as unlike those already taken as may be
(maximal marginal relevance; Carbonell and Goldstein, 1998). What cannot be read alone is taken only next to the
sentence that it leans on; questions, list items and parts of quotations only where there is nothing else.
"""

import math
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from briefings.editorial.standing_alone import Standing, standings
from briefings.text import Language, Span, is_stopword, stems

FEWEST: Final = 3
MOST: Final = 4
SENTENCES_FOR_ONE_MORE: Final = 9
"""A summary grows by one with so many further sentences of the article."""

CENTRE: Final = 1.0
TITLE: Final = 0.5
LEAD: Final = 0.8
FIGURE: Final = 0.1
NAME: Final = 0.1
AHEAD: Final = 0.15
SAMENESS: Final = 0.85
"""Weights of nearness to the centroid, nearness to the title, standing early, telling a number, a name, a day ahead,
and likeness to what is taken."""

SAME: Final = 0.4
"""Likeness from which on a sentence says again what another says."""

BURDEN: Final = 0.5
"""What each reason not to read a sentence alone takes off its worth."""

LED: Final = 0.3
UNLED: Final = 2.0
"""How much it burdens a sentence to lean on the one before, where that is taken and where it is not."""

PASSED: Final = 0.5
"""How much it burdens a sentence to tell what was news earlier."""

WORTHWHILE: Final = 0.5
"""Beside two others a sentence is taken only for so much: a short summary is better than an odd one."""

LEAD_FADES: Final = 5
"""After so many sentences half of the bonus for standing early is gone."""

OPENING: Final = 3
"""Among so many sentences at the start one is the lead."""

Vector = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class _Candidate:
    place: int
    span: Span
    vector: Vector
    worth: float
    standing: Standing


def summarize(
    text: str, sentences: Sequence[Span], title: str, language: Language, ahead: Sequence[int] = ()
) -> tuple[Span, ...]:
    """Two to four sentences of an article in its order; all of them where it has no more than three.

    `ahead` are the places in the text, in order, at which days ahead are told.
    """
    if len(sentences) <= FEWEST:
        return tuple(sentences)
    candidates = [_favoured(one, ahead) for one in _candidates(text, sentences, title, language)]
    chosen = _choose(_readable(candidates), _length(len(sentences)))
    return tuple(sorted((candidate.span for candidate in chosen), key=lambda span: span.start))


def _favoured(candidate: _Candidate, ahead: Sequence[int]) -> _Candidate:
    tells_ahead = bisect_left(ahead, candidate.span.start) < bisect_left(ahead, candidate.span.end)
    return replace(candidate, worth=candidate.worth + AHEAD) if tells_ahead else candidate


def _readable(candidates: list[_Candidate]) -> list[_Candidate]:
    telling = [candidate for candidate in candidates if candidate.standing.is_telling]
    return telling if len(telling) >= FEWEST else candidates


def _length(sentences: int) -> int:
    return min(MOST, FEWEST + (sentences - FEWEST) // SENTENCES_FOR_ONE_MORE)


def _candidates(text: str, sentences: Sequence[Span], title: str, language: Language) -> list[_Candidate]:
    words = [_telling(text[span.start : span.end], language) for span in sentences]
    rarity = _rarity(words)
    vectors = [_weigh(counts, rarity) for counts in words]
    centre = _centroid(vectors)
    headline = _weigh(_telling(title, language), rarity)
    return [
        _Candidate(place, span, vector, _worth(place, text[span.start : span.end], vector, centre, headline), standing)
        for place, (span, vector, standing) in enumerate(
            zip(sentences, vectors, standings(text, sentences), strict=True)
        )
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
    told = FIGURE * any(sign.isdigit() for sign in sentence) + NAME * _has_name(sentence)
    return CENTRE * _likeness(vector, centre) + TITLE * _likeness(vector, headline) + LEAD * early + told


def _has_name(sentence: str) -> bool:
    return any(word[0].isupper() for word in sentence.split()[1:])


def _likeness(one: Vector, other: Vector) -> float:
    """Cosine of the angle between two unit vectors; 0 where one is empty."""
    smaller, larger = sorted((one, other), key=len)
    return sum(weight * larger.get(word, 0.0) for word, weight in smaller.items())


def _choose(candidates: list[_Candidate], number: int) -> list[_Candidate]:
    chosen = [_lead(candidates)]
    waiting = _others(candidates, chosen[0])
    while waiting and len(chosen) < number:
        best = max(waiting, key=lambda candidate: _gain(candidate, chosen))
        if len(chosen) > 1 and _gain(best, chosen) < WORTHWHILE:
            break
        chosen.append(best)
        waiting = _others(waiting, best)
    return chosen


def _others(waiting: list[_Candidate], taken: _Candidate) -> list[_Candidate]:
    """What is left to choose from: all that says something else than what was taken."""
    return [one for one in waiting if one is not taken and _likeness(one.vector, taken.vector) < SAME]


def _lead(candidates: list[_Candidate]) -> _Candidate:
    """The best of the first sentences that can open a summary, else the first of all."""
    opening = [candidate for candidate in candidates[:OPENING] if candidate.standing.opens_well]
    return max(opening, key=lambda candidate: candidate.worth, default=candidates[0])


def _gain(candidate: _Candidate, chosen: list[_Candidate]) -> float:
    return candidate.worth - SAMENESS * _repeats(candidate, chosen) - BURDEN * _burdens(candidate, chosen)


def _burdens(candidate: _Candidate, chosen: list[_Candidate]) -> float:
    """How many reasons there are not to read it among what is chosen."""
    standing = candidate.standing
    is_led = any(taken.place == candidate.place - 1 and not taken.standing.leans for taken in chosen)
    leaning = (LED if is_led else UNLED) * standing.leans
    return leaning + PASSED * standing.is_background + standing.is_speech + standing.is_short + standing.is_long


def _repeats(candidate: _Candidate, chosen: list[_Candidate]) -> float:
    return max((_likeness(candidate.vector, taken.vector) for taken in chosen), default=0.0)

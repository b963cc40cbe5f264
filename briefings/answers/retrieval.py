"""Candidates: the passages that word search (BM25 over stems) and sentence vectors each find, with both scores."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from sqlalchemy.ext.asyncio import AsyncSession

from briefings.answers.index_cache import IndexCache
from briefings.answers.question import Question
from briefings.answers.vectors import Floats, cosines
from briefings.text.terms import TITLE_MARK
from db.search import frequencies, postings

K1: Final = 1.2
B: Final = 0.4
"""BM25's constants (Robertson & Zaragoza, 2009); sentences vary in length for better reasons than articles do."""

MOST_POSTINGS: Final = 30_000
"""Rows read for one question: the rarest stems first, so that what is left out says little."""

FUSION: Final = 60
"""The constant of reciprocal rank fusion, as its authors chose it."""
UNRANKED: Final = 100
"""The rank of what one of the searches did not find."""
FIRST_VOTE: Final = 3
"""The best candidate has a third of a vote for its briefing, the next a quarter, and so on."""
LEAST_SPREAD: Final = 0.005
"""Added to how far likenesses lie apart, so that a handful of passages that are all alike divides by no nought."""
NEIGHBOUR_WEIGHT: Final = 0.35
"""What a match in the sentence before or after counts."""

BRIEFING_WEIGHT: Final = 0.3
"""What a word anywhere in the briefing counts: sentences do not repeat what the text is about."""

TITLE_WEIGHT: Final = 0.6
"""What a word of the headline counts for each of its sentences."""

BY_EACH: Final = 40
"""Candidates taken from each of the two searches."""

VOTERS: Final = 24
"""Candidates whose places say which briefing a question is about: the right one is among the first two of 96 in 100."""


Place = tuple[int, int]
"""A briefing, and a position in it."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A passage that may answer."""

    id: int
    briefing_id: int
    position: int
    cosine: float
    words: float
    """BM25 of the sentence, as a share of what a sentence with every term once would get"""
    nearby_words: float
    """the same with the sentences around it"""
    nearby_cosine: float
    """the best cosine of the sentences around it; its own where it stands alone"""
    standing: float
    """by how many standard deviations its cosine stands above that of all passages"""
    rank_by_words: int | None
    rank_by_meaning: int | None
    votes: float = 1.0
    """what the best candidates say for its briefing, as a share of the briefing that most is said for"""

    @property
    def place(self) -> Place:
        """Its briefing, and its position there."""
        return self.briefing_id, self.position


@dataclass(frozen=True, slots=True)
class WordMatches:
    """Where the question's stems stand, and how telling each is."""

    found: Sequence[tuple[str, int, int]]
    frequencies: Mapping[str, int]


async def match_words(session: AsyncSession, question: Question) -> WordMatches:
    """Look up the question's stems in the index."""
    told = list(dict.fromkeys(stem for term in question.terms for stem in question.sought(term)))
    wanted = [*told, *(TITLE_MARK + stem for stem in told)]
    known = await frequencies(session, wanted) if wanted else {}
    rows, chosen = 0, list[str]()
    for stem in sorted(known, key=lambda stem: (known[stem], stem)):
        if chosen and rows + known[stem] > MOST_POSTINGS:
            break
        rows += known[stem]
        chosen.append(stem)
    return WordMatches(await postings(session, chosen) if chosen else [], known)


def rank(cache: IndexCache, question: Question, vector: Floats, matches: WordMatches) -> list[Candidate]:
    """Fuse both searches by reciprocal rank (Cormack et al., 2009)."""
    if not cache.size:
        return []
    meaning = np.where(cache.alive, cosines(cache.codes, cache.scales, vector), -1)
    words = bm25(cache, question, matches)
    around = nearby(cache, words)
    by_meaning = _best(cache, meaning)
    by_words = _best(cache, words + NEIGHBOUR_WEIGHT * around + of_briefings(cache, question, matches))
    meaning_ranks, word_ranks = _ranks(by_meaning), _ranks(by_words)
    around_meaning = nearby(cache, meaning)
    around_meaning = np.where(around_meaning == 0, meaning, around_meaning)
    usual, spread = float(meaning[cache.alive].mean()), float(meaning[cache.alive].std()) + LEAST_SPREAD
    fused = {row: _fused(meaning_ranks.get(row), word_ranks.get(row)) for row in {*meaning_ranks, *word_ranks}}
    order = sorted(fused, key=lambda row: (-round(fused[row], 6), int(cache.briefings[row]), int(cache.positions[row])))
    votes = briefing_votes([int(cache.briefings[row]) for row in order[:VOTERS]])
    return [
        Candidate(
            int(cache.ids[row]), int(cache.briefings[row]), int(cache.positions[row]), float(meaning[row]),
            float(words[row]), float(around[row]), float(around_meaning[row]),
            (float(meaning[row]) - usual) / spread, word_ranks.get(row), meaning_ranks.get(row),
            votes.get(int(cache.briefings[row]), 0.0),
        )
        for row in order
    ]  # fmt: skip


def _ranks(rows: Sequence[int]) -> dict[int, int]:
    return {row: place for place, row in enumerate(rows, start=1)}


def _fused(*ranks: int | None) -> float:
    return sum(1 / (FUSION + (UNRANKED if rank is None else rank)) for rank in ranks)


def briefing_votes(briefings: Sequence[int]) -> dict[int, float]:
    """Return how much the candidates, the best first, speak for each briefing, as shares of the largest."""
    votes: dict[int, float] = {}
    for place, briefing in enumerate(briefings):
        votes[briefing] = votes.get(briefing, 0.0) + 1 / (FIRST_VOTE + place)
    most = max(votes.values(), default=1.0)
    return {briefing: count / most for briefing, count in votes.items()}


def bm25(cache: IndexCache, question: Question, matches: WordMatches) -> Floats:
    """Return for each row its BM25 score, divided by that of an average sentence with every term once."""
    scores = np.zeros(len(cache.ids), np.float32)
    average = max(1.0, float(cache.lengths[cache.alive].mean()))
    ideal = sum(term_weights(cache, question, matches).values())
    by_stem = _by_stem(matches)
    for term in question.terms:
        scores = scores + _term_scores(cache, [by_stem.get(stem, []) for stem in question.sought(term)], average)
    return scores / np.float32(ideal) if ideal else scores


def of_briefings(cache: IndexCache, question: Question, matches: WordMatches) -> Floats:
    """Return for each row what its briefing and the headline have of the question, on the scale of `bm25`."""
    scores = np.zeros(int(cache.briefings.max()) + 1, np.float32)
    by_stem, ideal = _by_stem(matches), sum(term_weights(cache, question, matches).values())
    for term in question.terms:
        weights = {stem: _weight(cache, matches.frequencies.get(stem, 0)) for stem in question.sought(term)}
        for mark, share in (("", BRIEFING_WEIGHT), (TITLE_MARK, TITLE_WEIGHT)):
            found = [(by_stem.get(mark + stem, []), share * weight) for stem, weight in weights.items()]
            scores += _best_of_briefings(cache, found, len(scores))
    return (scores / np.float32(ideal) if ideal else scores)[cache.briefings]


def _best_of_briefings(cache: IndexCache, found: Sequence[tuple[list[tuple[int, int]], float]], count: int) -> Floats:
    best = np.zeros(count, np.float32)
    for rows, weight in found:
        at = cache.rows_of(np.array([passage for passage, _ in rows], np.int64))
        there = cache.briefings[at[at >= 0]]
        best[there] = np.maximum(best[there], weight)
    return best


def term_weights(cache: IndexCache, question: Question, matches: WordMatches) -> dict[str, float]:
    """Return how telling each of the question's terms is: its inverse document frequency, by stem."""
    return {term.stem: _weight(cache, _frequency(term.index_stems, matches)) for term in question.terms}


def stems_by_briefing(cache: IndexCache, matches: WordMatches) -> dict[int, frozenset[str]]:
    """Return which of the question's index stems stand in each briefing."""
    rows = cache.rows_of(np.array([passage for _, passage, _ in matches.found], np.int64))
    found: dict[int, set[str]] = {}
    for (stem, _, _), row in zip(matches.found, rows, strict=True):
        if row >= 0:
            found.setdefault(int(cache.briefings[row]), set()).add(stem)
    return {briefing: frozenset(stems) for briefing, stems in found.items()}


def _term_scores(cache: IndexCache, found: Sequence[list[tuple[int, int]]], average: float) -> Floats:
    best = np.zeros(len(cache.ids), np.float32)
    for rows in found:
        if not rows:
            continue
        passages, counts = np.array(rows, np.int64).T
        at = cache.rows_of(passages)
        at, counts = at[at >= 0], counts[at >= 0]
        norm = K1 * (1 - B + B * cache.lengths[at] / average)
        score = _weight(cache, len(rows)) * counts * (K1 + 1) / (counts + norm)
        best[at] = np.maximum(best[at], score.astype(np.float32))
    return best


def _by_stem(matches: WordMatches) -> dict[str, list[tuple[int, int]]]:
    by_stem: dict[str, list[tuple[int, int]]] = {}
    for stem, passage, count in matches.found:
        by_stem.setdefault(stem, []).append((passage, count))
    return by_stem


def _frequency(stems: Sequence[str], matches: WordMatches) -> int:
    return max((matches.frequencies.get(stem, 0) for stem in stems), default=0)


def _weight(cache: IndexCache, frequency: int) -> float:
    return math.log(1 + (cache.size - frequency + 0.5) / (frequency + 0.5)) if frequency <= cache.size else 0.1


def nearby(cache: IndexCache, scores: Floats) -> Floats:
    """Return for each row the best score of the sentences beside it in the same briefing."""
    best = np.zeros_like(scores)
    same = (cache.briefings[1:] == cache.briefings[:-1]) & cache.alive[1:] & cache.alive[:-1]
    best[1:] = np.where(same, scores[:-1], 0)
    best[:-1] = np.maximum(best[:-1], np.where(same, scores[1:], 0))
    return best


def _best(cache: IndexCache, scores: Floats) -> list[int]:
    count = min(BY_EACH, len(scores))
    top = np.argpartition(-scores, count - 1)[:count]
    keys = (cache.ids[top], -np.round(scores[top], 5))
    return [int(row) for row in top[np.lexsort(keys)] if cache.alive[row]]

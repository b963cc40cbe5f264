"""Passages with their surroundings, made from a few sentences."""

from collections.abc import Callable
from datetime import date

import pytest

from briefings.answers.passage_context import PassageContext, surround
from briefings.answers.retrieval import Candidate
from briefings.dates import find_dates
from briefings.text import Language, split_sentences
from db.search import StoredBriefing, StoredDate, StoredPassage

Look = Callable[..., list[PassageContext]]
PUBLISHED = date(2019, 5, 2)


def _candidate(briefing_id: int, position: int) -> Candidate:
    return Candidate(
        id=100 * briefing_id + position,
        briefing_id=briefing_id,
        position=position,
        cosine=0.85,
        words=0.5,
        nearby_words=0.0,
        nearby_cosine=0.8,
        standing=1.0,
        rank_by_words=1,
        rank_by_meaning=1,
    )


def _passages(text: str, briefing_id: int, language: Language) -> list[StoredPassage]:
    found = []
    for position, span in enumerate(split_sentences(text, language)):
        sentence = text[span.start : span.end]
        dates = tuple(
            StoredDate(one.start, one.end, one.value, one.first, one.last, one.precision)
            for one in find_dates(sentence, PUBLISHED, language)
            if one.first and one.last
        )
        found.append(StoredPassage(100 * briefing_id + position, briefing_id, position, sentence, dates))
    return found


@pytest.fixture
def look() -> Look:
    """Return each sentence of a text with its surroundings."""

    def looking(
        text: str, title: str = "", language: Language = "en", briefing_id: int = 1, published: date | None = PUBLISHED
    ) -> list[PassageContext]:
        passages = _passages(text, briefing_id, language)
        stored = {one.place: one for one in passages}
        briefing = StoredBriefing(briefing_id, title, None, None, language, published)
        candidates = [_candidate(briefing_id, one.position) for one in passages]
        return surround(candidates, stored, {briefing_id: briefing}, {})

    return looking

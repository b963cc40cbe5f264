"""Names of what is proposed, in news published on 2 May 2019."""

from collections.abc import Callable
from datetime import date

import pytest

from briefings.dates import find_dates
from briefings.key_dates.detection.candidates import find_candidates
from briefings.text import Language, split_sentences

PUBLISHED = date(2019, 5, 2)


@pytest.fixture
def named() -> Callable[[str, Language], list[tuple[str, str]]]:
    """Find the days that are proposed, and their names."""

    def find(text: str, language: Language) -> list[tuple[str, str]]:
        spans = [(sentence.start, sentence.end) for sentence in split_sentences(text, language)]
        found = find_candidates(text, spans, find_dates(text, PUBLISHED, language), PUBLISHED, language, title="Title")
        return [(one.mention.value, one.name) for one in found if not one.offered]

    return find

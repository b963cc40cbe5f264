"""What a sentence says of its days."""

from datetime import date

import pytest

from briefings.dates import find_dates
from briefings.key_dates.detection.dated_sentence import DatedSentence
from briefings.text import Language

PUBLISHED = date(2019, 5, 2)


@pytest.mark.parametrize(
    ("text", "language", "cancels"),
    [
        ("The vote on June 9 was called off.", "en", True),
        ("The vote on June 9 will be long.", "en", False),
        ("Концерт 9 июня отменён.", "ru", True),
        ("9 маусымда концерт болмайды.", "kk", True),
    ],
)
def test_what_is_called_off(text: str, language: Language, cancels: bool) -> None:
    mentions = find_dates(text, PUBLISHED, language)
    assert DatedSentence(text, 0, len(text), mentions, PUBLISHED, language).is_cancelling is cancels

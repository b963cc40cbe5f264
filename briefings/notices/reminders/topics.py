"""Which topics a key date belongs to."""

from collections.abc import Iterable

from briefings.key_dates.search import holding
from briefings.model.key_date import KeyDate

EVERYTHING = "*"


def topics_of(key_date: KeyDate, topics: Iterable[str]) -> list[str]:
    """Return those of the topics that a key date belongs to, in the same order; everything holds every date."""
    listed = list(topics)
    held = {EVERYTHING, *holding(key_date, (topic for topic in listed if topic != EVERYTHING))}
    return [topic for topic in listed if topic in held]


def belongs_to(key_date: KeyDate, topic: str) -> bool:
    """Whether whoever follows `topic` is reminded of this key date."""
    return bool(topics_of(key_date, [topic]))

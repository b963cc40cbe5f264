"""Which topics a key date belongs to: all words of the topic stand in its name, place or proof, in any form."""

from functools import lru_cache

from briefings.key_dates.key_date import KeyDate
from briefings.key_dates.registry import stems_of
from briefings.language import Language, is_stopword, stems

EVERYTHING = "*"
MOST_KEPT = 20_000


def belongs_to(key_date: KeyDate, topic: str) -> bool:
    """Whether all that the topic names is told of the key date; a topic of nothing but small words names nothing."""
    if topic == EVERYTHING:
        return True
    wanted = named_by(topic, key_date.language)
    return bool(wanted) and wanted <= stems_of(key_date)


@lru_cache(MOST_KEPT)
def named_by(topic: str, language: Language | None = None) -> frozenset[str]:
    """Return the stems that a topic asks for, read in `language` or in the topic's own."""
    return frozenset(found for found in stems(topic, language) if not is_stopword(found, language or "en"))

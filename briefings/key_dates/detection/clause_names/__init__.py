"""Names for what happens where no noun names it: the clause in its own words, well cut."""

from collections.abc import Callable, Sequence

from briefings.key_dates.detection.clause_names import english, kazakh, russian
from briefings.key_dates.detection.clause_names.clause import without_asides
from briefings.key_dates.detection.clause_words import Word
from briefings.text.detection import Language

_NAMERS: dict[Language, Callable[[Sequence[Word], int, int], str | None]] = {
    "en": english.clause_name,
    "ru": russian.clause_name,
    "kk": kazakh.clause_name,
}


def clause_name(words: Sequence[Word], first: int, last: int, language: Language) -> str | None:
    """Name what happens on the day told by words[first:last].

    "" where the clause tells nothing, None where it tells of something that only a pronoun stands for.
    """
    kept = without_asides(words)
    shift = sum(word.start < words[first].start for word in words) - sum(
        word.start < words[first].start for word in kept
    )
    return _NAMERS[language](kept, first - shift, last - shift)

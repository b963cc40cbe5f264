"""Events that only a verb names: "the library will reopen", "закон вступит в силу", "тіркеу аяқталады".

Verbs say far more than what people would follow, so only a closed list counts, with its subject told in the same
clause and its day beside it.
"""

from collections.abc import Callable, Sequence

from briefings.key_dates.detection.actions import (
    english_actions as english,
)
from briefings.key_dates.detection.actions import (
    kazakh_actions as kazakh,
)
from briefings.key_dates.detection.actions import (
    russian_actions as russian,
)
from briefings.key_dates.detection.actions.action import Action
from briefings.key_dates.detection.clause_words import Word
from briefings.text.detection import Language

__all__ = ["Action", "action_on"]

_READERS: dict[Language, Callable[[Sequence[Word], int, int], Action | None]] = {
    "en": english.action_on,
    "ru": russian.action_on,
    "kk": kazakh.action_on,
}
_SIGNS: dict[Language, frozenset[str]] = {"en": english.SIGNS, "ru": russian.SIGNS, "kk": kazakh.SIGNS}


def may_tell(words: Sequence[Word], language: Language) -> bool:
    """Whether the sentence has any of the verbs at all."""
    signs = _SIGNS[language]
    return any(word.lower.replace("ё", "е") in signs for word in words)


def action_on(words: Sequence[Word], first: int, last: int, language: Language) -> Action | None:
    """The event that a verb puts on the day told by words[first:last]; the caller knows that the day lies ahead."""
    return _READERS[language](words, first, last)

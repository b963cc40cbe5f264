"""Which words of a sentence are nouns that name an event, and not verbs, descriptions or courts of law."""

from collections.abc import Sequence
from dataclasses import dataclass

from briefings.key_dates.detection.clause_words import Word
from briefings.key_dates.detection.clauses import TIES
from briefings.key_dates.detection.event_nouns import HEADS, Head
from briefings.key_dates.detection.naming import is_function_word
from briefings.text.detection import Language

DETERMINERS = frozenset({"the", "a", "an", "every", "each", "all", "his", "her", "their", "its"})
AUXILIARIES = frozenset({"is", "was", "are", "were", "be"})
BEFORE_VERBS = AUXILIARIES | frozenset(
    "to will would can could should must may might they we who people voters not".split()
)
DOUBLES = frozenset({"rally", "protest", "march", "vote", "strike"})
"""Nouns that are as often verbs."""
COURTS = frozenset({"суд", "сот"})
BEGINNINGS = ("начн", "начал", "старт", "баста", "над")
POSSESSED = ("сы", "сі", "ы", "і", "сын", "сін", "ын", "ін", "сында", "сінде", "ында", "інде", "сына", "сіне")
ADJECTIVAL = ("ғы", "гі", "қы", "кі")


@dataclass(frozen=True, slots=True)
class Event:
    """An event noun at word `at`."""

    at: int
    head: Head


def find_events(words: Sequence[Word], language: Language) -> list[Event]:
    """The event nouns of a sentence, in its order."""
    heads = HEADS[language]
    found = [Event(at, heads[word.lower]) for at, word in enumerate(words) if word.is_word and word.lower in heads]
    begins = any(event.head.noun in COURTS for event in found) and any(
        word.lower.startswith(BEGINNINGS) for word in words
    )
    return [
        event for event in found if (begins or event.head.noun not in COURTS) and _names_event(words, event, language)
    ]


def _names_event(words: Sequence[Word], event: Event, language: Language) -> bool:
    if language == "en":
        return not (_is_institution(words, event) or _is_verb(words, event) or _is_english_modifier(words, event.at))
    return language != "kk" or not _is_kazakh_modifier(words, event)


def _is_institution(words: Sequence[Word], event: Event) -> bool:
    """The Congress that passes laws."""
    named = event.at > 0 and words[event.at - 1].is_name
    return event.head.noun == "congress" and words[event.at].is_name and not named


def _is_verb(words: Sequence[Word], event: Event) -> bool:
    """ "to vote", "will march", "people protest"."""
    if event.at == 0:
        return False
    if event.at + 1 < len(words) and words[event.at + 1].lower in DETERMINERS:
        return True
    before = words[event.at - 1].lower
    if event.head.noun in DOUBLES and before.endswith(("ers", "ors", "ists")):
        return True
    return before in BEFORE_VERBS and (before not in AUXILIARIES or event.head.noun.endswith("ing"))


def _is_english_modifier(words: Sequence[Word], at: int) -> bool:
    """Whether it describes the next noun: "the election law"; in -s that is rather a verb."""
    if at + 1 >= len(words) or words[at + 1].text.endswith("s"):
        return False
    after = words[at + 1]
    return after.text.islower() and after.is_word and not is_function_word(after) and not _is_staged(after, "en")


def _is_kazakh_modifier(words: Sequence[Word], event: Event) -> bool:
    """Whether it describes the next noun: "сайлау қорытындысы"."""
    if event.at + 1 >= len(words) or words[event.at].lower != event.head.noun:
        return False
    after = words[event.at + 1]
    owned = after.lower.endswith(POSSESSED) and not after.lower.endswith(ADJECTIVAL)
    return after.is_word and owned and not _is_staged(after, "kk")


def _is_staged(word: Word, language: Language) -> bool:
    return word.lower.startswith((*TIES[language].staging, *TIES[language].moving))

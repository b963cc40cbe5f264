"""The languages a text can speak, and whether a sentence is worth reading at all."""

import re
from dataclasses import dataclass

from briefings.dates import (
    english_cues,
    kazakh_cues,
    russian_cues,
)
from briefings.dates import (
    english_rules as english,
)
from briefings.dates import (
    kazakh_rules as kazakh,
)
from briefings.dates import (
    russian_rules as russian,
)
from briefings.dates.direction import Cues
from briefings.dates.grammar import Grammar
from briefings.dates.token_classes import Lexicon
from briefings.text.detection import Language

_WORD = re.compile(r"[^\W\d_]+")
_FIGURES = re.compile(r"(?<!\d)\d{4}(?!\d)|\d[.:/\-–]\d|\d0s|\d(?:st|nd|rd|th)\b|\d ?[AaPp]\.?[Mm]\b")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_LATIN = re.compile(r"[A-Za-z]")
_KAZAKH = re.compile(r"[әғқңөұүһі]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Speech:
    """How one language tells dates."""

    lexicon: Lexicon
    grammar: Grammar
    cues: Cues
    triggers: frozenset[str]
    american: bool = False


_QUIET = frozenset(
    "the often preposition spanning on every to from of and or so than up as a amount part_before numeral "
    "ordinal_numeral scale vague_count suffix s shift told_shift that told_offset partial edge nearly bound "
    "comparison right near long old additional full other period named paper zone city_zone half_of_day "
    "o_letter clock_word quarter_letter fiscal recent hence event_after times roman one_and_half year_letter "
    "century_letter same that_much not_ unit_adjective half_more within every_before every_after briefday number_sign "
    "event_offset taking these those short term new eve away remaining go_word release release_after "
    "remain score".split()
)
"""Classes whose words alone make no date, so that a sentence with none but these is skipped."""
SPOKEN_YEARS = frozenset({"eighteen", "nineteen", "thousand"})
"""How the years of transcripts begin: "nineteen seventy-nine"."""


def _speech(lexicon: Lexicon, grammar: Grammar, cues: Cues, *, american: bool = False) -> Speech:
    triggers = frozenset(word for word, (kind, _) in lexicon.items() if kind not in _QUIET) | SPOKEN_YEARS
    return Speech(lexicon, grammar, cues, triggers, american)


SPEECHES: dict[Language, Speech] = {
    "en": _speech(english.LEXICON, english.GRAMMAR, english_cues.CUES, american=True),
    "ru": _speech(russian.LEXICON, russian.GRAMMAR, russian_cues.CUES),
    "kk": _speech(kazakh.LEXICON, kazakh.GRAMMAR, kazakh_cues.CUES),
}


def speech_of(sentence: str, language: Language) -> Speech | None:
    """The language to read a sentence in, None where no word and no figure in it can be a date."""
    speech = SPEECHES[_language(sentence, language)]
    if _FIGURES.search(sentence) or not speech.triggers.isdisjoint(_WORD.findall(sentence.lower())):
        return speech
    return None


def _language(sentence: str, language: Language) -> Language:
    """The text's language, or the one of the script where the sentence is written in another script."""
    if language == "en":
        if _CYRILLIC.search(sentence) and not _LATIN.search(sentence):
            return "kk" if _KAZAKH.search(sentence) else "ru"
        return language
    return "en" if _LATIN.search(sentence) and not _CYRILLIC.search(sentence) else language

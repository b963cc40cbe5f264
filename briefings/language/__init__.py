"""Languages of texts and questions: detection, sentences, word stems, terms across languages, dates said aloud.

Everything here is pure: text in, values out, no clock, and no files but the table of concepts beside it.
"""

from briefings.language.detection import LANGUAGES, Language, detect
from briefings.language.sentences import Span, paragraphs, split_sentences
from briefings.language.stems import is_stopword, stem, stems
from briefings.language.words import Token, tokens

__all__ = [
    "LANGUAGES",
    "Language",
    "Span",
    "Token",
    "detect",
    "is_stopword",
    "paragraphs",
    "split_sentences",
    "stem",
    "stems",
    "tokens",
]

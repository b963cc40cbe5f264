"""Languages of texts and questions: detection, sentences, word stems, terms across languages, dates said aloud.

Everything in this room is pure: text in, values out, no clock, and no files but the table of concepts beside it.
"""

from briefings.text.detection import LANGUAGES, Language, detect
from briefings.text.sentences import Span, paragraphs, split_sentences
from briefings.text.stems import is_stopword, stem, stems
from briefings.text.tokens import Token, tokens

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

"""An article as it comes in, before it is a draft."""

import hashlib
import re
from dataclasses import dataclass
from datetime import date
from typing import Final

from briefings.text import Language, split_sentences
from briefings.text.combining_marks import normalize

WORDS_THAT_TELL: Final = 6
"""Sentences from this length on tell one article from another; shorter ones are often leavings of its page."""

_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Article:
    """A cleaned article; what its source does not tell is None, above all the day of publication."""

    title: str
    text: str
    source: str | None
    url: str | None
    language: Language
    published: date | None


def fingerprint(text: str) -> str:
    """64 hexadecimal digits that are equal for equal articles, whatever their spaces, quotes, case and short lines."""
    sentences = [_words(text[span.start : span.end]) for span in split_sentences(text)]
    telling = [words for words in sentences if len(words) >= WORDS_THAT_TELL] or sentences
    told_once = dict.fromkeys(" ".join(words) for words in telling)
    return hashlib.sha256("\n".join(told_once).encode()).hexdigest()


def _words(text: str) -> list[str]:
    return _WORD.findall(normalize("NFKC", text).casefold())

"""Characters that may stay: no controls, no direction overrides, no broken halves."""

import re
from typing import Final

from briefings.text.combining_marks import normalize

LONGEST_TITLE: Final = 200

_LINE_END = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"  # controls
    "\u00ad\u200b\u200e\u200f\u2060\ufeff"  # soft hyphen, zero-width space, direction marks, joiner, byte order mark
    "\u061c\u202a-\u202e\u2066-\u2069"  # direction embeddings, overrides and isolates
    "\ufff9-\ufffb\ufffe\uffff"  # annotations, no characters
    "\ud800-\udfff]"  # halves of a pair
)
_BLANKS = re.compile(r"[^\S\n]+")
_BLANK_LINES = re.compile(r"\n{3,}")


def tidy_text(text: str) -> str:
    """Unicode normal form C, one kind of line end, no invisible characters, single spaces, at most one empty line."""
    lines = _visible(_LINE_END.sub("\n", text)).split("\n")
    return _BLANK_LINES.sub("\n\n", "\n".join(_BLANKS.sub(" ", line).strip() for line in lines)).strip("\n")


def tidy_line(text: str) -> str:
    """Text on one line, for names of sources and the like."""
    return " ".join(_visible(text).split())


def tidy_title(text: str) -> str:
    """A title on one line, shortened at a word to LONGEST_TITLE code points."""
    title = tidy_line(text)
    if len(title) <= LONGEST_TITLE:
        return title
    return title[: LONGEST_TITLE - 1].rsplit(" ", 1)[0].rstrip(" ,;:–—-") + "…"


def _visible(text: str) -> str:
    return normalize("NFC", _INVISIBLE.sub("", text))

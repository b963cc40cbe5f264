"""Combining marks, of which a letter may have only so many: putting a run of them in order takes quadratic time.

The bound is that of the Stream-Safe Text Format (Unicode Standard Annex 15, section 13): thirty in a row. What is
beyond is no writing of any language.
"""

import re
import unicodedata
from typing import Final, Literal

MOST_MARKS: Final = 30

Form = Literal["NFC", "NFD", "NFKC", "NFKD"]


def _ranges() -> str:
    """All combining marks, as the ranges of a character class."""
    marks = [code for code in range(0x300, 0x1F000) if unicodedata.combining(chr(code))]
    starts = [code for code, before in zip(marks, [0, *marks], strict=False) if code != before + 1]
    ends = [code for code, after in zip(marks, [*marks[1:], 0], strict=True) if after != code + 1]
    return "".join(f"{chr(start)}-{chr(end)}" for start, end in zip(starts, ends, strict=True))


_MARK: Final = f"[{_ranges()}]"
_TOO_MANY: Final = re.compile(f"({_MARK}{_MARK}{{{MOST_MARKS - 1}}}){_MARK}+")


def normalize(form: Form, text: str) -> str:
    """Bring a text into a normal form of Unicode, in time linear in its length; marks beyond thirty in a row go."""
    return text if text.isascii() else unicodedata.normalize(form, _TOO_MANY.sub(r"\1", text))

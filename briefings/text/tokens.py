"""Words and numbers of a text, with their places."""

import re
from dataclasses import dataclass

_TOKEN = re.compile(
    r"""
    \d{1,3}(?:[\u00a0\u202f]\d{3})+          # 12 650 with unbreakable spaces
    | \d+(?:[.,:]\d+)*[^\W\d_]*              # 12,650  18.7  19:00  9th
    | (?:[^\W\d_]\.){2,}                     # U.S.  т.е.
    | [^\W_]+(?:['’`][^\W_]+)*               # Nazarbaev's; ʼ counts as a letter
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Token:
    """A word or number: `text` is `source[start:end]`, in code points."""

    start: int
    end: int
    text: str


def tokens(text: str) -> tuple[Token, ...]:
    """Words and numbers in order; parts of a hyphenated word stand alone ("Nur-Sultan" gives two)."""
    return tuple(Token(match.start(), match.end(), match.group()) for match in _TOKEN.finditer(text))

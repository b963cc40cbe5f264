"""A city, and one spelling for the names of cities."""

import unicodedata
from dataclasses import dataclass

from briefings.text.combining_marks import normalize

_KAZAKH = str.maketrans("әғқңөұүһі", "агкноуухи")


@dataclass(frozen=True, slots=True)
class City:
    """A city of more than 15,000 people; `zone` is a name such as `Asia/Almaty`, `country` its ISO code or empty.

    `region` is the code of a state or province; in the United States two letters.
    """

    name: str
    country: str
    zone: str
    people: int
    region: str = ""


def fold(name: str) -> str:
    """One spelling for all: no capitals, no accents, ё as е, Kazakh letters as Russian ones, spaces for signs."""
    letters = normalize("NFD", name.casefold().translate(_KAZAKH))
    plain = "".join(sign for sign in letters if not unicodedata.combining(sign))
    return " ".join("".join(sign if sign.isalnum() else " " for sign in plain).split())

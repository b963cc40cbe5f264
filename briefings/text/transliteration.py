"""Names across scripts: Токаев, Toqaev, Tokayev and Тоқаев sound alike and get one key."""

import re
from functools import lru_cache
from typing import Final

SHORTEST_KEY: Final = 3
LONGEST_NAME: Final = 100
CACHED: Final = 10_000

_CYRILLIC: Final = str.maketrans(
    {
        **dict(zip("бвгғджзкқлмнңпрстфхһ", "bvggdjzkklmnnprstfhh", strict=True)),
        "ц": "C",
        "ч": "Q",
        "ш": "X",
        "щ": "X",
        "ъ": "",
        "ь": "",
    }
)
_LATIN: Final = str.maketrans({"q": "k", "c": "k", "w": "v", "x": "ks"})
_DIGRAPHS: Final = {
    "shch": "X", "sch": "X", "sh": "X", "ch": "Q", "dzh": "j", "zh": "j", "kh": "h", "gh": "g", "ts": "C", "ph": "f",
    "th": "t", "ng": "n",
}  # fmt: skip
_DIGRAPH = re.compile("|".join(_DIGRAPHS))
_POSSESSIVE = re.compile(r"['’ʼ`]s?$")
_CASE_ENDING = re.compile(r"(?:[нтд][ыі]ң|[дтн][ае]н|[ғгқк][ае]|[дт][ае]|[ндт][ыі]|[мбп]ен|ами|[оыеи]м|ах)$")
"""Of Kazakh (genitive, ablative, dative, locative, accusative, instrumental) and Russian; others are vowels only."""
_VOWELS: Final = "aeiouyаәеёиіоөуұүыэюяўй"
_NO_VOWEL = re.compile(f"[{_VOWELS}]|[^\\w]|[\\d_]")
_REPEATED = re.compile(r"(.)\1+")


def name_keys(word: str) -> tuple[str, ...]:
    """Return the consonants of a name in one alphabet, as it stands and without a case ending; none where few are left.

    A vowel in front is kept as `a`. What is longer than any name has none.
    """
    return _keys(word) if len(word) <= LONGEST_NAME else ()


@lru_cache(CACHED)
def _keys(word: str) -> tuple[str, ...]:
    spelled = _POSSESSIVE.sub("", word.casefold())
    keys = dict.fromkeys((_key(spelled), _key(_CASE_ENDING.sub("", spelled))))
    return tuple(key for key in keys if len(key) >= SHORTEST_KEY)


def _key(spelled: str) -> str:
    sounds = _latin(spelled) if spelled.isascii() else spelled.translate(_CYRILLIC)
    lead = "a" if sounds[:1] in _VOWELS else ""
    return lead + _REPEATED.sub(r"\1", _NO_VOWEL.sub("", sounds))


def _latin(word: str) -> str:
    return _DIGRAPH.sub(lambda found: _DIGRAPHS[found.group()], word).translate(_LATIN)

"""A light stemmer for Kazakh.

Kazakh glues suffixes on in a fixed order: stem, plural, possessive, case, person. We take them off from the outside in,
and only where the sounds allow it: a suffix has the vowels (front or back) of its stem and begins with the consonant
that the stem's last sound calls for. So "халық" keeps its "қ", and "мектептерімізде" becomes "мектеп".
"""

import re
from typing import Final

SHORTEST_STEM: Final = 3
SHORTEST_LONG_STEM: Final = 4

_BACK: Final = frozenset("аоұыяё")
_FRONT: Final = frozenset("әеөүіэ")

_VOWEL: Final = "(?<=[аәеёиоөұүыіэюяу])"
_CONSONANT: Final = "(?<=[бвгғджзйкқлмнңпрстфхһцчшщу])"
_VOICELESS: Final = "(?<=[пфкқтсшщчцхһбвгғд])"
_VOICED: Final = "(?<=[аәеёиоөұүыіэюяулмнңрйзж])"
_OPEN: Final = "(?<=[аәеёиоөұүыіэюяурй])"
_CLOSED: Final = "(?<=[лмнңзж])"
_NASAL: Final = "(?<=[мнң])"
_POSSESSED: Final = "(?<=[ыі])"
_OWN: Final = "(?<=[мң])"
_VOICED_VERB: Final = "(?<=[ыіае][лнстрз])"
"""How verbs end that have a voice; it tells "құрылатын" from "мемлекетін"."""

_NOT_A_LAND: Final = "(?<![бвгғдзқкнр]с)"
"""Before the "тан" of "Қазақстан"."""


def _layer(*shapes: str) -> re.Pattern[str]:
    return re.compile(f"(?:{'|'.join(shapes)})$")


_PERSON = _layer(
    "(?<=[аеы])(?:мын|мыз)|(?<=[еі])(?:мін|міз)",
    "(?<=[аейн])(?:сыңдар|сіңдер|сыздар|сіздер|сың|сің|сыз|сіз)",
    "(?<=[дт][ыі])(?:ңыздар|ңіздер|ңыз|ңіз|м)",
)
_PRESENT = _layer(f"{_CONSONANT}(?:ады|еді)", f"{_VOWEL}(?:йды|йді)")
"""Before the cases, which would take "ды" for an accusative."""

_HABITUAL = _layer(f"{_VOICED_VERB}(?:атын|етін)", f"{_VOWEL}(?:йтын|йтін)")
_CASE = _layer(
    f"{_POSSESSED}(?:ндағы|ндегі|нда|нде|нан|нен|на|не|н)",
    f"{_VOWEL}(?:ның|нің|ны|ні)",
    f"{_NASAL}(?:ның|нің|нан|нен)",
    f"{_VOICED}(?:дың|дің|ды|ді|ға|ге|дағы|дегі|да|де|дан|ден|мен|бен)",
    f"{_VOICELESS}(?:тың|тің|ты|ті|қа|ке|тағы|тегі|та|те|{_NOT_A_LAND}тан|тен|пен)",
    f"{_OWN}(?:а|е)",
)
_ADJECTIVE = _layer("(?<=[лмнңрйз])(?:ғы|гі)", "(?<=[кқпстш])(?:қы|кі)")
"""Of time and rank: "бұрынғы", "негізгі", "бастапқы"."""

_POSSESSIVE = _layer(
    f"{_VOWEL}(?:мыз|міз|ңыз|ңіз|сы|сі)",
    f"{_CONSONANT}(?:ымыз|іміз|ыңыз|іңіз|ы|і)",
)
_PLURAL = _layer(f"{_OPEN}(?:лар|лер)", f"{_CLOSED}(?:дар|дер)", f"{_VOICELESS}(?:тар|тер)")
_DERIVED = _layer(
    f"{_VOICED}[лд](?:ық|ік|ығ|іг)",
    f"{_VOICELESS}т(?:ық|ік|ығ|іг)",
    f"{_CONSONANT}и",
)
"""Nouns and adjectives made of nouns: "мемлекеттік", "тарихи"."""

_VERB = _layer(
    f"{_VOICED}(?:ған|ген|мақ|мек)",
    f"{_VOICELESS}(?:қан|кен|пақ|пек)",
    f"{_CONSONANT}(?:атын|етін|ады|еді|ып|іп)",
    f"{_VOWEL}(?:йтын|йтін|йды|йді)",
    "у",
)
_LAST_VOWEL = _layer(f"{_CONSONANT}(?:ы|і)")
"""Possessive or not: "басшы" has lost it in "басшысы", so it loses it everywhere."""

_WITHOUT_HARMONY: Final = frozenset({"мен", "бен", "пен", "у", "и", "м", "н"})
_SURNAMES: Final = ("ов", "ев", "ова", "ева")
"""They take suffixes of either kind: Әуезовтің, Байтұрсыновтың."""

_SPOKEN_END: Final = {"б": "п", "г": "к", "ғ": "қ"}


def stem(word: str) -> str:
    """The stem of a casefolded Kazakh word; other words come back as they are or nearly so."""
    if len(word) <= SHORTEST_STEM or not word.isalpha():
        return word
    bare = word
    for layer, shortest in _LAYERS:
        bare = _strip(bare, layer, shortest)
    return bare[:-1] + _SPOKEN_END.get(bare[-1], bare[-1])


_LAYERS: Final = (
    (_PERSON, SHORTEST_STEM),
    (_PRESENT, SHORTEST_STEM),
    (_HABITUAL, SHORTEST_STEM),
    (_CASE, SHORTEST_STEM),
    (_ADJECTIVE, SHORTEST_LONG_STEM),
    (_POSSESSIVE, SHORTEST_STEM),
    (_PLURAL, SHORTEST_STEM),
    (_DERIVED, SHORTEST_LONG_STEM),
    (_VERB, SHORTEST_LONG_STEM),
    (_LAST_VOWEL, SHORTEST_STEM),
)


def _strip(word: str, layer: re.Pattern[str], shortest: int) -> str:
    found = layer.search(word)
    if not found or found.start() < shortest:
        return word
    rest = word[: found.start()]
    return rest if _in_harmony(rest, found.group()) else word


def _in_harmony(rest: str, suffix: str) -> bool:
    if suffix in _WITHOUT_HARMONY or rest.endswith(_SURNAMES):
        return True
    return _is_front(rest) in (None, _is_front(suffix[::-1]))


def _is_front(sounds: str) -> bool | None:
    """Whether the last telling vowel is a front one; "и", "у" and "ю" tell nothing."""
    for sound in reversed(sounds):
        if sound in _FRONT:
            return True
        if sound in _BACK:
            return False
    return None

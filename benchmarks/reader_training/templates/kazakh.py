"""Kazakh case endings: chosen by the harmony of the last vowel and by the last sound."""

BACK, FRONT = set("аоұыуяюё"), set("әеөүіиэ")
VOWELS = set("аәеёиоөуұүыіэюя")
NASALS, LIQUIDS, BUZZING = set("мнң"), set("рлйуию"), set("зж")
LOW = {"а": "е", "ы": "і", "ғ": "г", "қ": "к"}

AFTER = {
    "gen": ("ның", "ның", "дың", "дың", "тың"),
    "dat": ("ға", "ға", "ға", "ға", "қа"),
    "acc": ("ны", "ды", "ды", "ды", "ты"),
    "loc": ("да", "да", "да", "да", "та"),
    "abl": ("дан", "нан", "дан", "дан", "тан"),
    "ins": ("мен", "мен", "мен", "бен", "пен"),
}
"""Endings after a vowel, м н ң, р л й у, з ж, and any other consonant; back harmony."""
AFTER_POSSESSIVE = {"gen": "ның", "dat": "на", "acc": "н", "loc": "нда", "abl": "нан", "ins": "мен"}
DIGITS = dict(enumerate("нөл бір екі үш төрт бес алты жеті сегіз тоғыз".split()))
"""How a number ends when read aloud, for an ending after a hyphen."""


def inflected(phrase: str, case: str) -> str:
    """The phrase in a case; a star at its end says that it already carries the third person's possessive."""
    stem = phrase.rstrip("*")
    if case in ("", "nom"):
        return stem
    if phrase.endswith("*"):
        return stem + _harmonised(AFTER_POSSESSIVE[case], stem, case)
    if stem.endswith("»"):
        return stem + "-" + _harmonised(_ending(stem[:-1], case), stem[:-1], case)
    if stem[-1].isdigit():
        spoken = DIGITS[int(stem[-1])]
        return stem + "-" + _harmonised(_ending(spoken, case), spoken, case)
    return stem + _harmonised(_ending(stem, case), stem, case)


def _ending(stem: str, case: str) -> str:
    last = stem.rstrip("ь")[-1].lower()
    groups = (VOWELS - LIQUIDS, NASALS, LIQUIDS, BUZZING)
    return AFTER[case][next((number for number, group in enumerate(groups) if last in group), 4)]


def _harmonised(ending: str, stem: str, case: str) -> str:
    if case == "ins" or not is_front(stem):
        return ending
    return "".join(LOW.get(char, char) for char in ending)


def is_front(stem: str) -> bool:
    """Whether the last vowel is a front one; у follows the vowel before it, and a soft sign makes an end front."""
    if stem.endswith("ь"):
        return True
    vowels = [char for char in stem.lower() if char in BACK | FRONT]
    deciding = next((char for char in reversed(vowels) if char != "у"), "а")
    return deciding in FRONT

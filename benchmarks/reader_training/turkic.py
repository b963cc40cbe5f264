"""Turkish rows in Kazakh-like Cyrillic: the order of words and many endings and roots of the two are close.

Letters follow the regular sound changes between the languages (taş, тас; yıl, жыл; göz, көз; dağ, тау); the commonest
words that are not cognates are replaced. The result is not Kazakh, but nearer to it than Turkish is.
"""

import re
from dataclasses import replace
from pathlib import Path

from .rows import Row

WORDS = dict(pair.split("=") for pair in Path(__file__).with_name("turkic_words.txt").read_text("utf-8").split())
LETTERS = dict(
    zip(
        "a b c ç d e f g ğ h ı i j k l m n o ö p r s ş t u ü v y z â î û q w x".split(),
        "а б ж ш д е ф г г х ы і ж к л м н о ө п р с с т ұ ү в й з а і ұ қ в кс".split(),
        strict=True,
    )
)
HARD = {"к": "қ", "г": "ғ", "х": "қ"}
FIRST = {"й": "ж", "г": "к", "в": "б", "д": "т", "ғ": "қ"}
ENDINGS = (
    (re.compile(r"m[ıiuü]şt[ıiuü]r$|m[ıiuü]ş$"), "ған"),
    (re.compile(r"m[ae]kt[ae]d[ıi]r$"), "уда"),
    (re.compile(r"d[ıiuü]r$"), ""),
)
_WORD = re.compile(r"[^\W\d_]+")
_ROMAN = re.compile(r"[IVXLCDM]+")
_ENDING_AFTER_APOSTROPHE = re.compile(r"(?<=\w)['’](?=\w)")


def kazakh_like(row: Row) -> Row:
    """The row in Kazakh-like letters; its answer is widened to whole words, as Kazakh answers are."""
    changed = replace(row, src=f"{row.src}-kk", lang="kk", question=rewritten(row.question))
    if not row.answered:
        return replace(changed, context=rewritten(row.context))
    start, end = _whole_words(row.context, row.start, row.end)
    before, answer = rewritten(row.context[:start]), rewritten(row.context[start:end])
    after = rewritten(row.context[end:])
    return replace(changed, context=before + answer + after, start=len(before), end=len(before + answer))


def rewritten(text: str) -> str:
    """The text in Kazakh-like letters; an ending after an apostrophe joins its word."""
    joined = _ENDING_AFTER_APOSTROPHE.sub("", text).replace("Ne zaman", "Қашан").replace("ne zaman", "қашан")
    return _WORD.sub(lambda match: _word(match[0]), joined)


def _whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    while start > 0 and (text[start - 1].isalnum() or text[start - 1] in "'’"):
        start -= 1
    while end < len(text) and (text[end].isalnum() or text[end] in "'’"):
        end += 1
    return start, end


def _word(word: str) -> str:
    if _ROMAN.fullmatch(word):
        return word
    lower = word.replace("I", "ı").replace("İ", "i").lower()
    known = WORDS.get(lower)
    proper = word[0].isupper()
    new = known.replace("_", " ") if known else _letters(lower, proper=proper)
    return new[:1].upper() + new[1:] if proper else new


def _letters(word: str, *, proper: bool) -> str:
    tail = ""
    for pattern, ending in ENDINGS:
        if not proper and pattern.search(word):
            word, tail = pattern.sub("", word), ending
            break
    back = any(char in "aıou" for char in word)
    if not back:
        tail = tail.replace("ғ", "г").replace("а", "е")
    new = "".join(LETTERS.get(char, char) for char in word)
    if back:
        new = "".join(HARD.get(char, char) for char in new)
    if not proper and new:
        new = FIRST.get(new[0], new[0]) + new[1:]
        new = re.sub("[ғг]$", "у", new)
    return new + tail

"""Writing a lexicon down: which words belong to a class, and what each stands for."""

from collections.abc import Iterable, Mapping

from briefings.dates.token_classes import Value

Entries = dict[str, tuple[str, Value]]


def plain(kind: str, words: str) -> Entries:
    """Words of a class that stand for themselves."""
    return {word: (kind, word) for word in words.split()}


def counted(kind: str, words: str, start: int = 1, step: int = 1) -> Entries:
    """Words that stand for `start`, `start + step`, …"""
    return {word: (kind, start + step * i) for i, word in enumerate(words.split())}


def valued(kind: str, words: Mapping[str, Value]) -> Entries:
    """Words of a class by their common value: {"gmt utc": "UTC"}."""
    return {word: (kind, value) for spellings, value in words.items() for word in spellings.split()}


def inflected(kind: str, stems: Mapping[str, Value]) -> Entries:
    """The same with endings: {"январ|ь я ю": 1}; an ending "-" is the bare stem, alternatives are parted by "/"."""
    return {
        word: (kind, value)
        for spelling, value in stems.items()
        for alternative in spelling.split("/")
        for word in inflect(alternative)
    }


def inflect(spelling: str) -> Iterable[str]:
    """The words of "недел|я и ю"; without a bar the words as they stand."""
    stem, bar, endings = spelling.partition("|")
    if not bar:
        return spelling.split()
    return [stem.strip() + ending.replace("-", "") for ending in endings.split()]

"""Sentences of our own with the values that a reader gives them, in three languages.

The measure is that of TempEval-3: a mention counts when it overlaps a gold one, one to one, and has the same value.
"""

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from briefings.dates import DateMention, find_dates
from briefings.text import Language

PUBLISHED = date(2019, 5, 2)
LEAST_VALUE_F1 = 0.95
GOLD = Path(__file__).parent / "gold"
MARKED = re.compile(r"\[([^|\]]+)\|([^|\]]+?)(?:\|(SET))?\]")
FILES: dict[Language, str] = {"en": "english.txt", "ru": "russian.txt", "kk": "kazakh.txt"}


@dataclass(frozen=True)
class Expected:
    start: int
    end: int
    value: str
    type: str | None


def read_line(line: str) -> tuple[str, list[Expected]]:
    text, expected, at = "", [], 0
    for match in MARKED.finditer(line):
        text += line[at : match.start()]
        expected.append(Expected(len(text), len(text) + len(match[1]), match[2], match[3]))
        text += match[1]
        at = match.end()
    return text + line[at:], expected


def read_gold(language: Language) -> list[tuple[str, list[Expected]]]:
    lines = (GOLD / FILES[language]).read_text(encoding="utf-8").splitlines()
    return [read_line(line) for line in lines if line and not line.startswith("#")]


def pairs(gold: list[Expected], found: tuple[DateMention, ...]) -> list[tuple[Expected, DateMention]]:
    free = list(found)
    matched = []
    for expected in gold:
        overlapping = [one for one in free if one.start < expected.end and expected.start < one.end]
        if overlapping:
            best = min(overlapping, key=lambda one: abs(one.start - expected.start) + abs(one.end - expected.end))
            free.remove(best)
            matched.append((expected, best))
    return matched


@pytest.mark.parametrize("language", FILES)
def test_value_f1(language: Language) -> None:
    right = stated = found = 0
    for text, gold in read_gold(language):
        mentions = find_dates(text, PUBLISHED, language)
        right += sum(expected.value == mention.value for expected, mention in pairs(gold, mentions))
        stated, found = stated + len(gold), found + len(mentions)
    assert 2 * right / (stated + found) >= LEAST_VALUE_F1


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_gold_is_large_enough(language: Language) -> None:
    assert len(read_gold(language)) >= 150


@pytest.mark.parametrize("language", FILES)
def test_recurrences_are_sets(language: Language) -> None:
    for text, gold in read_gold(language):
        for expected, mention in pairs(gold, find_dates(text, PUBLISHED, language)):
            if expected.type == "SET":
                assert (mention.type, mention.kind) == ("SET", "recurrence")


@pytest.mark.parametrize("language", FILES)
def test_offsets_are_those_of_the_text(language: Language) -> None:
    for text, _ in read_gold(language):
        for mention in find_dates(text, PUBLISHED, language):
            assert text[mention.start : mention.end] == mention.text

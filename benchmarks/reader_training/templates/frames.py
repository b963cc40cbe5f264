"""Sentences and questions with slots, read from a text file for each language.

``= kind`` opens a kind of fact; ``. sentence``, ``? slot: question / question`` and ``! question that is about it but
not answered``. ``{slot}`` is filled by the slot's words, ``{slot:gen}`` by their genitive, and ``{slot|,а,о,и}`` by
the ending that agrees with it.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache

from .entities import HERE, Entity

_SLOT = re.compile(r"\{(\w+)(?::(\w+))?(?:\|([^}]*))?\}")


@dataclass(frozen=True, slots=True)
class Frames:
    """What a language can say and ask about one kind of fact."""

    sentences: list[str] = field(default_factory=list)
    questions: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    unanswerable: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Filled:
    """A sentence with its slots filled, and where each stands in it."""

    text: str
    places: dict[str, tuple[int, int]]


def slots(frame: str) -> set[str]:
    return {match[1] for match in _SLOT.finditer(frame) if match[3] is None}


def filled(frame: str, entities: Mapping[str, Entity], language: str) -> Filled:
    """The frame in words, beginning with a capital letter."""
    text, places, at = "", {}, 0
    for match in _SLOT.finditer(frame):
        text += frame[at : match.start()]
        at = match.end()
        name, case, endings = match.groups()
        words = endings.split(",")[entities[name].agreement()] if endings else entities[name].form(language, case or "")
        if endings is None:
            places[name] = (len(text), len(text) + len(words))
        text += words
    text += frame[at:]
    return Filled(text[:1].upper() + text[1:], places)


@cache
def frames(language: str) -> dict[str, Frames]:
    """All kinds of facts that a language's file knows."""
    found: dict[str, Frames] = {}
    current = Frames()
    for mark, rest in _lines(language):
        if mark == "=":
            current = found.setdefault(rest, Frames())
        elif mark == ".":
            current.sentences.append(rest)
        elif mark == "!":
            current.unanswerable.extend(rest.split(" / "))
        else:
            slot, _, questions = rest.partition(": ")
            current.questions[slot].extend(questions.split(" / "))
    return found


def _lines(language: str) -> Iterator[tuple[str, str]]:
    for line in (HERE / f"{language}.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line[0], line[1:].strip()

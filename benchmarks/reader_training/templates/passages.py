"""Passages of several made-up facts, and questions about them: answered, or about the passage but not answered."""

import random
from collections.abc import Iterator
from dataclasses import dataclass

from ..rows import Row
from .entities import LANGUAGES
from .facts import KINDS, Fact, fact
from .frames import Filled, Frames, filled, frames, slots

CROSSED, REMOVED, ABOUT = 0.25, 0.25, 0.15
"""Shares of questions in another language, over a passage without their sentence, and with no answer at all."""
MOST_TWINS, MOST_OTHERS = 2, 4
NEWS = tuple(KINDS)[:15]


@dataclass(frozen=True, slots=True)
class Said:
    """A fact told by one sentence."""

    fact: Fact
    sentence: Filled


def templated_rows(language: str, count: int, rng: random.Random) -> Iterator[Row]:
    """So many rows over passages in a language; a quarter of the questions are asked in another one."""
    made = 0
    while made < count:
        told = _passage(language, rng)
        for row in _rows(told, language, rng):
            made += 1
            yield row


def _passage(language: str, rng: random.Random) -> list[Said]:
    """One fact, a few of the same kind with other names in it, and a few of its genre."""
    kinds = sorted(frames(language))
    kind = rng.choice(kinds)
    genre = [other for other in kinds if (other in NEWS) == (kind in NEWS)]
    twins = [kind] * rng.randint(0, MOST_TWINS)
    others = [rng.choice(genre) for _ in range(rng.randint(1, MOST_OTHERS))]
    return [_said(fact(name, rng), language, rng) for name in [kind, *twins, *others]]


def _said(known: Fact, language: str, rng: random.Random) -> Said:
    frame = rng.choice(frames(language)[known.kind].sentences)
    return Said(known, filled(frame, known.slots, language))


def _rows(told: list[Said], language: str, rng: random.Random) -> Iterator[Row]:
    main, *rest = told
    asked = _questions_language(main.fact.kind, language, rng)
    phrasing = frames(asked)[main.fact.kind]
    draw = rng.random()
    if draw < ABOUT and phrasing.unanswerable:
        question = filled(rng.choice(phrasing.unanswerable), main.fact.slots, asked).text
        yield Row(f"made-{asked}-{language}-about", language, question, _joined(told, rng)[0])
        return
    for slot, question in _questions(main, rest, phrasing, asked, rng):
        if draw < ABOUT + REMOVED and rest:
            yield Row(f"made-{asked}-{language}-removed", language, question, _joined(rest, rng)[0])
        else:
            context, shift = _joined(told, rng)
            start, end = (shift + place for place in main.sentence.places[slot])
            yield Row(f"made-{asked}-{language}", language, question, context, start, end)


def _questions_language(kind: str, language: str, rng: random.Random) -> str:
    others = [other for other in LANGUAGES if other != language and kind in frames(other)]
    return rng.choice(others) if others and rng.random() < CROSSED else language


def _questions(
    main: Said, rest: list[Said], phrasing: Frames, asked: str, rng: random.Random
) -> Iterator[tuple[str, str]]:
    """At most two questions whose slots the sentence names and which no other sentence answers."""
    fitting = [
        (slot, question)
        for slot, questions in phrasing.questions.items()
        for question in questions
        if slot in main.sentence.places and slots(question) <= main.sentence.places.keys()
    ]
    fitting = [(slot, question) for slot, question in fitting if _only_one(question, main, rest)]
    for slot, question in rng.sample(fitting, min(2, len(fitting))):
        yield slot, filled(question, main.fact.slots, asked).text


def _only_one(question: str, main: Said, rest: list[Said]) -> bool:
    """Whether some slot of the question tells this fact from the others of its kind."""
    named = {slot: main.fact.slots[slot] for slot in slots(question)}
    twins = [said.fact.slots for said in rest if said.fact.kind == main.fact.kind]
    return all(any(twin[slot] != entity for slot, entity in named.items()) for twin in twins)


def _joined(told: list[Said], rng: random.Random) -> tuple[str, int]:
    """The sentences in random order, and where the first of those given begins."""
    order = rng.sample(told, len(told))
    before = order[: order.index(told[0])]
    return " ".join(said.sentence.text for said in order), sum(len(said.sentence.text) + 1 for said in before)

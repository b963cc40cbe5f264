"""What the reader gets to read: the best few candidates, each with its neighbours."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from briefings.answers.findings import MANY
from briefings.answers.passage_context import REACH, PassageContext
from briefings.answers.question import Question
from briefings.models import Models, Reading
from briefings.text.concepts import concept_words
from db.search import StoredPassage

WINDOWS: Final = 4
"""Passages read in one batch."""

LONGEST_WINDOW: Final = 520
"""Code points of one passage with its neighbours and its headline: some 120 pieces."""

HEADED: Final = frozenset({"en", "ru"})
"""Languages whose windows begin with the headline. The reader knows Kazakh less well, and loses the sentence behind it:
five right answers of 92."""

ENDING: Final = 2
"""Letters that two words of the same form end with."""


@dataclass(frozen=True, slots=True)
class Window:
    """Neighbouring passages, joined as they will be read, and where each stands in the joined text."""

    text: str
    question: str
    """worded as the passage words it"""
    passages: tuple[StoredPassage, ...]
    parts: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Read:
    """What the reader marked in a passage: a stretch of its text, and how sure it is."""

    start: int
    end: int
    margin: float


def windows(question: Question, hopeful: Sequence[PassageContext]) -> list[Window]:
    """Join each of the best passages with its neighbours, until there are enough windows.

    Where several passages have every word of a question that may have several answers, each is read alone, so that none
    outshines the others.
    """
    complete = [one.passage.id for one in hopeful if question.terms and all(map(one.tells, question.terms))]
    alone = complete if question.kind in MANY and len(complete) > 1 else []
    chosen: list[Window] = []
    covered: set[int] = set()
    for one in hopeful:
        if len(chosen) < WINDOWS and one.passage.id not in covered:
            chosen.append(_window(question, one, reach=0 if one.passage.id in alone else REACH))
            covered |= {passage.id for passage in chosen[-1].passages}
    return chosen


def _window(question: Question, around: PassageContext, reach: int) -> Window:
    headline = around.briefing.title if around.briefing.language in HEADED else ""
    kept, room = [around.passage], LONGEST_WINDOW - len(headline)
    for distance in (-1, 1, -2, 2)[: 2 * reach]:
        beside = around.beside.get((around.passage.briefing_id, around.passage.position + distance))
        adjoins = beside and any(abs(beside.position - one.position) == 1 for one in kept)
        if beside and adjoins and sum(len(one.text) + 1 for one in (*kept, beside)) <= room:
            kept.append(beside)
    kept.sort(key=lambda passage: passage.position)
    return _joined(reworded(question, around.passage.text), headline, kept)


def _joined(question: str, headline: str, passages: Sequence[StoredPassage]) -> Window:
    """Join passages behind their headline, which says who "she" is, and of what event a sentence tells."""
    before = [headline] if headline and headline != passages[0].text else []
    parts, at = [], sum(len(one) + 1 for one in before)
    for passage in passages:
        parts.append((at, at + len(passage.text)))
        at += len(passage.text) + 1
    text = " ".join([*before, *(passage.text for passage in passages)])
    return Window(text, question, tuple(passages), tuple(parts))


def reworded(question: Question, passage: str) -> str:
    """Ask in the passage's words, where it has a synonym of the same form: who was arrested, detained."""
    wording = question.wording
    told = {concept: word for word, concepts in concept_words(passage, question.language) for concept in concepts}
    for term in question.terms:
        synonym = next((told[concept] for concept in sorted(term.concepts) if concept in told), None)
        if synonym and synonym[-ENDING:] == term.text[-ENDING:]:
            wording = wording.replace(term.text, synonym.lower())
    return wording


async def read(models: Models, chosen: Sequence[Window]) -> dict[int, Read]:
    """Read the windows in one batch; return what was marked, by passage id."""
    if not chosen:
        return {}
    found = await models.reads(
        [window.question for window in chosen],
        [window.text for window in chosen],
        [window.parts for window in chosen],
    )
    marked: dict[int, Read] = {}
    for window, readings in zip(chosen, found, strict=True):
        for passage, part, reading in zip(window.passages, window.parts, readings, strict=True):
            if reading is not None:
                _keep_best(marked, passage.id, _within(reading, part))
    return marked


def _within(reading: Reading, part: tuple[int, int]) -> Read:
    return Read(reading.start - part[0], reading.end - part[0], reading.margin)


def _keep_best(marked: dict[int, Read], passage_id: int, read: Read) -> None:
    if passage_id not in marked or read.margin > marked[passage_id].margin:
        marked[passage_id] = read

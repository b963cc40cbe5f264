"""Compares exported readers on questions whose paragraph is given.

    PYTHONPATH=. python -m benchmarks.reader_training.evaluate DATA TOKENIZER READER.onnx [READER.onnx …]

DATA holds `answers-en`, `answers-ru`, `answers-kk`, each with `briefings.jsonl` and `questions.jsonl`. For each reader
and language: exact match and F1, how often the marked span lies in a sentence of the answer, AUROC of the score
against another paragraph and against the same paragraph without the answer's sentences, and Russian over English.
"""

import argparse
import json
import random
import statistics
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnxruntime
from tokenizers import Tokenizer

from .features import BEGIN, END, PAD
from .measures import auroc, exact, f1, normalised
from .rows import sentences

WINDOW, STRIDE, QUESTION, LONGEST, AT_ONCE = 384, 128, 64, 30, 8
Array = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Case:
    """A question, a paragraph, and the answers people marked in it."""

    id: str
    question: str
    paragraph: str
    answers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Window:
    case: int
    ids: list[int]
    shift: int
    offsets: list[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Span:
    """The best span and by how much it beats "not here"."""

    score: float
    start: int
    end: int


def read_cases(folder: Path) -> list[Case]:
    """The questions with an answer, each with the paragraph that begins as the question says."""
    paragraphs = [item["text"] for item in _lines(folder / "briefings.jsonl")]
    return [
        Case(str(item["id"]), item["question"], _beginning_with(item["text"], paragraphs), tuple(item["answers"]))
        for item in _lines(folder / "questions.jsonl")
        if item["answers"]
    ]


def _lines(path: Path) -> list[dict[str, str]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def _beginning_with(text: str, paragraphs: Sequence[str]) -> str:
    return next(paragraph for paragraph in paragraphs if paragraph.startswith(text))


class ExportedReader:
    """An ONNX reader on one thread, as the product runs it."""

    def __init__(self, path: Path, tokenizer: Tokenizer) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        self._session = onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])
        self._tokenizer = tokenizer

    def read(self, cases: Sequence[Case]) -> list[Span]:
        """The best span of each case over all windows of its paragraph."""
        windows = sorted(
            (window for number, case in enumerate(cases) for window in self._windows(number, case)),
            key=lambda window: len(window.ids),
        )
        best: dict[int, Span] = {}
        for at in range(0, len(windows), AT_ONCE):
            for window, span in self._spans(windows[at : at + AT_ONCE]):
                if window.case not in best or span.score > best[window.case].score:
                    best[window.case] = span
        return [best[number] for number in range(len(cases))]

    def milliseconds(self, length: int, runs: int = 9) -> float:
        """Median time for one window of so many pieces."""
        feed = self._feed([Window(0, [BEGIN] + [9] * (length - 1), 20, [(0, 1)] * (length - 21))])
        return statistics.median(self._timed(feed) for _ in range(runs))

    def _timed(self, feed: dict[str, npt.NDArray[np.generic]]) -> float:
        began = time.perf_counter()
        self._session.run(None, feed)
        return (time.perf_counter() - began) * 1000

    def _windows(self, number: int, case: Case) -> Iterator[Window]:
        question = self._tokenizer.encode(case.question, add_special_tokens=False).ids[:QUESTION]
        passage = self._tokenizer.encode(case.paragraph, add_special_tokens=False)
        room = WINDOW - len(question) - 4
        for low in range(0, max(1, len(passage.ids) - STRIDE), room - STRIDE):
            pieces = passage.ids[low : low + room]
            ids = [BEGIN, *question, END, END, *pieces, END]
            yield Window(number, ids, len(question) + 3, passage.offsets[low : low + room])

    def _feed(self, group: Sequence[Window]) -> dict[str, npt.NDArray[np.generic]]:
        length = max(len(window.ids) for window in group)
        ids = np.full((len(group), length), PAD, np.int64)
        mask, cmask = np.zeros((2, len(group), length), np.float32)
        cmask[:, 0] = 1
        for row, window in enumerate(group):
            ids[row, : len(window.ids)] = window.ids
            mask[row, : len(window.ids)] = 1
            cmask[row, window.shift : window.shift + len(window.offsets)] = 1
        return {"ids": ids, "mask": mask, "cmask": cmask}

    def _spans(self, group: Sequence[Window]) -> Iterator[tuple[Window, Span]]:
        starts, ends = self._session.run(None, self._feed(group))
        for window, start, end in zip(group, starts, ends, strict=True):
            yield window, best_span(window, start, end)


def best_span(window: Window, start: Array, end: Array) -> Span:
    """The best pair of start and end at most thirty pieces apart, in characters of the paragraph."""
    inside = slice(window.shift, window.shift + len(window.offsets))
    pairs = start[inside, None] + end[None, inside]
    allowed = np.triu(np.tril(np.ones(pairs.shape, bool), LONGEST - 1))
    first, last = np.unravel_index(np.where(allowed, pairs, -np.inf).argmax(), pairs.shape)
    score = float(pairs[first, last] - start[0] - end[0])
    return Span(score, window.offsets[first][0], window.offsets[last][1])


def in_answers_sentence(case: Case, span: Span) -> bool:
    """Whether the span starts in a sentence that holds an answer's text."""
    bounds = next((a, b) for a, b in reversed(sentences(case.paragraph)) if a <= span.start)
    return _holds(case.paragraph[slice(*bounds)], case.answers)


def _holds(sentence: str, answers: Sequence[str]) -> bool:
    words = " ".join(normalised(sentence))
    return any(" ".join(normalised(answer)) in words for answer in answers)


def without_answers(case: Case) -> Case | None:
    """The case with every sentence that holds an answer taken out; None if too little is left."""
    parts = [case.paragraph[a:b] for a, b in sentences(case.paragraph)]
    rest = " ".join(part for part in parts if not _holds(part, case.answers))
    return replace(case, paragraph=rest) if len(rest) > 80 else None


def elsewhere(cases: Sequence[Case], rng: random.Random) -> list[Case]:
    """The same questions over paragraphs that do not hold an answer's text."""
    paragraphs = sorted({case.paragraph for case in cases})
    return [replace(case, paragraph=_other(case, paragraphs, rng)) for case in cases]


def _other(case: Case, paragraphs: Sequence[str], rng: random.Random) -> str:
    while _holds(paragraph := rng.choice(paragraphs), case.answers):
        pass
    return paragraph


def figures(reader: ExportedReader, cases: Sequence[Case]) -> dict[str, float]:
    """Percentages, but for the two AUROC, which are 0 to 1."""
    found = reader.read(cases)
    texts = [case.paragraph[span.start : span.end] for case, span in zip(cases, found, strict=True)]
    kept = [span.score for span in found]
    other = [span.score for span in reader.read(elsewhere(cases, random.Random(3)))]
    removed = [span.score for span in reader.read(list(filter(None, map(without_answers, cases))))]
    pairs = list(zip(cases, texts, strict=True))
    return {
        "n": len(cases),
        "f1": 100 * statistics.mean(f1(text, case.answers) for case, text in pairs),
        "exact": 100 * statistics.mean(exact(text, case.answers) for case, text in pairs),
        "sentence": 100 * statistics.mean(map(in_answers_sentence, cases, found)),
        "auroc_other": auroc(kept, other),
        "auroc_removed": auroc(kept, removed),
        "kept": 100 * statistics.mean(score > 0 for score in kept),
        "other_answered": 100 * statistics.mean(score > 0 for score in other),
        "removed_answered": 100 * statistics.mean(score > 0 for score in removed),
    }


def crossed(questions: Sequence[Case], paragraphs: Sequence[Case]) -> list[Case]:
    """Questions of one language over the paragraphs and answers of another, matched by id."""
    asked = {case.id: case.question for case in questions}
    return [replace(case, question=asked[case.id]) for case in paragraphs if case.id in asked]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("tokenizer", type=Path)
    parser.add_argument("readers", type=Path, nargs="+")
    parser.add_argument("--first", type=int, help="only so many questions of each language")
    given = parser.parse_args()
    sets = {name: read_cases(given.data / f"answers-{name}") for name in ("en", "ru", "kk")}
    sets["ru over en"] = crossed(sets["ru"], sets["en"])
    tokenizer = Tokenizer.from_file(str(given.tokenizer))
    for path in given.readers:
        reader = ExportedReader(path, tokenizer)
        print(path, f"{path.stat().st_size / 1e6:.1f} MB, ms:", [round(reader.milliseconds(n)) for n in (192, 384)])
        for name, cases in sets.items():
            chosen = random.Random(7).sample(cases, min(given.first or len(cases), len(cases)))
            print(f"{name:12}", {key: round(value, 3) for key, value in figures(reader, chosen).items()}, flush=True)


if __name__ == "__main__":
    main()

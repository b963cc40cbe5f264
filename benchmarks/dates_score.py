"""Score date mentions against TimeML documents, as TempEval-3 task A does (https://aclanthology.org/S13-2001/).

usage: python -m benchmarks.dates_score FOLDER --documents > documents.jsonl
       python -m bot dates --batch documents.jsonl > mentions.jsonl
       python -m benchmarks.dates_score FOLDER mentions.jsonl

Each measure but `future` is an F1:
strict        the same stretch of text
relaxed       stretches that overlap, one with one
value         those of them with the same value
dates only    value, of calendar days, months and years alone
list of dates the calendar values of each document, wherever they stand
future        recall of calendar values after the document's own day
"""

import html
import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

TAG = re.compile(r"<[^>]*>")
ATTRIBUTE = re.compile(r'([\w:]+)\s*=\s*"([^"]*)"')
CALENDAR = re.compile(r"\d{4}(?:-\d{2}){0,2}")


@dataclass(frozen=True, slots=True)
class Mention:
    start: int
    end: int
    type: str
    value: str

    @property
    def is_calendar(self) -> bool:
        return self.type == "DATE" and CALENDAR.fullmatch(self.value) is not None


@dataclass(frozen=True, slots=True)
class Document:
    text: str
    published: str
    mentions: tuple[Mention, ...]


def read(source: str) -> Document:
    source = source.replace("\r\n", "\n")
    inner = source.partition("<TEXT>")[2].partition("</TEXT>")[0]
    text, opened, mentions, last = "", list[tuple[int, dict[str, str]]](), list[Mention](), 0
    for tag in TAG.finditer(inner):
        text, last = text + html.unescape(inner[last : tag.start()]), tag.end()
        if tag[0].startswith("<TIMEX3") and not tag[0].endswith("/>"):
            opened.append((len(text), dict(ATTRIBUTE.findall(tag[0]))))
        elif tag[0].startswith("</TIMEX3"):
            start, told = opened.pop()
            mentions.append(Mention(start, len(text), told.get("type", "DATE"), told.get("value", "")))
    text += html.unescape(inner[last:])
    return Document(text, published(source), trimmed(mentions, text))


def published(source: str) -> str:
    """Return the day of the document: what is marked as its creation time, else the first time with such a function."""
    created = source.partition("<DCT>")[2]
    tags = (tag for tag in TAG.findall(created or source) if tag.startswith("<TIMEX3"))
    return dict(ATTRIBUTE.findall(next(tag for tag in tags if created or "_TIME" in tag)))["value"][:10]


def trimmed(mentions: Iterable[Mention], text: str) -> tuple[Mention, ...]:
    """Take white space off, leave out what is empty then, keep one mention of each stretch, in order."""
    kept = {}
    for one in mentions:
        stretch = text[one.start : one.end]
        if stretch.strip():
            start, end = (
                one.start + len(stretch) - len(stretch.lstrip()),
                one.end - len(stretch) + len(stretch.rstrip()),
            )
            kept[start, end] = Mention(start, end, one.type, one.value)
    return tuple(kept[place] for place in sorted(kept))


def align(gold: Sequence[Mention], found: Sequence[Mention]) -> list[tuple[Mention, Mention]]:
    """Pair mentions that overlap: equal stretches first, then those that share most."""
    shared = sorted(
        ((one.start, one.end) != (other.start, other.end), -common, one.start, other.start, one, other)
        for one in gold
        for other in found
        if (common := min(one.end, other.end) - max(one.start, other.start)) > 0
    )
    taken: set[tuple[str, int]] = set()
    pairs = []
    for *_, one, other in shared:
        places = {("gold", one.start), ("found", other.start)}
        if not places & taken:
            taken |= places
            pairs.append((one, other))
    return pairs


def count(document: Document, found: Sequence[Mention]) -> Counter[str]:
    gold, pairs = document.mentions, align(document.mentions, found)
    right = [(one, other) for one, other in pairs if one.value == other.value]
    days = {one.value for one in gold if one.is_calendar}
    found_days = {one.value for one in found if one.is_calendar}
    ahead = [one for one in gold if one.is_calendar and one.value > document.published[: len(one.value)]]
    return Counter({
        "gold": len(gold),
        "found": len(found),
        "strict": sum((one.start, one.end) == (other.start, other.end) for one, other in pairs),
        "relaxed": len(pairs),
        "value": len(right),
        "gold calendar": sum(one.is_calendar for one in gold),
        "found calendar": sum(one.is_calendar for one in found),
        "dates only": sum(one.is_calendar and other.is_calendar for one, other in right),
        "gold list": len(days),
        "found list": len(found_days),
        "list of dates": len(days & found_days),
        "ahead": len(ahead),
        "future": sum(one in ahead for one, _ in right),
    })  # fmt: skip


def score(documents: Mapping[str, Document], predictions: Iterable[Mapping[str, Any]]) -> dict[str, float]:
    counts: Counter[str] = Counter()
    given = {str(one["id"]): one["mentions"] for one in predictions}
    for name, document in documents.items():
        mentions = (Mention(one["start"], one["end"], one["type"], one["value"] or "") for one in given.get(name, ()))
        counts += count(document, trimmed(mentions, document.text))
    measures = {name: f1(counts[name], counts["found"], counts["gold"]) for name in ("strict", "relaxed", "value")}
    measures["dates only"] = f1(counts["dates only"], counts["found calendar"], counts["gold calendar"])
    measures["list of dates"] = f1(counts["list of dates"], counts["found list"], counts["gold list"])
    return {**measures, "future": round(100 * counts["future"] / max(1, counts["ahead"]), 1)}


def f1(right: int, found: int, gold: int) -> float:
    return round(200 * right / (found + gold), 1) if right else 0.0


def main() -> None:
    folder, *rest = sys.argv[1:]
    documents = {path.stem: read(path.read_text(encoding="utf-8")) for path in sorted(Path(folder).glob("*.tml"))}
    if rest == ["--documents"]:
        for name, one in documents.items():
            print(json.dumps({"id": name, "text": one.text, "published": one.published}))
        return
    predictions = [json.loads(line) for line in Path(rest[0]).read_text(encoding="utf-8").splitlines() if line.strip()]
    for name, value in score(documents, predictions).items():
        print(f"{name:15}{value}")


if __name__ == "__main__":
    main()

"""One candidate for each event of a text, with all its evidence and the fullest name."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from briefings.key_dates.told import Candidate

FINENESS = ("minute", "hour", "part", "day", "weekend", "week", "month", "season", "quarter")


def merge(found: Sequence[Candidate], phrases: Sequence[str]) -> tuple[Candidate, ...]:
    """Join what the same text tells twice; `phrases` are all names that the text gives its events."""
    merged: list[Candidate] = []
    for candidate in found:
        same = next((i for i, known in enumerate(merged) if _is_same(known, candidate)), None)
        if same is None:
            merged.append(candidate)
        else:
            merged[same] = _joined(merged[same], candidate)
    named = [
        replace(candidate, name=_with_place(_with_kind(candidate.name, phrases), candidate)) for candidate in merged
    ]
    return tuple(sorted(named, key=lambda candidate: candidate.mention.first or date.max))


def _is_same(left: Candidate, right: Candidate) -> bool:
    if left.concept != right.concept or left.planned != right.planned:
        return False
    one, other = left.mention, right.mention
    if one.first is None or one.last is None or other.first is None or other.last is None:
        return False
    return one.first <= other.last and other.first <= one.last


def _joined(left: Candidate, right: Candidate) -> Candidate:
    best, other = sorted((left, right), key=lambda one: FINENESS.index(one.mention.precision))
    return replace(
        best,
        name=max((best.name, other.name), key=len),
        place=best.place or other.place,
        evidence=left.evidence + right.evidence,
    )


def _with_kind(name: str, phrases: Sequence[str]) -> str:
    """The name with the word that the text uses again and again for this event: a snap election is presidential."""
    *before, noun = name.split()
    kinds = Counter(words[-2].lower() for phrase in phrases if len(words := phrase.split()) > 1 and words[-1] == noun)
    repeated = [kind for kind, count in kinds.items() if count > 1]
    if len(repeated) != 1 or repeated[0] in name.lower().split() or not repeated[0].isalpha():
        return name
    full = " ".join([*before, repeated[0], noun])
    return full[:1].upper() + full[1:]


def _with_place(name: str, candidate: Candidate) -> str:
    """A name of one word says where: "Protests (Almaty)"."""
    return f"{name} ({candidate.place})" if candidate.place and " " not in name else name

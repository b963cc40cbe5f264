"""One candidate for each event of a text, with all its evidence and the fullest name."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from briefings.key_dates.likeness import deny_each_other, family, kinds_in, marks, same_place
from briefings.key_dates.told import Candidate
from briefings.language.detection import Language

FINENESS = ("minute", "hour", "part", "day", "weekend", "week", "month", "season", "quarter")
COURT = frozenset({"trial", "hearing", "verdict"})
COURT_NOUNS = frozenset({"trial", "retrial", "hearing", "hearings", "verdict", "ruling", "sentencing"})
ORDINALS = frozenset({"first", "second", "third", "last", "next", "preliminary", "final", "opening", "open", "new"})
SHORT = 2
"""Words of a name that has room for a place."""


def merge(found: Sequence[Candidate], phrases: Sequence[str], language: Language) -> tuple[Candidate, ...]:
    """Join what the same text tells twice; `phrases` are all names that the text gives its events."""
    merged: list[Candidate] = []
    for told in found:
        candidate = replace(told, name=_with_case(_with_kind(told.name, phrases), told.concept, phrases))
        same = next((i for i, known in enumerate(merged) if _is_same(known, candidate, language)), None)
        if same is None:
            merged.append(candidate)
        else:
            merged[same] = _joined(merged[same], candidate)
    named = [replace(candidate, name=_with_place(candidate.name, candidate.where)) for candidate in merged]
    return tuple(sorted(named, key=lambda candidate: candidate.mention.first or date.max))


def _is_same(left: Candidate, right: Candidate, language: Language) -> bool:
    if family(left.concept) != family(right.concept) or left.planned != right.planned:
        return False
    one, other = left.mention, right.mention
    if one.first is None or one.last is None or other.first is None or other.last is None:
        return False
    return one.first <= other.last and other.first <= one.last and not _are_apart(left, right, language)


def _are_apart(left: Candidate, right: Candidate, language: Language) -> bool:
    """Whether two events on one day are two: in different places, of different kinds, or of different people."""
    if same_place((left.name, right.name), (left.place, right.place)) is False:
        return True
    if left.where and right.where and _town(left.where) != _town(right.where):
        return True
    kinds, others = kinds_in(left.name), kinds_in(right.name)
    if kinds and others and not kinds & others:
        return True
    return deny_each_other(marks(left.name, language), marks(right.name, language))


def _town(where: str) -> str:
    return where.split()[-1]


def _joined(left: Candidate, right: Candidate) -> Candidate:
    best, other = sorted((left, right), key=lambda one: FINENESS.index(one.mention.precision))
    return replace(
        best,
        name=max((best.name, other.name), key=len),
        place=best.place or other.place,
        where=best.where or other.where,
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


def _with_case(name: str, concept: str, phrases: Sequence[str]) -> str:
    """A hearing or verdict without a name gets that of the only case that the text speaks of."""
    if concept not in COURT or not set(name.lower().split()) <= {*ORDINALS, *COURT_NOUNS}:
        return name
    cases = {" ".join(case) for phrase in phrases if (case := _case_of(phrase))}
    if len(cases) != 1:
        return name
    *before, noun = name.split()
    full = " ".join([*before, *cases, noun.lower()])
    return full[:1].upper() + full[1:]


def _case_of(phrase: str) -> list[str]:
    *before, noun = phrase.split()
    case = [word.lower() for word in before if word.lower() not in ORDINALS]
    return case if noun.lower() in COURT_NOUNS and len(case) > 1 else []


def _with_place(name: str, where: str) -> str:
    """A short name without another name in it says where: "Protests in Almaty"."""
    words = name.split()
    if not where or len(words) > SHORT or any(word[:1].isupper() for word in words[1:]):
        return name
    if _town(where)[:4].lower() == words[0][:4].lower():
        return name
    return f"{where} {name[:1].lower()}{name[1:]}" if where[0].isupper() else f"{name} {where}"

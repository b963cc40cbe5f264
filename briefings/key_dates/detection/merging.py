"""One candidate for each event of a text, with all its evidence and the fullest name."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from briefings.key_dates.detection.candidate import Candidate, Evidence, TooManyEvents
from briefings.key_dates.detection.completion import Completing, placed, town
from briefings.key_dates.detection.similarity import content_stems, deny_each_other, family, kinds_in, marks, same_place
from briefings.text.detection import Language

FINENESS = ("minute", "hour", "part", "day", "weekend", "week", "month", "season", "quarter", "half", "year")
MOST_OFFERED = 100


def merge(
    found: Sequence[Candidate], phrases: Sequence[str], language: Language, most: int | None = None
) -> tuple[Candidate, ...]:
    """Join what the same text tells twice; `phrases` are all names that the text gives its events.

    Each is compared with all before it, so there may be at most `most` different ones: raises TooManyEvents where that
    many are named by nouns and verbs that we know, and offers what else there is.
    """
    completing = Completing(phrases)
    groups: list[tuple[Candidate, list[Evidence]]] = []
    offered: list[Candidate] = []
    for reported in found:
        candidate = replace(reported, name=completing.name(reported.name, reported.concept))
        if candidate.offered or not _grouped(candidate, groups, language, most):
            offered.append(replace(candidate, offered=True))
    merged = [
        replace(candidate, name=placed(candidate.name, candidate.where), evidence=tuple(evidence))
        for candidate, evidence in groups
    ]
    return tuple(
        sorted([*merged, *_others(offered, merged)], key=lambda candidate: candidate.mention.first or date.max)
    )


def _grouped(
    candidate: Candidate, groups: list[tuple[Candidate, list[Evidence]]], language: Language, most: int | None
) -> bool:
    """Join a candidate to the group that tells the same, or begin one; whether there was room for it."""
    same = next((at for at, (known, _) in enumerate(groups) if _is_same(known, candidate, language)), None)
    if same is not None:
        known, evidence = groups[same]
        evidence.extend(candidate.evidence)
        groups[same] = _joined(known, candidate), evidence
    elif len(groups) != most:
        groups.append((candidate, list(candidate.evidence)))
    elif candidate.concept:
        raise TooManyEvents
    else:
        return False
    return True


def _others(offered: Sequence[Candidate], proposed: Sequence[Candidate]) -> list[Candidate]:
    """What is only offered, one for each time that nothing is proposed for."""
    shown = {candidate.mention.value for candidate in proposed}
    first: dict[str, Candidate] = {}
    for candidate in offered:
        first.setdefault(candidate.mention.value, candidate)
    return [candidate for value, candidate in first.items() if value not in shown][:MOST_OFFERED]


def _is_same(left: Candidate, right: Candidate, language: Language) -> bool:
    one, other = left.mention, right.mention
    if left.planned != right.planned or one.first is None or one.last is None:
        return False
    if other.first is None or other.last is None or one.first > other.last or other.first > one.last:
        return False
    related = _are_of_one_family(left, right) if left.concept and right.concept else _share_words(left, right, language)
    return related and not _are_apart(left, right, language)


def _are_of_one_family(left: Candidate, right: Candidate) -> bool:
    return left.concept == right.concept or family(left.concept) == family(right.concept)


def _share_words(left: Candidate, right: Candidate, language: Language) -> bool:
    """Whether nearly all that the shorter of two names says stands in the other: who plays whom tells matches apart."""
    one, other = content_stems(left.name, language), content_stems(right.name, language)
    return 4 * len(one & other) >= 3 * min(len(one), len(other)) > 0


def _are_apart(left: Candidate, right: Candidate, language: Language) -> bool:
    """Whether two events on one day are two: in different places, of different kinds, or of different people."""
    if same_place((left.name, right.name), (left.place, right.place)) is False:
        return True
    if left.where and right.where and town(left.where) != town(right.where):
        return True
    kinds, others = kinds_in(left.name), kinds_in(right.name)
    if kinds and others and not kinds & others:
        return True
    marked, others_marked = marks(left.name, language), marks(right.name, language)
    return deny_each_other(marked, others_marked) and (left.planned or not marked & others_marked)


def _better_name(left: Candidate, right: Candidate) -> str:
    """The fuller name of an event noun; of what only clauses name, the first."""
    if left.concept and right.concept:
        return max((left.name, right.name), key=len)
    return right.name if right.concept else left.name


def _joined(left: Candidate, right: Candidate) -> Candidate:
    best, other = sorted((left, right), key=lambda one: FINENESS.index(one.mention.precision))
    return replace(
        best,
        name=_better_name(left, right),
        concept=left.concept or right.concept,
        place=best.place or other.place,
        where=best.where or other.where,
    )

"""One candidate for each event of a text, with all its evidence and the fullest name."""

from collections.abc import Iterator, Sequence
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

    Each is compared with all before it, so there may be at most `most` different ones: raises TooManyEvents.
    """
    completing = Completing(phrases)
    groups: list[tuple[Candidate, list[Evidence]]] = []
    for reported in found:
        candidate = replace(reported, name=completing.name(reported.name, reported.concept))
        same = next((i for i, (known, _) in enumerate(groups) if _is_same(known, candidate, language)), None)
        if same is None:
            if len(groups) == most:
                raise TooManyEvents
            groups.append((candidate, list(candidate.evidence)))
        else:
            known, evidence = groups[same]
            evidence.extend(candidate.evidence)
            groups[same] = _joined(known, candidate), evidence
    merged = (
        replace(candidate, name=placed(candidate.name, candidate.where), evidence=tuple(evidence))
        for candidate, evidence in groups
    )
    ordered = sorted(merged, key=lambda candidate: candidate.mention.first or date.max)
    return tuple(_without_repeats(ordered))


def _without_repeats(found: Sequence[Candidate]) -> Iterator[Candidate]:
    """The candidates, of those only offered one for each time that nothing is proposed for."""
    shown = {candidate.mention.value for candidate in found if not candidate.offered}
    left = MOST_OFFERED
    for candidate in found:
        if not candidate.offered:
            yield candidate
        elif candidate.mention.value not in shown and left:
            shown.add(candidate.mention.value)
            left -= 1
            yield candidate


def _is_same(left: Candidate, right: Candidate, language: Language) -> bool:
    if left.planned != right.planned or left.offered != right.offered:
        return False
    if not (_are_of_one_family(left, right) if left.concept and right.concept else _share_words(left, right, language)):
        return False
    one, other = left.mention, right.mention
    if one.first is None or one.last is None or other.first is None or other.last is None:
        return False
    return one.first <= other.last and other.first <= one.last and not _are_apart(left, right, language)


def _are_of_one_family(left: Candidate, right: Candidate) -> bool:
    return left.concept == right.concept or family(left.concept) == family(right.concept)


def _share_words(left: Candidate, right: Candidate, language: Language) -> bool:
    """Whether most of what the shorter of two names says stands in the other, the day being the same."""
    one, other = content_stems(left.name, language), content_stems(right.name, language)
    return 2 * len(one & other) > min(len(one), len(other))


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


def _joined(left: Candidate, right: Candidate) -> Candidate:
    best, other = sorted((left, right), key=lambda one: FINENESS.index(one.mention.precision))
    return replace(
        best,
        name=max((best.name, other.name), key=len),
        place=best.place or other.place,
        where=best.where or other.where,
    )

"""Whether what a briefing tells fits the day that a key date has now."""

from briefings.model.briefing import When


def tells(reported: When, when: When) -> bool:
    """Whether a reported date is this very date, or a day within it."""
    return when.first <= reported.first and reported.last <= when.last and _same_hour(reported, when)


def agrees(reported: When, when: When) -> bool:
    """Whether a reported date does not refute this date: it is the same, or vaguely a time that holds it."""
    return tells(reported, when) or (
        reported.first <= when.first and when.last <= reported.last and _same_hour(reported, when)
    )


def is_same(one: When, other: When) -> bool:
    """Whether both are the same date, however it was written."""
    return (one.first, one.last, one.instant) == (other.first, other.last, other.instant)


def _same_hour(one: When, other: When) -> bool:
    """Whether no two times of day contradict each other; what names none leaves it open."""
    return one.instant is None or other.instant is None or one.instant == other.instant

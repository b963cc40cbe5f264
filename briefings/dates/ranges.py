"""Two neighbouring mentions that tell one stretch of time: "from Monday to Friday", "May 1-3"."""

from collections.abc import Sequence
from dataclasses import replace

from briefings.dates.mention import DateMention, Flag

RANGE: frozenset[Flag] = frozenset({"range-start", "range-end"})


def join_ranges(mentions: Sequence[DateMention], text: str) -> tuple[DateMention, ...]:
    """The mentions, each pair that is flagged as a range joined into one."""
    joined: list[DateMention] = []
    for mention in mentions:
        whole = joined_range(joined[-1], mention, text) if joined and _are_ends(joined[-1], mention) else None
        if whole is None:
            joined.append(mention)
        else:
            joined[-1] = whole
    return tuple(joined)


def _are_ends(start: DateMention, end: DateMention) -> bool:
    return "range-start" in start.flags and "range-end" in end.flags


def joined_range(start: DateMention, end: DateMention, text: str) -> DateMention | None:
    """Two mentions of one text as the range from the first to the second, with the value "2019-05-01/2019-05-03".

    None where they are in the wrong order.
    """
    if start.first is None or end.last is None or end.last < start.first:
        return None
    return replace(
        start,
        end=end.end,
        text=text[start.start : end.end],
        value=f"{start.value}/{end.value}",
        last=end.last,
        kind="span",
        flags=(start.flags | end.flags) - RANGE,
    )

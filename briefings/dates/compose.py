"""Neighbouring readings that tell one time: "Friday" and "night", "7 p.m." and "on Tuesday"."""

from collections.abc import Sequence
from dataclasses import replace

from briefings.dates.brackets import bracketed
from briefings.dates.calendar import bounds
from briefings.dates.mention import Flag
from briefings.dates.phrase import Placed, Reading, minutes_of
from briefings.dates.token_classes import Token

JOINTS = frozenset({"comma", "on", "onto", "preposition"})
LONGEST_JOINT = 3
CLOCK_ALONE = "time"
"""The rule of clock times without a day beside them."""
ABLATIVES = ("дан", "ден", "тан", "тен", "нан", "нен")


def compose(sentence: Sequence[Token], placed: Sequence[Placed]) -> list[Placed]:
    """Join each part of day or clock time with the day beside it, and each weekday with its date in brackets."""
    joined: list[Placed] = []
    for item in (_with_part(sentence, item) for item in placed):
        merged = _merge(sentence, joined[-1], item) or bracketed(sentence, joined[-1], item) if joined else None
        if merged is not None:
            joined[-1] = merged
        else:
            joined.append(item)
    return joined


def link_ranges(text: str, sentence: Sequence[Token], placed: Sequence[Placed]) -> list[Placed]:
    """Flag the two ends of each range: "from Monday to Friday", "с 1 по 3 мая", "дүйсенбіден жұмаға дейін"."""
    linked = list(placed)
    for at in range(len(linked) - 1):
        left, right = linked[at], linked[at + 1]
        chained = "range-end" in left.reading.flags or "range-start" in right.reading.flags
        if not chained and _spans(text, sentence, left, right):
            linked[at] = _flagged(_dated_by(left, right), "range-start")
            linked[at + 1] = _flagged(right, "range-end")
    return linked


def _dated_by(left: Placed, right: Placed) -> Placed:
    """ "from 7 a.m. to 8 p.m. on June 9": the first time is of the day told with the second."""
    return left._replace(rule=right.rule) if left.rule == CLOCK_ALONE else left


def _flagged(item: Placed, flag: Flag) -> Placed:
    return item._replace(reading=replace(item.reading, flags=item.reading.flags | {flag}))


def _spans(text: str, sentence: Sequence[Token], left: Placed, right: Placed) -> bool:
    if not _in_order(left.reading, right.reading):
        return False
    between = [
        token.kind if token.kind in ("dash", "to") else token.value for token in sentence[left.last : right.first]
    ]
    if between in (["dash"], ["to"], [",", "to"]):
        return True
    if between in (["до"], ["until"], ["till"]):
        return any(token.value in ("с", "from", "со") for token in sentence[max(0, left.first - 1) : left.last])
    if between in (["and"], ["и"]):
        return left.first > 0 and sentence[left.first - 1].value in ("between", "между")
    if between in (["мен"], ["бен"], ["пен"]):
        return right.last < len(sentence) and str(sentence[right.last].value).startswith("аралығы")
    return not between and text.endswith(ABLATIVES, sentence[left.first].start, sentence[left.last - 1].end)


def _in_order(left: Reading, right: Reading) -> bool:
    """Whether the second lies after the first; of two clock times without a day nobody knows."""
    if left.value.startswith("T") and right.value.startswith("T"):
        return left.time is not None and left.time != right.time
    start, end = bounds(left.value), bounds(right.value)
    if start is None or end is None or end.first < start.first:
        return False
    if start != end or left.time is None or right.time is None:
        return start != end
    return minutes_of(left.time) < minutes_of(right.time)


def _with_part(sentence: Sequence[Token], item: Placed) -> Placed:
    """ "Friday night", "утром 9 июня": a part of the day has no rule of its own, it needs its day."""
    if not _is_day(item.reading):
        return item
    if item.last < len(sentence) and sentence[item.last].kind in ("part", "part_before"):
        return _part(item, sentence[item.last], item.first, item.last + 1)
    if [token.kind for token in sentence[max(0, item.first - 2) : item.first]] == ["part", "of"]:
        return _part(item, sentence[item.first - 2], item.first - 2, item.last)
    for width in (1, 2, 3):
        at = item.first - width
        if at >= 0 and sentence[at].kind == "part_before":
            return _part(item, sentence[at], at, item.last)
        if at < 0 or sentence[at].kind not in JOINTS:
            break
    return item


def _part(item: Placed, token: Token, first: int, last: int) -> Placed:
    reading = replace(item.reading, value=f"{item.reading.value}{token.value}", type="TIME")
    return Placed(first, last, reading, item.rule + " and part of day")


def _is_day(reading: Reading) -> bool:
    value = reading.value
    return reading.type == "DATE" and (
        (len(value) == 10 and value[4] == "-" and value[7] == "-" and "W" not in value) or value.startswith("XXXX-WXX-")
    )


def _merge(sentence: Sequence[Token], left: Placed, right: Placed) -> Placed | None:
    if not _is_joint(sentence[left.last : right.first]):
        return None
    if left.reading.time and _takes_time(right.reading):
        return _joined(left, right, right, left)
    if right.reading.time and _takes_time(left.reading):
        return _joined(left, right, left, right)
    return None


def _is_joint(between: Sequence[Token]) -> bool:
    """Whether nothing but prepositions, a name of a place, and something in brackets ("(0735 GMT)") stands between."""
    between = _after_brackets(between)
    return len(between) <= LONGEST_JOINT and all(token.kind in JOINTS or _is_name(token) for token in between)


def _after_brackets(between: Sequence[Token]) -> Sequence[Token]:
    kinds = [token.kind for token in between]
    return between[kinds.index("close") + 1 :] if kinds[:1] == ["open"] and "close" in kinds else between


def _is_name(token: Token) -> bool:
    return token.kind == "word" and isinstance(token.value, str) and token.value[:1].isupper()


def _takes_time(reading: Reading) -> bool:
    if reading.time is not None or reading.tokens is not None:
        return False
    return _is_day(reading) or (reading.type == "TIME" and bounds(reading.value) is not None)


def _joined(left: Placed, right: Placed, day: Placed, time: Placed) -> Placed:
    value = day.reading.value.partition("T")[0] + "T" + time.reading.value.partition("T")[2]
    reading = replace(
        day.reading,
        value=value,
        type="TIME",
        time=time.reading.time,
        zone=time.reading.zone or day.reading.zone,
        flags=day.reading.flags | time.reading.flags,
    )
    return Placed(left.first, right.last, reading, f"{day.rule} with {time.rule}")

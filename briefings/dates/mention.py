"""What a stretch of text that names a time resolves to."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
Kind = Literal["point", "span", "duration", "recurrence", "vague"]
Precision = Literal[
    "minute", "hour", "part", "day", "weekend", "week", "month", "season", "quarter", "half", "year", "decade",
    "century", "vague",
]  # fmt: skip
Flag = Literal["unresolved", "contradiction", "impossible", "range-start", "range-end", "doubtful"]


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date mention: where it stands, what it says, and why.

    `start` and `end` are code points of the text as given, `end` exclusive. `value` is a TIMEX3 value (ISO-TimeML, as
    annotated in TempEval-3); what could not be placed keeps its known fields ("XXXX-06-09"). `first` and `last` are the
    first and last calendar day that the mention covers, both None when it is unresolved, vague, a length of time, or
    a time of day without a day ("T19:00").

    `rule` and `anchor` explain the value: the pattern that read the words, and the day that a relative mention counts
    from ("published 2019-05-02", "told 2019-05-01"), None where the words suffice. `hour`, `minute` and `zone` (an IANA
    name) are the time of day where it is told. "doubtful" are mentions that may lie on the other side of today, for all
    that the text says: their value is a guess. A range is told by two neighbours flagged "range-start", "range-end".
    """

    start: int
    end: int
    text: str
    type: TimexType
    value: str
    first: date | None
    last: date | None
    precision: Precision
    kind: Kind
    rule: str
    anchor: str | None
    flags: frozenset[Flag] = frozenset()
    hour: int | None = None
    minute: int | None = None
    zone: str | None = None

"""Times of day and quiet hours as people write them in English, Russian and Kazakh."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import time

from bot.phrases.spoken_numbers import NUMBER, fold, number_of, one_line
from briefings.model.reader import Quiet

DAY, HALF_A_DAY, HOUR = 24 * 60, 12 * 60, 60
"""minutes"""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the day: which hours on a dial of twelve belong to the second half, and what twelve o'clock is."""

    later: range
    twelve: int


MORNING, EVENING, NIGHT = Part(range(0), 0), Part(range(1, 12), 0), Part(range(6, 12), 0)
AFTERNOON, LATER_HALF = Part(range(1, 8), 12), Part(range(1, 12), 12)


def _any(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, words))


BEFORE = {
    "таңғы": MORNING,
    "таңертеңгі": MORNING,
    "таңертең": MORNING,
    "утром": MORNING,
    "түскі": AFTERNOON,
    "күндізгі": AFTERNOON,
    "днем": AFTERNOON,
    "кешкі": EVENING,
    "кешке": EVENING,
    "вечером": EVENING,
    "түнгі": NIGHT,
    "түнде": NIGHT,
    "ночью": NIGHT,
}
AFTER = {
    "am": MORNING,
    "morning": MORNING,
    "утра": MORNING,
    "afternoon": AFTERNOON,
    "дня": AFTERNOON,
    "pm": LATER_HALF,
    "evening": EVENING,
    "вечера": EVENING,
    "night": NIGHT,
    "tonight": NIGHT,
    "ночи": NIGHT,
}
NAMED = {
    "midnight": 0,
    "полночь": 0,
    "полночи": 0,
    "полуночи": 0,
    "түн ортасы": 0,
    "noon": 12,
    "midday": 12,
    "полдень": 12,
    "полудня": 12,
    "талтүс": 12,
    "түс": 12,
}
SHIFTS = {"half past": 30, "quarter past": 15, "quarter to": -15, "без четверти": -15}
TOWARDS = {"половина": -30, "половины": -30, "пол": -30, "четверть": -45}
"""minutes from the hour that is named; "половина восьмого" is on the way to it"""
ORDINALS = (
    "первого второго третьего четвертого пятого шестого седьмого восьмого девятого десятого одиннадцатого двенадцатого"
).split()
CASE = r"(?:-?(?:нда|нан|нен|дан|ден|тан|тен|ға|ге|қа|ке|да|де|та|те|ды|ді|на|не))?"
"""endings of Kazakh: "22-ден 7-ге дейін", "сегізде" """
CLOCK = r"\s*(?:o\W?clock|часов|часа|час|ч|h)(?:\s*(?P<spelled>\d{2})\s*(?:минут\w*|мин|m)?)?"
TIME = re.compile(
    rf"""
    (?<![\w:.,])(?<!^[-−])
    (?:
        (?:12\s+)?(?P<named>{_any(NAMED)}){CASE}
        |
        (?:(?P<before>{_any(BEFORE)})\s+(?:(?:в|с|сағат)\s+)?)?
        (?:
            (?P<toward>{_any(TOWARDS)})[\s-]*(?P<ordinal>{_any(ORDINALS)})
            |
            (?:(?P<shift>{_any(SHIFTS)})\s+)?
            (?P<hour>\d{{1,2}}|{NUMBER}|час(?=\s+(?:дня|ночи)))
            (?:[:.](?P<minute>\d{{2}}))?{CASE}(?P<half>\s+жарым{CASE})?(?:{CLOCK})?
        )
        (?:\s*(?:(?:in\s+the|at|this)\s+)?(?P<after>{_any(AFTER)}))?
    )
    (?![\w:])
    """,
    re.VERBOSE,
)
DOTTED_HALF = re.compile(r"\b([ap])\.\s?m\b\.?")
"""a.m., p.m."""
WORD = re.compile(r"\w+")
AROUND = frozenset(
    (
        "at by around about from till until to between and the please every day daily make it "
        "c в во с со от до по и на около между каждый день пожалуйста давай давайте лучше "
        "сағат дейін бастап және мен пен арасында болсын өтінемін"
    ).split()
)
"""words that may stand around a time; with any other it is not only a time"""


@dataclass(frozen=True, slots=True)
class Said:
    """A time of day in minutes; a bare one is an hour of which nobody said whether it is before or after noon."""

    minutes: int
    is_bare: bool

    @property
    def moment(self) -> time:
        """The time of day."""
        return time(*divmod(self.minutes % DAY, HOUR))


def parse_time_phrase(text: str) -> time | None:
    """Read one time of day: `8:30`, `9 pm`, `half past eight`, `8 вечера`, `таңғы 7`; None for anything else."""
    times = _times(text)
    return times[0].moment if len(times) == 1 else None


def parse_quiet_phrase(text: str) -> Quiet | None:
    """Read from when to when: `22:00-7:30`, `с 11 вечера до 7 утра`, `from 10 to 7`; None for anything else.

    An hour that may be either is the one that makes the night shorter than half a day.
    """
    times = _times(text)
    if len(times) != 2:
        return None
    start, end = times
    if start.is_bare and ((end.minutes - start.minutes) % DAY or DAY) > HALF_A_DAY:
        start = Said(start.minutes + HALF_A_DAY, is_bare=False)
    return Quiet(start.moment, end.moment) if start.moment != end.moment else None


def _times(text: str) -> list[Said]:
    """All times in a text of nothing but times; none where one is impossible or something else is said as well."""
    written = DOTTED_HALF.sub(r"\1m", fold(one_line(text)))
    if set(WORD.findall(TIME.sub(" ", written))) - AROUND:
        return []
    found = [_time(match) for match in TIME.finditer(written)]
    return [one for one in found if one is not None] if None not in found else []


def _time(match: re.Match[str]) -> Said | None:
    if match["named"]:
        return Said(NAMED[match["named"]] * HOUR, is_bare=False)
    part = AFTER.get(match["after"] or "") or BEFORE.get(match["before"] or "")
    hour, minute = _hour(match, part), int(match["minute"] or match["spelled"] or 0)
    if hour is None or minute >= HOUR:
        return None
    is_bare = part is None and not match["minute"] and 0 < hour < 12
    return Said(hour * HOUR + minute + _shift(match), is_bare)


def _hour(match: re.Match[str], part: Part | None) -> int | None:
    """Return the hour from 0 to 23; None for one that there is not."""
    hour = _dial(match)
    if part is None or hour == 0 or (hour > 12 and part != MORNING):
        return hour if hour < 24 else None
    if hour > 12:
        return None
    return part.twelve if hour == 12 else hour + 12 * (hour in part.later)


def _dial(match: re.Match[str]) -> int:
    if match["ordinal"]:
        return ORDINALS.index(match["ordinal"]) + 1
    hour = match["hour"]
    if hour.isdecimal():
        return int(hour)
    return 1 if hour == "час" else number_of(hour)


def _shift(match: re.Match[str]) -> int:
    return SHIFTS.get(match["shift"] or "", 0) + TOWARDS.get(match["toward"] or "", 0) + 30 * bool(match["half"])

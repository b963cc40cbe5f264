"""How long before a date, as people write it in English, Russian and Kazakh."""

import math
import re
from dataclasses import dataclass
from datetime import timedelta

from bot.phrases.spoken_numbers import NUMBER, fold, number_of, one_line
from briefings.model.leads import LONGEST, MOST, Leads, order_leads

HOUR = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit in hours, with its words: for one of it ("за час", "апта бұрын"), for many, and right after figures."""

    hours: int
    one: str
    many: str
    short: str


UNITS = (
    Unit(1, "hour|час|сағат", r"hours|hrs?|часа|часов|сағат\w+", "[hч]"),
    Unit(24, "day|день|сутки|күн", "days|дня|дней|суток", "[dд]"),
    Unit(7 * 24, "week|неделю|апта", r"weeks|недел\w+|апта\w+", "w"),
    Unit(30 * 24, "month|месяц|ай", "months|месяца|месяцев", "мес"),
)
"""a month counts as thirty days"""
WORDS_OF = tuple((unit.hours, re.compile(f"{unit.one}|{unit.many}|{unit.short}")) for unit in UNITS)
ALONE = "|".join(unit.one for unit in UNITS)
WORDS = "|".join(f"{unit.one}|{unit.many}" for unit in UNITS)
SHORT = "|".join(unit.short for unit in UNITS)
HALVES = {"half an": 0.5, "half a": 0.5, "half": 0.5, "пол": 0.5, "жарты": 0.5, "полтора": 1.5, "полторы": 1.5}
COUPLES = {"a couple of": 2, "couple of": 2, "пару": 2, "an": 1, "a": 1}
FIGURES = r"\d{1,4}(?:[.,]\d{1,2})?"
IN_WORDS = rf"{'|'.join(HALVES)}|{'|'.join(COUPLES)}|{NUMBER}"
AND_A_HALF = r"\s+(?:and\s+a\s+half|с\s+половиной|жарым)(?!\w)"
COUNT = rf"(?:(?:{FIGURES})(?:{AND_A_HALF})?\s*(?:{WORDS}|{SHORT})|(?:{IN_WORDS})(?:{AND_A_HALF})?\s*(?:{WORDS}))"
COUNTED = rf"{COUNT}(?!\w)(?:{AND_A_HALF})?"
"""a number with its unit: "3 days", "2h", "two weeks", "полдня", "бір жарым апта" """
LEAD = re.compile(
    rf"""
    (?<![\w−–-])(?<!\d[.,])
    (?:
        (?:(?P<figures>{FIGURES})|(?P<words>{IN_WORDS.replace(" ", "[ ]")}))(?P<more>{AND_A_HALF})?
        \s*(?P<unit>{WORDS}|(?(figures)(?:{SHORT})|(?!)))
        |
        (?<!жүз[ ])(?<!бірнеше[ ])(?P<one>{ALONE})
    )
    (?!\w)(?P<half>{AND_A_HALF})?
    """,
    re.VERBOSE,
)
ON_THE_DAY = re.compile(
    r"(?:same|that|the) (?:day|morning)(?!\s+(?:before|earlier))|(?:сам|тот же) день|в день|сол күні", re.IGNORECASE
)
EVE = re.compile(r"накануне|\beve\b|қарсаңында")
UNREAD = re.compile(r"\d|\b(?:min|sec|year|мин|сек|год|лет|жыл)|(?<!\w)[-−–](?=\w)")
"""what may not be left over: a number or a unit that was not understood"""


def parse_leads_phrase(text: str) -> Leads | None:
    """Read leads such as `3 days and 2 hours before`, `два дня`, `жарты күн`; parts of an hour are rounded up.

    None where there are none, too many, too long or negative ones, less than an hour, or anything half understood.
    """
    written = fold(one_line(text))
    found = {timedelta(0)} if ON_THE_DAY.search(written) else set()
    found |= {timedelta(days=1)} if EVE.search(written) else set()
    rest = ON_THE_DAY.sub(" ", written)
    hours = [_hours(match) for match in LEAD.finditer(rest)]
    if UNREAD.search(LEAD.sub(" ", rest)) or any(0 < one < 1 or one > LONGEST // HOUR for one in hours):
        return None
    found |= {HOUR * math.ceil(one) for one in hours}
    return order_leads(found) if 0 < len(found) <= MOST else None


def _hours(match: re.Match[str]) -> float:
    count = _number(match["figures"], match["words"])
    halves = (match["more"] is not None) + (match["half"] is not None)
    return (count + halves / 2) * _unit(match["unit"] or match["one"])


def _number(figures: str | None, words: str | None) -> float:
    if figures:
        return float(figures.replace(",", "."))
    return HALVES.get(words or "") or COUPLES.get(words or "") or (number_of(words) if words else 1)


def _unit(written: str) -> int:
    """Return the hours of a unit."""
    return next(hours for hours, words in WORDS_OF if words.fullmatch(written))

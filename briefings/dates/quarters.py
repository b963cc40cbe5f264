"""Quarters and halves of a year, and what reports tell against them: "the year-earlier period"."""

from collections.abc import Sequence
from datetime import date

from briefings.dates.calendar import MONTHS_IN, shift, unit_value
from briefings.dates.days import MONTHS, UNRESOLVED, published_anchor, stated_year, year_anchor
from briefings.dates.decades import century
from briefings.dates.lengths import UNITS
from briefings.dates.phrase import Phrase, Reading
from briefings.dates.units import against_published, named_unit, quarter_year_before

LAST_QUARTER = 4


def quarter(phrase: Phrase) -> Sequence[Reading]:
    """ "the third quarter", "fourth-quarter 1998", "III квартал", "бірінші тоқсан"."""
    unit, number = named_unit(phrase, "Q", "H"), phrase.number("ordinal", "day", "roman")
    if not unit or number is None or not 1 <= number <= (4 if unit == "Q" else 2):
        return ()
    stated = stated_year(phrase)
    if stated is not None:
        return [Reading(f"{stated:04}-{unit}{number}", anchor=year_anchor(phrase))]
    if phrase.published is None:
        return [Reading(f"XXXX-{unit}{number}", flags=UNRESOLVED)]
    value = f"{_quarter_year(phrase, phrase.published, unit, number):04}-{unit}{number}"
    phrase.passage.quarter = value if unit == "Q" else phrase.passage.quarter
    return [Reading(value, anchor=published_anchor(phrase.published))]


def _quarter_year(phrase: Phrase, published: date, unit: str, number: int) -> int:
    """The last one that has begun, unless the words look ahead; the fourth quarter is told until spring."""
    begun = published.month > (number - 1) * (3 if unit == "Q" else 6)
    just_ended = unit == "Q" and number == LAST_QUARTER and published.month <= MONTHS_IN["Q"]
    if begun or (phrase.direction == "future" and not just_ended):
        return published.year
    return published.year - 1


def numbered_unit(phrase: Phrase) -> Sequence[Reading]:
    """ "third quarter", "20th century": a numbered unit of the calendar; "the second day" is none."""
    return century(phrase) if named_unit(phrase, "C") else quarter(phrase)


def quarter_of_shifted_year(phrase: Phrase) -> Sequence[Reading]:
    """ "this year's third quarter", "last year's quarter" after one was told."""
    units = [token.value for token in phrase.tokens if token.kind in UNITS]
    stated = phrase.passage.quarter
    number = phrase.number("ordinal") or (int(stated[-1]) if stated else 0)
    if units != ["Y", "Q"] or not 1 <= number <= LAST_QUARTER or phrase.published is None or phrase.shift is None:
        return ()
    value = f"{phrase.published.year + phrase.shift:04}-Q{number}"
    return [Reading(value, anchor=published_anchor(phrase.published))]


def half(phrase: Phrase) -> Sequence[Reading]:
    """ "the first half of 1998"."""
    unit, year_number = named_unit(phrase, "Q") or "H", phrase.number("year")
    number = phrase.number("ordinal") or (4 if unit == "Q" else 2)
    return [Reading(f"{year_number:04}-{unit}{number}")] if year_number and number <= 4 else ()


def reported_half(phrase: Phrase) -> Sequence[Reading]:
    """ "the first half" beside sums of money, as in reports; elsewhere it is one of a match."""
    number = phrase.number("ordinal")
    if phrase.published is None or number not in (1, 2) or not any(token.kind == "money" for token in phrase.sentence):
        return ()
    value = f"{_quarter_year(phrase, phrase.published, 'H', number):04}-H{number}"
    return [Reading(value, anchor=published_anchor(phrase.published))]


def ended_quarter(phrase: Phrase) -> Sequence[Reading]:
    """ "the quarter ended July 31": the quarter of the calendar that holds its middle."""
    ended = next((token for token in phrase.sentence[phrase.last :] if token.kind in MONTHS), None)
    if phrase.word(*UNITS) != "Q" or phrase.published is None or ended is None or not isinstance(ended.value, int):
        return ()
    middle = shift(phrase.published.replace(month=ended.value, day=1), "M", -1)
    behind = middle if middle <= phrase.published else shift(middle, "Y", -1)
    phrase.passage.quarter = unit_value(behind, "Q")
    return [Reading(phrase.passage.quarter, anchor=published_anchor(phrase.published))]


def year_before(phrase: Phrase) -> Sequence[Reading]:
    """ "the year-earlier quarter", "year-ago": a year before what a report told."""
    if phrase.passage.quarter:
        return quarter_year_before(phrase.passage.quarter)
    return [against_published(phrase, "Y", -1)]


def latest_quarter(phrase: Phrase) -> Sequence[Reading]:
    """ "the latest quarter": in reports, the last full one."""
    return [against_published(phrase, "Q", -1)] if phrase.word(*UNITS) in ("", "Q") else ()

"""Decades and centuries."""

from collections.abc import Sequence

from briefings.dates.lengths import UNITS
from briefings.dates.phrase import Phrase, Reading
from briefings.dates.units import FIRST_PLAIN_YEAR, LAST_PLAIN_YEAR, named_unit

FIRST_SHORT_DECADE = 50
"""Below, "in his 30s" is an age more often than a decade."""


def decade(phrase: Phrase) -> Sequence[Reading]:
    """ "the 1990s", "'80s", "the nineties", "1990-е годы", "90-жылдары"."""
    number = phrase.number("decade", "ordinal", "day", "count", "year")
    if number is None or number % 10 or (number < FIRST_SHORT_DECADE and not phrase.has("quote", "unit", "units")):
        return ()
    if number < 100:
        number += _century_start(phrase) or (1900 if number >= FIRST_DECADE_OF_LAST_CENTURY else 2000)
    return [Reading(f"{number // 10:03}")] if 1000 <= number < 2200 else ()


FIRST_DECADE_OF_LAST_CENTURY = 30


def _century_start(phrase: Phrase) -> int | None:
    """The first year of the century told beside a decade: "70-е годы прошлого века", "ХХ ғасырдың 30-жылдары"."""
    if (roman := phrase.number("roman")) is not None:
        return (roman - 1) * 100
    if phrase.shift is None or phrase.published is None or not named_unit(phrase, "C"):
        return None
    return (phrase.published.year // 100 + phrase.shift) * 100


def century(phrase: Phrase) -> Sequence[Reading]:
    """ "the 20th century", "XXI век", "ХХ ғасыр"."""
    number = phrase.number("ordinal", "roman", "day", "count")
    if phrase.word(*UNITS) != "C" or number is None or not 1 <= number <= 22:
        return ()
    return [Reading(f"{number - 1:02}")]


def decade_or_year(phrase: Phrase) -> Sequence[Reading]:
    """ "90-е годы" is a decade, "2019-го" a year."""
    number = phrase.number("decade", "ordinal") or 0
    if phrase.has("decade", "units"):
        return decade(phrase)
    return [Reading(f"{number:04}")] if FIRST_PLAIN_YEAR <= number <= LAST_PLAIN_YEAR else ()

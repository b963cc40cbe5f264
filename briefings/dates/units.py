"""Weeks, months, quarters, seasons, years, decades, centuries: named, or told against today or a told date."""

from collections.abc import Sequence
from datetime import date, timedelta

from briefings.dates.calendar import bounds, season_value, shift, shift_value, unit_value
from briefings.dates.days import (
    UNRESOLVED,
    published_anchor,
    short_year_number,
    stated_anchor,
    stated_year,
    year_anchor,
)
from briefings.dates.lengths import UNITS, duration, measure
from briefings.dates.phrase import Phrase, Reading

UNKNOWN = {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "M": "XXXX-XX", "Q": "XXXX-QX", "H": "XXXX-HX"}
CALENDAR_UNITS = ("D", "W", "WE", "M", "Q", "H", "Y", "E", "C")


def shifted_unit(phrase: Phrase) -> Sequence[Reading]:
    """ "last week", "this year", "в следующем месяце", "былтыр": a unit told against the present one."""
    unit, count = phrase.word(*UNITS), phrase.shift
    if unit not in CALENDAR_UNITS or count is None:
        return ()
    if unit == "D":
        return _against_stated(phrase, unit, count) if count >= 0 else ()
    return [against_published(phrase, unit, count)]


def this_unit(phrase: Phrase) -> Sequence[Reading]:
    """ "the end of the month", "year's end": the present unit, named without "this"."""
    unit = phrase.word(*UNITS)
    if unit not in ("W", "WE", "M", "Q", "Y", "E", "C"):
        return ()
    if unit == "Q" and phrase.passage.quarter:
        return [Reading(phrase.passage.quarter, anchor=stated_anchor(phrase.passage.quarter))]
    if unit == "WE":
        return [against_published(phrase, unit, _weekend_shift(phrase))]
    return [against_published(phrase, unit, 0)]


def weekend(phrase: Phrase) -> Sequence[Reading]:
    """ "в выходные": the weekend, as far as other units are not meant."""
    return this_unit(phrase) if phrase.word(*UNITS) == "WE" else ()


def _weekend_shift(phrase: Phrase) -> int:
    if phrase.published is None or phrase.published.isoweekday() >= 6:
        return 0
    return 0 if phrase.direction == "future" else -1


def against_published(phrase: Phrase, unit: str, count: int) -> Reading:
    """The unit that lies `count` units from the one of the publication."""
    if phrase.published is None:
        return Reading(UNKNOWN.get(unit, "XXXX"), flags=UNRESOLVED)
    return Reading(_safely(phrase.published, unit, count), anchor=published_anchor(phrase.published))


def _safely(day: date, unit: str, count: int) -> str:
    try:
        return shift_value(day, unit, count)
    except OverflowError:
        return UNKNOWN.get(unit, "XXXX")


def following_unit(phrase: Phrase) -> Sequence[Reading]:
    """ "the following month", "the next day", "that year", "в том же году": against the date told last."""
    unit, count = phrase.word(*UNITS), phrase.number("told_shift", "that")
    if unit not in CALENDAR_UNITS or count is None:
        return ()
    return _against_stated(phrase, unit, count)


def _against_stated(phrase: Phrase, unit: str, count: int) -> Sequence[Reading]:
    stated, day = phrase.passage.stated, phrase.passage.stated_day
    if stated is None or day is None:
        return ()
    extent = bounds(stated)
    if unit == "D" and extent is not None and extent.first != extent.last:
        return ()
    return [Reading(_safely(day, unit, count), anchor=stated_anchor(stated))]


def offset(phrase: Phrase) -> Sequence[Reading]:
    """ "two weeks ago", "через 3 года", "екі күн бұрын": so many units from the day of publication."""
    sign = phrase.number("ago", "hence")
    count, unit = measure(phrase)
    if sign is None or not unit or unit.startswith("T"):
        return ()
    if not isinstance(count, int):
        return [Reading("PAST_REF" if sign < 0 else "FUTURE_REF")]
    if unit == "Y" and count == 1 and sign < 0 and phrase.passage.quarter:
        return quarter_year_before(phrase.passage.quarter)
    if phrase.published is None:
        return [Reading(UNKNOWN.get(unit, "XXXX"), flags=UNRESOLVED)]
    return [Reading(offset_value(phrase.published, unit, sign * count), anchor=published_anchor(phrase.published))]


def from_now(phrase: Phrase) -> Sequence[Reading]:
    """ "two years from now", "a week from today"."""
    count, unit = measure(phrase)
    if phrase.published is None or not isinstance(count, int) or unit.startswith("T"):
        return duration(phrase)
    start = phrase.published + timedelta(phrase.number("deictic") or 0)
    return [Reading(offset_value(start, unit, count), anchor=published_anchor(phrase.published))]


def quarter_year_before(quarter: str) -> Sequence[Reading]:
    """The same quarter of the year before."""
    return [Reading(f"{int(quarter[:4]) - 1:04}{quarter[4:]}", anchor=stated_anchor(quarter))]


def offset_value(day: date, unit: str, count: int) -> str:
    """Days and weeks lead to a day, months to a month, years to a year."""
    finest = {"W": "D", "WE": "D", "Q": "M", "H": "M", "E": "Y", "C": "Y"}.get(unit, unit)
    try:
        return unit_value(shift(day, unit, count), finest)
    except OverflowError:
        return UNKNOWN.get(unit, "XXXX")


def offset_from_stated(phrase: Phrase) -> Sequence[Reading]:
    """ "two days later", "a year earlier", "за неделю до этого": so many units from the date told last."""
    sign = phrase.number("told_offset", "event_offset")
    count, unit = measure(phrase)
    if sign is None or not unit:
        return ()
    if not isinstance(count, int) or unit.startswith("T"):
        return duration(phrase)
    stated, day = phrase.passage.stated, phrase.passage.stated_day
    if unit == "Y" and phrase.passage.quarter:
        return quarter_year_before(phrase.passage.quarter) if sign < 0 else ()
    if stated is None or day is None:
        return _year_before_now(phrase, count) if unit == "Y" and sign < 0 else _plain_length(count, unit)
    extent = bounds(stated)
    if unit in ("D", "W") and extent is not None and extent.first != extent.last:
        return _plain_length(count, unit)
    return [Reading(offset_value(day, unit, sign * count), anchor=stated_anchor(stated))]


def _year_before_now(phrase: Phrase, count: int) -> Sequence[Reading]:
    """ "a year earlier" where nothing was told to count from."""
    return [against_published(phrase, "Y", -count)]


def _plain_length(count: int, unit: str) -> Sequence[Reading]:
    return [Reading(f"P{count}{unit}", type="DURATION")]


NAMED = (*UNITS, "quarter_letter")


def named_unit(phrase: Phrase, *wanted: str) -> str:
    """Which of these units the words name, whatever other unit stands beside it ("III квартал 2019 года")."""
    return next((str(token.value) for token in phrase.tokens if token.kind in NAMED and token.value in wanted), "")


def before_last(phrase: Phrase) -> Sequence[Reading]:
    """ "the year before last", "the week after next"."""
    unit, side, shift_count = phrase.word("unit"), phrase.number("event_offset"), phrase.shift
    if unit not in CALENDAR_UNITS or side is None or shift_count != side:
        return ()
    return [against_published(phrase, unit, shift_count + side)]


def within_unit(phrase: Phrase) -> Sequence[Reading]:
    """ "later in the year", "earlier in the day": the present unit, or the day told last."""
    if phrase.value("preposition") != "in":
        return ()
    return _against_stated(phrase, "D", 0) if phrase.word(*UNITS) == "D" else this_unit(phrase)


def definite_unit(phrase: Phrase) -> Sequence[Reading]:
    """ "the quarter", "the year", "the weekend": definite because the text or the calendar has one at hand."""
    return this_unit(phrase) if phrase.word(*UNITS) in ("Q", "Y", "WE") else ()


def recent(_: Phrase) -> Sequence[Reading]:
    """ "recent weeks", "последние годы"."""
    return [Reading("PAST_REF")]


DIGITS, SPOKEN = 4, 2000
FIRST_PLAIN_YEAR, LAST_PLAIN_YEAR = 1900, 2099


def year(phrase: Phrase) -> Sequence[Reading]:
    """ "1988", "the year 2000", "2019 год"; other centuries only where a preposition says that it is a year."""
    number = phrase.number("year")
    if number is None or phrase.word(*UNITS) not in ("", "Y"):
        return ()
    if _counts_things(phrase):
        return ()
    introduced = phrase.has(*UNITS) or (phrase.first > 0 and phrase.sentence[phrase.first - 1].kind in INTRODUCING)
    if not FIRST_PLAIN_YEAR <= number <= LAST_PLAIN_YEAR and not introduced:
        return ()
    return [Reading(f"{number:04}")]


def _counts_things(phrase: Phrase) -> bool:
    """Whether the one round number in words that may be a year counts what follows: "two thousand workers"."""
    token = phrase.find("year")
    in_words = token is not None and token.value == SPOKEN and token.end - token.start > DIGITS
    return in_words and token is phrase.tokens[-1] and phrase.followed_by("word") and not phrase.has(*UNITS)


def short_year(phrase: Phrase) -> Sequence[Reading]:
    """ "in '87"; "of '12 Monkeys'" is none."""
    number = short_year_number(phrase)
    return [Reading(f"{number:04}")] if number and not phrase.followed_by_name else ()


INTRODUCING = ("preposition", "from", "to", "of")


def stated_day_after(phrase: Phrase) -> Sequence[Reading]:
    """ "ертесіне": the day after the one told last."""
    return _against_stated(phrase, "D", phrase.number("told_day") or 1)


def later(phrase: Phrase) -> Sequence[Reading]:
    """ "екі күннен кейін": from now where the words look ahead, from the told date where they look back."""
    count, unit = measure(phrase)
    stated = phrase.passage.stated_day
    ahead = phrase.direction == "future" or stated is None
    start = phrase.published if ahead else stated
    if unit.startswith("T") or not isinstance(count, int) or start is None:
        return duration(phrase)
    anchor = published_anchor(start) if ahead else stated_anchor(str(phrase.passage.stated))
    return [Reading(offset_value(start, unit, count), anchor=anchor)]


def spoken_year(phrase: Phrase) -> Sequence[Reading]:
    """ "2019 жылы", "биыл", "өткен жылы", "екі мың он тоғызыншы жыл"."""
    if phrase.has("unit", "year_of", "year_letter") and phrase.word("unit", "year_of", "year_letter") != "Y":
        return ()
    number = stated_year(phrase)
    if number is None:
        return [Reading("XXXX", flags=UNRESOLVED)] if phrase.published is None and not phrase.has("that") else ()
    return [Reading(f"{number:04}", anchor=year_anchor(phrase))]


def plural_stretch(phrase: Phrase) -> Sequence[Reading]:
    """ "последние годы", "ближайшие дни": around now, of no told length."""
    shift_count = phrase.number("shift", "past")
    if not shift_count:
        return ()
    return [Reading("PAST_REF" if shift_count < 0 else "FUTURE_REF")]


def season(phrase: Phrase) -> Sequence[Reading]:
    """ "spring 2016", "this summer", "прошлой зимой", "биыл жазда"."""
    name = phrase.word("season", "doubtseason")
    stated = stated_year(phrase)
    if stated is not None:
        return [Reading(f"{stated:04}-{name}", anchor=year_anchor(phrase))]
    if phrase.published is None:
        return [Reading(f"XXXX-{name}", flags=UNRESOLVED)]
    count = phrase.shift
    value = _season(phrase, phrase.published, name, count)
    return [Reading(value, anchor=published_anchor(phrase.published))]


def _season(phrase: Phrase, published: date, name: str, count: int | None) -> str:
    if count == 0:
        return season_value(published, name)
    direction = phrase.direction if count is None else "future" if count > 0 else "past"
    values = [season_value(published, name, years) for years in (-1, 0, 1)]
    if direction == "past":
        return max(value for value in values if _first(value) <= published)
    if direction == "future":
        return min(value for value in values if _first(value) > published)
    return min(values, key=lambda value: abs((_first(value) - published).days))


def _first(value: str) -> date:
    extent = bounds(value)
    return extent.first if extent else date.max

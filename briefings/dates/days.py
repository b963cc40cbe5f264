"""Calendar days: with or without their year, weekdays, and days told against today."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from briefings.dates.calendar import add_months, is_day, unit_value
from briefings.dates.mention import Flag
from briefings.dates.phrase import Phrase, Reading
from briefings.dates.token_classes import full_year, glued

MONTHS = ("month", "shortmonth", "doubtmonth", "lower_month", "bare_month")
WEEKDAYS = ("weekday", "shortday", "briefday", "doubtday")
NO_FLAGS: frozenset[Flag] = frozenset()
FIRST_YEAR_IN_WORDS = 1000
UNRESOLVED: frozenset[Flag] = frozenset({"unresolved"})
DOUBTFUL: frozenset[Flag] = frozenset({"doubtful"})


def calendar_day(phrase: Phrase) -> Sequence[Reading]:
    """ "Monday, Oct. 26, 1998", "9 июня", "2019 жылғы 9 маусым": a day and its month, the year told or found."""
    month, day = phrase.number(*MONTHS), _day_number(phrase)
    if month is None or day is None or not 1 <= day <= 31:
        return ()
    return [day_reading(phrase, stated_year(phrase), month, day, phrase.number(*WEEKDAYS))]


def _day_number(phrase: Phrase) -> int | None:
    numbers = phrase.numbers("day", "ordinal", "count")
    return next((number for number in numbers if number < FIRST_YEAR_IN_WORDS), None)


def dated_day(phrase: Phrase) -> Sequence[Reading]:
    """ "9 маусым күні", "маусымның 9-ы күні": the same, closed by the word for day."""
    return (
        calendar_day(phrase) if phrase.sentence[phrase.last - 1].value in ("D", "Y") or not phrase.has("unit") else ()
    )


def day_of_shifted_month(phrase: Phrase) -> Sequence[Reading]:
    """ "өткен айдың 15-інде": a day of a month told against now."""
    day, shift_count = _day_number(phrase), phrase.shift
    if phrase.word("unit") != "M" or day is None or shift_count is None or phrase.published is None:
        return ()
    month_start = add_months(phrase.published.replace(day=1), shift_count)
    if not is_day(month_start.year, month_start.month, day):
        return ()
    return [Reading(month_start.replace(day=day).isoformat(), anchor=published_anchor(phrase.published))]


def day_range(phrase: Phrase) -> Sequence[Reading]:
    """ "May 1-3", "с 1 по 3 мая": two days of one month, each a mention of its own."""
    month = phrase.number(*MONTHS)
    days = [number for number in phrase.numbers("day", "ordinal") if number < FIRST_YEAR_IN_WORDS]
    if phrase.word("preposition") not in ("", "до"):
        return ()
    if month is None or len(days) != 2 or not 1 <= days[0] < days[1] <= 31:
        return ()
    ends = [i for i in range(phrase.first, phrase.last) if phrase.sentence[i].value in days]
    last = day_reading(phrase, stated_year(phrase), month, days[1], None)
    year = int(last.value[:4]) if last.value[:4].isdecimal() else None
    first = replace(last, value=day_reading(phrase, year, month, days[0], None).value)
    start = phrase.first if phrase.index(*MONTHS) > ends[1] else min(phrase.index(*MONTHS), ends[0])
    return [replace(first, tokens=(start, ends[0] + 1)), replace(last, tokens=(ends[1], phrase.last))]


def stated_year(phrase: Phrase) -> int | None:
    """The year that the words give: "2019", "2019-го", "прошлого года" against now, "того же года" against before."""
    if (year := phrase.number("year")) is not None:
        return year
    spoken = next((number for number in phrase.numbers("ordinal") if number >= FIRST_YEAR_IN_WORDS), None)
    if spoken is None and phrase.published and (shifted := phrase.number("shifted")) is not None:
        return phrase.published.year + shifted
    if spoken is not None or not any(
        token.kind in ("unit", "year_of") and token.value == "Y" for token in phrase.tokens
    ):
        return spoken
    if phrase.has("that"):
        day = phrase.passage.stated_day
        return day.year if day else None
    shift = phrase.shift
    return phrase.published.year + shift if phrase.published and shift is not None else None


def day_reading(phrase: Phrase, year: int | None, month: int, day: int, weekday: int | None) -> Reading:
    """The value of a day in a month, of the nearest fitting year where none is told."""
    if year is None:
        return _day_without_year(phrase, month, day, weekday)
    value = f"{year:04}-{month:02}-{day:02}"
    if not is_day(year, month, day):
        return Reading(f"{year:04}-{month:02}", flags=frozenset({"impossible"}))
    anchor = year_anchor(phrase)
    clash = weekday is not None and date(year, month, day).isoweekday() != weekday
    return Reading(value, anchor=anchor, flags=frozenset({"contradiction"}) if clash else NO_FLAGS)


def _day_without_year(phrase: Phrase, month: int, day: int, weekday: int | None) -> Reading:
    if not is_day(2000, month, day):
        return Reading(f"XXXX-{month:02}", flags=frozenset({"impossible", "unresolved"}))
    if phrase.published is None:
        return Reading(f"XXXX-{month:02}-{day:02}", flags=UNRESOLVED)
    candidates = _candidates(phrase.published, month, day)
    chosen = choose(phrase, candidates)
    fitting = [found for found in candidates if weekday is None or found.isoweekday() == weekday]
    if chosen not in fitting and fitting:
        chosen = min(fitting, key=lambda found: abs((found - chosen).days))
    flags: frozenset[Flag] = doubt(phrase, chosen) if fitting else frozenset({"contradiction"})
    return Reading(chosen.isoformat(), anchor=published_anchor(phrase.published), flags=flags)


def _candidates(published: date, month: int, day: int) -> list[date]:
    reach = 4 if (month, day) == (2, 29) else 1
    years = range(max(published.year - reach, 1), min(published.year + reach, 9999) + 1)
    return [date(year, month, day) for year in years if is_day(year, month, day)]


AROUND = timedelta(days=45)
"""How near a day that stands by itself may lie behind us and still be meant."""
HALF_A_YEAR = timedelta(days=183)
"""Farther than this, the same day of another year lies nearer."""
PATIENCE = 4
"""How many times farther than the nearest candidate the one that the verb points to may lie."""


def choose(phrase: Phrase, candidates: Sequence[date]) -> date:
    """The nearest candidate, unless the words look the other way and that side is not far."""
    published = phrase.published
    assert published is not None
    nearest = min(candidates, key=lambda found: abs(found - published))
    if phrase.alone and phrase.direction != "past" and abs(nearest - published) <= AROUND:
        return nearest
    return lean_from(phrase, published, nearest, candidates)


def lean_from(phrase: Phrase, here: date, nearest: date, candidates: Sequence[date]) -> date:
    """The nearest candidate on the side that the words look to; without a strong cue it may not lie much farther."""
    direction = phrase.direction
    if direction is None or nearest == here:
        return nearest
    sided = [found for found in candidates if (found > here) == (direction == "future")]
    if not sided:
        return nearest
    leaned = min(sided, key=lambda found: abs(found - here))
    return leaned if abs(leaned - here) < PATIENCE * abs(nearest - here) or phrase.strong else nearest


def doubt(phrase: Phrase, chosen: date) -> frozenset[Flag]:
    """Whether the day may as well lie on the other side of today: far off where nothing tells, or against the words.

    A day soon to come is none in doubt: it is nearer than the same day of last year, and "was postponed to" is no past.
    """
    stated, published = phrase.told_direction, phrase.published
    assert published is not None
    if stated is None:
        return DOUBTFUL if abs(chosen - published) > AROUND else NO_FLAGS
    if abs(chosen - published) > HALF_A_YEAR and phrase.is_attribute:
        return DOUBTFUL
    is_against = chosen != published and (chosen > published) != (stated == "future")
    is_soon = timedelta(0) < chosen - published <= AROUND
    return DOUBTFUL if is_against and not is_soon else NO_FLAGS


def year_anchor(phrase: Phrase) -> str | None:
    """What a year told in words counts from; None where it is told in figures."""
    if phrase.has("year") or not phrase.has("unit", "year_of", "shifted"):
        return None
    if phrase.has("that") and phrase.passage.stated:
        return stated_anchor(phrase.passage.stated)
    return published_anchor(phrase.published) if phrase.published else None


def published_anchor(published: date) -> str:
    """How a mention says that it counts from the day of publication."""
    return f"published {published.isoformat()}"


def stated_anchor(stated: str) -> str:
    """How a mention says that it counts from a date that the text told before."""
    return f"told {stated}"


BEFORE_NAMES = ("word", "mark", "and", "comma", "semicolon", "colon", "open")


def bare_month(phrase: Phrase) -> Sequence[Reading]:
    """ "October"; before a capital and after a plain word it is a person's name, as in "met April Jones"."""
    before = phrase.sentence[phrase.first - 1].kind if phrase.first else "word"
    named = phrase.last - phrase.first == 1 and phrase.followed_by_name and before in BEFORE_NAMES
    return () if named else month(phrase)


def named_month(phrase: Phrase) -> Sequence[Reading]:
    """ "қазан айында": the same, where another word than "ай" makes it no month."""
    return month(phrase) if phrase.word("unit") in ("", "M") else ()


def relative_day(phrase: Phrase) -> Sequence[Reading]:
    """ "today", "yesterday", "послезавтра", "алдыңгүні"; "the people of tomorrow" are of no day."""
    offset = phrase.number("deictic")
    is_figure_of_speech = offset == 1 and phrase.first > 0 and phrase.sentence[phrase.first - 1].kind == "of"
    if offset is None or is_figure_of_speech:
        return ()
    if phrase.published is None:
        return [Reading("XXXX-XX-XX", flags=UNRESOLVED)]
    value = (phrase.published + timedelta(offset)).isoformat()
    return [Reading(value, anchor=published_anchor(phrase.published))]


def day_beside(phrase: Phrase) -> Sequence[Reading]:
    """ "the day before yesterday", "the day after tomorrow"."""
    offset, side = phrase.number("deictic"), phrase.number("event_offset")
    if offset is None or side is None or phrase.word("unit") != "D":
        return ()
    if phrase.published is None:
        return [Reading("XXXX-XX-XX", flags=UNRESOLVED)]
    value = (phrase.published + timedelta(offset + side)).isoformat()
    return [Reading(value, anchor=published_anchor(phrase.published))]


def month(phrase: Phrase) -> Sequence[Reading]:
    """ "October", "last June", "May 2019", "в марте прошлого года": a month, the year told or found."""
    number = phrase.number(*MONTHS)
    if number is None:
        return ()
    year = stated_year(phrase)
    if year is not None:
        return [Reading(f"{year:04}-{number:02}", anchor=year_anchor(phrase))]
    if phrase.published is None:
        return [Reading(f"XXXX-{number:02}", flags=UNRESOLVED)]
    chosen = _month(phrase, phrase.published, number)
    flags = doubt(phrase, chosen) if phrase.shift is None and chosen != phrase.published.replace(day=1) else NO_FLAGS
    return [Reading(unit_value(chosen, "M"), anchor=published_anchor(phrase.published), flags=flags)]


def month_of_short_year(phrase: Phrase) -> Sequence[Reading]:
    """ "Sept. '88"."""
    month_number, year_number = phrase.number(*MONTHS), short_year_number(phrase)
    return [Reading(f"{year_number:04}-{month_number:02}")] if month_number and year_number else ()


def short_year_number(phrase: Phrase) -> int | None:
    """The year of an apostrophe and two figures glued to it."""
    *_, quote, figure = phrase.tokens
    two_figures = figure.end - figure.start == 2 and isinstance(figure.value, int)
    return full_year(f"{figure.value:02}") if two_figures and glued(quote, figure) else None


def _month(phrase: Phrase, published: date, number: int) -> date:
    shift = phrase.shift
    here = published.replace(day=1)
    candidates = [date(year, number, 1) for year in range(max(1, here.year - 1), min(9999, here.year + 1) + 1)]
    if shift == 0:
        return date(here.year, number, 1)
    if shift is not None:
        sided = [found for found in candidates if (found > here if shift > 0 else found < here)]
        return min(sided, key=lambda found: abs(found - here))
    return _leaning_month(phrase, here, candidates)


def _leaning_month(phrase: Phrase, here: date, candidates: Sequence[date]) -> date:
    nearest = min(candidates, key=lambda found: abs(found - here))
    return lean_from(phrase, here, nearest, candidates)

"""Days told by how many weeks or days lie before them: "a week on Tuesday", "Monday week", "20 days left until"."""

from collections.abc import Sequence
from datetime import timedelta

from briefings.dates.days import UNRESOLVED, WEEKDAYS, published_anchor
from briefings.dates.lengths import duration, measure
from briefings.dates.phrase import Phrase, Reading
from briefings.dates.token_classes import Token, Value
from briefings.dates.units import offset_value

ENDS = ("до", "дейін")
BOUNDS = ("меньше", "больше")
KAZAKH_DATIVE = ("ға", "ге", "қа", "ке")
ADVERBS = ("just", "only", "exactly", "about", "roughly", "still")
EVENT_REACH = 6
"""How far "до выборов" may stand from "осталось 20 дней"."""


def weekday_after_weeks(phrase: Phrase) -> Sequence[Reading]:
    """ "a week on Tuesday", "Monday week", "через неделю в субботу": so many weeks after the coming one."""
    weekday, (count, unit) = phrase.number(*WEEKDAYS), measure(phrase)
    if weekday is None or unit != "W" or not isinstance(count, int):
        return ()
    if phrase.published is None:
        return [Reading(f"XXXX-WXX-{weekday}", flags=UNRESOLVED)]
    return [_reading(phrase, (weekday - phrase.published.isoweekday() - 1) % 7 + 1 + 7 * count)]


def weekday_weeks_ago(phrase: Phrase) -> Sequence[Reading]:
    """ "a week ago Tuesday": so many weeks before the last one."""
    weekday, (count, unit) = phrase.number(*WEEKDAYS), measure(phrase)
    if weekday is None or unit != "W" or not isinstance(count, int) or phrase.published is None:
        return ()
    return [_reading(phrase, -((phrase.published.isoweekday() - weekday - 1) % 7 + 1 + 7 * count))]


def weekday_after_next(phrase: Phrase) -> Sequence[Reading]:
    """ "the Tuesday after next"."""
    weekday, side = phrase.number(*WEEKDAYS), phrase.number("event_offset")
    if weekday is None or side != 1 or phrase.shift != 1 or phrase.published is None:
        return ()
    return [_reading(phrase, (weekday - phrase.published.isoweekday() - 1) % 7 + 1 + 7)]


def day_after_weeks(phrase: Phrase) -> Sequence[Reading]:
    """ "a week tomorrow", "two weeks today"."""
    offset, (count, unit) = phrase.number("deictic"), measure(phrase)
    if offset is None or offset < 0 or unit != "W" or not isinstance(count, int) or phrase.published is None:
        return ()
    return [_reading(phrase, offset + 7 * count)]


def _reading(phrase: Phrase, days: int) -> Reading:
    assert phrase.published is not None
    try:
        return Reading((phrase.published + timedelta(days)).isoformat(), anchor=published_anchor(phrase.published))
    except OverflowError:
        return Reading("XXXX-XX-XX", flags=UNRESOLVED)


def remaining(phrase: Phrase) -> Sequence[Reading]:
    """ "63 days away", "20 күн қалды": so many units from the day of publication."""
    count, unit = measure(phrase)
    if not isinstance(count, int) or unit not in ("D", "W", "M") or phrase.published is None:
        return ()
    if phrase.followed_by("preposition") and phrase.sentence[phrase.last].value not in ("until", "till", "до"):
        return ()
    return [Reading(offset_value(phrase.published, unit, count), anchor=published_anchor(phrase.published))]


def remaining_until(phrase: Phrase) -> Sequence[Reading]:
    """ "до голосования осталось 20 дней", "сайлауға 20 күн қалды": the same where the sentence says until what."""
    if phrase.first and phrase.sentence[phrase.first - 1].value in BOUNDS:
        return ()
    around = phrase.sentence[max(0, phrase.first - EVENT_REACH) : phrase.last + EVENT_REACH]
    return remaining(phrase) if any(_names_the_end(token) for token in around) else ()


def _names_the_end(token: Token) -> bool:
    value = token.value
    return value in ENDS or (token.kind == "word" and isinstance(value, str) and value.endswith(KAZAKH_DATIVE))


def length_ahead(phrase: Phrase) -> Sequence[Reading]:
    """ "in two weeks" is a day where the words look ahead, and a length where they look back."""
    before = _introducing(phrase)
    count, unit = measure(phrase)
    ahead = phrase.direction == "future" or _is_countdown(phrase)
    if before != "in" or not ahead or _counts_times(phrase) or phrase.published is None or unit.startswith("T"):
        return duration(phrase)
    if not isinstance(count, int):
        return duration(phrase)
    return [Reading(offset_value(phrase.published, unit, count), anchor=published_anchor(phrase.published))]


def _is_countdown(phrase: Phrase) -> bool:
    """Whether "in 63 days" says when something is: "the election is in 63 days"."""
    before = [token.value for token in phrase.sentence[max(0, phrase.first - 3) : phrase.first]]
    return any(word in ("is", "are", "s") for word in before)


def _introducing(phrase: Phrase) -> Value:
    """The word before: "in 63 days", "in just 63 days"."""
    before = [token.value for token in phrase.sentence[max(0, phrase.first - 2) : phrase.first]]
    return next((word for word in reversed(before) if word not in ADVERBS), "")


def left_until(phrase: Phrase) -> Sequence[Reading]:
    """ "it is 63 days until the election"; "open for 63 days until June" is a length."""
    before = phrase.sentence[phrase.first - 1].value if phrase.first else ""
    is_until = phrase.followed_by("preposition") and phrase.sentence[phrase.last].value in ("until", "till")
    return remaining(phrase) if is_until and before in ("is", "are", "s", *ADVERBS) else ()


TIMES_REACH = 4


def _counts_times(phrase: Phrase) -> bool:
    """ "for the first time in 25 years", "the third attack in two weeks"."""
    before = phrase.sentence[max(0, phrase.first - TIMES_REACH) : phrase.first]
    return any(token.kind == "ordinal" for token in before)


def one_ahead(phrase: Phrase) -> Sequence[Reading]:
    """ "in a week", "in a year": as with a figure; after other prepositions it is no time."""
    introduced = phrase.sentence[phrase.first - 1].value == "in"
    return length_ahead(phrase) if introduced and phrase.word("unit") != "Q" else ()

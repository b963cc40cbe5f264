"""Weekdays told against today, against the date told last, or as the end of a range."""

from collections.abc import Sequence
from datetime import date, timedelta

from briefings.dates.days import DOUBTFUL, NO_FLAGS, UNRESOLVED, WEEKDAYS, published_anchor, stated_anchor
from briefings.dates.phrase import Phrase, Reading


def weekday(phrase: Phrase) -> Sequence[Reading]:
    """ "Sunday", "last Friday", "this coming Sunday", "в следующий вторник"."""
    number = phrase.number(*WEEKDAYS)
    if number is None:
        return ()
    if phrase.published is None:
        return [Reading(f"XXXX-WXX-{number}", flags=UNRESOLVED)]
    if (stated := phrase.passage.stated_day) and (sign := phrase.number("told_shift")):
        return [
            Reading(_beside_stated(stated, number, sign).isoformat(), anchor=stated_anchor(str(phrase.passage.stated)))
        ]
    value = _weekday(phrase, phrase.published, number).isoformat()
    flags = DOUBTFUL if _is_guessed(phrase, number) else NO_FLAGS
    return [Reading(value, anchor=published_anchor(phrase.published), flags=flags)]


def _is_guessed(phrase: Phrase, number: int) -> bool:
    """Whether neither the words around a weekday nor today's own tell which one is meant."""
    today = phrase.published is not None and phrase.published.isoweekday() == number
    return not today and phrase.shift is None and _range_start(phrase) is None and phrase.told_direction is None


def _beside_stated(stated: date, number: int, sign: int) -> date:
    """ "the following Monday": the next such weekday after the day told last, or the one before it."""
    days = (sign * (number - stated.isoweekday()) - 1) % 7 + 1
    return stated + timedelta(sign * days)


def _range_start(phrase: Phrase) -> date | None:
    """The day that a range of weekdays begins with: "from Monday to Friday", "дүйсенбіден жұмаға"."""
    before = phrase.sentence[max(0, phrase.first - 2) : phrase.first]
    kinds = [token.kind for token in before]
    if kinds[-1:] == ["weekday"] or (kinds[:1] == ["weekday"] and kinds[1:] in (["to"], ["dash"])):
        return phrase.passage.stated_day
    return None


def _weekday(phrase: Phrase, published: date, number: int) -> date:
    if (start := _range_start(phrase)) is not None:
        return start + timedelta((number - start.isoweekday()) % 7)
    behind = published - timedelta((published.isoweekday() - number) % 7)
    today = behind == published
    shift = phrase.shift
    if shift is not None and shift < 0:
        return behind - timedelta(7 * (-shift if today else -shift - 1))
    if shift is not None and shift > 0:
        return behind + timedelta(7 * shift)
    if shift == 0 and not today:
        return _weekday_of_this_week(phrase, published, behind)
    if (today and not phrase.alone) or phrase.direction != "future":
        return behind
    return behind + timedelta(7)


def _weekday_of_this_week(phrase: Phrase, published: date, behind: date) -> date:
    same_week = behind if behind.isocalendar()[:2] == published.isocalendar()[:2] else behind + timedelta(7)
    return behind if phrase.direction == "past" else same_week


def weekday_of_week(phrase: Phrase) -> Sequence[Reading]:
    """ "вторник на следующей неделе": a weekday of a week told against this one."""
    number, shift = phrase.number(*WEEKDAYS), phrase.shift
    if number is None or shift is None or phrase.word("unit", "units") != "W":
        return ()
    if phrase.published is None:
        return [Reading(f"XXXX-WXX-{number}", flags=UNRESOLVED)]
    day = phrase.published + timedelta(7 * shift + number - phrase.published.isoweekday())
    return [Reading(day.isoformat(), anchor=published_anchor(phrase.published))]

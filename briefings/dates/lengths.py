"""Lengths of time, what comes back regularly, and words that only point: "now", "recently"."""

from collections.abc import Sequence

from briefings.dates.phrase import Phrase, Reading

UNITS = ("unit", "units")
YEARS = {"E": 10, "C": 100}


def quantity(phrase: Phrase) -> int | float | str:
    """How many: a figure, a number word, "a" for one, "X" for "several"; one where nothing is said."""
    value = phrase.value("vague_count") or phrase.value("day", "count", "decimal", "year", "a")
    return 1 if value is None or isinstance(value, tuple) else value


def measure(phrase: Phrase) -> tuple[int | float | str, str]:
    """How many of which unit; "полгода" is six months, "полтора года" eighteen."""
    if word := phrase.word("length_word"):
        count, _, unit_of_word = word.partition(" ")
        return int(count), unit_of_word
    unit = phrase.word(*UNITS)
    if phrase.has("one_and_half"):
        return (18, "M") if unit == "Y" else (1.5, unit)
    if unit == "Y" and phrase.has("half", "half_more"):
        whole = quantity(phrase) if phrase.has("half_more") else 0
        return (whole * 12 + 6, "M") if isinstance(whole, int) else (whole, unit)
    return quantity(phrase), unit


def duration(phrase: Phrase) -> Sequence[Reading]:
    """ "25 years", "a two-hour", "the past three months", "несколько недель", "15 күн"."""
    count, unit = measure(phrase) if phrase.has("length_word") else (quantity(phrase), phrase.word(*UNITS))
    if not unit or unit == "WE" or phrase.shift == 0 or (unit == "Q" and phrase.followed_by("of")):
        return ()
    if len(phrase.numbers("day", "count")) > 1:
        count = "X"
    return [
        Reading(
            duration_value(count, unit, half=phrase.has("half", "half_more", "fraction", "one_and_half")),
            type="DURATION",
        )
    ]


def duration_value(count: float | str, unit: str, *, half: bool = False) -> str:
    """P25Y, PT2H, PXM; decades and centuries are told in years."""
    if half:
        return _with_half(count, unit)
    if unit in YEARS and not isinstance(count, str):
        return f"P{_figure(count * YEARS[unit])}Y"
    clock, letter = ("T", unit[1]) if unit.startswith("T") else ("", unit)
    return f"P{clock}{_figure(count)}{letter}"


def _figure(count: float | str) -> str:
    return f"{count:g}" if isinstance(count, float) else str(count)


def _with_half(count: float | str, unit: str) -> str:
    """ "a minute and a half" is PT1M30S, "two and a half years" P2Y6M."""
    smaller = {"Y": "6M", "TH": "30M", "TM": "30S", "D": "T12H"}.get(unit)
    if smaller is None:
        return duration_value(f"{count}.5", unit)
    return duration_value(count, unit) + smaller


def half_unit(phrase: Phrase) -> Sequence[Reading]:
    """ "half a year", "half an hour", "полгода", "жарты жыл"."""
    value = {"Y": "P6M", "TH": "PT30M", "D": "PT12H", "C": "P50Y", "E": "P5Y", "TM": "PT30S"}.get(phrase.word(*UNITS))
    return [Reading(value, type="DURATION")] if value else ()


def vague_duration(phrase: Phrase) -> Sequence[Reading]:
    """ "for months", "within weeks": a length without a figure."""
    unit = phrase.word(*UNITS)
    return [Reading(duration_value("X", unit), type="DURATION")] if unit not in ("", "Q", "WE") else ()


def recurrence(phrase: Phrase) -> Sequence[Reading]:
    """ "every Friday", "each July", "по пятницам", "күн сайын", "daily"."""
    part = phrase.word("part", "parts")
    if weekday := phrase.number("weekday", "weekdays", "shortday"):
        return [Reading(f"XXXX-WXX-{weekday}{part}", type="SET")]
    if month := phrase.number("month", "shortmonth", "doubtmonth"):
        day = phrase.number("day", "ordinal")
        return [Reading(f"XXXX-{month:02}" + (f"-{day:02}" if day else ""), type="SET")]
    if season := phrase.word("season", "doubtseason"):
        return [Reading(f"XXXX-{season}", type="SET")]
    if adverb := phrase.word("regularly"):
        return [Reading(adverb, type="SET")]
    if part:
        return [Reading(f"XXXX-XX-XX{part}", type="SET")]
    unit = phrase.word(*UNITS)
    if unit == "WE":
        return [Reading("XXXX-WXX-WE", type="SET")]
    count = 1 if phrase.has("times", "often", "paper") else quantity(phrase)
    return [Reading(duration_value(count, unit), type="SET")] if unit else ()


def regularly(phrase: Phrase) -> Sequence[Reading]:
    """ "daily", "annually"; before a name it is a newspaper, "the daily Kurier"."""
    return () if phrase.followed_by_name else recurrence(phrase)


def weekends(phrase: Phrase) -> Sequence[Reading]:
    """ "on weekends"."""
    return recurrence(phrase) if phrase.word("units") == "WE" else ()


def whole_length(phrase: Phrase) -> Sequence[Reading]:
    """ "weeklong", "yearlong"."""
    return [Reading(phrase.word("whole_length"), type="DURATION")]


def moment(phrase: Phrase) -> Sequence[Reading]:
    """ "at the moment", "at present", "at that time", "these days"."""
    if phrase.has("these", "those"):
        near = "PRESENT_REF" if phrase.has("these") else "PAST_REF"
        return [Reading(near)] if phrase.word("units") == "D" else ()
    if phrase.sentence[phrase.first - 1].value != "at":
        return ()
    now = phrase.has("present") or (phrase.has("moment") and not phrase.has("that"))
    return [Reading("PRESENT_REF" if now else "PAST_REF")]


def term(_: Phrase) -> Sequence[Reading]:
    """ "in the long term"."""
    return [Reading("FUTURE_REF")]


def reference(phrase: Phrase) -> Sequence[Reading]:
    """ "now", "recently", "in the future"."""
    value = "PAST_REF" if phrase.has("past") else phrase.word("reference", "now", "era", "current")
    return [Reading(value)] if value else ()


def unit_length(phrase: Phrase) -> Sequence[Reading]:
    """ "за год", "в течение недели", "бір жыл ішінде": one unit without a figure, or an unknown number of them."""
    unit = phrase.word(*UNITS)
    return [Reading(duration_value(1 if phrase.has("unit") else "X", unit), type="DURATION")] if unit != "WE" else ()


def era(phrase: Phrase) -> Sequence[Reading]:
    """ "в настоящее время", "в последнее время", "в будущем", "соңғы уақытта"."""
    shift = phrase.number("shift", "past")
    if shift:
        return [Reading("PAST_REF" if shift < 0 else "FUTURE_REF")]
    return reference(phrase)


def adjective_length(phrase: Phrase) -> Sequence[Reading]:
    """ "5-дневный визит"; "78-летний Иванов" is an age."""
    unit = phrase.word("unit_adjective")
    if unit == "Y" and phrase.followed_by_name:
        return ()
    return [Reading(duration_value(quantity(phrase), unit), type="DURATION")]


def either_reference(phrase: Phrase) -> Sequence[Reading]:
    """ "жақында": lately or soon, as the verb says."""
    return [Reading("FUTURE_REF" if phrase.direction == "future" else "PAST_REF")]

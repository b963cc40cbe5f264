"""How a reader wants to be told: language, zone, times, leads, quiet hours, digest."""

from collections.abc import Iterable
from datetime import time
from typing import Literal
from zoneinfo import ZoneInfo

from babel.dates import get_timezone_location

from bot.locales import texts
from bot.views.buttons import button
from bot.views.leads import in_rows, lead_rows, say_leads
from bot.views.markup import Html, join, plain
from bot.views.message import Button, Message
from bot.views.moment import Moment
from briefings.language import LANGUAGES, Language
from briefings.language.spoken import say_time
from briefings.reader import ReaderSettings
from briefings.zones import COMMON, City

TIMES = (time(7), time(8), time(9), time(12), time(18), time(20))
Saved = Literal["zone", "time", "quiet"]
NIGHTS = ((time(21), time(8)), (time(22), time(7)), (time(23), time(9)))


def settings_view(reader: ReaderSettings, moment: Moment) -> Message:
    """Show everything that is set, with a button to change each."""
    t = moment.t
    title = t("settings-title-group" if reader.is_group else "settings-title")
    verbs = ("language", "zone", "time", "leads", "quiet")
    buttons = [button(t, f"button-{verb}", f"set:{verb}") for verb in verbs]
    digest = button(t, "button-digest", "digest")
    return Message(join([title, join(_lines(reader, moment))], "\n\n"), in_rows([*buttons, digest]))


def choose_language(moment: Moment) -> Message:
    """Offer the languages by their own names."""
    names = [Button(plain(texts(one)("language-name")), f"set:language:{one}") for one in LANGUAGES]
    return Message(moment.t("language-choose"), (tuple(names), _back(moment)))


def choose_zone(moment: Moment) -> Message:
    """Offer the zones most readers live in, by their cities; a place may be written or shared instead."""
    rows = in_rows(Button(zone_label(zone, moment.language), f"set:zone:{zone}") for zone in COMMON)
    return Message(moment.t("zone-choose"), (*rows, _back(moment)))


def choose_city(cities: Iterable[City], moment: Moment) -> Message:
    """Ask which of several cities is meant; of those with the same clocks the first stands for all."""
    first = {city.zone: city for city in reversed(tuple(cities))}
    shown = reversed(first.values())
    rows = ((Button(f"{city.name}, {city.country}", f"set:zone:{city.zone}"),) for city in shown)
    return Message(moment.t("zone-which"), (*rows, _back(moment)))


def choose_time(moment: Moment) -> Message:
    """Offer times of day, and to write another."""
    rows = in_rows((Button(f"{one:%H:%M}", f"set:time:{one:%H%M}") for one in TIMES), 3)
    other = button(moment.t, "button-type-time", "set:write:time")
    return Message(moment.t("time-choose"), (*rows, (other, *_back(moment))))


def choose_leads(reader: ReaderSettings, moment: Moment) -> Message:
    """Offer leads to switch on and off, and to write another."""
    rows = lead_rows(reader.leads, "set:leads", moment.language)
    other = button(moment.t, "button-other-lead", "set:write:leads")
    return Message(moment.t("leads-choose"), (*rows, (other, *_back(moment))))


def choose_quiet(moment: Moment) -> Message:
    """Offer quiet hours, none, and to write others."""
    rows = tuple((Button(f"{start:%H:%M}–{end:%H:%M}", f"set:quiet:{start:%H%M}-{end:%H%M}"),) for start, end in NIGHTS)
    none = button(moment.t, "button-quiet-none", "set:quiet:none")
    other = button(moment.t, "button-type-time", "set:write:quiet")
    return Message(moment.t("quiet-choose"), (*rows, (none, other), _back(moment)))


def ask_for(name: str, moment: Moment) -> Message:
    """Ask for something to be written, with a way out."""
    return Message(moment.t(name), (_back(moment),))


def saved(reader: ReaderSettings, what: Saved, moment: Moment) -> Message:
    """Say what holds from now on, with the way back to all settings."""
    quiet = "quiet-set" if reader.quiet else "quiet-off"
    said = {
        "zone": moment.t("zone-set", zone=reader.zone, time=_clock(moment)),
        "time": moment.t("time-set", time=f"{reader.reminder_time:%H:%M}"),
        "quiet": moment.t(quiet, **_hours(reader)),
    }
    return Message(said[what], (_back(moment),))


def zone_label(zone: str, language: Language) -> str:
    """Return a zone's city in a language."""
    return zone if zone == "UTC" else get_timezone_location(zone, locale=language, return_city=True)


def _lines(reader: ReaderSettings, moment: Moment) -> Iterable[Html]:
    t = moment.t
    yield t("settings-language", value=t("language-name"))
    yield t("settings-zone", value=reader.zone, time=_clock(moment))
    yield t("settings-time", value=f"{reader.reminder_time:%H:%M}")
    yield t("settings-leads", value=say_leads(reader.leads, moment.language) or t("settings-leads-none"))
    yield _quiet(reader, moment)
    yield t("settings-digest", value=t(f"digest-{reader.digest or 'off'}"))


def _quiet(reader: ReaderSettings, moment: Moment) -> Html:
    return moment.t("settings-quiet" if reader.quiet else "settings-quiet-none", **_hours(reader))


def _hours(reader: ReaderSettings) -> dict[str, str]:
    if reader.quiet is None:
        return {}
    return {"from": f"{reader.quiet.start:%H:%M}", "to": f"{reader.quiet.end:%H:%M}"}


def _clock(moment: Moment) -> str:
    return say_time(moment.now.astimezone(ZoneInfo(moment.zone)), moment.language)


def _back(moment: Moment) -> tuple[Button, ...]:
    return (button(moment.t, "back", "settings"),)

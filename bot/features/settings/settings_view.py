"""How a reader wants to be reminded: language, zone, times, leads, quiet hours, digest."""

from collections.abc import Iterable
from datetime import time
from typing import Literal
from zoneinfo import ZoneInfo

from babel.dates import get_timezone_location

from bot.locales import texts
from bot.ui.buttons import button
from bot.ui.lead_buttons import in_rows, lead_rows, say_leads
from bot.ui.markup import Html, join, plain
from bot.ui.message import Button, Message
from bot.ui.view_context import ViewContext
from briefings.model.reader import ReaderSettings
from briefings.text import LANGUAGES, Language
from briefings.text.spoken_dates import say_time
from briefings.zones import COMMON, City, Found
from briefings.zones.countries import country_name, state_name

TIMES = (time(7), time(8), time(9), time(12), time(18), time(20))
Saved = Literal["zone", "time", "quiet"]
MOST_STATES = 3
NAMED = {"UTC": "zone-utc", "Europe/Kyiv": "zone-kyiv"}
"""zones that the table of names does not know in all our languages"""
NIGHTS = ((time(21), time(8)), (time(22), time(7)), (time(23), time(9)))


def settings_view(reader: ReaderSettings, viewer: ViewContext) -> Message:
    """Show everything that is set, with a button to change each."""
    t = viewer.t
    title = t("settings-title-group" if reader.is_group else "settings-title")
    verbs = ("language", "zone", "time", "leads", "quiet")
    buttons = [button(t, f"button-{verb}", f"set:{verb}") for verb in verbs]
    digest = button(t, "button-digest", "digest")
    return Message(join([title, join(_lines(reader, viewer))], "\n\n"), in_rows([*buttons, digest]))


def choose_language(_reader: ReaderSettings, viewer: ViewContext) -> Message:
    """Offer the languages by their own names."""
    names = [Button(plain(texts(one)("language-name")), f"set:language:{one}") for one in LANGUAGES]
    return Message(viewer.t("language-choose"), (tuple(names), _back(viewer)))


def choose_zone(reader: ReaderSettings, viewer: ViewContext) -> Message:
    """Offer the zones most readers live in, by their cities; a place may be written or shared instead."""
    rows = in_rows(Button(zone_label(zone, viewer.language), f"set:zone:{zone}") for zone in COMMON)
    if not reader.is_group:
        return Message(viewer.t("zone-choose"), (*rows, _back(viewer)))
    other = button(viewer.t, "button-type-city", "set:write:zone")
    return Message(viewer.t("zone-choose-group"), (*rows, (other, *_back(viewer))))


def choose_city(found: Found, viewer: ViewContext) -> Message:
    """Ask which of several cities is meant; of those with the same clocks only the likeliest is shown."""
    groups: dict[str, list[City]] = {}
    for city in found.cities:
        groups.setdefault(city.zone, []).append(city)
    rows = ((Button(_city_label(same, viewer.language), f"set:zone:{zone}"),) for zone, same in groups.items())
    return Message(viewer.t("zone-offset" if found.is_offset else "zone-which"), (*rows, _back(viewer)))


def choose_time(reader: ReaderSettings, viewer: ViewContext) -> Message:
    """Offer times of day; another may be written."""
    rows = in_rows((Button(f"{one:%H:%M}", f"set:time:{one:%H%M}") for one in TIMES), 3)
    other = button(viewer.t, "button-type-time", "set:write:time")
    return Message(_choice("time-choose", reader, viewer), (*rows, (other, *_back(viewer))))


def choose_leads(reader: ReaderSettings, viewer: ViewContext) -> Message:
    """Offer leads to switch on and off; others may be written."""
    rows = lead_rows(reader.leads, "set:leads", viewer.language)
    other = button(viewer.t, "button-other-lead", "set:write:leads")
    return Message(_choice("leads-choose", reader, viewer), (*rows, (other, *_back(viewer))))


def choose_quiet(reader: ReaderSettings, viewer: ViewContext) -> Message:
    """Offer quiet hours or none; others may be written."""
    rows = tuple((Button(f"{start:%H:%M}–{end:%H:%M}", f"set:quiet:{start:%H%M}-{end:%H%M}"),) for start, end in NIGHTS)
    none = button(viewer.t, "button-quiet-none", "set:quiet:none")
    other = button(viewer.t, "button-type-time", "set:write:quiet")
    return Message(_choice("quiet-choose", reader, viewer), (*rows, (none, other), _back(viewer)))


def ask_for(name: str, viewer: ViewContext) -> Message:
    """Ask for something to be written, with a way out."""
    return Message(viewer.t(name), (_back(viewer),))


def saved(reader: ReaderSettings, what: Saved, viewer: ViewContext) -> Message:
    """Say what holds from now on, with the way back to all settings."""
    quiet = "quiet-set" if reader.quiet else "quiet-off"
    said = {
        "zone": viewer.t(
            "zone-set-group" if reader.is_group else "zone-set",
            zone=reader.zone,
            time=_clock(viewer),
            remind=f"{reader.reminder_time:%H:%M}",
        ),
        "time": viewer.t("time-set", time=f"{reader.reminder_time:%H:%M}"),
        "quiet": viewer.t(quiet, **_hours(reader)),
    }
    return Message(said[what], (_back(viewer),))


def zone_label(zone: str, language: Language) -> str:
    """Return a zone's city in a language."""
    if zone in NAMED:
        return plain(texts(language)(NAMED[zone]))
    return get_timezone_location(zone, locale=language, return_city=True)


def _choice(name: str, reader: ReaderSettings, viewer: ViewContext) -> Html:
    """Return a question that may be answered by writing; in a group by a reply, which is all that is read there."""
    return join([viewer.t(name), viewer.t("reply-here") if reader.is_group else ""], "\n\n")


def _city_label(same: list[City], language: Language) -> str:
    """Name a city with its country, and with the states of all those that are called like it."""
    first = same[0]
    states = dict.fromkeys(state_name(city) for city in same if city.name == first.name)
    country = country_name(first.country, language) if first.country else ""
    return ", ".join(filter(None, [first.name, " / ".join(list(states)[:MOST_STATES]), country]))


def _lines(reader: ReaderSettings, viewer: ViewContext) -> Iterable[Html]:
    t = viewer.t
    yield t("settings-language", value=t("language-name"))
    yield t("settings-zone", value=reader.zone, time=_clock(viewer))
    yield t("settings-time", value=f"{reader.reminder_time:%H:%M}")
    yield t("settings-leads", value=say_leads(reader.leads, viewer.language) or t("settings-leads-none"))
    yield _quiet(reader, viewer)
    yield t("settings-digest", value=t(f"digest-{reader.digest or 'off'}"))


def _quiet(reader: ReaderSettings, viewer: ViewContext) -> Html:
    return viewer.t("settings-quiet" if reader.quiet else "settings-quiet-none", **_hours(reader))


def _hours(reader: ReaderSettings) -> dict[str, str]:
    if reader.quiet is None:
        return {}
    return {"from": f"{reader.quiet.start:%H:%M}", "to": f"{reader.quiet.end:%H:%M}"}


def _clock(viewer: ViewContext) -> str:
    return say_time(viewer.now.astimezone(ZoneInfo(viewer.zone)), viewer.language)


def _back(viewer: ViewContext) -> tuple[Button, ...]:
    return (button(viewer.t, "back", "settings"),)

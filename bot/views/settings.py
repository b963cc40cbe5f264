"""How a reader wants to be told: language, zone, times, leads, quiet hours, digest."""

from collections.abc import Iterable
from datetime import time
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

COMMON_ZONES = (
    "Asia/Almaty",
    "Asia/Tashkent",
    "Asia/Bishkek",
    "Europe/Moscow",
    "Europe/Istanbul",
    "Europe/Berlin",
    "Europe/London",
    "America/New_York",
    "Asia/Dubai",
    "UTC",
)
TIMES = (time(7), time(8), time(9), time(12), time(18), time(20))
NIGHTS = ((time(21), time(8)), (time(22), time(7)), (time(23), time(9)))
RHYTHMS = ("off", "daily", "weekly")


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


def choose_zone(moment: Moment, zones: Iterable[str] = COMMON_ZONES, asking: str = "zone-choose") -> Message:
    """Offer zones by their cities, and to write a place instead."""
    rows = in_rows(Button(zone_label(zone, moment.language), f"set:zone:{zone}") for zone in zones)
    return Message(moment.t(asking), (*rows, _back(moment)))


def choose_time(moment: Moment) -> Message:
    """Offer times of day, and to write another."""
    rows = in_rows((Button(f"{one:%H:%M}", f"set:time:{one:%H%M}") for one in TIMES), 3)
    return Message(moment.t("time-choose"), (*rows, _back(moment)))


def choose_leads(reader: ReaderSettings, moment: Moment) -> Message:
    """Offer leads to switch on and off, and to write another."""
    rows = lead_rows(reader.leads, "set:leads", moment.language)
    other = button(moment.t, "button-other-lead", "set:other-lead")
    return Message(moment.t("leads-choose"), (*rows, (other, *_back(moment))))


def choose_quiet(moment: Moment) -> Message:
    """Offer quiet hours, none, and to write others."""
    rows = tuple((Button(f"{start:%H:%M}–{end:%H:%M}", f"set:quiet:{start:%H%M}-{end:%H%M}"),) for start, end in NIGHTS)
    none = button(moment.t, "button-quiet-none", "set:quiet:none")
    other = button(moment.t, "button-type-time", "set:quiet:ask")
    return Message(moment.t("quiet-choose"), (*rows, (none, other), _back(moment)))


def choose_digest(reader: ReaderSettings, moment: Moment) -> Message:
    """Offer the rhythms of the digest."""
    now = moment.t(f"digest-{reader.digest or 'off'}")
    row = tuple(button(moment.t, f"button-digest-{rhythm}", f"digest:{rhythm}") for rhythm in RHYTHMS)
    return Message(moment.t("digest-choose", value=now), (row, _back(moment)))


def ask_for(name: str, moment: Moment) -> Message:
    """Ask for something to be written, with a way out."""
    return Message(moment.t(name), (_back(moment),))


def zone_is(zone: str, moment: Moment) -> Html:
    """Say which zone was set, and what time it is there."""
    local = moment.now.astimezone(ZoneInfo(zone))
    return moment.t("zone-set", zone=zone, time=say_time(local, moment.language))


def zone_label(zone: str, language: Language) -> str:
    """Return a zone's city in a language."""
    return zone if zone == "UTC" else get_timezone_location(zone, locale=language, return_city=True)


def _lines(reader: ReaderSettings, moment: Moment) -> Iterable[Html]:
    t = moment.t
    now = say_time(moment.now.astimezone(ZoneInfo(reader.zone)), moment.language)
    yield t("settings-language", value=t("language-name"))
    yield t("settings-zone", value=reader.zone, time=now)
    yield t("settings-time", value=f"{reader.reminder_time:%H:%M}")
    yield t("settings-leads", value=say_leads(reader.leads, moment.language) or t("settings-leads-none"))
    yield _quiet(reader, moment)
    yield t("settings-digest", value=t(f"digest-{reader.digest or 'off'}"))


def _quiet(reader: ReaderSettings, moment: Moment) -> Html:
    if reader.quiet is None:
        return moment.t("settings-quiet-none")
    return moment.t("settings-quiet", **{"from": f"{reader.quiet.start:%H:%M}", "to": f"{reader.quiet.end:%H:%M}"})


def _back(moment: Moment) -> tuple[Button, ...]:
    return (button(moment.t, "back", "settings"),)

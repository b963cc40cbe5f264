"""The welcome, and what can be done here: by role."""

from bot.commands import ASKING, DESK, OWNING, READING, REMINDING, YOURS, Role
from bot.locales import Texts
from bot.views import when as say
from bot.views.buttons import button
from bot.views.markup import Html, escape, join
from bot.views.message import Keyboard, Message
from bot.views.moment import Moment
from briefings.key_dates.key_date import KeyDate

GAP = "\n\n"


def welcome(nearest: KeyDate | None, is_group: bool, moment: Moment, role: Role = "reader") -> Message:
    """Say hello, tell editors how to begin, name what comes next, and show the most useful buttons."""
    hello = moment.t("welcome-group" if is_group else "welcome")
    desk = Html("") if is_group or role == "reader" else moment.t("welcome-desk")
    return Message(join([hello, desk, _next(nearest, moment)], GAP), _doors(moment.t))


def help_message(role: Role, t: Texts) -> Message:
    """List what can be done, what editors and owners can do only to them."""
    sections = [("help-asking", ASKING), ("help-reading", READING), ("help-reminding", REMINDING)]
    sections += [("help-desk", DESK)] if role != "reader" else []
    sections += [("help-owning", OWNING)] if role == "owner" else []
    sections += [("help-yours", YOURS)]
    parts = [_section(name, commands, t) for name, commands in sections]
    parts[0] = join([parts[0], t("help-plain")])
    return Message(join(parts, GAP), _doors(t))


def _section(name: str, commands: tuple[str, ...], t: Texts) -> Html:
    lines = [join([f"/{command}", t(f"command-{command}")], " — ") for command in commands]
    return join([t(name), *lines])


def _next(nearest: KeyDate | None, moment: Moment) -> Html:
    if nearest is None:
        return Html("")
    day, distance = say.day(nearest.when, moment), say.distance(nearest.when, moment)
    return moment.t("welcome-next", name=escape(nearest.name), day=day, distance=distance)


def _doors(t: Texts) -> Keyboard:
    return (
        (button(t, "button-dates", "dates:ahead:0"), button(t, "button-briefings", "briefings:0")),
        (button(t, "button-reminders", "reminders:0"), button(t, "button-settings", "settings")),
    )

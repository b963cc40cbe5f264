"""The welcome, and what a role can do with the bot."""

from bot.locales import Texts
from bot.telegram.menus import ASKING, DESK, IN_GROUPS, OWNING, READING, REMINDING, YOURS, Role
from bot.ui import dates as say
from bot.ui.buttons import button
from bot.ui.key_date_names import name_of
from bot.ui.markup import Html, join
from bot.ui.message import Keyboard, Message
from bot.ui.view_context import ViewContext
from briefings.model.key_date import KeyDate

GAP = "\n\n"


def welcome(nearest: KeyDate | None, is_group: bool, viewer: ViewContext, role: Role = "reader") -> Message:
    """Say hello, tell editors how to begin, name what comes next, and show the most useful buttons."""
    hello = viewer.t("welcome-group" if is_group else "welcome")
    desk = Html("") if is_group or role == "reader" else viewer.t("welcome-desk")
    rows = _doors(viewer.t, is_group=is_group)
    if is_group:
        rows = ((button(viewer.t, "button-remind-group", "follow"),), *rows)
    return Message(join([hello, desk, _next(nearest, viewer)], GAP), rows)


def help_message(role: Role, t: Texts) -> Message:
    """List what can be done, what editors and owners can do only to them."""
    sections = [("help-asking", ASKING), ("help-reading", READING), ("help-reminding", REMINDING)]
    sections += [("help-desk", DESK)] if role != "reader" else []
    sections += [("help-owning", OWNING)] if role == "owner" else []
    sections += [("help-yours", YOURS)]
    parts = [_section(name, commands, t) for name, commands in sections]
    parts[0] = join([parts[0], t("help-plain")])
    return Message(join([*parts, t("help-in-groups")], GAP), _doors(t, is_group=False))


def group_help(bot_name: str, t: Texts) -> Message:
    """List what can be done in a group, where the bot is called by its name."""
    sections = (("help-asking", ASKING), ("help-reading", READING), ("help-reminding", REMINDING))
    shown = [*sections, ("help-group", YOURS)]
    parts = [_section(name, tuple(one for one in commands if one in IN_GROUPS), t) for name, commands in shown]
    parts[0] = join([parts[0], t("help-mention", name=f"@{bot_name}")])
    return Message(join([*parts, t("help-administrators")], GAP), _doors(t, is_group=True))


def _section(name: str, commands: tuple[str, ...], t: Texts) -> Html:
    lines = [join([f"/{command}", t(f"command-{command}")], " — ") for command in commands]
    return join([t(name), *lines])


def _next(nearest: KeyDate | None, viewer: ViewContext) -> Html:
    if nearest is None:
        return Html("")
    day, distance = say.day(nearest.when, viewer), say.distance(nearest.when, viewer)
    return viewer.t("welcome-next", name=name_of(nearest, viewer.t), day=day, distance=distance)


def _doors(t: Texts, *, is_group: bool) -> Keyboard:
    reminders = "button-reminders-group" if is_group else "button-reminders"
    return (
        (button(t, "button-dates", "dates:ahead:0"), button(t, "button-briefings", "briefings:0")),
        (button(t, reminders, "reminders:0"), button(t, "button-settings", "settings")),
    )

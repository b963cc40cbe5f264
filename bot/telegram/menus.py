"""The menus of commands: one for readers, a longer one for editors, the longest for owners, in three languages."""

import logging
from collections.abc import Iterable, Mapping
from typing import Literal

from telegram import Bot, BotCommand, BotCommandScope, BotCommandScopeAllGroupChats, BotCommandScopeChat
from telegram.error import BadRequest, Forbidden

from bot.locales import texts
from bot.observability.log_context import PSEUDONYMS
from bot.ui.markup import plain
from briefings.text import LANGUAGES, Language

logger = logging.getLogger(__name__)

Role = Literal["reader", "editor", "owner"]

ASKING = ("ask",)
READING = ("briefings", "dates", "timeline", "calendar")
REMINDING = ("follow", "unfollow", "reminders", "digest")
YOURS = ("settings", "privacy", "forgetme", "cancel", "help")
DESK = (
    "load",
    "drafts",
    "edit",
    "retract",
    "movedate",
    "canceldate",
    "stats",
    "questions",
    "broadcast",
)
OWNING = ("editors",)
IN_GROUPS = ("ask", "dates", "briefings", "follow", "reminders", "digest", "settings", "help")
MENUS: dict[Role, tuple[str, ...]] = {
    "reader": (*ASKING, *READING, *REMINDING, *YOURS),
    "editor": (*ASKING, *DESK, *READING, *REMINDING, *YOURS),
    "owner": (*ASKING, *DESK, *OWNING, *READING, *REMINDING, *YOURS),
}


async def set_menus(bot: Bot, default: Language, staff: Mapping[int, tuple[Role, Language]]) -> None:
    """Set every menu: what all readers see, what groups see, then those of the staff, each in their language."""
    await _set_in_all_languages(bot, MENUS["reader"], None, default)
    await _set_in_all_languages(bot, IN_GROUPS, BotCommandScopeAllGroupChats(), default)
    for user_id, (role, language) in staff.items():
        await set_menu(bot, user_id, role, language)


async def set_menu(bot: Bot, user_id: int, role: Role, language: Language) -> None:
    """Set one person's own menu; somebody who never wrote to the bot has none yet, which is fine."""
    scope = BotCommandScopeChat(user_id)
    try:
        await bot.set_my_commands(menu(MENUS[role], language), scope)
    except (BadRequest, Forbidden) as error:
        logger.info("no menu for %s yet: %s", PSEUDONYMS.person(user_id), error.message)


def menu(names: Iterable[str], language: Language) -> list[BotCommand]:
    """Describe the commands in a language."""
    t = texts(language)
    return [BotCommand(name, plain(t(f"command-{name}"))) for name in names]


async def _set_in_all_languages(
    bot: Bot, names: tuple[str, ...], scope: BotCommandScope | None, default: Language
) -> None:
    await bot.set_my_commands(menu(names, default), scope)
    for language in LANGUAGES:
        await bot.set_my_commands(menu(names, language), scope, language_code=language)

"""Making handlers known to the application: what they listen to, and never without the rights that they ask for."""

import re
from collections.abc import Sequence
from typing import Any

from telegram import Update
from telegram.ext import BaseHandler, CommandHandler, filters

from bot.telegram.callbacks import Data
from bot.telegram.context import Context
from bot.telegram.permissions import Guarded


class ButtonHandler(BaseHandler[Update, Context, None]):
    """Takes presses of one kind of button, if its data reads as that kind and it stands in a chat."""

    def __init__(self, data: Data[Any], callback: Guarded) -> None:
        super().__init__(callback)
        self.data = data
        self.rights = callback.rights

    def check_update(self, update: object) -> bool:
        """Whether this is such a press."""
        query = update.callback_query if isinstance(update, Update) else None
        return query is not None and query.message is not None and self.data.read(query.data) is not None


def on_button(data: Data[Any], callback: Guarded) -> ButtonHandler:
    """Let `callback` handle presses of buttons with such data."""
    return ButtonHandler(data, callback)


class DeepLinkHandler(CommandHandler[Context, None]):
    """Takes `/start` with what a link to the bot carries, if that is written so."""

    def __init__(self, link: re.Pattern[str], callback: Guarded) -> None:
        super().__init__("start", callback, filters.UpdateType.MESSAGES)
        self._link = link

    def check_update(self, update: object) -> bool | tuple[list[str], Any] | None:
        """Whether this is such a link; see the base class for what is returned."""
        found = super().check_update(update)
        is_link = isinstance(found, tuple) and len(found[0]) == 1 and self._link.fullmatch(found[0][0])
        return found if is_link else None


def on_deep_link(link: re.Pattern[str], callback: Guarded) -> DeepLinkHandler:
    """Let `callback` handle `t.me/the_bot?start=...` where what it carries matches whole."""
    return DeepLinkHandler(link, callback)


def on_command(names: str | Sequence[str], callback: Guarded, *, edited: bool = True) -> CommandHandler[Context, None]:
    """Let `callback` handle a command; also where a message is `edited` to be one."""
    return CommandHandler(names, callback, filters.UpdateType.MESSAGES if edited else filters.UpdateType.MESSAGE)

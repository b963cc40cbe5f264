"""Whole updates: characters and numbers that no database takes are kept out before anything reads them."""

import re
from typing import Any

from telegram import Bot, Update

from bot.phrases.typed_input import LARGEST_ID

UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
"""NUL, which PostgreSQL refuses, and halves of characters, which no encoding has"""


class Unstorable(ValueError):
    """A number in this update is beyond 64 bits: it is nobody's."""


def storable(update: Update, bot: Bot) -> Update | None:
    """Return the update as everything after it can take it; None for one that cannot be taken at all."""
    given = update.to_dict()
    try:
        cleaned = _clean(given)
    except Unstorable:
        return None
    return update if cleaned == given else Update.de_json(cleaned, bot)


def _clean(given: Any) -> Any:
    if isinstance(given, str):
        return UNSTORABLE.sub("", given)
    if isinstance(given, int) and not -LARGEST_ID <= given <= LARGEST_ID:
        raise Unstorable
    if isinstance(given, dict):
        return {name: _clean(value) for name, value in given.items()}
    return [_clean(value) for value in given] if isinstance(given, list) else given

"""The menus of commands."""

from collections.abc import Iterable

import pytest
from telegram.ext import CommandHandler

from bot.runtime.application import ROOMS
from bot.telegram.menus import IN_GROUPS, MENUS


def commands() -> Iterable[str]:
    yield "cancel"  # the one that belongs to no room
    for room in ROOMS:
        for handler in room.handlers():
            if isinstance(handler, CommandHandler):
                yield from handler.commands


@pytest.mark.parametrize("menu", [*MENUS.values(), IN_GROUPS])
def test_menus_offer_only_what_somebody_handles(menu: tuple[str, ...]) -> None:
    assert set(menu) <= set(commands())

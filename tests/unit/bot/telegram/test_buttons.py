"""The table of buttons: each is handled by somebody, and no data means two things."""

from bot.runtime.application import ROOMS
from bot.telegram import buttons
from bot.telegram.callbacks import Data
from bot.telegram.registration import ButtonHandler

TABLE = {name: one for name, one in vars(buttons).items() if isinstance(one, Data)}
HANDLED = [one.data for room in ROOMS for one in room.handlers() if isinstance(one, ButtonHandler)]


def test_every_button_is_handled_once() -> None:
    assert len(HANDLED) == len(TABLE)
    assert all(one in HANDLED for one in TABLE.values())


def test_every_example_is_read_by_its_own_kind_alone() -> None:
    for name, kind in TABLE.items():
        assert [other for other, one in TABLE.items() if one.read(kind.example) is not None] == [name]

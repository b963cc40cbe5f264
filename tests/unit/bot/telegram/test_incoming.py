"""Updates hold only what a database takes."""

from typing import Any

import pytest
from telegram import Bot, Update

from bot.telegram.incoming import storable


def update(**message: Any) -> Update:
    chat = {"id": 7, "type": "private", "first_name": message.pop("name", "Tom")}
    user = {"id": 7, "is_bot": False, "first_name": "Tom"}
    return Update.de_json(
        {"update_id": 1, "message": {"message_id": 1, "date": 0, "chat": chat, "from": user, **message}}, BOT
    )


BOT = Bot("1:test")


def test_an_ordinary_update_stays_as_it_is() -> None:
    given = update(text="when is the vote? 😀")
    assert storable(given, BOT) is given


def test_nul_and_halves_of_characters_are_left_out_wherever_they_stand() -> None:
    kept = storable(update(text="a\x00b\ud800", name="To\x00m"), BOT)
    assert kept is not None
    assert kept.message is not None
    assert kept.message.text == "ab"
    assert kept.message.chat.first_name == "Tom"


@pytest.mark.parametrize("number", [2**63, -(2**63), 10**30])
def test_an_id_beyond_64_bits_is_nobodys(number: int) -> None:
    assert storable(update(text="x", message_thread_id=number), BOT) is None

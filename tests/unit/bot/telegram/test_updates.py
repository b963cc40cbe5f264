"""Who waits for an answer: whoever presses or writes to the bot, not members of a group who talk with each other."""

from types import SimpleNamespace

import pytest
from telegram import Update

from bot.telegram.updates import is_for_bot

BOT = {"id": 1, "is_bot": True, "first_name": "Briefings", "username": "briefings_bot"}
TOM = {"id": 5, "is_bot": False, "first_name": "Tom"}
PRIVATE = {"id": 5, "type": "private", "first_name": "Tom"}
GROUP = {"id": -5, "type": "group", "title": "Watch"}
CONTEXT = SimpleNamespace(bot=SimpleNamespace(id=1, username="briefings_bot"))


def message(chat, text="Good morning", **more):
    return {"message_id": 2, "date": 1_556_859_600, "chat": chat, "from": TOM, "text": text, **more}


def press(chat):
    return {"id": "1", "from": TOM, "chat_instance": "1", "data": "help", "message": message(chat)}


@pytest.mark.parametrize(
    ("update", "expected"),
    [
        ({"message": message(PRIVATE)}, True),
        ({"message": message(GROUP)}, False),
        ({"message": message(GROUP, "/dates")}, True),
        ({"message": message(GROUP, "@briefings_bot when is the vote?")}, True),
        ({"message": message(GROUP, "and when?", reply_to_message=message(GROUP) | {"from": BOT})}, True),
        ({"message": message(GROUP, "and when?", reply_to_message=message(GROUP))}, False),
        ({"callback_query": press(GROUP)}, True),
        ({"edited_message": message(PRIVATE)}, False),
    ],
)
def test_whether_somebody_waits_for_an_answer(update, expected):
    assert is_for_bot(Update.de_json({"update_id": 1, **update}, None), CONTEXT) is expected

import json

import pytest

from bot.ui.markup import Html
from bot.ui.message import Button, File, Message, Reply
from bot.ui.stored_message import restore, store

KEYBOARD = ((Button("Remind", "follow:1"), Button("Source", url="https://example.org")), (Button("Later", "later"),))


@pytest.mark.parametrize(
    "message",
    [
        Reply(Html("<b>hello</b>")),
        Reply(Html("сәлем"), KEYBOARD, thread=7, replies_to=8),
        Reply(Html("which day?"), awaits_reply=True),
        Reply(Html("your data"), file=File("my-data.json", b"\x00\xff{}")),
    ],
)
def test_what_is_stored_comes_back_as_it_was(message):
    assert restore(json.loads(json.dumps(store(message)))) == message


def test_a_plain_message_comes_back_as_a_reply_to_nothing():
    assert restore(store(Message(Html("hello"), KEYBOARD))) == Reply(Html("hello"), KEYBOARD)


def test_what_an_earlier_version_stored_is_read():
    assert restore({"text": "hello"}) == Reply(Html("hello"))

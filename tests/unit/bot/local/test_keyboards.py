from typing import Any

import pytest

from bot.local.keyboards import keyboard_as_json, parse_keyboard
from bot.local.refusals import Refused

BUTTON = {"text": "Remind", "callback_data": "r"}


def inline(*buttons: Any) -> dict[str, Any]:
    return {"inline_keyboard": [list(buttons)]}


@pytest.mark.parametrize("data", ["r", "x" * 64, "қ" * 32])
def test_takes_callback_data_of_up_to_64_bytes(data: str) -> None:
    markup = inline({"text": "Go", "callback_data": data})
    assert keyboard_as_json(parse_keyboard(markup)) == markup


@pytest.mark.parametrize(
    ("markup", "reason"),
    [
        (inline({"text": "Go", "callback_data": ""}), "BUTTON_DATA_INVALID"),
        (inline({"text": "Go", "callback_data": "x" * 65}), "BUTTON_DATA_INVALID"),
        (inline({"text": "Go", "callback_data": "қ" * 33}), "BUTTON_DATA_INVALID"),
        (inline({"text": "Go"}), "Text buttons are unallowed in the inline keyboard"),
        (inline({"text": " ", "callback_data": "r"}), "text must be non-empty"),
        (inline({"callback_data": "r"}), 'Field "text" must be of type String'),
        (inline({"text": "Go", "url": "not a link"}), "URL 'not a link' is invalid"),
        (inline("Go"), "InlineKeyboardButton must be an Object"),
        ({"inline_keyboard": [BUTTON]}, "must be an Array of Arrays"),
        ({"inline_keyboard": [[BUTTON] * 8] * 13}, "reply markup is too long"),
        ({"something": 1}, "inline keyboard expected"),
        ("text", "object expected as reply markup"),
    ],
)
def test_refuses_what_telegram_refuses(markup: Any, reason: str) -> None:
    with pytest.raises(Refused, match="Bad Request") as refused:
        parse_keyboard(markup)
    assert reason in refused.value.description


def test_a_hundred_buttons_are_enough() -> None:
    assert len(parse_keyboard({"inline_keyboard": [[BUTTON] * 5] * 20})) == 20


@pytest.mark.parametrize("markup", [None, {"inline_keyboard": []}, {"remove_keyboard": True}, {"force_reply": True}])
def test_no_inline_keyboard(markup: Any) -> None:
    assert parse_keyboard(markup) == ()

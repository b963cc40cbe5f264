"""Inline keyboards: at most 100 buttons, each with a label and exactly something to do."""

import re
from dataclasses import dataclass
from typing import Any

from bot.local.refusals import bad_request

MAX_BUTTONS = 100
MAX_CALLBACK_BYTES = 64
_URL = re.compile(
    r"\A(?:https?://(?=[^\s/]+?\.\S)\S+|https?://(?:localhost|\[?[0-9a-f:.]+\]?)(?::\d+)?(?:/\S*)?|tg://\S+)$"
)
_ACTIONS = ("switch_inline_query", "switch_inline_query_current_chat", "copy_text", "web_app", "login_url", "pay")


@dataclass(frozen=True, slots=True)
class Button:
    """A button under a message: it opens ``url`` or sends ``callback_data``, or does ``other`` things."""

    text: str
    callback_data: str = ""
    url: str = ""
    other: str = ""

    def as_json(self) -> dict[str, Any]:
        """Return the button as the Bot API writes it."""
        if self.callback_data:
            return {"text": self.text, "callback_data": self.callback_data}
        return {"text": self.text, "url": self.url} if self.url else {"text": self.text, self.other: ""}


Keyboard = tuple[tuple[Button, ...], ...]


def parse_keyboard(markup: Any) -> Keyboard:
    """Return the inline keyboard of a ``reply_markup``; no keyboard for none and for the other kinds of markup."""
    if not markup:
        return ()
    if not isinstance(markup, dict):
        raise bad_request("object expected as reply markup")
    rows = markup.get("inline_keyboard")
    if rows is None:
        return _other_markup(markup)
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise bad_request('field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays')
    keyboard = tuple(tuple(_button(one) for one in row) for row in rows if row)
    if sum(map(len, keyboard)) > MAX_BUTTONS:
        raise bad_request("reply markup is too long")
    return keyboard


def keyboard_as_json(keyboard: Keyboard) -> dict[str, Any]:
    """Return the keyboard as the Bot API writes it."""
    return {"inline_keyboard": [[button.as_json() for button in row] for row in keyboard]}


def _other_markup(markup: dict[str, Any]) -> Keyboard:
    if not {"keyboard", "remove_keyboard", "force_reply"} & markup.keys():
        raise bad_request("inline keyboard expected")
    return ()


def _button(given: Any) -> Button:
    if not isinstance(given, dict):
        raise bad_request("can't parse inline keyboard button: InlineKeyboardButton must be an Object")
    text = given.get("text")
    if not isinstance(text, str):
        raise bad_request('can\'t parse inline keyboard button: Field "text" must be of type String')
    if not text.strip():
        raise bad_request("inline keyboard button text must be non-empty")
    if "callback_data" in given:
        return Button(text, callback_data=_callback_data(given["callback_data"]))
    if "url" in given:
        return Button(text, url=_url(given["url"]))
    if action := next((name for name in _ACTIONS if name in given), None):
        return Button(text, other=action)
    reason = "Text buttons are unallowed in the inline keyboard"
    raise bad_request(f"can't parse inline keyboard button: {reason}")


def _callback_data(data: Any) -> str:
    if not isinstance(data, str) or not 1 <= len(data.encode()) <= MAX_CALLBACK_BYTES:
        raise bad_request("BUTTON_DATA_INVALID")
    return data


def _url(url: Any) -> str:
    if not isinstance(url, str) or not _URL.match(url):
        raise bad_request(f"inline keyboard button URL '{url}' is invalid: Wrong HTTP URL")
    return url

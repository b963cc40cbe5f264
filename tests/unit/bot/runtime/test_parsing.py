"""What is malformed is told apart before it is stored; the rest says whose it is and what company it waits in."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from bot.runtime.parsing import MalformedUpdate, read_arrival

TOM = {"id": 7_000_000_011, "is_bot": False, "first_name": "Tom"}
PRIVATE = {"id": TOM["id"], "type": "private", "first_name": "Tom"}
GROUP = {"id": -1_002_000_000_000, "type": "supergroup", "title": "Desk"}
ENTITY = {"type": "url", "offset": 4, "length": 19}
DOCUMENT = {"file_id": "f", "file_unique_id": "u", "file_name": "a.txt"}
BEYOND = 2**63


def message(text: str = "/start", **more: Any) -> dict[str, Any]:
    said = {"message_id": 3, "date": 1_556_859_600, "chat": PRIVATE, "from": TOM, "text": text}
    return {"update_id": 7, "message": {**said, **more}}


def press(**more: Any) -> dict[str, Any]:
    under = message()["message"] | {"from": {"id": 1, "is_bot": True, "first_name": "Bot"}, "chat": GROUP}
    query = {"id": "5", "from": TOM, "message": under, "chat_instance": "1", "data": "remind:1"}
    return {"update_id": 8, "callback_query": {**query, **more}}


def nested(depth: int) -> Any:
    body: Any = []
    for _ in range(depth):
        body = [body]
    return body


def test_an_update_says_whose_it_is_and_is_kept_whole() -> None:
    arrival = read_arrival(message("ёлка \ud83c \x00"))
    assert (arrival.id, arrival.queue, arrival.person, arrival.lane) == (7, TOM["id"], TOM["id"], "asking")
    assert arrival.body.isascii()
    assert json.loads(arrival.body) == message("ёлка \ud83c \x00")


def test_what_happens_in_a_group_waits_in_the_groups_queue() -> None:
    for body in (message(chat=GROUP), press()):
        arrival = read_arrival(body)
        assert (arrival.queue, arrival.person) == (GROUP["id"], TOM["id"])


def test_who_writes_in_the_name_of_a_group_is_not_everybody_who_does() -> None:
    anonymous = {"id": 1_087_968_824, "is_bot": True, "first_name": "Group", "username": "GroupAnonymousBot"}
    for sender in (GROUP, {"id": -1_003_000_000_000, "type": "channel", "title": "News"}):
        arrival = read_arrival(message(chat=GROUP, sender_chat=sender, **{"from": anonymous}))
        assert (arrival.queue, arrival.person) == (GROUP["id"], sender["id"])


def test_a_new_background_of_the_chat_is_no_malformed_message() -> None:
    fill = {"type": "fill", "fill": {"type": "solid", "color": 1}, "dark_theme_dimming": 5}
    assert read_arrival(message(chat_background_set={"type": fill})).id == 7


def test_an_update_of_nobody_is_no_trouble() -> None:
    arrival = read_arrival({"update_id": 9})
    assert (arrival.queue, arrival.person) == (0, None)


@pytest.mark.parametrize(
    ("body", "lane"),
    [
        (message("/help"), "quick"),
        (message("/help@briefings_bot please"), "quick"),
        (press(), "quick"),
        (message("when is the vote?"), "asking"),
        (message("/ask when is the vote?"), "asking"),
        (message("/ASK@briefings_bot when?"), "asking"),
        (message("/load"), "loading"),
        (message("/edit 7"), "loading"),
        (message("x" * 1001), "loading"),
        (message("see https://example.org", entities=[ENTITY]), "loading"),
        (message("", document=DOCUMENT), "loading"),
        (message("", caption="/load", document=DOCUMENT), "loading"),
    ],
)
def test_what_takes_long_waits_in_other_company_than_what_is_quick(body: Any, lane: str) -> None:
    assert read_arrival(body).lane == lane


MALFORMED: dict[str, Callable[[], Any]] = {
    "nothing": lambda: None,
    "a list": list,
    "a text": lambda: "update",
    "no id": lambda: {"message": message()["message"]},
    "an id that is a text": lambda: message() | {"update_id": "7"},
    "an id that is true": lambda: message() | {"update_id": True},
    "an id below nought": lambda: message() | {"update_id": -1},
    "an id beyond 64 bits": lambda: message() | {"update_id": BEYOND},
    "a message that is a number": lambda: {"update_id": 7, "message": 3},
    "a message without a chat": lambda: {"update_id": 7, "message": {"message_id": 1, "date": 1}},
    "a date beyond 64 bits": lambda: message(date=BEYOND),
    "a date beyond the calendar": lambda: message(date=BEYOND - 1),
    "a date that is a text": lambda: message(date="today"),
    "a chat id beyond 64 bits": lambda: message(chat=PRIVATE | {"id": BEYOND}),
    "a chat id far below": lambda: message(chat=PRIVATE | {"id": -BEYOND - 1}),
    "a chat id that is a text": lambda: message(chat=PRIVATE | {"id": "me"}),
    "a chat that is a list": lambda: message(chat=[]),
    "a person's id that is a text": lambda: message(**{"from": TOM | {"id": "me"}}),
    "a group that moves beyond 64 bits": lambda: message(migrate_to_chat_id=BEYOND),
    "a group that moves to a text": lambda: message(migrate_to_chat_id="there"),
    "a text that is a number": lambda: message() | {"message": message()["message"] | {"text": 5}},
    "a text that is a list": lambda: message() | {"message": message()["message"] | {"text": ["a"]}},
    "a caption that is an object": lambda: message(caption={}),
    "a language that is a number": lambda: message(**{"from": TOM | {"language_code": 5}}),
    "entities that are a number": lambda: message(entities=5),
    "an entity that begins at a text": lambda: message(entities=[ENTITY | {"offset": "0"}]),
    "data that are a number": lambda: press(data=5),
    "a press by nobody": lambda: {"update_id": 8, "callback_query": {"id": "5", "chat_instance": "1", "data": "x"}},
    "lists in lists": lambda: message(anything=nested(100_000)),
    "replies to replies": lambda: message(reply_to_message=replies(500)),
    "a number beyond 64 bits anywhere": lambda: message(anything=[{"x": [10**400]}]),
}


def replies(depth: int) -> dict[str, Any]:
    body = message()["message"]
    for _ in range(depth):
        body = message()["message"] | {"reply_to_message": body}
    return body


@pytest.mark.parametrize("make", MALFORMED.values(), ids=MALFORMED.keys())
def test_what_telegram_would_not_send_is_malformed_and_nothing_else(make: Callable[[], Any]) -> None:
    with pytest.raises(MalformedUpdate):
        read_arrival(make())


def test_the_id_of_a_malformed_update_is_told_where_it_can_be_read() -> None:
    with pytest.raises(MalformedUpdate) as raised:
        read_arrival(message(date="today"))
    assert raised.value.update_id == 7

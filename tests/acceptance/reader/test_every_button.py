"""Every button that a reader or an owner can reach is pressed once: each is answered, nothing breaks."""

import asyncio
from collections.abc import Iterator

import pytest

from bot.local.person import Person

pytestmark = [pytest.mark.asyncio(loop_scope="module"), pytest.mark.long]

COMMANDS = (
    "/start /help /briefings /dates /follow /unfollow /reminders /timeline /calendar /digest /settings /privacy /stats"
    " /drafts /questions /editors /load /movedate /canceldate /edit /retract"
).split()
SAID = ("when is the vote?", "who was detained?", "who won?", "/follow vote", "/follow zebras", "<b>&", "x" * 4096)
MOST = 250
NOBODYS = ("remind:999", "date:999", "briefing:999", "lead:date:999:7d", "topic:9", "drop:9", "snooze:999:eve", "zzz")


def new_buttons(person: Person, pressed: set[str]) -> Iterator[tuple[object, str]]:
    for message in person.messages:
        for row in message.keyboard:
            for button in row:
                if button.callback_data and button.callback_data not in pressed:
                    yield message, button.callback_data


@pytest.mark.parametrize(("role", "language"), [("reader", "en"), ("reader", "ru"), ("reader", "kk"), ("owner", "en")])
async def test_every_button_is_answered(running, telegram, owner, role, language) -> None:
    person = owner if role == "owner" else telegram.person(name="Tom", language=language)
    for words in (*COMMANDS, *SAID):
        await person.says(words)
        await person.hears()
    pressed: set[str] = set()
    while len(pressed) < MOST and (button := next(new_buttons(person, pressed), None)):
        message, data = button
        pressed.add(data)
        press = telegram.world.press(person.user, message, data)
        await asyncio.wait_for(press.answer, 20)
    assert len(pressed) > 20


async def test_a_button_that_is_nobodys_gets_a_kind_word(running, telegram, reader) -> None:
    await reader.says("/start")
    welcome = await reader.hears("I know the news")
    for data in NOBODYS:
        press = telegram.world.press(reader.user, welcome, data)
        answer = await asyncio.wait_for(press.answer, 20)
        assert "wrong" not in answer["text"]

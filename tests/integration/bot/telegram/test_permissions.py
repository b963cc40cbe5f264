"""Rights are asked at every command, button and step, of whoever writes or presses, each time anew."""

from collections.abc import Iterable
from typing import Any

import pytest
from telegram.ext import BaseHandler, CommandHandler, MessageHandler

from bot.local.group import Group
from bot.local.person import Person
from bot.locales import texts
from bot.runtime.application import ROOMS, steps
from bot.telegram.dialogue import Step
from bot.telegram.permissions import ADMINISTRATORS, ANYBODY, EDITORS, OWNERS, Guarded, Permission
from bot.telegram.registration import ButtonHandler
from bot.ui.markup import plain
from tests.in_process import OWNER, InProcess

HANDLERS: list[BaseHandler[Any, Any, Any]] = [one for room in ROOMS for one in room.handlers()]
BUTTONS = [one for one in HANDLERS if isinstance(one, ButtonHandler)]
COMMANDS = [one for one in HANDLERS if isinstance(one, CommandHandler)]
FOR_ALL = {
    "help", "briefing", "briefings", "dates", "timeline", "date", "calendar", "reminders", "following", "topic",
    "ask", "start", "privacy",
}  # fmt: skip
"""what is only read; a button or command that everybody may use is named here on purpose"""
ABOUT = {"kind": "date", "number": 1, "briefing": 1, "key_date": 1, "action": "load", "about": None}
"""what the steps were told when they began"""
REFUSED = {ADMINISTRATORS: "admins-only", EDITORS: "editors-only", OWNERS: "owners-only"}


def saying(name: str) -> str:
    return plain(texts("en")(name))


def rights_of(handler: BaseHandler[Any, Any, Any]) -> Permission:
    assert isinstance(handler.callback, Guarded), handler
    return handler.callback.rights


@pytest.fixture
def group(bot: InProcess, reader: Person, owner: Person) -> Group:
    return bot.telegram.group("Watch", [reader], [owner])


def place(rights: Permission, reader: Person, group: Group) -> Any:
    """Where somebody without these rights stands: in private everybody administrates."""
    return group.chat if rights is ADMINISTRATORS else reader.chat


def of(rights: Iterable[Permission], every: Iterable[Any]) -> list[Any]:
    return [one for one in every if rights_of(one) in rights]


def test_every_handler_says_who_may_use_it() -> None:
    unguarded = [one for one in HANDLERS if not isinstance(one.callback, Guarded)]
    assert {one.callback.__name__ for one in unguarded} == {
        "on_membership",
        "on_migration",
    }  # Telegram itself tells these


def test_everybody_may_only_read() -> None:
    buttons = {one.data.verb for one in of([ANYBODY], BUTTONS)}
    commands = {name for one in of([ANYBODY], COMMANDS) for name in one.commands}
    assert buttons | commands == FOR_ALL


@pytest.mark.parametrize(("name", "step"), steps().items(), ids=steps())
async def test_who_lost_the_right_cannot_finish_a_step(
    bot: InProcess, reader: Person, group: Group, name: str, step: Step
) -> None:
    assert step.rights in REFUSED, "a step changes something, so it asks for rights"
    chat, conversations = place(step.rights, reader, group), bot.services.pending_inputs
    await bot.works()
    await conversations.begin(chat.id, reader.id, name, **ABOUT)
    before = len(bot.telegram.calls)
    asked = bot.world.add(chat, bot.world.bot, group.messages[-1].body)
    await reader.replies(asked, "3 days")
    await bot.works()
    assert bot.said_in(chat.id, before) == [saying(REFUSED[step.rights])]
    assert await conversations.get(chat.id, reader.id) is None


async def test_an_administrator_who_lost_the_right_does_not_set_the_time(bot: InProcess, group: Group) -> None:
    boss = bot.telegram.person(1009, "Boss")
    group.admits(boss, as_admin=True)
    await boss.says("/settings", chat=group)
    await bot.works()
    await bot.pressed(boss.user, group.messages[-1], "set:write:time")
    asked = group.messages[-1]
    group.admits(boss)
    await boss.replies(asked, "7:15")
    await bot.works()
    assert bot.said_in(group.id)[-1] == saying("admins-only")
    assert (await bot.services.readers.settings(group.id)).reminder_time.isoformat() == "09:00:00"


async def test_an_editor_dismissed_in_the_middle_of_an_edit_changes_nothing(bot: InProcess, reader: Person) -> None:
    await bot.services.roles.appoint(reader.id, "Tom", OWNER)
    await reader.says("/load The council election is on 9 June 2019, the commission said on Thursday.")
    await bot.works()
    await bot.rests()
    await bot.pressed(reader.user, reader.messages[-1], "title:1")
    await bot.services.roles.dismiss(reader.id, OWNER)
    await reader.says("Another title")
    await bot.works()
    assert bot.said_in(reader.id)[-1] == saying("editors-only")
    assert (await bot.services.publisher.get(1)).title != "Another title"


async def test_a_button_asks_rights_of_who_presses_it(bot: InProcess, reader: Person, group: Group) -> None:
    await bot.works()
    for button in of(REFUSED, BUTTONS):
        chat = place(button.rights, reader, group)
        message = bot.world.add(chat, bot.world.bot, group.messages[-1].body)
        before = len(bot.telegram.calls)
        answer = await bot.pressed(reader.user, message, button.data.example)
        assert answer is not None, button.data
        assert answer["text"] == saying(REFUSED[button.rights]), button.data
        assert bot.said_in(chat.id, before) == [], button.data


async def test_a_command_asks_rights_of_who_writes_it(bot: InProcess, reader: Person, group: Group) -> None:
    await bot.works()
    for command in of(REFUSED, COMMANDS):
        before = len(bot.telegram.calls)
        await reader.says(f"/{min(command.commands)}", chat=group)
        await bot.works()
        assert bot.said_in(group.id, before) == [saying(REFUSED[rights_of(command)])], command.commands


async def test_of_whom_telegram_tells_nothing_is_no_administrator(bot: InProcess, group: Group) -> None:
    stranger = bot.telegram.person(1008, "Stranger")
    await bot.works()
    await stranger.says("/settings", chat=group)
    await bot.works()
    assert bot.said_in(group.id)[-1] == saying("admins-only")


async def test_the_desk_shows_a_group_nothing(bot: InProcess, owner: Person, group: Group) -> None:
    await owner.says("/load The council election is on 9 June 2019, the commission said on Thursday.")
    await bot.works()
    await bot.rests()
    for command in of([EDITORS, OWNERS], COMMANDS):
        before = len(bot.telegram.calls)
        await owner.says(f"/{min(command.commands)}", chat=group)
        await bot.works()
        await bot.rests()
        assert bot.said_in(group.id, before) == [saying("desk-in-private")], command.commands
        assert bot.said_in(owner.id, before) != [], command.commands


async def test_an_article_loaded_in_a_group_becomes_a_draft_in_the_private_chat(
    bot: InProcess, owner: Person, group: Group
) -> None:
    await bot.works()
    await owner.says("/load The council election is on 9 June 2019, the commission said on Thursday.", chat=group)
    await bot.works()
    await bot.rests()
    assert bot.said_in(group.id)[-1] == saying("desk-in-private")
    assert "Draft:" in bot.said_in(owner.id)[-1]
    assert "Draft:" not in "".join(bot.said_in(group.id))


async def test_an_editor_who_never_wrote_to_the_bot_is_led_to_it(bot: InProcess, group: Group) -> None:
    editor = bot.telegram.person(1010, "Asel", started=False)
    await bot.services.roles.appoint(editor.id, "Asel", OWNER)
    group.admits(editor)
    await editor.says("/load The council election is on 9 June 2019.", chat=group)
    await bot.works()
    answer = group.messages[-1]
    assert answer.text == saying("desk-start-first")
    assert answer.keyboard[0][0].url == "https://t.me/briefings_bot?start=desk"
    assert await bot.services.drafts.all() == ()


async def test_a_desk_button_in_a_group_only_says_where_it_works(bot: InProcess, owner: Person, group: Group) -> None:
    await bot.works()
    for button in of([EDITORS, OWNERS], BUTTONS):
        before = len(bot.telegram.calls)
        answer = await bot.pressed(owner.user, group.messages[-1], button.data.example)
        assert answer is not None, button.data
        assert answer["text"] == saying("desk-private"), button.data
        assert bot.said_in(group.id, before) == [], button.data


def test_messages_are_handled_by_guarded_handlers_too() -> None:
    spoken = [one for one in HANDLERS if isinstance(one, MessageHandler)]
    assert {rights_of(one) for one in spoken if isinstance(one.callback, Guarded)} == {EDITORS, ANYBODY}

"""Editors, questions, figures and broadcasts."""

import json

import pytest

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def test_owners_appoint_by_forwarding_and_dismiss_with_undo(owner, telegram, desk):
    helper = telegram.person(name="Dana")
    note = await helper.says("Good morning to everybody")
    await owner.says("/editors")
    listed = await owner.hears("Aigerim")
    await owner.presses(listed, "Add an editor")
    await owner.hears("Forward me a message")
    await owner.says("that one")
    await owner.hears("did not see who that is")
    await owner.forwards(note)
    added = await owner.hears("Dana is an editor now")
    await helper.says("/drafts")
    await helper.hears("for review")
    await owner.presses(added, "Undo")
    removed = await owner.hears("no longer an editor")
    await helper.says("/drafts")
    await helper.hears("only editors")
    await owner.presses(removed, "Undo")
    await owner.hears("Dana is an editor now")
    assert "load" in helper.menu


async def test_an_editor_is_told_what_is_kept_and_forgotten_when_dismissed(owner, telegram, desk):
    helper = telegram.person(name="Madina")
    await owner.says(f"/editors {helper.id}")
    added = await owner.hears("is an editor now")
    await helper.says("/privacy")
    privacy = await helper.hears("as an editor: your name")
    await helper.presses(privacy, "Get my data")
    await helper.hears("Everything I keep")
    kept = [json.loads(file.data) for file in telegram.world.files if file.name == "my-data.json"]
    assert kept[-1]["at the desk"]["name"] == "Madina"
    assert [action["action"] for action in kept[-1]["at the desk"]["actions"]] == ["appoint"]
    await helper.says("/forgetme")
    await helper.presses(await helper.hears("Shall I delete"), "Yes")
    await helper.hears("but what your work at the desk needs")
    await owner.presses(added, "Undo")
    await owner.hears("no longer an editor")
    await helper.says("/privacy")
    privacy = await helper.hears("no name, no phone number")
    await helper.presses(privacy, "Get my data")
    await helper.hears("Everything I keep")
    kept = [json.loads(file.data) for file in telegram.world.files if file.name == "my-data.json"]
    assert "at the desk" not in kept[-1]


async def test_editors_are_no_owners(desk):
    await desk.says("/editors")
    await desk.hears("only the bot's owners")


async def test_questions_without_an_answer_are_listed_and_put_aside(desk, reader):
    await reader.says("Who painted the ceiling of the opera house?")
    await reader.hears("do not tell")
    await reader.says("/start")
    await reader.hears()
    await desk.says("/questions")
    listed = await desk.hears("Who painted the ceiling")
    assert reader.name not in listed.text
    await desk.presses(listed, "Put 1 aside")
    aside = await desk.hears("Put aside: Who painted")
    await desk.presses(aside, "Undo")
    await desk.presses(await desk.hears("Who painted the ceiling"), "Load for 1")
    await desk.hears("An article that answers")
    await desk.says("/cancel")
    await desk.hears("cancelled")


async def test_figures_are_shown_to_editors_only(desk, reader):
    await desk.says("/stats")
    await desk.hears("Readers: ")
    await reader.says("/stats")
    await reader.hears("only editors")


async def test_a_broadcast_is_shown_confirmed_and_reaches_everybody_once(desk, reader, telegram):
    await reader.says("/start")
    await reader.hears("Hello")
    await desk.says("/broadcast Polls <open> at 7")
    preview = await desk.hears("This goes to")
    assert preview.quote == "Polls <open> at 7"
    await desk.presses(preview, "Send to")
    await reader.hears("Polls <open> at 7")
    await reader.says("/broadcast me too")
    await reader.hears("only editors")
    assert sum("Polls <open> at 7" in message.text for message in reader.messages) == 1

"""Pastes that wait in the database for their further parts."""

import pytest

from briefings.readers.pastes import Pastes, Purpose
from briefings.readers.pending_input import PendingInputs
from db.database import Database

LOAD = Purpose("load")
CHAT, EDITOR = -1001, 7_000_000_001


@pytest.fixture
def pastes(database: Database) -> Pastes:
    return Pastes(database)


async def test_parts_are_joined_in_the_order_in_which_they_were_written(pastes):
    assert await pastes.add(CHAT, EDITOR, 12, "second", LOAD, {"first": False}) == 1
    assert await pastes.add(CHAT, EDITOR, 9, "First.", LOAD, {"first": True}) == 2
    paste = await pastes.take(CHAT, EDITOR)
    assert paste is not None
    assert paste.parts == ("First.", "second")
    assert paste.text == "First.\n\nsecond"


async def test_the_first_part_says_what_it_is_for_and_whom_to_answer(pastes):
    await pastes.add(CHAT, EDITOR, 1, "a", Purpose("correct", 7), {"update_id": 5})
    await pastes.add(CHAT, EDITOR, 2, "b", LOAD, {"update_id": 6})
    paste = await pastes.take(CHAT, EDITOR)
    assert paste is not None
    assert (paste.purpose, paste.origin) == (Purpose("correct", 7), {"update_id": 5})


async def test_a_paste_is_taken_once(pastes):
    await pastes.add(CHAT, EDITOR, 1, "a", LOAD, {})
    assert await pastes.take(CHAT, EDITOR) is not None
    assert await pastes.take(CHAT, EDITOR) is None


async def test_who_saw_fewer_parts_does_not_take_it(pastes):
    await pastes.add(CHAT, EDITOR, 1, "a", LOAD, {})
    await pastes.add(CHAT, EDITOR, 2, "b", LOAD, {})
    assert await pastes.take(CHAT, EDITOR, parts=1) is None
    assert await pastes.take(CHAT, EDITOR, parts=2) is not None


async def test_another_step_is_no_paste_and_gives_way_to_one(pastes, database):
    await PendingInputs(database).begin(CHAT, EDITOR, "load")
    assert await pastes.take(CHAT, EDITOR) is None
    assert await pastes.add(CHAT, EDITOR, 1, "a", LOAD, {}) == 1
    assert await pastes.take(CHAT, EDITOR) is not None


async def test_what_the_last_run_left_behind_is_found_even_half_used(pastes, database):
    await pastes.add(CHAT, EDITOR, 1, "a", LOAD, {})
    await pastes.add(EDITOR, EDITOR, 2, "b", LOAD, {})
    await pastes.take(CHAT, EDITOR)
    next_run = Pastes(database)
    assert {(paste.chat_id, paste.text) for paste in await next_run.left_behind()} == {(CHAT, "a"), (EDITOR, "b")}
    assert await next_run.take(CHAT, EDITOR) is not None


async def test_a_paste_that_was_used_is_forgotten(pastes):
    await pastes.add(CHAT, EDITOR, 1, "a", LOAD, {})
    await pastes.take(CHAT, EDITOR)
    await pastes.done(CHAT, EDITOR)
    assert await pastes.left_behind() == ()


async def test_what_came_in_its_place_stays_when_a_paste_is_done(pastes, database):
    conversations = PendingInputs(database)
    await pastes.add(CHAT, EDITOR, 1, "a", LOAD, {})
    await pastes.take(CHAT, EDITOR)
    await conversations.begin(CHAT, EDITOR, "day", briefing=7)
    await pastes.done(CHAT, EDITOR)
    conversation = await conversations.get(CHAT, EDITOR)
    assert conversation is not None
    assert conversation.step == "day"


async def test_a_paste_that_was_in_use_when_the_bot_died_is_used_once_more_and_then_given_up(pastes, database):
    await pastes.add(CHAT, EDITOR, 1, "a", LOAD, {"update_id": 5})
    for is_hopeless in (False, True):
        assert await pastes.take(CHAT, EDITOR) is not None
        [left] = await Pastes(database).left_behind()
        assert (left.is_hopeless, left.origin) == (is_hopeless, {"update_id": 5})
    assert await Pastes(database).left_behind() == ()
    assert await pastes.take(CHAT, EDITOR) is None


async def test_a_paste_that_only_waited_when_the_bot_died_may_wait_again(pastes, database):
    await pastes.add(CHAT, EDITOR, 1, "a", LOAD, {})
    for _ in range(5):
        assert [left.is_hopeless for left in await Pastes(database).left_behind()] == [False]
    assert await pastes.take(CHAT, EDITOR) is not None

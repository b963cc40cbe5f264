"""Key dates that move and are cancelled."""

import pytest

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def opened(desk, command, day):
    """Answer a command's list of key dates, where it gives one, by the button that begins with this day."""
    await desk.says(command)
    await desk.presses(await desk.hears("Which date"), day)


async def test_a_date_moves_after_a_preview_and_moves_back(desk, article, publish):
    await publish(article)
    await opened(desk, "/movedate", "09.06.2019")
    await desk.hears("When is it now?")
    await desk.says("soon")
    await desk.hears("did not understand")
    await desk.says("9 June 2019")
    await desk.hears("has already")
    await desk.says("16 June 2019")
    confirm = await desk.hears("Followers will be told")
    assert "Before: Sunday, 9 June 2019" in confirm.text
    assert "Now: Sunday, 16 June 2019" in confirm.text
    await desk.presses(confirm, "Yes, move it")
    moved = await desk.hears("is on Sunday, 16 June 2019 now")
    await desk.presses(moved, "Undo")
    await desk.hears("As it was")
    await opened(desk, "/movedate", "09.06.2019")
    await desk.presses(await desk.hears("When is it now?"), "Cancel")
    await desk.hears("cancelled")


async def test_a_date_is_cancelled_after_a_question_and_comes_back(desk, reader, article, publish):
    await publish(article)
    await opened(desk, "/canceldate", "09.06.2019")
    confirm = await desk.hears("cancelled? Followers")
    assert "only editors" in await reader.presses(confirm, "Yes")
    await desk.presses(confirm, "Yes, it is cancelled")
    cancelled = await desk.hears("is cancelled. Followers")
    await desk.presses(cancelled, "Undo")
    await desk.hears("As it was")


async def test_readers_may_not_move_dates(reader):
    await reader.says("/movedate election")
    await reader.hears("only editors")

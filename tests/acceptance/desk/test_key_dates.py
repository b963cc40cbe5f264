"""Key dates that move and are cancelled."""

import asyncio

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
    moved = await desk.hears("is on Sunday, 16 June 2019 now. Nobody follows it.")
    await desk.presses(moved, "Undo")
    await desk.hears("As it was")
    await desk.says("/dates")
    assert "🔁 moved" not in (await desk.hears("What lies ahead")).text
    await opened(desk, "/movedate", "09.06.2019")
    await desk.presses(await desk.hears("When is it now?"), "Cancel")
    await desk.hears("cancelled")


async def test_a_move_into_the_past_is_warned_of_and_happens_once(desk, article, publish):
    await publish(article)
    await opened(desk, "/movedate", "09.06.2019")
    await desk.hears("When is it now?")
    await desk.says("9 April 2019")
    confirm = await desk.hears("Followers will be told")
    assert "⚠️ That day has passed already." in confirm.text
    await desk.says("9 August 2019 10:00")
    later = await desk.hears("9 August 2019, 10:00")
    await asyncio.gather(*(desk.presses(later, "Yes, move it") for _ in range(3)))
    moved = await desk.hears("is on Friday, 9 August 2019, 10:00 now")
    assert await desk.presses(confirm, "Yes, move it") == "Already done."
    await opened(desk, "/movedate", "09.08.2019")
    await desk.hears("When is it now?")
    await desk.says("10 August 2019")
    kept = await desk.hears("The time of day stays")
    assert "Now: Saturday, 10 August 2019, 10:00" in kept.text
    await desk.presses(moved, "Undo")
    await desk.hears("As it was")


async def test_a_date_is_cancelled_after_a_question_and_comes_back(desk, reader, article, publish):
    await publish(article)
    await opened(desk, "/canceldate", "09.06.2019")
    confirm = await desk.hears("cancelled? Followers")
    assert "only editors" in await reader.presses(confirm, "Yes")
    await desk.presses(confirm, "Yes, it is cancelled")
    cancelled = await desk.hears("is cancelled. Nobody follows it.")
    await desk.presses(cancelled, "Undo")
    await desk.hears("As it was")


async def test_readers_may_not_move_dates(reader):
    await reader.says("/movedate election")
    await reader.hears("only editors")

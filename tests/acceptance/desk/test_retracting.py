"""A briefing that moved a date is taken back: the date goes back, its followers and the editor hear of it."""

import pytest

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def test_a_retracted_move_is_taken_back_and_can_be_undone(desk, reader, town, article, later_article, publish):
    await publish(article)
    await reader.says("/follow early mayoral election")
    await reader.hears("I will remind you of")
    await publish(later_article, "2019-05-03")
    conflict = await desk.hears("Two briefings tell different dates")
    await desk.presses(conflict, "Take the new date")
    await desk.hears("is on Sunday, 16 June 2019 now. One follower is being told.")
    await reader.hears("Now: Sunday, 16 June 2019")

    await desk.says(f"/retract {town} puts off")
    await desk.presses(await desk.hears("Which briefing"), "puts off")
    await desk.presses(await desk.hears("fall back to what other briefings tell"), "Yes")
    retracted = await desk.hears("Taken back")
    assert "back to Sunday, 9 June 2019. One follower is being told." in retracted.text
    back = await reader.hears("Now: Sunday, 9 June 2019")
    assert f"The city of {town} will hold an early mayoral election on June 9" in back.quote
    await reader.says(f"when is the early mayoral election in {town}?")
    assert "June 16" not in (await reader.hears("Sunday, 9 June 2019")).text

    await desk.presses(retracted, "Undo")
    again = await desk.hears("It is back")
    assert "back to Sunday, 16 June 2019. One follower is being told." in again.text
    await reader.hears("Now: Sunday, 16 June 2019")


async def test_who_had_heard_of_a_date_hears_that_it_is_told_no_longer(desk, reader, town, publish):
    await publish(f"{town} votes on a bridge\n\nThe city of {town} will hold a referendum on its new bridge on July 7.")
    await reader.says("/follow referendum on its new bridge")
    await reader.hears("I will remind you of")
    await desk.says("/movedate referendum")
    await desk.hears("When is it now?")
    await desk.says("14 July 2019")
    await desk.presses(await desk.hears("Followers will be told"), "Yes, move it")
    await reader.hears("Now: Sunday, 14 July 2019")
    await desk.says(f"/retract {town} bridge")
    await desk.presses(await desk.hears("Which briefing"), "bridge")
    await desk.presses(await desk.hears("fall back"), "Yes")
    assert "One reader who had heard of it is being told." in (await desk.hears("Taken back")).text
    gone = await reader.hears("is told no longer: the briefing was taken back.")
    assert "It was to be on: Sunday, 14 July 2019" in gone.text

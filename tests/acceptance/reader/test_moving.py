import pytest

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def test_who_follows_a_date_is_told_when_it_moves(running, reader, owner) -> None:
    await reader.says("/follow vote")
    await reader.hears("I will remind you of")

    await owner.says("/dates")
    dates = await owner.hears("What lies ahead")
    await owner.presses(dates, dates.buttons[0])
    await owner.presses(await owner.hears("in 37 days"), "Move")
    await owner.hears("When is it now?")
    await owner.says("16 June 2019")
    await owner.presses(await owner.hears("16 June"), "Yes")

    moved = await reader.hears("has moved")
    assert "Before: Sunday, 9 June 2019\nNow: Sunday, 16 June 2019 — in 44 days" in moved.text
    await reader.says("when is the vote?")
    assert "Sunday, 16 June 2019 — in 44 days" in (await reader.hears("16 June")).text
    await reader.says("/reminders")
    assert "next: Sunday, 9 June 2019, 09:00" in (await reader.hears("Your reminders")).text

    await reader.presses(moved, "About this date")
    assert "It used to be: Sunday, 9 June 2019" in (await reader.hears("🗓")).text

import pytest

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def test_who_follows_a_date_is_told_when_it_moves(running, reader, owner) -> None:
    await reader.says("/follow vote")
    await reader.hears("I will remind you of")

    await owner.says("/dates")
    dates = await owner.hears("What lies ahead")
    await owner.presses(dates, next(label for label in dates.buttons if "vote" in label or "election" in label))
    await owner.presses(await owner.hears("in 37 days"), "Move")
    await owner.hears("When is it now?")
    await owner.says("16 June 2019")
    await owner.presses(await owner.hears("16 June"), "Yes")

    moved = await reader.hears("has moved")
    assert "Before: Sunday, 9 June 2019\nNow: Sunday, 16 June 2019 — in 44 days" in moved.text
    await reader.says("when is the vote?")
    answer = await reader.hears("16 June")
    assert "Sunday, 16 June 2019 — in 44 days\n✍️ Moved by the editors on 3 May 2019.\n" in answer.text
    assert "This briefing told another day:" in answer.text
    await reader.says("/reminders")
    assert "next: Sunday, 9 June 2019, 09:00" in (await reader.hears("Your reminders")).text

    await reader.presses(moved, "About this date")
    card = await reader.hears("🗓")
    assert "It used to be: Sunday, 9 June 2019.\n✍️ Moved by the editors on 3 May 2019." in card.text
    assert card.quotes == []

    await running.stop()
    await running.start(CLOCK="2019-06-09T08:59:58+06:00")
    reminder = await reader.hears("Sunday, 16 June 2019 — in 7 days")
    assert "✍️ Moved by the editors on 3 May 2019." in reminder.text
    assert reminder.quotes == []

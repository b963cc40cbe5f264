import pytest

pytestmark = pytest.mark.asyncio(loop_scope="module")
QUOTE = "OSKEMEN – The city council of Oskemen will hold an early vote on June 9, its speaker said on Thursday."


async def test_a_reminder_comes_and_can_be_put_off_or_stopped(running, reader) -> None:
    await reader.says("/follow vote")
    await reader.hears("I will remind you of")
    await running.stop()
    await running.start(CLOCK="2019-06-02T08:59:50+06:00", CLOCK_SPEED="10")
    reminder = await reader.hears("Sunday, 9 June 2019 — in 7 days")
    assert reminder.quote == QUOTE
    await reader.presses(reminder, "Snooze for 3 hours")
    put_off = await reader.hears("I will remind you again: Sunday, 2 June 2019, 12:0")
    await reader.presses(put_off, "Undo")
    await reader.hears("not remind you again")
    await reader.presses(reminder, "Stop")
    stopped = await reader.hears("no more reminders of")
    await reader.presses(stopped, "Follow again")
    await reader.hears("You follow")

    reader.blocks()
    reader.returns()
    await reader.says("/reminders")
    assert "next: Saturday, 8 June 2019" in (await reader.hears("Your reminders")).text

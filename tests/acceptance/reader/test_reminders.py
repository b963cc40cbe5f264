import pytest

pytestmark = pytest.mark.asyncio(loop_scope="module")
QUOTE = "The city council of Oskemen will hold an early vote on June 9, its speaker said on Thursday."


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


@pytest.mark.long
async def test_put_off_until_tomorrow_or_the_day_before_and_quiet_while_blocked(running, telegram):
    later, eve, away = (telegram.person(name=name) for name in ("Later", "Eve", "Away"))
    await running.stop()
    await running.start(CLOCK="2019-06-02T08:59:00+06:00", CLOCK_SPEED="1")
    for person in (later, eve, away):
        await person.says("/follow vote")
        await person.hears("I will remind you of")
    away.blocks()
    await wake_at(running, "2019-06-02T08:59:58+06:00")
    await later.presses(await later.hears("in 7 days"), "until tomorrow")
    await later.hears("I will remind you again: Monday, 3 June 2019, 09:00")
    await eve.presses(await eve.hears("in 7 days"), "until the day before")
    await eve.hears("I will remind you then anyway: Saturday, 8 June 2019, 09:00")

    await wake_at(running, "2019-06-03T08:59:58+06:00")
    assert (await later.hears("in 6 days")).quote == QUOTE
    assert (eve.unheard, away.unheard) == ([], [])

    away.returns()
    await away.says("/reminders")
    await away.hears("next: Saturday, 8 June 2019")
    await wake_at(running, "2019-06-08T08:59:58+06:00")
    for person in (later, eve, away):
        await person.hears("tomorrow")


async def wake_at(running, instant):
    """Let the bot sleep until this instant."""
    await running.stop()
    await running.start(CLOCK=instant)

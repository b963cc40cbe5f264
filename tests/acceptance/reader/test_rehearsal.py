"""A month lived in a minute: everything comes on its day, once, in order, and nothing after."""

import asyncio
import sqlite3

import pytest

pytestmark = [pytest.mark.asyncio(loop_scope="module"), pytest.mark.long]

MONTH_IN_A_MINUTE = "43200"
BEGIN = "2019-05-11T12:00:00+06:00"
VOTE = "Sunday, 9 June 2019"
LEADS = (f"{VOTE} — in 7 days", f"{VOTE} — tomorrow", f"{VOTE} — today")
DIGEST = "Your digest"
PATIENCE = 90.0
LONG_AGO = (
    "INSERT INTO ledger (chat_id, kind, subject, occurrence, bulk, state, due_at, attempts, doubts, late)"
    " VALUES (1, 'broadcast', 'broadcast:1', '1', 1, 'sent', '2018-11-20 00:00:00.000000', 1, 0, 0)"
)
"""A row that is kept for 180 days: until 19 May."""


async def test_a_month_in_a_minute(running, telegram):
    tom, daily, weekly, boss = (telegram.person(name=name) for name in ("Tom", "Dana", "Wanda", "Boss"))
    group = telegram.group("Election watch", [tom], [boss])
    await running.stop()
    await running.start(CLOCK=BEGIN)
    await tom.says("/follow vote")
    await tom.hears("I will remind you of")
    for person, rhythm in ((daily, "Every day"), (weekly, "Every week")):
        await person.says("/digest")
        await person.presses(await person.hears("A digest tells"), rhythm)
        await person.hears("Your digest comes")
    await boss.says("/follow vote", chat=group)
    await boss.hears("I will remind you of", chat=group)
    group.becomes_supergroup()
    await running.stop()
    ledger = sqlite3.connect(running.folder / "bot.db", isolation_level=None)
    ledger.execute(LONG_AGO)

    await running.start(CLOCK_SPEED=MONTH_IN_A_MINUTE)
    for lead in LEADS:
        await tom.hears(lead, patience=PATIENCE)
        await boss.hears(lead, chat=group, patience=PATIENCE)
    await asyncio.sleep(4)  # two days more
    await running.stop()

    assert ledger.execute("SELECT * FROM ledger WHERE subject = 'broadcast:1'").fetchall() == []
    ledger.close()
    assert [message.text for message in tom.unheard] == []
    digests = [digest.text.splitlines()[0].removeprefix(f"🗞 {DIGEST}, ") for digest in daily.unheard]
    assert digests == [
        "Sunday, 2 June 2019",  # the vote is seven days ahead
        "Monday, 3 June 2019",
        "Tuesday, 4 June 2019",
        "Wednesday, 5 June 2019",
        "Thursday, 6 June 2019",
        "Friday, 7 June 2019",
        "Saturday, 8 June 2019",
        "Sunday, 9 June 2019",
    ]
    assert [text.text.splitlines()[0] for text in weekly.unheard] == [
        f"🗞 {DIGEST}, Monday, {day} 2019" for day in ("13 May", "20 May", "27 May", "3 June")
    ]
    assert all(VOTE in digest.text for digest in daily.unheard + weekly.unheard)

"""Editors see how the messages about a key date stand, and so does whoever runs the bot."""

import json

import pytest

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def test_editors_see_how_the_messages_about_a_date_stand(desk, reader, article, publish):
    await publish(article)
    await reader.says("/follow election")
    await reader.hears("I will remind you")
    await desk.says("/dates")
    await desk.presses(await desk.hears("What lies ahead"), "election")
    opened = await desk.hears("mayoral election on June 9")
    assert "Delivery" not in " ".join(reader.messages[-1].buttons)
    await desk.presses(opened, "Delivery")
    report = await desk.hears("Messages about")
    assert "Reminder 7 days before · waiting: 1" in report.text


async def test_so_does_whoever_runs_the_bot(desk, bot, reader, article, publish):
    await publish(article)
    await reader.says("/follow election")
    await reader.hears("I will remind you")

    code, listing = await bot.command("report", "--json")
    assert code == 0
    *_, election = map(json.loads, listing.splitlines())
    waiting = election["states"]["pending"]
    assert (election["name"], election["value"], waiting % 3) == ("Early mayoral election", "2019-06-09", 0)
    number = str(election["key_date_id"])
    code, details = await bot.command("report", number)
    assert code == 0
    lines = [f"reminder\t1:{lead}\t2019-06-09\tpending\t{waiting // 3}" for lead in ("7d", "1d", "0d")]
    assert details.splitlines() == lines
    assert f"{number}\t2019-06-09\tEarly mayoral election\tpending {waiting}\n" in (await bot.command("report"))[1]
    assert await bot.command("report", "4711") == (2, "")

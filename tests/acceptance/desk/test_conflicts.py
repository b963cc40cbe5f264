"""Two briefings tell different dates for one event: an editor settles it."""

import json

import pytest

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def test_what_two_briefings_tell_differently_is_settled_by_an_editor(desk, article, later_article, publish):
    await publish(article)
    await publish(later_article, "2019-05-03")
    conflict = await desk.hears("Two briefings tell different dates")
    assert [quote for quote in conflict.quotes if "June 9" in quote or "June 16" in quote] == conflict.quotes
    assert "The second one is newer" in conflict.text
    await desk.presses(conflict, "Take the new date")
    settled = await desk.hears("Settled")
    assert "16 June 2019" in settled.text
    await desk.says("/drafts")
    assert "settle" not in " ".join((await desk.hears("for review")).buttons)


async def test_editors_hear_of_a_conflict_that_the_command_line_brings(bot, desk, town, publish):
    await publish(f"{town} votes on a bridge\n\nThe city of {town} will hold a referendum on its new bridge on July 7.")
    path = bot.folder / "later.md"
    path.write_text(f"{town} waits\n\nThe referendum on the new bridge of {town} will be held on July 14.")
    _, output = await bot.command("load", str(path), "--published", "2019-05-03", "--publish", "--json")
    (warning,) = json.loads(output)["warnings"]
    assert warning.startswith("another date for a known event, 2019-07-14, which editors have to settle: ")
    await bot.stop()
    await bot.start()
    conflict = await desk.hears("Two briefings tell different dates")
    await desk.presses(conflict, "Keep the old")
    await desk.hears("stays on Sunday, 7 July 2019")

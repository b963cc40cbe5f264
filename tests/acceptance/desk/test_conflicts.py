"""Two briefings tell different dates for one event: an editor settles it."""

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

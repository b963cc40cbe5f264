"""Editors see how the messages about a key date stand."""

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

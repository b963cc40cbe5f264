"""Reviewing drafts and correcting what is published."""

import pytest

pytestmark = pytest.mark.asyncio(loop_scope="module")

WILD = "<script>alert(1)</script> *bold* _under_ & 🗳 \u202eאבג"


async def test_a_discarded_draft_comes_back(desk, article, draft_of):
    draft = await draft_of(article)
    await desk.presses(draft, "Discard")
    gone = await desk.hears("Discarded")
    await desk.presses(gone, "Undo")
    await desk.hears("Draft:")


async def test_title_and_source_are_typed_whatever_stands_in_them(desk, article, draft_of):
    draft = await draft_of(article)
    await desk.presses(draft, "Title")
    await desk.hears("new title")
    await desk.says(WILD)
    retitled = await desk.hears("Draft: <script>alert(1)</script> *bold* _under_ & 🗳")
    assert "\u202e" not in retitled.text
    await desk.presses(retitled, "Source")
    await desk.hears("Write the source")
    await desk.says("A & B <news>")
    await desk.hears("Source: A & B <news>")


async def test_nothing_more_is_asked_about_a_discarded_draft(desk, article, draft_of):
    older = await draft_of(article)
    await desk.presses(older, "Title")
    await desk.hears("new title")
    await desk.says("Early vote called")
    await desk.presses(await desk.hears("Draft: Early vote called"), "Discard")
    await desk.hears("Discarded")
    for label in ("Title", "Source", "Date"):
        assert "no longer" in await desk.presses(older, label)


async def test_a_key_date_is_left_out_put_back_and_added(desk, article, draft_of):
    draft = await draft_of(article)
    await desk.presses(draft, "Leave out 1")
    left = await desk.hears("left out")
    await desk.presses(left, "Put back 1")
    back = await desk.hears("Draft:")
    assert "left out" not in back.text
    await desk.presses(back, "Add a key date")
    await desk.hears("When is it?")
    await desk.says("whenever")
    await desk.hears("did not understand")
    await desk.says("20 June 2019 18:30")
    await desk.hears("what happens then?")
    await desk.says("Open day at the town hall")
    added = await desk.hears("Open day at the town hall")
    assert "Thursday, 20 June 2019, 18:30" in added.text


async def test_a_date_that_is_only_mentioned_is_taken_and_left_out_again(desk, town, draft_of):
    text = f"The city of {town} will hold an early mayoral election on June 9. Its library may close on July 20."
    draft = await draft_of(f"{town} calls a vote\n\n{text}")
    assert "Also mentioned: one date" in draft.text
    assert "Its library may close on July 20." in draft.quotes
    await desk.presses(draft, "Take 2")
    taken = await desk.hears("2 key dates")
    assert "Also mentioned" not in taken.text
    await desk.presses(taken, "Leave out 2")
    await desk.hears("left out")


async def test_publishing_can_be_taken_back_and_done_again(desk, reader, article, town, publish):
    await desk.presses(await publish(article), "Undo")
    retracted = await desk.hears("Taken back")
    await reader.says("/briefings")
    assert town not in (await reader.hears("riefings")).text
    await desk.presses(retracted, "Undo")
    await desk.hears("It is back")
    await reader.says("/briefings")
    assert town in " ".join([(heard := await reader.hears("riefings")).text, *heard.buttons])


async def test_a_published_title_is_corrected(desk, reader, article, town, publish):
    await publish(article)
    await desk.says(f"/edit {town}")
    await desk.presses(await desk.hears("Which briefing shall be corrected?"), town)
    await desk.presses(await desk.hears("Version 1"), "Title")
    await desk.hears("new title")
    await desk.says(f"{town} will vote early")
    await desk.hears("Changed.")
    await reader.says("/briefings")
    assert f"{town} will vote early" in " ".join([(heard := await reader.hears("riefings")).text, *heard.buttons])


async def test_a_corrected_text_is_a_new_version(desk, article, town, publish):
    await desk.presses(await publish(article), "Correct")
    await desk.presses(await desk.hears("Version 1"), "Text")
    await desk.hears("corrected text")
    await desk.says(article.replace("June 9", "June 10"))
    corrected = await desk.hears("Corrected")
    await desk.presses(corrected, "Correct")
    await desk.hears("Version 2")


async def test_a_briefing_is_retracted_by_words_after_a_second_question(desk, reader, article, town, publish):
    await publish(article)
    await desk.says(f"/retract {town}")
    await desk.presses(await desk.hears("Which briefing shall be taken back?"), town)
    confirm = await desk.hears("From that moment on")
    await desk.presses(confirm, "Yes, take it back")
    await desk.hears("Taken back")
    await desk.says("/retract moon")
    await desk.hears("no briefing with “moon”")

"""Loading articles in the chat."""

from datetime import UTC, datetime

import pytest

pytestmark = pytest.mark.asyncio(loop_scope="module")


def lengthened(article: str) -> str:
    """Make an article so long that Telegram's apps send it in several messages."""
    days = (
        f"On day {number} of the campaign the candidates met voters in the old market hall and spoke about roads. "
        for number in range(100)
    )
    return article + "\n\n" + "\n\n".join(days)


async def test_a_file_without_a_date_is_asked_for_it_and_published_with_it(desk, reader, article, town):
    await desk.sends_file("council.txt", article.encode(), "/load")
    draft = await desk.hears("When was this published?")
    assert f"{town} calls an early vote" in draft.text
    assert sum("Publish" in label for label in draft.buttons) == 1
    assert "tell me when" in await desk.presses(draft, "Publish")

    await desk.says("2019-05-09")
    await desk.hears("still lies ahead")
    await desk.says("some day")
    await desk.hears("did not understand")
    await desk.says("2 May 2019")
    dated = await desk.hears("Published on: Thursday, 2 May 2019")
    assert "Sunday, 9 June 2019" in dated.text
    assert any("early mayoral election on June 9" in quote for quote in dated.quotes)

    await desk.presses(dated, "Publish")
    await desk.hears("Readers can find it now")
    assert "no longer there" in await desk.presses(draft, "Publish")
    await reader.says("/briefings")
    await reader.hears(f"{town} calls an early vote")


async def test_a_day_is_chosen_by_a_button(desk, article):
    await desk.says(f"/load {article}")
    draft = await desk.hears("When was this published?")
    await desk.presses(draft, "Yesterday")
    await desk.hears("Published on: Thursday, 2 May 2019")


async def test_nothing_is_published_without_a_date_unless_the_editor_says_so(desk, article):
    await desk.says(f"/load {article}")
    draft = await desk.hears("When was this published?")
    await desk.presses(draft, "No date known")
    warning = await desk.hears("without its date")
    await desk.presses(warning, "Publish")
    await desk.hears("No date is known")


async def test_a_long_paste_becomes_one_draft(desk, article, waiting):
    before = len(await waiting())
    await desk.says("/load")
    await desk.hears("Send me the article")
    await desk.says(lengthened(article))
    await desk.hears("Draft:")
    assert len(await waiting()) == before + 1


@pytest.mark.long
async def test_parts_survive_kill_9(desk, bot, article, waiting):
    before = len(await waiting())
    await desk.says(f"/load {lengthened(article)}")
    await bot.telegram.called("sendChatAction", chat_id=desk.id)
    await bot.kill()
    await bot.start()
    await desk.hears("Draft:")
    assert len(await waiting()) == before + 1


async def test_what_comes_without_a_command_is_offered_first(desk, article, town):
    await desk.forwards(article, channel="Town News", sent=datetime(2019, 5, 1, tzinfo=UTC))
    offer = await desk.hears("Load this?")
    await desk.presses(offer, "No")
    await desk.hears("I leave it")
    await desk.sends_file("council.txt", article.encode())
    await desk.presses(await desk.hears("Load this?"), "Yes")
    await desk.hears(f"Draft: {town} calls an early vote")


@pytest.mark.long
async def test_a_reply_loads_the_message_it_answers(desk, article, town):
    note = await desk.forwards(article, channel="Town News", sent=datetime(2019, 5, 1, tzinfo=UTC))
    await desk.presses(await desk.hears("Load this?"), "No")
    await desk.replies(note, "/load")
    await desk.hears(f"Draft: {town} calls an early vote")


async def test_the_same_article_is_recognised(desk, article, draft_of):
    draft = await draft_of(article)
    await desk.says(f"/load {article}")
    known = await desk.hears("You have this already: it waits as a draft")
    await desk.presses(known, "Open")
    await desk.hears("Draft:")
    await desk.presses(draft, "Publish")
    await desk.hears("Readers can find it now")
    await desk.says(f"/load {article}")
    await desk.hears("You have this already: it is published")


async def test_what_cannot_be_loaded_gets_one_clear_sentence_and_leaves_nothing(desk, waiting):
    before = len(await waiting())
    await desk.sends_file("empty.txt", b"", "/load")
    await desk.hears("nothing in it")
    await desk.sends_file("photo.txt", b"\x89PNG\r\n\x1a\n\x00\x00", "/load")
    await desk.hears("not a text file")
    await desk.sends_file("sheet.xlsx", b"PK\x03\x04", "/load")
    await desk.hears("Please send .txt, .md or .html")
    await desk.sends_file("large.txt", b"a " * 1_100_000, "/load")
    await desk.hears("too large")
    await desk.says("/load http://127.0.0.1/secret")
    await desk.hears("private address")
    await desk.says("/load Hello")
    await desk.hears("no sentences")
    assert len(await waiting()) == before


async def test_readers_are_refused_and_nothing_happens(desk, reader, article, waiting):
    before = len(await waiting())
    await reader.says(f"/load {article}")
    await reader.hears("only editors")
    await reader.sends_file("council.txt", article.encode(), "/load")
    await reader.hears("only editors")
    assert len(await waiting()) == before


async def test_a_reader_cannot_press_what_an_editor_got(desk, reader, article, draft_of):
    draft = await draft_of(article)
    assert "only editors" in await reader.presses(draft, "Publish")
    assert "Publish" in " ".join(draft.buttons)


async def test_cancel_leaves_the_question(desk):
    await desk.says("/load")
    await desk.hears("Send me the article")
    await desk.says("/cancel")
    await desk.hears("cancelled")


@pytest.mark.long
async def test_another_article_is_no_answer_to_a_question(desk, article, draft_of, town):
    await desk.says(f"/load {article}")
    await desk.hears("When was this published?")
    await desk.forwards(f"More from {town}. " * 60, channel="Town News")
    await desk.hears("Load this?")


@pytest.mark.long
async def test_a_question_asked_while_a_paste_comes_in_loses_no_part(desk, article, draft_of, town):
    draft = await draft_of(f"{article} This is an older article, which the mayor of {town} wrote himself last year.")
    await desk.says(f"/load {lengthened(article)}")
    await desk.presses(draft, "Title")
    pasted = await desk.hears("When was this published?")
    assert f"{town} calls an early vote" in pasted.text


async def test_editors_are_spoken_to_in_their_language(telegram, owner, bot, town):
    editor = telegram.person(name="Марат", language="ru")
    await owner.says(f"/editors {editor.id}")
    await owner.hears("is an editor now")
    await editor.says(
        f"/load {town} голосует раньше срока\n\nВнеочередные выборы в городе {town} пройдут 9 июня, сообщил спикер. "
        "Заявки подали семь кандидатов. Кампания до сих пор шла спокойно, отметили наблюдатели."
    )
    draft = await editor.hears("Когда это опубликовано?")
    assert sum("Опубликовать" in label for label in draft.buttons) == 1
    await editor.says("2 мая 2019")
    await editor.presses(await editor.hears("четверг, 2 мая 2019 года"), "Опубликовать")
    await editor.hears("Теперь это видят читатели")

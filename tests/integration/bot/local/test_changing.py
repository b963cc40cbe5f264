import asyncio

import pytest
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup
from telegram.error import BadRequest

from bot.local import LocalTelegram
from bot.local import telegram as world_module

REMIND = InlineKeyboardMarkup([[InlineKeyboardButton("Remind me", callback_data="r")]])


async def test_edits_show_and_same_edits_are_refused(telegram: LocalTelegram, bot: Bot) -> None:
    reader = telegram.person(7)
    message = await bot.send_message(7, "<b>one</b>", parse_mode="HTML", reply_markup=REMIND)
    await message.edit_text("two")
    assert [(one.text, one.is_edited, one.buttons) for one in reader.messages] == [("two", True, [])]
    for again in (message.edit_text("two"), message.edit_reply_markup(None)):
        with pytest.raises(BadRequest, match="Message is not modified"):
            await again
    await message.edit_reply_markup(REMIND)
    assert reader.messages[0].buttons == ["Remind me"]


async def test_only_own_messages_that_are_there_can_be_edited(telegram: LocalTelegram, bot: Bot) -> None:
    said = await telegram.person(7).says("hello")
    with pytest.raises(BadRequest, match="Message to edit not found"):
        await bot.edit_message_text("x", 7, 999)
    with pytest.raises(BadRequest, match="Message can't be edited"):
        await bot.edit_message_text("x", 7, said.id)


async def test_captions_and_texts_are_different_things(telegram: LocalTelegram, bot: Bot) -> None:
    telegram.person(7)
    document = await bot.send_document(7, b"data", filename="a.txt", caption="one")
    with pytest.raises(BadRequest, match="There is no text in the message to edit"):
        await document.edit_text("two")
    assert (await document.edit_caption("two")).caption == "two"


async def test_deleted_messages_are_gone(telegram: LocalTelegram, bot: Bot) -> None:
    reader = telegram.person(7)
    first, second = [await bot.send_message(7, text) for text in ("one", "two")]
    assert await first.delete()
    assert [message.text for message in reader.messages] == ["two"]
    with pytest.raises(BadRequest, match="Message to delete not found"):
        await first.delete()
    assert await bot.delete_messages(7, [first.message_id, second.message_id])
    assert reader.messages == []


async def test_a_press_is_answered_once(telegram: LocalTelegram, bot: Bot) -> None:
    reader = telegram.person(7)
    await bot.send_message(7, "9 June", reply_markup=REMIND)
    pressing = asyncio.create_task(reader.presses(await reader.hears("9 June"), "Remind"))
    [update] = await bot.get_updates(timeout=5)
    query = update.callback_query
    assert query
    assert query.data == "r"
    assert query.from_user.id == 7
    assert await query.answer("I will.")
    assert await pressing == "I will."
    with pytest.raises(BadRequest, match="Query is too old and response timeout expired or query id is invalid"):
        await query.answer("Again.")


async def test_a_late_answer_is_refused(telegram: LocalTelegram, bot: Bot, monkeypatch: pytest.MonkeyPatch) -> None:
    reader = telegram.person(7)
    await bot.send_message(7, "9 June", reply_markup=REMIND)
    pressing = asyncio.create_task(reader.presses(await reader.hears(), "Remind", patience=0.01))
    [update] = await bot.get_updates(timeout=5)
    monkeypatch.setattr(world_module, "CALLBACK_SECONDS", -1.0)
    assert update.callback_query
    with pytest.raises(BadRequest, match="Query is too old"):
        await update.callback_query.answer()
    with pytest.raises(AssertionError, match="nobody answered the press on “Remind me”"):
        await pressing


async def test_pressing_what_is_not_there_tells_what_is(telegram: LocalTelegram, bot: Bot) -> None:
    reader = telegram.person(7)
    await bot.send_message(7, "9 June", reply_markup=REMIND)
    with pytest.raises(AssertionError, match="no button holds “Publish”, there are"):
        await reader.presses(await reader.hears(), "Publish")


async def test_waiting_in_vain_tells_what_was_heard(telegram: LocalTelegram, bot: Bot) -> None:
    reader = telegram.person(7, "Tom")
    await bot.send_message(7, "The briefings do not tell.")
    with pytest.raises(AssertionError, match=r"Tom did not hear “9 June”.*do not tell"):
        await reader.hears("9 June", patience=0.01)
    assert [message.text for message in reader.unheard] == ["The briefings do not tell."]

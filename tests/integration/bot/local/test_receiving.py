import asyncio
from datetime import UTC, datetime

import pytest
from aiohttp import web
from telegram import Bot, BotCommand, BotCommandScopeChat, Update
from telegram.error import BadRequest, Conflict

from bot.local import LocalTelegram


async def only_update(bot: Bot) -> Update:
    updates = await bot.get_updates(timeout=5)
    assert len(updates) == 1
    return updates[0]


async def test_commands_come_with_their_entity(telegram: LocalTelegram, bot: Bot) -> None:
    await telegram.person(7, "Aigerim", "ru").says("/load https://e.org/a")
    message = (await only_update(bot)).message
    assert message
    assert message.from_user
    assert (message.from_user.first_name, message.from_user.language_code) == ("Aigerim", "ru")
    assert list(message.parse_entities().values()) == ["/load", "https://e.org/a"]


async def test_long_texts_come_in_parts(telegram: LocalTelegram, bot: Bot) -> None:
    await telegram.person(7).says("/load " + "All work and no play.\n" * 300)
    parts = [update.message.text or "" for update in await bot.get_updates(timeout=5) if update.message]
    assert [len(part) <= 4096 for part in parts] == [True, True]
    assert parts[0].endswith("play.")


async def test_files_can_be_fetched(telegram: LocalTelegram, bot: Bot) -> None:
    await telegram.person(7).sends_file("новости.txt", b"\xff text", "/load")
    message = (await only_update(bot)).message
    assert message
    assert message.document
    assert (message.document.file_name, message.document.file_size, message.caption) == ("новости.txt", 6, "/load")
    assert bytes(await (await message.document.get_file()).download_as_bytearray()) == b"\xff text"


async def test_files_over_20_mb_cannot_be_fetched(telegram: LocalTelegram, bot: Bot) -> None:
    await telegram.person(7).sends_file("big.txt", bytes(20 * 1024 * 1024 + 1))
    message = (await only_update(bot)).message
    assert message
    assert message.document
    with pytest.raises(BadRequest, match="File is too big"):
        await message.document.get_file()


async def test_files_travel_both_ways(telegram: LocalTelegram, bot: Bot) -> None:
    reader = telegram.person(7)
    sent = await bot.send_document(
        7, b"BEGIN:VCALENDAR", filename="dates.ics", caption="<b>Dates</b>", parse_mode="HTML"
    )
    assert sent.document
    heard = await reader.hears("Dates")
    assert heard.attachment["document"]["file_name"] == "dates.ics"
    assert (await bot.send_document(7, sent.document.file_id)).document == sent.document
    assert (await bot.send_photo(7, b"png")).photo
    for caption in ("x" * 1025, "<b>"):
        with pytest.raises(BadRequest):
            await bot.send_document(7, b"data", caption=caption, parse_mode="HTML")


async def test_forwards_say_where_they_are_from(telegram: LocalTelegram, bot: Bot) -> None:
    editor = telegram.person(7)
    await editor.forwards("Vote on June 9.", channel="Desk News", sent=datetime(2019, 5, 2, tzinfo=UTC))
    message = (await only_update(bot)).message
    assert message
    assert message.forward_origin
    assert message.forward_origin.date == datetime(2019, 5, 2, tzinfo=UTC)
    assert message.forward_origin.to_dict()["chat"]["title"] == "Desk News"


async def test_replies_locations_contacts_and_edits_arrive(telegram: LocalTelegram, bot: Bot) -> None:
    person = telegram.person(7)
    article = await person.says("An article")
    await person.replies(article, "/load")
    await person.sends_location(43.2, 76.9)
    await person.sends_contact("+7 700")
    await person.edits(article, "A better article")
    _, reply, place, contact, edited = await bot.get_updates(timeout=5)
    assert reply.message
    assert reply.message.reply_to_message
    assert reply.message.reply_to_message.text == "An article"
    assert place.message
    assert place.message.location
    assert place.message.location.latitude == 43.2
    assert contact.message
    assert contact.message.contact
    assert edited.edited_message
    assert edited.edited_message.text == "A better article"


async def test_a_newer_poll_ends_an_older_one(telegram: LocalTelegram, bot: Bot) -> None:
    older = asyncio.create_task(bot.get_updates(timeout=30))
    await telegram.polled()
    async with Bot(bot.token, base_url=f"{telegram.url}/bot") as second:
        newer = asyncio.create_task(second.get_updates(timeout=30))
        await telegram.polled(after=1)
        with pytest.raises(Conflict, match="terminated by other getUpdates request"):
            await older
        await telegram.person(7).says("hello")
        assert len(await newer) == 1


async def test_blocking_and_returning_is_told(telegram: LocalTelegram, bot: Bot) -> None:
    reader = telegram.person(7)
    reader.blocks()
    reader.returns()
    changes = [update.my_chat_member for update in await bot.get_updates(timeout=5)]
    assert [change.new_chat_member.status for change in changes if change] == ["kicked", "member"]


async def test_updates_are_posted_to_a_webhook_until_it_takes_them(telegram: LocalTelegram, bot: Bot) -> None:
    seen: asyncio.Queue[tuple[str, str]] = asyncio.Queue()

    async def take(request: web.Request) -> web.Response:
        secret, update = request.headers["X-Telegram-Bot-Api-Secret-Token"], await request.json()
        seen.put_nowait((secret, update["message"]["text"]))
        return web.Response(status=500 if seen.qsize() == 1 else 200)

    app = web.Application()
    app.router.add_post("/hook", take)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    await bot.set_webhook(f"http://127.0.0.1:{runner.addresses[0][1]}/hook", secret_token="s3cret")
    await telegram.person(7).says("hello")
    first, second = [await asyncio.wait_for(seen.get(), 5) for _ in range(2)]
    assert first == second == ("s3cret", "hello")
    with pytest.raises(Conflict, match="webhook is active"):
        await bot.get_updates()
    await bot.delete_webhook()
    assert (await bot.get_webhook_info()).url == ""
    await runner.cleanup()


async def test_menus_and_descriptions_are_kept(telegram: LocalTelegram, bot: Bot) -> None:
    editor, reader = telegram.person(7), telegram.person(8)
    await bot.set_my_commands([BotCommand("ask", "Ask")])
    await bot.set_my_commands([BotCommand("load", "Load")], scope=BotCommandScopeChat(7))
    assert (editor.menu, reader.menu) == (["load"], ["ask"])
    assert [one.command for one in await bot.get_my_commands(BotCommandScopeChat(7))] == ["load"]
    with pytest.raises(BadRequest, match="Chat not found"):
        await bot.set_my_commands([BotCommand("load", "Load")], scope=BotCommandScopeChat(99))
    await bot.set_my_description("Длинно", language_code="ru")
    await bot.set_my_short_description("Short")
    await bot.set_my_name("Desk")
    await bot.set_chat_menu_button()
    assert (await bot.get_my_description("ru")).description == "Длинно"
    assert (await bot.get_my_short_description("kk")).short_description == "Short"

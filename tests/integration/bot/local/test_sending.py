import httpx
import pytest
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, MessageEntity, ReplyParameters
from telegram.error import BadRequest, Forbidden, InvalidToken

from bot.local import LocalTelegram

REMIND = InlineKeyboardMarkup([[InlineKeyboardButton("Remind", callback_data="r")]])


async def test_a_person_hears_what_the_bot_says(telegram: LocalTelegram, bot: Bot) -> None:
    reader = telegram.person(7, "Tom")
    html = "<b>Sunday, 9 June</b>\n<blockquote>On June 9 &amp; not later.</blockquote>"
    sent = await bot.send_message(7, html, parse_mode="HTML", reply_markup=REMIND)
    heard = await reader.hears("9 June")
    assert heard.id == sent.message_id
    assert heard.html == html
    assert heard.text == sent.text == "Sunday, 9 June\nOn June 9 & not later."
    assert heard.quote == "On June 9 & not later."
    assert heard.buttons == ["Remind"]


async def test_entities_do_as_well_as_html(telegram: LocalTelegram, bot: Bot) -> None:
    reader = telegram.person(7)
    await bot.send_message(7, "😀 nine", entities=[MessageEntity("bold", 3, 4)])
    assert (await reader.hears("nine")).html == "😀 <b>nine</b>"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "Message text is empty"),
        (" \n ", "Message text is empty"),
        ("<b> </b>", "Message text is empty"),
        ("x" * 4097, "Message is too long"),
        ("😀" * 2049, "Message is too long"),
        ("<b>open", "Can't parse entities: can't find end tag"),
        ("1 < 2", "Can't parse entities: unsupported start tag"),
    ],
)
async def test_bad_texts_are_refused(telegram: LocalTelegram, bot: Bot, text: str, reason: str) -> None:
    telegram.person(7)
    with pytest.raises(BadRequest, match=reason):
        await bot.send_message(7, text, parse_mode="HTML")
    assert [call.code for call in telegram.calls.refused] == [400]


@pytest.mark.parametrize("text", ["x" * 4096, "😀" * 2048, "<b>" + "x" * 4096 + "</b>", "&lt;" * 4096])
async def test_texts_are_measured_after_parsing(telegram: LocalTelegram, bot: Bot, text: str) -> None:
    telegram.person(7)
    assert (await bot.send_message(7, text, parse_mode="HTML")).text


async def test_strange_chats_are_refused(telegram: LocalTelegram, bot: Bot) -> None:
    telegram.person(8, started=False)
    for stranger in (8, 9, -100, 2**40):
        with pytest.raises(BadRequest, match="Chat not found"):
            await bot.send_message(stranger, "hello")


async def test_who_blocks_or_leaves_hears_nothing(telegram: LocalTelegram, bot: Bot) -> None:
    reader = telegram.person(2**40)
    reader.blocks()
    with pytest.raises(Forbidden, match="bot was blocked by the user"):
        await bot.send_message(reader.id, "hello")
    reader.returns()
    await bot.send_message(reader.id, "hello")
    reader.deletes_account()
    with pytest.raises(Forbidden, match="user is deactivated"):
        await bot.send_message(reader.id, "hello")
    assert [message.text for message in reader.messages] == ["hello"]


async def test_replies_need_their_message(telegram: LocalTelegram, bot: Bot) -> None:
    reader = telegram.person(7)
    asked = await reader.says("When?")
    await bot.send_message(7, "On 9 June.", reply_parameters=ReplyParameters(asked.id))
    assert (await reader.hears("9 June")).reply_to is asked
    with pytest.raises(BadRequest, match="Message to be replied not found"):
        await bot.send_message(7, "?", reply_parameters=ReplyParameters(999))
    await bot.send_message(7, "!", reply_parameters=ReplyParameters(999, allow_sending_without_reply=True))


async def test_messages_are_copied_forwarded_and_reacted_to(telegram: LocalTelegram, bot: Bot) -> None:
    editor, reader = telegram.person(7, "Aigerim"), telegram.person(8)
    post = await editor.says("News")
    assert (await bot.forward_message(8, 7, post.id)).forward_origin
    await bot.copy_message(8, 7, post.id)
    assert [message.text for message in reader.messages] == ["News", "News"]
    await bot.set_message_reaction(7, post.id, "👍")
    assert post.reactions == ("👍",)
    with pytest.raises(BadRequest, match="Message to copy not found"):
        await bot.copy_message(8, 7, 999)


async def test_a_wrong_token_is_refused(telegram: LocalTelegram) -> None:
    for token in ("2:wrong", "nonsense"):
        with pytest.raises(InvalidToken):
            async with Bot(token, base_url=f"{telegram.url}/bot"):
                pass


async def test_raw_calls_get_telegrams_answers(telegram: LocalTelegram) -> None:
    telegram.person(7)
    async with httpx.AsyncClient(base_url=f"{telegram.url}/bot1:test") as client:
        assert (await client.get("/getme")).json()["result"]["is_bot"] is True
        assert (await client.post("/sendMessage", json={"chat_id": 7, "text": "hi"})).json()["ok"] is True
        assert (await client.post("/sendMessage?chat_id=7&text=hi")).json()["ok"] is True
        unknown = await client.post("/sendNonsense")
        assert (unknown.status_code, unknown.json()["description"]) == (404, "Not Found: method not found")
        surrogate = await client.post(
            "/sendMessage", content=b'{"chat_id": 7, "text": "\\ud800"}', headers={"Content-Type": "application/json"}
        )
        assert surrogate.json()["description"] == "Bad Request: strings must be encoded in UTF-8"
        raw = {"content": b"chat_id=7&text=%ff", "headers": {"Content-Type": "application/x-www-form-urlencoded"}}
        assert (await client.post("/sendMessage", **raw)).json()["error_code"] == 400
        assert (await client.post("/sendMessage", json=[1])).json()["error_code"] == 400
        assert "chat_id is empty" in (await client.post("/sendMessage", json={"text": "hi"})).json()["description"]

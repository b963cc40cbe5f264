import stat
from pathlib import Path

from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, ReplyParameters

from bot.local import Cast, GroupChat, LocalTelegram, Persona
from bot.local.memory import write

CAST = Cast((Persona(7, "Aigerim"), Persona(8, "Tom")), (GroupChat("Desk", members=(8,), admins=(7,)),))
KEYBOARD = InlineKeyboardMarkup([[InlineKeyboardButton("Remind", callback_data="r")]])


async def test_chats_are_still_there_after_a_restart(tmp_path: Path) -> None:
    kept = tmp_path / "data" / "chats.json"
    async with LocalTelegram("1:test", cast=CAST, keep_in=kept) as before:
        article = await before.people[7].sends_file("a.txt", b"text", "/load")
        before.people[8].blocks()
        async with Bot("1:test", base_url=f"{before.url}/bot") as bot:
            await bot.send_message(7, "<b>Draft</b>", parse_mode="HTML", reply_markup=KEYBOARD)
            await bot.send_message(7, "Sure?", reply_parameters=ReplyParameters(article.id))
    async with LocalTelegram("1:test", cast=CAST, keep_in=kept) as after:
        messages = after.people[7].messages
        assert [one.html for one in messages] == ["/load", "<b>Draft</b>", "Sure?"]
        assert messages[1].buttons == ["Remind"]
        assert messages[2].reply_to is messages[0]
        file_id = messages[0].attachment["document"]["file_id"]
        assert after.world.files.find(file_id).data == b"text"
        assert after.people[8].chat.has(after.world.bot.id) is False
        assert (await after.people[7].says("again")).id > messages[2].id


def test_nobody_else_may_read_what_was_said(tmp_path: Path) -> None:
    kept = tmp_path / "data" / "chats.json"
    kept.parent.mkdir()
    for left_by_a_crash in (kept, kept.with_suffix(".new")):
        left_by_a_crash.touch(0o644)
    write({"chats": []}, kept)
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600

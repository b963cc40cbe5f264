import pytest
from telegram import Bot
from telegram.error import BadRequest, ChatMigrated, Forbidden

from bot.local import LocalTelegram


async def test_people_talk_with_the_bot_in_groups(telegram: LocalTelegram, bot: Bot) -> None:
    editor, reader = telegram.person(7, "Aigerim"), telegram.person(8)
    desk = telegram.group("Desk", members=[reader], admins=[editor])
    await reader.says("/ask when", chat=desk)
    await bot.send_message(desk.id, "On 9 June.")
    assert (await editor.hears("9 June", chat=desk)) is (await reader.hears("9 June", chat=desk))
    assert [message.text for message in desk.messages] == ["/ask when", "On 9 June."]
    assert reader.messages == []


async def test_the_bot_learns_who_is_who(telegram: LocalTelegram, bot: Bot) -> None:
    editor, reader = telegram.person(7), telegram.person(8)
    desk = telegram.group("Desk", members=[reader], admins=[editor], supergroup=True)
    assert desk.id < -(10**12)
    added = (await bot.get_updates(timeout=5))[0].my_chat_member
    assert added
    assert (added.from_user.id, added.new_chat_member.status) == (7, "member")
    assert [admin.user.id for admin in await bot.get_chat_administrators(desk.id)] == [7]
    assert (await bot.get_chat_member(desk.id, 8)).status == "member"
    assert await bot.get_chat_member_count(desk.id) == 3
    assert (await bot.get_chat(desk.id)).title == "Desk"
    with pytest.raises(BadRequest, match="Member not found"):
        await bot.get_chat_member(desk.id, 99)


async def test_a_group_that_threw_the_bot_out_hears_nothing(telegram: LocalTelegram, bot: Bot) -> None:
    desk = telegram.group("Desk", admins=[telegram.person(7)])
    desk.kicks_bot()
    with pytest.raises(Forbidden, match="bot was kicked from the group chat"):
        await bot.send_message(desk.id, "hello")
    desk.adds_bot()
    await bot.leave_chat(desk.id)
    with pytest.raises(Forbidden, match="bot is not a member of the group chat"):
        await bot.send_message(desk.id, "hello")


async def test_an_upgraded_group_says_where_it_went(telegram: LocalTelegram, bot: Bot) -> None:
    desk = telegram.group("Desk", admins=[telegram.person(7)])
    old = desk.id
    desk.becomes_supergroup()
    with pytest.raises(ChatMigrated) as migrated:
        await bot.send_message(old, "hello")
    assert migrated.value.new_chat_id == desk.id
    await bot.send_message(desk.id, "hello")
    told = [update.message for update in await bot.get_updates(timeout=5) if update.message]
    assert [(message.migrate_to_chat_id, message.migrate_from_chat_id) for message in told] == [
        (desk.id, None),
        (None, old),
    ]


async def test_pinning_needs_rights_in_groups(telegram: LocalTelegram, bot: Bot) -> None:
    desk = telegram.group("Desk", admins=[telegram.person(7)])
    message = await bot.send_message(desk.id, "Read this")
    with pytest.raises(BadRequest, match="Not enough rights"):
        await message.pin()
    desk.adds_bot(as_admin=True)
    assert await message.pin()

"""Groups: the language of who adds the bot, choosing for everybody, replies where only replies are read."""

import pytest

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest.mark.parametrize(
    ("language", "hello", "button", "choose"),
    [
        ("en", "Hello everybody", "Remind everybody", "What shall I remind you of"),
        ("ru", "Всем здравствуйте", "Напоминать всей группе", "О чём"),
        ("kk", "Баршаңызға сәлем", "Бүкіл топтың есіне салу", "еске"),
    ],
)
async def test_a_new_group_speaks_the_language_of_who_adds_the_bot(
    running, telegram, language, hello, button, choose
) -> None:
    boss = telegram.person(name="Boss", language=language)
    group = telegram.group("Watch", [], [boss])
    await boss.presses(await boss.hears(hello, chat=group), button)
    await boss.hears(choose, chat=group)


async def test_only_administrators_choose_for_everybody(running, reader, telegram) -> None:
    boss = telegram.person(name="Boss")
    group = telegram.group("Watch", [reader], [boss])
    welcome = await boss.hears("Hello everybody", chat=group)
    assert "administrators" in await reader.presses(welcome, "Remind everybody")


@pytest.mark.parametrize(
    ("language", "settings", "zone", "write", "reply", "saved"),
    [
        (
            "en",
            "Settings of this group",
            "Time zone",
            "Write the city",
            "reply to this message",
            "The group's time zone is",
        ),
        (
            "ru",
            "Настройки этой группы",
            "Часовой пояс",
            "Написать город",
            "ответьте на это сообщение",
            "Часовой пояс группы",
        ),
        (
            "kk",
            "Осы топтың баптаулары",
            "Уақыт белдеуі",
            "Қаланы жазу",
            "осы хабарға жауап беріңіз",
            "Топтың уақыт белдеуі",
        ),
    ],
)
async def test_a_city_is_written_in_a_reply(running, telegram, language, settings, zone, write, reply, saved) -> None:
    boss = telegram.person(name="Boss", language=language)
    group = telegram.group("Watch", [], [boss])
    await boss.says("/settings", chat=group)
    await boss.presses(await boss.hears(settings, chat=group), zone)
    await boss.presses(await boss.hears(chat=group), write)
    asked = await boss.hears(reply, chat=group)
    assert asked.text.startswith("Boss")
    asking = [call for call in telegram.calls if "force_reply" in str(call.parameters) and call.chat_id == group.id]
    assert asking
    await boss.replies(asked, "qqqqqq")
    await boss.replies(await boss.hears(reply, chat=group), "Lodnon")
    assert "Europe/London" in (await boss.hears(saved, chat=group)).text


@pytest.mark.parametrize(
    ("language", "question", "day", "wish", "followed", "all_wish"),
    [
        ("en", "when is the vote?", "9 June 2019", "remind us of the vote", "I will remind you of", "remind everybody"),
        ("ru", "when is the vote?", "9 июня 2019", "напомни нам о vote", "Напомню", "напоминай всем в этой группе"),
    ],
)
async def test_who_mentions_the_bot_is_answered(
    running, telegram, language, question, day, wish, followed, all_wish
) -> None:
    boss = telegram.person(name="Boss", language=language)
    group = telegram.group("Watch", [], [boss])
    group.adds_bot(as_admin=True)
    await boss.says(f"@briefings_bot {question}", chat=group)
    await boss.hears("9 June 2019", chat=group)
    await boss.says("nobody asks the bot: when is the vote?", chat=group)
    await boss.says(f"{wish}, @briefings_bot", chat=group)
    await boss.hears(followed, chat=group)
    await boss.says(f"@Briefings_Bot {all_wish}", chat=group)
    await boss.hears(chat=group)


async def test_members_may_ask_but_not_follow(running, reader, telegram) -> None:
    boss = telegram.person(name="Boss")
    group = telegram.group("Watch", [reader], [boss])
    group.adds_bot(as_admin=True)
    await reader.says("@briefings_bot remind us of the vote", chat=group)
    await reader.hears("administrators", chat=group)


async def test_a_question_in_reply_to_the_bot_is_answered(running, telegram) -> None:
    boss = telegram.person(name="Boss")
    group = telegram.group("Watch", [], [boss])
    hello = await boss.hears("Hello everybody", chat=group)
    await boss.replies(hello, "thanks!")
    await boss.replies(hello, "when is the vote?")
    await boss.hears("9 June 2019", chat=group)


async def test_privacy_and_help_speak_of_the_group(running, telegram) -> None:
    boss = telegram.person(name="Boss")
    group = telegram.group("Watch", [], [boss])
    await boss.says("/privacy", chat=group)
    await boss.hears("What I keep about this group", chat=group)
    await boss.says("/help", chat=group)
    await boss.hears("@briefings_bot when is the election?", chat=group)

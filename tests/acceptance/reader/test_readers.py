import json

import pytest

pytestmark = pytest.mark.asyncio(loop_scope="module")

QUOTE = "The city council of Oskemen will hold an early vote on June 9, its speaker said on Thursday."


async def test_a_reader_asks_and_is_answered_with_proof(running, reader, telegram) -> None:
    await reader.says("/start")
    await reader.hears("I know the news")

    await reader.says("when is the vote?")
    answer = await reader.hears("Sunday, 9 June 2019 — in 37 days")
    assert answer.quote == QUOTE
    assert "as of 2 May 2019" in answer.text
    assert any("Remind" in label for label in answer.buttons)

    await reader.says("who won the vote?")
    silence = await reader.hears("The briefings do not tell")
    assert not silence.quotes

    await reader.says("🙂")
    await reader.hears("Please ask in words")
    await reader.says("Hello!")
    await reader.hears("I know the news")
    await reader.says("thanks")
    await reader.hears("You are welcome")
    await reader.sends_file("photo.jpg", b"no words")
    await reader.hears("Please ask in words")
    await reader.sends_contact("+7 700 000 00 00")
    await reader.hears("Please ask in words")

    aliya = telegram.person(2001, "Aliya", "kk")
    await aliya.says("/help")
    await aliya.hears("/ask — Жаңалықтар туралы сұрау")
    await aliya.says("когда голосование?")
    answer = await aliya.hears("Воскресенье, 9 июня 2019 года — через 37 дней")
    assert answer.quote == QUOTE


async def test_editors_may_ask_why_and_have_their_own_menu(running, owner) -> None:
    await owner.says("/start kd_1")
    await owner.hears("🗓")
    await owner.says("/start")
    welcome = await owner.hears("I know the news")
    assert "/load" in welcome.text
    assert {"editors", "load", "ask"} <= set(owner.menu)
    await owner.says("who won the vote?")
    silence = await owner.hears("The briefings do not tell")
    await owner.presses(silence, "Why")
    explained = await owner.hears("Why this answer")
    assert "threshold" in explained.text


async def test_reminding_takes_the_defaults_and_offers_changes(running, reader) -> None:
    await reader.says("when is the vote?")
    answer = await reader.hears("9 June")
    assert await reader.presses(answer, "Remind") == "Reminders are on"
    following = await reader.hears("I will remind you of")
    assert "Sunday, 2 June 2019, 09:00 — 7 days before" in following.text
    assert "Sunday, 9 June 2019, 09:00 — on the day itself" in following.text

    await reader.presses(following, "3 days before")
    changed = await reader.hears("Thursday, 6 June 2019, 09:00 — 3 days before")
    await reader.presses(changed, "Another time")
    await reader.hears("Write how long before")
    await reader.says("2 days and 5 hours before")
    more = await reader.hears("Friday, 7 June 2019, 09:00 — 2 days before")
    assert "Thursday, 6 June 2019, 09:00 — 3 days before" in more.text

    await reader.says("/reminders")
    listed = await reader.hears("Your reminders")
    assert "next: Sunday, 2 June 2019, 09:00" in listed.text
    await reader.presses(listed, "Stop")
    stopped = await reader.hears("no more reminders of")
    await reader.presses(stopped, "Follow again")
    await reader.hears("2 days before")


async def test_asking_to_be_reminded_in_plain_words_says_when(running, reader) -> None:
    await reader.says("Remind me 3 days and 2 hours before the vote")
    following = await reader.hears("I will remind you of")
    assert "Thursday, 6 June 2019, 09:00 — 3 days before" in following.text
    assert "2 hours before" in following.text
    assert "7 June" not in following.text
    await reader.says("/stop everything")
    await reader.presses(await reader.hears("Shall I stop all"), "Yes")
    stopped = await reader.hears("no more reminders at all")
    assert await reader.presses(stopped, "Undo") == "Reminders are on"
    listed = await reader.hears("Your reminders")
    assert "next: Thursday, 6 June 2019, 09:00" in listed.text


async def test_following_by_words_and_everything_else_there_is_to_read(running, reader, telegram) -> None:
    await reader.says("/follow vote")
    await reader.hears("I will remind you of")
    await reader.says("/follow rainfall")
    offer = await reader.hears("I know no date ahead for “rainfall”")
    await reader.presses(offer, "rainfall")
    await reader.hears("I follow “rainfall” for you")
    await reader.says("/unfollow rainfall")
    await reader.hears("I no longer follow “rainfall”")

    await reader.says("/dates")
    dates = await reader.hears("What lies ahead")
    await reader.presses(dates, "Past")
    passed = await reader.hears("What has passed")
    assert not any("Remind" in label for label in passed.buttons)

    await reader.says("/briefings")
    listing = await reader.hears("Briefings")
    await reader.presses(listing, "City council")
    await reader.hears("Key dates")

    await reader.says("/calendar")
    await reader.hears("The dates you follow")
    [calendar] = [file for file in telegram.world.files if file.name.endswith(".ics")]
    assert b"DTSTART;VALUE=DATE:20190609" in calendar.data


async def test_settings_privacy_and_being_forgotten(running, reader, telegram) -> None:
    await reader.says("/settings")
    settings = await reader.hears("Time zone: Asia/Almaty, now")
    await reader.presses(settings, "Time zone")
    await reader.hears("Where are you?")
    await reader.says("Berlin")
    await reader.hears("Europe/Berlin")
    await reader.sends_location(43.24, 76.9)
    back = await reader.hears("Asia/Almaty")
    await reader.presses(back, "Back")
    settings = await reader.hears("Settings")
    await reader.presses(settings, "Language")
    await reader.presses(await reader.hears("Which language"), "Қазақша")
    await reader.hears("Баптаулар")

    await reader.says("/digest")
    await reader.presses(await reader.hears("Шолу"), "Апта сайын")
    await reader.hears("дүйсенбі сайын")

    await reader.says("/privacy")
    privacy = await reader.hears("Сіз туралы не сақтаймын")
    await reader.presses(privacy, "Деректерімді алу")
    await reader.hears("бәрі")
    [export] = [file for file in telegram.world.files if file.name.endswith(".json")]
    assert json.loads(export.data)["settings"]["language"] == "kk"

    await reader.says("/forgetme")
    await reader.presses(await reader.hears("жояйын ба"), "Иә")
    await reader.hears("ештеңе қалмады")


async def test_in_a_group_its_administrators_decide(running, reader, telegram) -> None:
    boss = telegram.person(2002, "Dana")
    group = telegram.group("Election watch", [reader], [boss])
    await boss.hears("Hello everybody", chat=group)

    await reader.says("/ask when is the vote?", chat=group)
    answer = await reader.hears("9 June 2019", chat=group)
    assert answer.reply_to is not None
    assert "administrators" in await reader.presses(answer, "Remind")
    assert await boss.presses(answer, "Remind") == "Reminders are on"
    await boss.hears("I will remind you of", chat=group)

    group.becomes_supergroup()
    await boss.says("/reminders", chat=group)
    assert "next: Sunday, 2 June 2019" in (await boss.hears("Reminders of this group", chat=group)).text

"""Following and stopping in plain words, in any language, about a briefing in English."""

import pytest

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest.mark.parametrize(
    ("language", "wish", "shown", "stop", "stopped"),
    [
        (
            "en",
            "remind me on the eve of the election",
            "Saturday, 8 June 2019, 09:00 — 1 day before",
            "stop reminding me of the election",
            "no more reminders of",
        ),
        (
            "ru",
            "напомни о выборах за неделю",
            "воскресенье, 2 июня 2019 года, 09:00 — за 7 дней",
            "больше не напоминай о выборах",
            "больше не напоминаю",
        ),
        (
            "kk",
            "сайлауды 2 күн бұрын ескертіп қой",
            "2019 жылғы 7 маусым, жұма, 09:00 — 2 күн бұрын",
            "сайлауды еске салма",
            "енді еске салмаймын",
        ),
    ],
)
async def test_reminded_and_no_longer_in_three_languages(
    running, telegram, language, wish, shown, stop, stopped
) -> None:
    person = telegram.person(name="Aliya", language=language)
    await person.says(wish)
    assert (await person.hears("09:00")).text.count("• ") == 1
    await person.says(wish)
    await person.hears(shown)
    await person.says(stop)
    await person.hears(stopped)


async def test_everything_is_stopped_and_taken_back_as_it_was(running, reader) -> None:
    await reader.says("remind me of everything")
    await reader.hears("I follow every date")
    await reader.says("remind me 0 days before the vote")
    await reader.hears("Sunday, 9 June 2019, 09:00 — on the day itself")
    await reader.says("/reminders")
    before = (await reader.hears("Your reminders")).text

    await reader.says("stop all reminders")
    await reader.presses(await reader.hears("Shall I stop all"), "Yes")
    await reader.presses(await reader.hears("no more reminders at all"), "Undo")
    assert (await reader.hears("Your reminders")).text == before


async def test_a_day_counted_from_today_and_what_is_not_sure(running, reader) -> None:
    await reader.says("remind me of the vote in 2 days")
    await reader.hears("Sunday, 5 May 2019, 09:00 — 35 days before")
    await reader.says("remind me in 3 days")
    await reader.hears("What shall I remind you of?")
    await reader.says("/follow Saule Akhmet")
    await reader.presses(await reader.hears("I know no date ahead"), "What lies ahead")
    await reader.hears("What lies ahead")
    await reader.says("when will they stop reminding people of the vote?")
    await reader.hears("The briefings do not tell")


async def test_remind_pressed_twice_says_it_once(running, reader) -> None:
    await reader.says("when is the vote?")
    answer = await reader.hears("9 June")
    assert await reader.presses(answer, "Remind") == "Reminders are on"
    await reader.hears("I will remind you of")
    assert await reader.presses(answer, "Remind") == "Reminders are on"
    await reader.says("/digest")
    await reader.hears("digest")
    assert reader.unheard == []


async def test_a_topic_in_another_language_is_told_what_becomes_of_its_dates(running, telegram, owner) -> None:
    boris = telegram.person(name="Boris", language="ru")
    await owner.says("/canceldate vote")
    await owner.presses(await owner.hears("cancelled? Followers"), "Yes, it is cancelled")
    cancelled = await owner.hears("is cancelled.")

    await boris.says("/follow выборы")
    denied = await boris.hears("Это отменено")
    await boris.presses(denied, "Следить за темой «выборы»")
    await boris.hears("Слежу для вас за темой «выборы»")
    await owner.presses(cancelled, "Undo")
    await boris.hears("✅")
    await boris.says("/reminders")
    assert "ближайшее: воскресенье, 2 июня 2019 года, 09:00" in (await boris.hears("Ваши напоминания")).text


@pytest.mark.parametrize(
    ("language", "first", "shown", "second", "refused"),
    [
        ("en", "remind me of the vote", "7 days before", "remind me 60 days before the vote", "I changed nothing"),
        ("ru", "предупреди о выборах", "за 7 дней", "напомни о выборах за 60 дней", "Я ничего не менял"),
        ("kk", "сайлауды ескертіп қой", "7 күн бұрын", "сайлауды 60 күн бұрын еске сал", "Ештеңе өзгертпедім"),
    ],
)
async def test_what_cannot_be_had_leaves_what_one_has(
    running, telegram, language, first, shown, second, refused
) -> None:
    person = telegram.person(name="Dana", language=language)
    await person.says(first)
    before = (await person.hears(shown)).text.count("• ")
    await person.says(second)
    message = await person.hears(refused)
    await person.presses(message, "⏰")
    assert (await person.hears(shown)).text.count("• ") == before == 3


@pytest.mark.parametrize(
    ("language", "wish", "asked"),
    [
        ("en", "remind me two days before the vote at 8pm", "Shall it be 20:00"),
        ("ru", "напомни о выборах за два дня в 8 вечера", "Сделать 20:00"),
        ("kk", "сайлаудан екі күн бұрын кешкі 8-де еске сал", "Бәрін 20:00"),
    ],
)
async def test_another_time_of_day_is_one_button_away(running, telegram, language, wish, asked) -> None:
    person = telegram.person(name="Timur", language=language)
    await person.says(wish)
    following = await person.hears(asked)
    assert following.text.count("• ") == 1
    await person.presses(following, "⏰ ")
    await person.hears(", 20:00 — ")
    await person.says("/reminders")
    assert "20:00" in (await person.hears("🔔")).text


async def test_a_day_of_the_calendar_is_understood(running, telegram) -> None:
    person = telegram.person(name="Nora", language="en")
    await person.says("remind me of the vote on June 8")
    assert "Saturday, 8 June 2019, 09:00 — 1 day before" in (await person.hears("I will remind you of")).text
    await person.says("remind me of the vote on June 20")
    await person.hears("will be over by then")

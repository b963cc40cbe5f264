"""How readers want to be told: leads in their own words, time of day, quiet hours, zone, digest."""

import pytest
import pytest_asyncio

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest_asyncio.fixture(loop_scope="module")
async def following(running, reader):
    """The vote on 9 June is followed with the usual leads: seven days, one day, the day itself."""
    await reader.says("/follow vote")
    await reader.hears("I will remind you of")
    return reader


@pytest.mark.parametrize(
    ("language", "other", "typed", "three_days", "two_hours"),
    [
        (
            "en",
            "Another time",
            "3 days and 2 hours before",
            "Thursday, 6 June 2019, 09:00 — 3 days before",
            "Saturday, 8 June 2019, 22:00 — 2 hours before",
        ),
        (
            "ru",
            "Другой срок",
            "за 3 дня и за 2 часа",
            "четверг, 6 июня 2019 года, 09:00 — за 3 дня",
            "суббота, 8 июня 2019 года, 22:00 — за 2 часа",
        ),
        (
            "kk",
            "Басқа мерзім",
            "3 күн және 2 сағат бұрын",
            "2019 жылғы 6 маусым, бейсенбі, 09:00 — 3 күн бұрын",
            "2019 жылғы 8 маусым, сенбі, 22:00 — 2 сағат бұрын",
        ),
    ],
)
async def test_leads_in_words(running, telegram, language, other, typed, three_days, two_hours):
    person = telegram.person(name="Aliya", language=language)
    await person.says("/follow vote")
    await person.presses(await person.hears("09:00"), other)
    await person.hears("/cancel")
    await person.says(typed)
    changed = await person.hears(three_days)
    assert two_hours in changed.text


async def test_another_time_of_day_by_button_and_by_words(following):
    await following.says("/settings")
    await following.presses(await following.hears("Reminders come at 09:00"), "Reminder time")
    await following.presses(await following.hears("When shall reminders come?"), "18:00")
    await following.presses(await following.hears("Reminders come at 18:00"), "Back")
    await following.presses(await following.hears("Settings"), "Reminder time")
    await following.presses(await following.hears("When shall reminders come?"), "Another time")
    await following.hears("Write a time such as")
    await following.says("7.30")
    await following.hears("Reminders come at 07:30")
    await following.says("/reminders")
    assert "next: Sunday, 2 June 2019, 07:30" in (await following.hears("Your reminders")).text


async def test_quiet_hours_put_off_what_falls_into_them(following):
    await following.says("/settings")
    await following.presses(await following.hears("Quiet hours: none"), "Quiet hours")
    await following.presses(await following.hears("When shall I be silent?"), "Another time")
    await following.hears("Write from when to when")
    await following.says("22:00-9:30")
    await following.hears("I am silent from 22:00 to 09:30")
    await following.says("/reminders")
    assert "next: Sunday, 2 June 2019, 09:30" in (await following.hears("Your reminders")).text


@pytest.mark.parametrize(
    ("language", "setting", "typed", "said"),
    [
        ("en", "Reminder time", "8 in the evening", "Reminders come at 20:00"),
        ("ru", "Время напоминаний", "8 вечера", "Напоминания приходят в 20:00"),
        ("kk", "Еске салу уақыты", "кешкі 8", "Еске салу уақыты: 20:00"),
        ("en", "Quiet hours", "from 11 pm to 7", "I am silent from 23:00 to 07:00"),
        ("ru", "Тихие часы", "с 11 вечера до 7 утра", "Не беспокою с 23:00 до 07:00"),
        ("kk", "Тыныш уақыт", "түнгі 11-ден таңғы 7-ге дейін", "Тыныш уақыт: 23:00–07:00"),
        ("ru", "Часовой пояс", "Караганды", "Напоминания приходят в 09:00 по этому времени"),
        ("kk", "Уақыт белдеуі", "Қарағандыда", "Asia/Almaty"),
    ],
)
async def test_a_setting_is_written_as_soon_as_its_screen_shows(running, telegram, language, setting, typed, said):
    person = telegram.person(name="Aliya", language=language)
    await person.says("/settings")
    await person.presses(await person.hears("⚙️"), setting)
    await person.hears()
    await person.says(typed)
    await person.hears(said)


async def test_what_is_not_understood_is_told_how_to_write_and_a_question_is_answered(running, reader):
    await reader.says("/settings")
    await reader.presses(await reader.hears("Settings"), "Reminder time")
    await reader.hears("When shall reminders come?")
    await reader.says("late")
    await reader.hears("Write it like this: 8:30")
    await reader.says("when is the vote?")
    await reader.hears("9 June 2019")


async def test_an_offset_asks_for_a_city(running, reader):
    await reader.says("/settings")
    await reader.presses(await reader.hears("Settings"), "Time zone")
    await reader.hears("Where are you?")
    await reader.says("UTC+5")
    await reader.presses(await reader.hears("An offset alone is not enough"), "Tashkent, Uzbekistan")
    await reader.hears("Your time zone is Asia/Tashkent")


async def test_usual_leads_that_are_written_are_added(running, reader):
    await reader.says("/settings")
    await reader.presses(await reader.hears("Settings"), "How long before")
    await reader.hears("How long before a date")
    await reader.says("30 minutes")
    await reader.hears("hours, days, weeks or months")
    await reader.says("two weeks")
    chosen = [button for row in (await reader.hears("How long before a date")).keyboard for button in row]
    assert [one.text for one in chosen if "✅" in one.text] == [
        "✅ 14 days before",
        "✅ 7 days before",
        "✅ 1 day before",
        "✅ on the day itself",
    ]


async def test_a_zone_from_the_list_moves_reminders(following):
    await following.says("/settings")
    await following.presses(await following.hears("Time zone: Asia/Almaty"), "Time zone")
    await following.presses(await following.hears("Where are you?"), "New York")
    await following.hears("America/New_York")
    await following.says("/reminders")
    assert "next: Sunday, 2 June 2019, 09:00" in (await following.hears("Your reminders")).text
    await following.says("/settings")
    await following.hears("Time zone: America/New_York, now 00:")  # 09:00 in Almaty, which the clock began at


async def test_the_usual_leads_by_button(following):
    await following.says("/settings")
    await following.presses(await following.hears("When I remind you"), "How long before")
    await following.presses(await following.hears("How long before a date"), "7 days")
    await following.hears("How long before a date")
    await following.says("/reminders")
    assert "next: Saturday, 8 June 2019, 09:00" in (await following.hears("Your reminders")).text


@pytest.mark.long
async def test_new_defaults_hold_from_the_next_start_for_who_chose_nothing(running, following):
    await running.stop()
    await running.start(REMINDER_TIME="20:00", REMINDER_LEADS="1d")
    await following.says("/reminders")
    assert "next: Saturday, 8 June 2019, 20:00" in (await following.hears("Your reminders")).text
    await running.stop()
    await running.start(REMINDER_TIME="09:00", REMINDER_LEADS="7d,1d,0d")
    await following.says("/reminders")
    assert "next: Sunday, 2 June 2019, 09:00" in (await following.hears("Your reminders")).text

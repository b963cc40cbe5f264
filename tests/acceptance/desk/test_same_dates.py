"""One event told in several languages: readers see it in theirs, and editors are asked where it is not sure."""

import json

import pytest

pytestmark = pytest.mark.asyncio(loop_scope="module")

FINAL = (
    "Cup final in June\n\nKairat and Tobol meet in the final of the national cup in Almaty on June 9.",
    "Финал Кубка в июне\n\n«Кайрат» и «Тобол» сыграют в финале Кубка страны в Алматы 9 июня.",
)
STRIKE = (
    "Buses may stop\n\n"
    "The strike of city bus drivers will begin on June 21, said Askar Omarov of their union. "
    "They want higher pay and shorter shifts for everybody who drives at night. "
    "The mayor has promised to meet them before the end of the month.",
    "Жалақы туралы дау\n\n"
    "Қалалық автобус жүргізушілерінің ереуілі 21 маусымда басталады, деді Марат Сейітов. "
    "Жұмысшылар жалақының аздығына және түнгі ауысымның ұзақтығына риза емес. "
    "Әкім олармен осы айда кездесуге уәде берді.",
)
PICKET = tuple(
    text.replace("bus drivers", "tram drivers")
    .replace("автобус жүргізушілерінің", "трамвай жүргізушілерінің")
    .replace("June 21", "June 24")
    .replace("21 маусымда", "24 маусымда")
    for text in STRIKE
)
EXHIBITION = (
    "News from the museum\n\n"
    "The exhibition of paintings from the north will open on June 27, said Askar Omarov. "
    "Entrance is free for everybody on the first day and cheaper for pupils after that.",
    "Мұражай жаңалығы\n\n"
    "Солтүстік суретшілерінің көрмесі 27 маусымда ашылады, деді Марат Сейітов. "
    "Алғашқы күні барлық адам тегін кіреді, кейін оқушыларға билет арзан болады.",
)


async def test_readers_see_what_is_one_event_in_their_language(telegram, publish) -> None:
    for text in FINAL:
        await publish(text)
    for language, name in (
        ("en", "Final of the national cup\n"),
        ("ru", "Финал Кубка страны\n"),
        ("kk", "Final of the national cup (ағылшынша)\n"),
    ):
        person = telegram.person(name="Tom", language=language)
        await person.says("/dates")
        listed = await person.hears("cup" if language != "ru" else "Кубка")
        assert name in listed.text
        assert listed.text.count("2019") == 1


async def test_an_editor_says_whether_it_is_the_same_and_takes_that_back(desk, publish) -> None:
    for text in STRIKE:
        await publish(text)
    question = await desk.hears("the same as")
    assert "(in Kazakh): the same as" in question.text
    await desk.presses(question, "The same")
    joined = await desk.hears("One key date now")
    await desk.presses(joined, "Undo")
    await desk.presses(await desk.hears("the same as"), "Another")
    await desk.hears("Two key dates")
    await desk.says("/drafts")
    assert "settle" not in " ".join((await desk.hears("for review")).buttons)


async def test_what_was_corrected_before_the_answer_has_to_be_settled_after_it(desk, publish) -> None:
    for text in PICKET:
        published = await publish(text)
    question = await desk.hears("the same as")
    await desk.presses(published, "Correct")
    await desk.presses(await desk.hears("Version 1"), "Text")
    await desk.hears("Send the corrected text")
    await desk.sends_file("picket.txt", PICKET[1].replace("24 маусымда", "25 маусымда").encode())
    corrected = await desk.hears("Corrected")
    assert "is on Tuesday, 25 June 2019 now." in corrected.text
    await desk.presses(question, "The same")
    await desk.hears("One key date now")
    await desk.presses(await desk.hears("Two briefings tell different dates"), "Take the new date")
    await desk.hears("is on Tuesday, 25 June 2019 now")


async def test_editors_are_asked_about_what_the_command_line_brings(bot, desk, publish) -> None:
    await publish(EXHIBITION[0])
    path = bot.folder / "exhibition.md"
    path.write_text(EXHIBITION[1])
    _, output = await bot.command("load", str(path), "--published", "2019-05-03", "--publish", "--json")
    (warning,) = json.loads(output)["warnings"]
    assert warning.startswith("perhaps the same as a known event, ")
    await bot.stop()
    await bot.start()
    await desk.presses(await desk.hears("the same as"), "The same")
    await desk.hears("One key date now")

"""One event told in several languages: joined where that is sure, else the editors are asked."""

from datetime import date

import pytest

from briefings.errors import Gone
from briefings.key_dates.questions import SameDateQuestions

EDITOR = 1001
TODAY = date(2019, 5, 3)
FINAL_DAY = date(2019, 6, 9)
FINAL = {
    "en": "Kairat and Tobol meet in the final of the national cup in Almaty on June 9. The stadium holds 24,000.",
    "ru": "«Кайрат» и «Тобол» сыграют в финале Кубка страны в Алматы 9 июня. Стадион вмещает 24 тысячи зрителей.",
    "kk": "Қайрат пен Тобыл ел кубогының финалында 9 маусымда Алматыда кездеседі. Стадионға 24 мың адам сияды.",
}
OTHER_FINAL = {
    "en": "The final of the chess tournament will be played in Astana on June 9. Forty players take part.",
    "ru": "Финал шахматного турнира пройдёт 9 июня в Астане. Играют сорок человек.",
    "kk": "Шахмат турнирінің финалы 9 маусымда Астанада өтеді. Оған қырық ойыншы қатысады.",
}
STRIKE = {
    "en": "The strike of city bus drivers will begin on June 9, said Askar Omarov of their union. They want more.",
    "ru": "Забастовка водителей городских автобусов начнётся 9 июня, сообщил Игорь Лебедев. Они недовольны зарплатой.",
    "kk": "Қалалық автобус жүргізушілерінің ереуілі 9 маусымда басталады, деді Марат Сейітов. Олар жалақыға риза емес.",
}
"""alike, but each told by somebody else: nobody can be sure that it is one"""


@pytest.fixture
def questions(database, clock, heard) -> SameDateQuestions:
    return SameDateQuestions(database, clock, heard)


@pytest.fixture
def publish(drafts, library, article):
    async def tell(texts, language, title="News"):
        draft = await drafts.load(article(texts[language], title=title, language=language), EDITOR)
        return await library.publish(draft.briefing.id, EDITOR)

    return tell


@pytest.fixture
def on_the_day(key_dates):
    async def shown():
        return await key_dates.between(FINAL_DAY, FINAL_DAY)

    return shown


@pytest.mark.parametrize("order", [("en", "ru", "kk"), ("ru", "kk", "en"), ("kk", "en", "ru")])
async def test_one_event_in_three_languages_is_one_key_date_with_three_names(
    publish, on_the_day, questions, order
) -> None:
    for language in order:
        await publish(FINAL, language)
        for question in await questions.open():
            await questions.answer(question.id, EDITOR, same=True)
    (final,) = await on_the_day()
    assert {name.language for name in final.names} == {"en", "ru", "kk"}
    assert final.language == order[0]
    assert len(final.proofs) == 3


@pytest.fixture
async def question(publish, questions):
    """The strike as an English and a Kazakh briefing tell it."""
    await publish(STRIKE, "en")
    await publish(STRIKE, "kk")
    (asked,) = await questions.open()
    return asked


@pytest.mark.parametrize(("known", "new"), [("en", "kk"), ("kk", "ru"), ("ru", "en")])
async def test_where_it_is_not_sure_nothing_is_joined_and_the_editors_are_asked(
    publish, on_the_day, questions, known, new
) -> None:
    await publish(STRIKE, known)
    published = (await publish(STRIKE, new)).briefing
    (asked,) = await questions.open(published.id)
    assert (asked.key_date.language, asked.other.language) == (new, known)
    assert {one.id for one in await on_the_day()} == {asked.key_date.id, asked.other.id}


@pytest.mark.parametrize(("one", "other"), [("en", "ru"), ("ru", "kk"), ("kk", "en")])
async def test_another_event_on_the_day_is_another_key_date(publish, on_the_day, questions, one, other) -> None:
    await publish(FINAL, one)
    await publish(OTHER_FINAL, other)
    assert len(await on_the_day()) == 2
    assert await questions.open() == ()


async def test_the_same_becomes_one_key_date(on_the_day, questions, question, heard) -> None:
    answered = await questions.answer(question.id, EDITOR, same=True)
    (strike,) = await on_the_day()
    assert strike == answered.other
    assert [name.text for name in strike.names] == [question.other.name, question.key_date.name]
    assert [name.language for name in strike.names] == ["en", "kk"]
    assert answered.key_date.status == "withdrawn"
    assert heard.calls[-2:] == [("joined", question.key_date.id), ("into", question.other.id)]
    assert await questions.open() == ()


async def test_old_buttons_lead_to_the_one_that_is_left(questions, question, key_dates) -> None:
    new, known = question.key_date.id, question.other.id
    assert await key_dates.current(new) == new
    await questions.answer(question.id, EDITOR, same=True)
    assert [await key_dates.current(one) for one in (new, known)] == [known, known]
    await questions.undo(question.id, EDITOR)
    assert await key_dates.current(new) == new


async def test_another_stays_another(on_the_day, questions, question) -> None:
    await questions.answer(question.id, EDITOR, same=False)
    assert len(await on_the_day()) == 2
    assert await questions.open() == ()


@pytest.mark.parametrize("same", [True, False])
async def test_an_answer_can_be_taken_back(on_the_day, questions, question, heard, same) -> None:
    await questions.answer(question.id, EDITOR, same=same)
    again = await questions.undo(question.id, EDITOR)
    assert await questions.open() == (again,)
    assert await on_the_day() == (question.other, question.key_date)
    assert (("parted", question.key_date.id) in heard.calls) == same


async def test_a_question_is_answered_once(questions, question) -> None:
    await questions.answer(question.id, EDITOR, same=True)
    for same in (True, False):
        with pytest.raises(Gone):
            await questions.answer(question.id, EDITOR, same=same)
    with pytest.raises(Gone):
        await questions.undo(question.id + 1, EDITOR)


async def test_what_is_retracted_is_not_asked_about_until_it_comes_back(questions, question, library) -> None:
    briefing = question.key_date.proofs[0].briefing
    await library.retract(briefing.id, EDITOR)
    assert await questions.open() == ()
    with pytest.raises(Gone):
        await questions.answer(question.id, EDITOR, same=True)
    await library.unretract(briefing.id, EDITOR)
    assert [one.id for one in await questions.open()] == [question.id]


async def test_an_answer_cannot_be_taken_back_when_its_briefing_was(questions, question, library) -> None:
    await questions.answer(question.id, EDITOR, same=True)
    await library.retract(question.key_date.proofs[0].briefing.id, EDITOR)
    with pytest.raises(Gone):
        await questions.undo(question.id, EDITOR)


async def test_a_name_goes_with_the_briefings_that_tell_it(publish, on_the_day, library, key_dates) -> None:
    first = (await publish(FINAL, "en")).briefing
    await publish(FINAL, "ru")
    await library.retract(first.id, EDITOR)
    (final,) = await on_the_day()
    assert (final.name, final.language, len(final.names)) == ("Финал Кубка страны", "ru", 1)
    assert (await key_dates.find("national cup", TODAY)).every == ()
    await library.unretract(first.id, EDITOR)
    (final,) = await on_the_day()
    assert [name.text for name in final.names] == ["Final of the national cup", "Финал Кубка страны"]


async def test_after_the_other_was_retracted_taking_back_leaves_what_is_told(on_the_day, questions, question, library):
    await questions.answer(question.id, EDITOR, same=True)
    await library.retract(question.other.proofs[0].briefing.id, EDITOR)
    await questions.undo(question.id, EDITOR)
    assert [(one.id, one.name) for one in await on_the_day()] == [(question.key_date.id, question.key_date.name)]


async def test_it_is_found_by_its_name_in_any_language(publish, key_dates) -> None:
    for language in FINAL:
        await publish(FINAL, language)
    for words in ("final of the national cup", "финал Кубка страны", "ел кубогының финалы"):
        assert (await key_dates.find(words, TODAY)).sure is not None, words


async def test_correcting_keeps_what_was_joined(publish, on_the_day, questions, question, library) -> None:
    await questions.answer(question.id, EDITOR, same=True)
    briefing = question.key_date.proofs[0].briefing
    await library.correct(briefing.id, STRIKE["kk"] + " Келіссөз жүріп жатыр.", EDITOR)
    (strike,) = await on_the_day()
    assert [name.language for name in strike.names] == ["en", "kk"]


async def test_what_is_surely_one_event_is_joined_without_a_question(publish, on_the_day, questions, heard) -> None:
    await publish(FINAL, "en")
    await publish(FINAL, "ru")
    (final,) = await on_the_day()
    assert heard.calls == [("added", final.id)] * 2  # who follows a word of its new name is reminded too
    assert [name.language for name in final.names] == ["en", "ru"]
    assert await questions.open() == ()

"""Questions that were asked in vain."""

from datetime import date

import pytest

from briefings.editorial.unanswered import KEPT, LONGEST, Unanswered
from db.database import Database


@pytest.fixture
def unanswered(database: Database, clock) -> Unanswered:
    return Unanswered(database, clock)


async def questions(unanswered: Unanswered) -> list[tuple[str, int]]:
    return [(one.question, one.count) for one in (await unanswered.page()).questions]


async def test_the_same_words_only_count_up(unanswered):
    await unanswered.note("Who won?", "en")
    await unanswered.note("who WON", "en")
    await unanswered.note("Who lost?", "en")
    assert await questions(unanswered) == [("Who won?", 2), ("Who lost?", 1)]


async def test_languages_are_apart(unanswered):
    await unanswered.note("Алматы?", "ru")
    await unanswered.note("Алматы?", "kk")
    assert (await unanswered.page()).total == 2


async def test_first_and_last_day_are_kept(unanswered, clock):
    await unanswered.note("Who won?", "en")
    clock.advance(days=3)
    await unanswered.note("Who won?", "en")
    question = (await unanswered.page()).questions[0]
    assert (question.first_day, question.last_day) == (date(2019, 5, 3), date(2019, 5, 6))


async def test_a_question_put_aside_stays_there_until_it_is_taken_back(unanswered):
    await unanswered.note("Who won?", "en")
    question = (await unanswered.page()).questions[0]
    assert await unanswered.dismiss(question.id) == question
    await unanswered.note("Who won?", "en")
    assert await questions(unanswered) == []
    await unanswered.reopen(question.id)
    assert await questions(unanswered) == [("Who won?", 2)]


async def test_what_is_not_there_gives_nothing(unanswered):
    assert await unanswered.get(1) is None
    assert await unanswered.dismiss(1) is None
    assert await unanswered.reopen(1) is None


@pytest.mark.parametrize("nothing", ["", "   ", "?!", "\ud800"])
async def test_a_question_without_words_is_not_kept(unanswered, nothing):
    await unanswered.note(nothing, "en")
    assert (await unanswered.page()).total == 0


async def test_broken_and_endless_questions_are_kept_whole_and_short(unanswered):
    await unanswered.note("why\ud800\x00 " * 500, "en")
    question = (await unanswered.page()).questions[0]
    assert question.question.startswith("why why")
    assert len(question.question) <= LONGEST


async def test_pages_tell_how_many_there_are(unanswered):
    for number in range(5):
        await unanswered.note(f"question {number}", "en")
    page = await unanswered.page(offset=4, limit=2)
    assert (len(page.questions), page.total) == (1, 5)


async def test_old_questions_are_forgotten_when_a_new_one_comes(unanswered, clock):
    await unanswered.note("Who won?", "en")
    clock.advance(days=KEPT.days + 1)
    await unanswered.note("Who lost?", "en")
    assert await questions(unanswered) == [("Who lost?", 1)]

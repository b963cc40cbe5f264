"""Publishing, correcting and retracting: text, index and key dates change together or not at all."""

import asyncio
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import func, select

from briefings.errors import AlreadyLoaded, Gone, Undated
from db.tables import PassageRow

EDITOR = 1001
ALMATY = "Asia/Almaty"
TODAY = date(2019, 5, 3)
VOTE = date(2019, 6, 9)


async def publish(drafts, library, article, **others):
    draft = await drafts.load(article(**others), EDITOR)
    return await library.publish(draft.briefing.id, EDITOR)


async def passages(database) -> int:
    async with database.reading() as session:
        return await session.scalar(select(func.count()).select_from(PassageRow))


async def vote_of(key_dates):
    return next(one for one in (await key_dates.ahead(TODAY)).dates if one.when.first == VOTE)


async def test_publishing_shows_the_briefing_and_its_key_dates(drafts, library, key_dates, article, heard) -> None:
    publication = await publish(drafts, library, article)
    assert publication.briefing.status == "published"
    assert [ref.title for ref in (await library.page()).briefings] == ["Election called for June"]
    vote = await vote_of(key_dates)
    assert vote.status == "planned"
    assert vote.evidence[0].briefing.id == publication.briefing.id
    assert ("added", vote.id) in heard.calls


async def test_what_was_left_out_is_not_published(drafts, library, key_dates, article) -> None:
    draft = await drafts.load(article(), EDITOR)
    for reported in draft.dates:
        await drafts.leave_out(reported.id, EDITOR)
    await library.publish(draft.briefing.id, EDITOR)
    assert (await key_dates.ahead(date(2000, 1, 1))).total == 0


async def test_what_is_only_offered_is_not_published_and_what_is_taken_is(drafts, library, key_dates, article) -> None:
    text = "The court may open the file on June 20. The market may close on June 27."
    draft = await drafts.load(article(text=text), EDITOR)
    await drafts.put_back(draft.others[0].id, EDITOR)
    publication = await library.publish(draft.briefing.id, EDITOR)
    assert [reported.state for reported in publication.dates] == ["told", "offered"]
    assert [one.when.value for one in (await key_dates.ahead(date(2019, 5, 3))).dates] == ["2019-06-20"]
    corrected = await library.correct(draft.briefing.id, text + " It rained.", EDITOR)
    assert [reported.state for reported in corrected.dates] == ["told", "offered"]


async def test_a_correction_moves_what_was_taken_and_leaves_out_what_was_left_out(drafts, library, article) -> None:
    text = "The court may open the file on June 20. The concert takes place on June 27, the mayro said."
    draft = await drafts.load(article(text=text), EDITOR)
    await drafts.put_back(draft.others[0].id, EDITOR)
    await drafts.leave_out(draft.dates[0].id, EDITOR)
    await library.publish(draft.briefing.id, EDITOR)
    fixed = text.replace("June 20", "June 21").replace("mayro", "mayor")
    corrected = await library.correct(draft.briefing.id, fixed, EDITOR)
    assert [(one.state, one.when.value) for one in corrected.dates] == [
        ("told", "2019-06-21"),
        ("left_out", "2019-06-27"),
    ]
    again = await library.redate(draft.briefing.id, date(2018, 5, 2), EDITOR)
    assert [(one.state, one.when.value) for one in again.dates] == [("told", "2018-06-21"), ("left_out", "2018-06-27")]


async def test_an_undated_draft_is_not_published_unless_told_so(drafts, library, article) -> None:
    draft = await drafts.load(article(published=None), EDITOR)
    with pytest.raises(Undated):
        await library.publish(draft.briefing.id, EDITOR)
    publication = await library.publish(draft.briefing.id, EDITOR, undated=True)
    assert publication.briefing.published is None


async def test_publishing_twice_at_once_publishes_once(drafts, library, article, database) -> None:
    draft = await drafts.load(article(), EDITOR)
    twice = (library.publish(draft.briefing.id, EDITOR) for _ in range(2))
    outcomes = await asyncio.gather(*twice, return_exceptions=True)
    assert sorted(type(outcome).__name__ for outcome in outcomes) == ["Gone", "Publication"]
    assert await passages(database) == 4


async def test_two_briefings_that_tell_the_same_are_one_key_date(drafts, library, key_dates, article) -> None:
    first = await publish(drafts, library, article)
    text = "Voters will choose a president in the snap presidential election on June 9. Parties prepare their posters."
    second = await publish(drafts, library, article, text=text, title="Parties prepare", published=date(2019, 5, 3))
    vote = await vote_of(key_dates)
    reported_by = {evidence.briefing.id for evidence in vote.evidence}
    assert reported_by == {first.briefing.id, second.briefing.id}
    assert vote.evidence[0].briefing.id == second.briefing.id


async def test_another_date_for_the_same_event_waits_for_an_editor(drafts, library, key_dates, article, heard) -> None:
    await publish(drafts, library, article)
    text = "The snap presidential election will be held on June 16, a week later than planned. Parties were surprised."
    second = await publish(drafts, library, article, text=text, title="Moved", published=date(2019, 5, 3))
    (conflict,) = await key_dates.conflicts()
    assert conflict.reported_by.id == second.briefing.id
    assert conflict.reported_is_newer
    assert conflict.key_date.when.first == VOTE
    moved = await key_dates.settle(conflict.reported.id, EDITOR, take=True)
    assert (moved.when.first, moved.status, moved.revision) == (date(2019, 6, 16), "moved", 2)
    assert ("changed", moved.id) in heard.calls
    assert await key_dates.conflicts() == ()
    with pytest.raises(Gone):
        await key_dates.settle(conflict.reported.id, EDITOR, take=False)


async def test_two_games_of_one_briefing_are_two_dates(drafts, library, key_dates, article) -> None:
    text = "The Oral club plays the Ridder club on June 9. The Oral club plays the Semey club on June 16."
    await publish(drafts, library, article, text=text)
    assert await key_dates.conflicts() == ()
    ahead = (await key_dates.ahead(date(2019, 5, 3))).dates
    assert [one.when.value for one in ahead] == ["2019-06-09", "2019-06-16"]


async def test_keeping_the_known_date_settles_it_too(drafts, library, key_dates, article, heard) -> None:
    await publish(drafts, library, article)
    text = "The snap presidential election will be held on June 16, a week later than planned. Parties were surprised."
    await publish(drafts, library, article, text=text, title="Moved", published=date(2019, 5, 3))
    (conflict,) = await key_dates.conflicts()
    kept = await key_dates.settle(conflict.reported.id, EDITOR, take=False)
    assert (kept.when.first, kept.revision) == (VOTE, 1)
    assert not [call for call in heard.calls if call[0] == "changed"]


async def test_moving_to_what_was_told_settles_the_conflict(drafts, library, key_dates, article) -> None:
    await publish(drafts, library, article)
    text = "The snap presidential election will be held on June 16, a week later than planned. Parties were surprised."
    second = await publish(drafts, library, article, text=text, title="Moved", published=date(2019, 5, 3))
    (conflict,) = await key_dates.conflicts()
    seven = datetime(2019, 6, 16, 2, tzinfo=UTC)
    at_seven = replace(conflict.reported.when, value="2019-06-16T07:00", precision="minute", instant=seven, zone=ALMATY)
    moved = await key_dates.move(conflict.key_date.id, at_seven, EDITOR)
    assert await key_dates.conflicts() == ()
    assert [proof.briefing.id for proof in moved.proofs] == [second.briefing.id]


async def test_undoing_what_settled_a_conflict_opens_it_again(drafts, library, key_dates, article) -> None:
    first = await publish(drafts, library, article)
    text = "The snap presidential election will be held on June 16, a week later than planned. Parties were surprised."
    await publish(drafts, library, article, text=text, title="Moved", published=date(2019, 5, 3))
    (conflict,) = await key_dates.conflicts()
    taken = await key_dates.settle(conflict.reported.id, EDITOR, take=True)
    back = await key_dates.undo(taken.id, EDITOR)
    assert (back.when.first, back.status) == (VOTE, "planned")
    assert [proof.briefing.id for proof in back.proofs] == [first.briefing.id]
    assert [one.reported.id for one in await key_dates.conflicts()] == [conflict.reported.id]


async def test_retracting_takes_everything_back_and_can_be_undone(
    drafts, library, key_dates, article, heard, database
) -> None:
    publication = await publish(drafts, library, article)
    vote = await vote_of(key_dates)
    await library.retract(publication.briefing.id, EDITOR)
    assert await passages(database) == 0
    assert (await library.page()).total == 0
    assert (await key_dates.ahead(TODAY)).total == 0
    assert ("gone", vote.id) in heard.calls
    await library.unretract(publication.briefing.id, EDITOR)
    assert await passages(database) == 4
    assert (await vote_of(key_dates)).id == vote.id


async def test_a_key_date_told_by_another_briefing_outlives_a_retraction(drafts, library, key_dates, article) -> None:
    first = await publish(drafts, library, article)
    text = "Voters will choose a president in the snap presidential election on June 9. Parties prepare their posters."
    await publish(drafts, library, article, text=text, title="Parties prepare")
    await library.retract(first.briefing.id, EDITOR)
    assert (await vote_of(key_dates)).status == "planned"


async def test_a_retraction_cannot_be_undone_when_the_article_came_back(drafts, library, article) -> None:
    publication = await publish(drafts, library, article)
    await library.retract(publication.briefing.id, EDITOR)
    await drafts.load(article(), EDITOR)
    with pytest.raises(AlreadyLoaded):
        await library.unretract(publication.briefing.id, EDITOR)


async def test_correcting_replaces_text_index_and_dates(drafts, library, key_dates, article, database, heard) -> None:
    publication = await publish(drafts, library, article)
    vote = await vote_of(key_dates)
    text = "The country will hold a snap presidential election on June 9. Nobody was detained, police said."
    corrected = await library.correct(publication.briefing.id, text, EDITOR)
    assert (corrected.briefing.version, corrected.briefing.text) == (2, text)
    assert await passages(database) == 2
    assert (await vote_of(key_dates)).id == vote.id
    assert ("gone", vote.id) not in heard.calls


async def test_the_newest_briefing_comes_first(drafts, library, article) -> None:
    for day in (1, 3, 2):
        text = f"Report number {day} tells about the harvest in the north. Farmers are content."
        await publish(drafts, library, article, text=text, title=f"Day {day}", published=date(2019, 5, day))
    page = await library.page(0, 2)
    assert [ref.title for ref in page.briefings] == ["Day 3", "Day 2"]
    assert page.total == 3
    assert [ref.title for ref in (await library.page(2, 2)).briefings] == ["Day 1"]


async def test_briefings_are_found_by_words_of_their_title(drafts, library, article) -> None:
    await publish(drafts, library, article)
    assert [ref.title for ref in await library.find("elections", "en")] == ["Election called for June"]
    assert await library.find("harvest", "en") == ()

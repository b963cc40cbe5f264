"""What is taken back takes its dates with it: a key date falls back to what others tell, and followers hear of it."""

from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest
import sqlalchemy as sa

from briefings.editorial.publishing import Publication, Publisher
from briefings.model.briefing import When
from briefings.outbox.report import notice_count
from db.tables import LedgerRow

EDITOR, TOM = 1001, 2001
TODAY = date(2019, 5, 3)
BY_HAND = When("2019-06-30", date(2019, 6, 30), date(2019, 6, 30), "day")
OTHERS = {
    "June 9": "Parties prepare their posters and hope for a fair count.",
    "June 16": "Printers had asked for more paper, said the man at the mill.",
    "June 23": "Schools in the south will be closed for two days because of it.",
}


@dataclass
class Desk:
    """A library whose followers are really told."""

    publisher: Publisher
    drafts: Any
    world: Any
    article: Any

    async def publish(self, day: str, published: int) -> Publication:
        """Publish a briefing of that day of May which tells when the election is."""
        text = f"The country will hold the snap presidential election on {day}, an official said. {OTHERS[day]}"
        article = self.article(text=text, title=f"On {day}", published=date(2019, 5, published))
        return await self.publisher.publish((await self.drafts.load(article, EDITOR)).briefing.id, EDITOR)

    async def settle(self, *, take: bool) -> None:
        (conflict,) = await self.world.key_dates.conflicts()
        await self.world.key_dates.settle(conflict.reported.id, EDITOR, take=take)

    async def vote(self) -> Any:
        (vote,) = (await self.world.key_dates.ahead(TODAY)).dates
        return vote

    async def pending(self) -> list[tuple[str, str]]:
        """Return what Tom is owed: kind and occurrence."""
        return sorted((kind, occurrence) for kind, occurrence, _ in await self.world.pending(TOM))


@pytest.fixture
async def desk(database, clock, drafts, models, world, article) -> Desk:
    desk = Desk(Publisher(database, clock, drafts, models, world.planner), drafts, world, article)
    await world.people.meet(TOM, "private", "en")
    return desk


@pytest.fixture
async def moved(desk) -> Publication:
    """9 June; then a briefing that says 23 June, which was taken; then one that says 16 June, which was not."""
    await desk.publish("June 9", 1)
    await desk.world.following.follow_date(TOM, (await desk.vote()).id)
    second = await desk.publish("June 23", 2)
    await desk.settle(take=True)
    await desk.publish("June 16", 3)
    await desk.settle(take=False)
    return second


async def test_a_date_falls_back_to_what_held_before_and_followers_are_told(desk, moved, database) -> None:
    retraction = await desk.publisher.retract(moved.briefing.id, EDITOR)
    (vote,) = retraction.changed
    assert (vote.when.first, vote.status, vote.revision) == (date(2019, 6, 9), "planned", 3)
    assert [proof.briefing.title for proof in vote.proofs] == ["On June 9"]
    assert await desk.pending() == [
        ("moved", "2"), ("moved", "3"), ("reminder", "3:0d"), ("reminder", "3:1d"), ("reminder", "3:7d"),
    ]  # fmt: skip
    assert await notice_count(database, vote.id, "moved", 3) == 1
    latest, _ = await desk.world.key_dates.changes(vote.id)
    assert (latest.briefing.title, latest.old.first) == ("On June 9", date(2019, 6, 23))


async def test_what_was_refused_beside_the_retracted_is_open_again(desk, moved) -> None:
    await desk.publisher.retract(moved.briefing.id, EDITOR)
    (conflict,) = await desk.world.key_dates.conflicts()
    assert (conflict.reported_by.title, conflict.key_date.when.first) == ("On June 16", date(2019, 6, 9))


async def test_undoing_the_retraction_brings_the_date_back(desk, moved) -> None:
    await desk.publisher.retract(moved.briefing.id, EDITOR)
    back = await desk.publisher.unretract(moved.briefing.id, EDITOR)
    assert [vote.when.first for vote in back.changed] == [date(2019, 6, 23)]
    vote = await desk.vote()
    assert (vote.status, [proof.briefing.title for proof in vote.proofs]) == ("moved", ["On June 23"])
    assert ("reminder", "4:7d") in await desk.pending()


async def test_a_date_that_editors_set_afterwards_does_not_come_back(desk, moved) -> None:
    await desk.publisher.retract(moved.briefing.id, EDITOR)
    await desk.world.key_dates.move((await desk.vote()).id, BY_HAND, EDITOR)
    back = await desk.publisher.unretract(moved.briefing.id, EDITOR)
    assert back.changed == ()
    assert (await desk.vote()).when == BY_HAND


async def test_a_date_set_by_hand_stays(desk, moved) -> None:
    await desk.world.key_dates.move((await desk.vote()).id, BY_HAND, EDITOR)
    assert (await desk.publisher.retract(moved.briefing.id, EDITOR)).changed == ()
    vote = await desk.vote()
    assert (vote.when, vote.proofs) == (BY_HAND, ())
    assert vote.moved_by_hand_at is not None


async def test_a_retraction_that_leaves_proof_changes_nothing(desk, moved) -> None:
    text = "Voters will choose a president in the snap presidential election on June 23. Posters hang everywhere."
    draft = await desk.drafts.load(desk.article(text=text, title="Posters"), EDITOR)
    await desk.publisher.publish(draft.briefing.id, EDITOR)
    assert (await desk.publisher.retract(moved.briefing.id, EDITOR)).changed == ()
    assert [proof.briefing.title for proof in (await desk.vote()).proofs] == ["Posters"]


async def test_the_last_one_taken_back_withdraws_the_date_and_tells_who_had_heard_of_it(desk, database) -> None:
    first = await desk.publish("June 9", 1)
    vote = await desk.vote()
    for chat in (TOM, TOM + 1):
        await desk.world.following.follow_date(chat, vote.id)
    async with database.writing() as session:
        mine = sa.update(LedgerRow).where(LedgerRow.chat_id == TOM, LedgerRow.occurrence == "1:7d")
        await session.execute(mine.values(state="sent"))
    (gone,) = (await desk.publisher.retract(first.briefing.id, EDITOR)).changed
    assert gone.status == "withdrawn"
    assert await desk.pending() == [("correction", "1")]
    assert await desk.world.pending(TOM + 1) == []
    assert await notice_count(database, vote.id, "correction", 1) == 1


async def test_who_heard_that_a_date_is_withdrawn_hears_that_it_is_on_after_all(desk, database) -> None:
    first = await desk.publish("June 9", 1)
    await desk.world.following.follow_date(TOM, (await desk.vote()).id)
    async with database.writing() as session:
        await session.execute(sa.update(LedgerRow).where(LedgerRow.occurrence == "1:7d").values(state="sent"))
    await desk.publisher.retract(first.briefing.id, EDITOR)
    async with database.writing() as session:
        await session.execute(sa.update(LedgerRow).where(LedgerRow.kind == "correction").values(state="sent"))
    await desk.publisher.unretract(first.briefing.id, EDITOR)
    assert await desk.pending() == [("reminder", "1:0d"), ("reminder", "1:1d"), ("restored", "1")]


async def test_what_was_withdrawn_comes_back_on_the_day_that_is_told(desk, moved) -> None:
    for ref in (await desk.publisher.page()).briefings:
        await desk.publisher.retract(ref.id, EDITOR)
    assert (await desk.world.key_dates.ahead(TODAY)).total == 0
    await desk.publisher.unretract(moved.briefing.id, EDITOR)
    assert (await desk.vote()).when.first == date(2019, 6, 23)


async def test_a_cancelled_date_comes_back_cancelled(desk) -> None:
    first = await desk.publish("June 9", 1)
    await desk.world.key_dates.cancel((await desk.vote()).id, EDITOR)
    await desk.publisher.retract(first.briefing.id, EDITOR)
    await desk.publisher.unretract(first.briefing.id, EDITOR)
    assert (await desk.vote()).status == "cancelled"


async def test_a_correction_that_tells_another_day_moves_the_date(desk) -> None:
    first = await desk.publish("June 9", 1)
    text = first.briefing.text.replace("June 9", "June 16")
    corrected = await desk.publisher.correct(first.briefing.id, text, EDITOR)
    (vote,) = corrected.changed
    assert (vote.when.first, vote.status, vote.revision) == (date(2019, 6, 16), "moved", 2)
    assert [reported.state for reported in corrected.dates] == ["told"]
    assert await desk.world.key_dates.conflicts() == ()


async def test_a_correction_beside_another_briefing_asks_the_editors(desk) -> None:
    await desk.publish("June 9", 1)
    text = "Voters will choose a president in the snap presidential election on June 9. Posters hang everywhere."
    draft = await desk.drafts.load(desk.article(text=text, title="Posters"), EDITOR)
    second = await desk.publisher.publish(draft.briefing.id, EDITOR)
    corrected = await desk.publisher.correct(second.briefing.id, text.replace("June 9", "June 16"), EDITOR)
    assert corrected.changed == ()
    assert len(await desk.world.key_dates.conflicts()) == 1


async def test_a_correction_that_tells_the_same_leaves_a_date_cancelled_or_set_by_hand(desk) -> None:
    first = await desk.publish("June 9", 1)
    vote = await desk.vote()
    await desk.world.key_dates.move(vote.id, BY_HAND, EDITOR)
    await desk.publisher.correct(first.briefing.id, first.briefing.text.replace("fair", "quiet"), EDITOR)
    assert (await desk.vote()).when == BY_HAND
    await desk.world.key_dates.cancel(vote.id, EDITOR)
    await desk.publisher.correct(first.briefing.id, first.briefing.text, EDITOR)
    still = await desk.vote()
    assert (still.id, still.status) == (vote.id, "cancelled")
    assert await desk.world.key_dates.conflicts() == ()


async def test_a_correction_that_tells_the_same_asks_nothing_that_was_settled(desk, moved) -> None:
    newest = (await desk.publisher.page()).briefings[0].id
    text = (await desk.publisher.get(newest)).text
    await desk.publisher.correct(newest, text.replace("mill", "bridge"), EDITOR)
    assert await desk.world.key_dates.conflicts() == ()
    assert (await desk.vote()).when.first == date(2019, 6, 23)

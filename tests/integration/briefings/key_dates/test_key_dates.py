"""The register of key dates: found by words, moved, cancelled, and every change undone by a further one."""

from datetime import UTC, date, datetime

import pytest

from briefings.errors import Gone
from briefings.model.briefing import When

EDITOR = 1001
TODAY = date(2019, 5, 3)
LATER = When("2019-06-16", date(2019, 6, 16), date(2019, 6, 16), "day")
AT_SEVEN = When(
    "2019-06-16T07:00",
    date(2019, 6, 16),
    date(2019, 6, 16),
    "minute",
    datetime(2019, 6, 16, 2, tzinfo=UTC),
    "Asia/Almaty",
)


@pytest.fixture
async def vote(drafts, library, key_dates, article):
    draft = await drafts.load(article(), EDITOR)
    await library.publish(draft.briefing.id, EDITOR)
    return next(one for one in (await key_dates.ahead(TODAY)).dates if one.when.first == date(2019, 6, 9))


async def test_it_is_found_by_any_form_of_its_words(key_dates, vote) -> None:
    for words in ("the elections", "vote", "о выборах", "сайлауды"):
        found = await key_dates.find(words, TODAY)
        assert found.sure is not None, words
        assert found.sure.id == vote.id
    assert (await key_dates.find("harvest", TODAY)).every == ()
    assert (await key_dates.find("the", TODAY)).every == ()


async def test_what_is_over_has_passed(key_dates, vote) -> None:
    assert vote.id in {one.id for one in (await key_dates.ahead(date(2019, 6, 9))).dates}
    assert vote.id in {one.id for one in (await key_dates.past(date(2019, 6, 10))).dates}
    assert vote.id not in {one.id for one in (await key_dates.ahead(date(2019, 6, 10))).dates}


async def test_moving_keeps_the_old_date_in_its_history(key_dates, vote, heard) -> None:
    moved = await key_dates.move(vote.id, AT_SEVEN, EDITOR)
    assert (moved.when, moved.status, moved.revision) == (AT_SEVEN, "moved", 2)
    (change,) = await key_dates.changes(vote.id)
    assert (change.change, change.old.first, change.revision) == ("moved", date(2019, 6, 9), 2)
    assert heard.calls.count(("changed", vote.id)) == 1


async def test_moving_to_where_it_is_changes_nothing(key_dates, vote, heard) -> None:
    assert (await key_dates.move(vote.id, vote.when, EDITOR)).revision == 1
    assert ("changed", vote.id) not in heard.calls


async def test_cancelling_twice_counts_once(key_dates, vote, heard) -> None:
    await key_dates.cancel(vote.id, EDITOR)
    again = await key_dates.cancel(vote.id, EDITOR)
    assert (again.status, again.revision) == ("cancelled", 2)
    assert heard.calls.count(("changed", vote.id)) == 1


async def test_undoing_a_cancellation_restores_it(key_dates, vote) -> None:
    await key_dates.cancel(vote.id, EDITOR)
    restored = await key_dates.undo(vote.id, EDITOR)
    assert (restored.status, restored.revision, restored.when.first) == ("planned", 3, date(2019, 6, 9))


async def test_undoing_a_move_moves_it_back(key_dates, vote) -> None:
    await key_dates.move(vote.id, LATER, EDITOR)
    back = await key_dates.undo(vote.id, EDITOR)
    assert (back.when, back.status, back.revision) == (vote.when, "planned", 3)


async def test_undoing_the_second_move_leaves_the_first(key_dates, vote) -> None:
    await key_dates.move(vote.id, LATER, EDITOR)
    await key_dates.move(vote.id, AT_SEVEN, EDITOR)
    back = await key_dates.undo(vote.id, EDITOR)
    assert (back.when, back.status) == (LATER, "moved")
    await key_dates.cancel(vote.id, EDITOR)
    restored = await key_dates.undo(vote.id, EDITOR)
    assert (restored.when, restored.status) == (LATER, "moved")


async def test_a_sentence_that_tells_another_day_is_no_proof_but_finds_the_date_still(key_dates, vote, clock) -> None:
    moved = await key_dates.move(vote.id, LATER, EDITOR)
    assert (moved.proofs, moved.moved_by_hand_at) == ((), clock.now())
    assert [evidence.agrees for evidence in moved.evidence] == [False]
    (change,) = await key_dates.changes(vote.id)
    assert (change.briefing, change.by) == (None, EDITOR)
    back = await key_dates.undo(vote.id, EDITOR)
    assert (len(back.proofs), back.moved_by_hand_at) == (1, None)


async def test_dates_between_two_days_include_both(key_dates, vote) -> None:
    assert vote.id in {one.id for one in await key_dates.between(date(2019, 6, 9), date(2019, 6, 30))}
    assert vote.id in {one.id for one in await key_dates.between(date(2019, 6, 1), date(2019, 6, 9))}
    assert vote.id not in {one.id for one in await key_dates.between(date(2019, 6, 10), date(2019, 6, 30))}


async def test_a_key_date_that_never_was_is_gone(key_dates) -> None:
    for wish in (key_dates.get(999), key_dates.cancel(999, EDITOR), key_dates.move(999, LATER, EDITOR)):
        with pytest.raises(Gone):
            await wish

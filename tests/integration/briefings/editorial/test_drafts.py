"""Drafts: loaded, reviewed, corrected; nothing is guessed and nothing is lost."""

from datetime import date

import pytest

from briefings.errors import AlreadyLoaded, FutureDate, Gone
from briefings.model.briefing import When

EDITOR = 1001
VOTE = When("2019-06-09", date(2019, 6, 9), date(2019, 6, 9), "day")


async def test_a_draft_has_summary_and_key_dates_with_their_sentences(drafts, article) -> None:
    draft = await drafts.load(article(), EDITOR)
    assert draft.briefing.status == "draft"
    assert draft.briefing.summary
    assert all(sentence in draft.briefing.text for sentence in draft.briefing.summary)
    vote = next(reported for reported in draft.dates if reported.when.first == date(2019, 6, 9))
    assert "election" in vote.name.lower()
    assert vote.quote.startswith("The country will hold a snap presidential election on June 9")
    assert (vote.mention, vote.planned, vote.state) == ("June 9", True, "proposed")


async def test_without_a_publication_date_june_9_means_nothing(drafts, article) -> None:
    draft = await drafts.load(article(published=None), EDITOR)
    assert draft.briefing.published is None
    assert draft.dates == ()
    assert "June 9" in draft.unresolved


async def test_telling_the_date_finds_the_key_dates(drafts, article) -> None:
    loaded = await drafts.load(article(published=None), EDITOR)
    draft = await drafts.redate(loaded.briefing.id, date(2019, 5, 2), EDITOR)
    assert date(2019, 6, 9) in {reported.when.first for reported in draft.dates}


async def test_days_written_in_full_are_offered_but_not_taken(drafts, article) -> None:
    text = "The court met on 2 May 2019 and again on May 6, 2019. It will decide on June 9."
    draft = await drafts.load(article(text=text, published=None), EDITOR)
    assert draft.briefing.published is None
    assert draft.date_choices == (date(2019, 5, 6), date(2019, 5, 2))


@pytest.mark.parametrize("published", [date(2019, 6, 1), date(2030, 1, 1)])
async def test_the_future_is_refused_and_nothing_is_stored(drafts, article, published) -> None:
    with pytest.raises(FutureDate):
        await drafts.load(article(published=published), EDITOR)
    assert await drafts.all() == ()


async def test_the_same_article_twice_is_recognised(drafts, article) -> None:
    first = await drafts.load(article(), EDITOR)
    with pytest.raises(AlreadyLoaded) as refused:
        await drafts.load(article(title="Another headline"), EDITOR)
    assert refused.value.briefing.id == first.briefing.id
    assert len(await drafts.all()) == 1


async def test_title_and_source_can_be_changed(drafts, article) -> None:
    draft = await drafts.load(article(), EDITOR)
    await drafts.retitle(draft.briefing.id, "Vote in June", EDITOR)
    changed = await drafts.set_source(draft.briefing.id, "The Gazette", EDITOR)
    assert (changed.briefing.title, changed.briefing.source) == ("Vote in June", "The Gazette")


async def test_a_key_date_left_out_stays_out_when_the_date_is_told_again(drafts, article) -> None:
    draft = await drafts.load(article(), EDITOR)
    vote = next(reported for reported in draft.dates if reported.when.first == date(2019, 6, 9))
    await drafts.leave_out(vote.id, EDITOR)
    again = await drafts.redate(draft.briefing.id, date(2019, 5, 1), EDITOR)
    assert [reported.state for reported in again.dates if reported.when.first == date(2019, 6, 9)] == ["left_out"]


async def test_leaving_out_can_be_undone(drafts, article) -> None:
    draft = await drafts.load(article(), EDITOR)
    vote = next(reported for reported in draft.dates if reported.when.first == date(2019, 6, 9))
    assert "left_out" in {reported.state for reported in (await drafts.leave_out(vote.id, EDITOR)).dates}
    assert "left_out" not in {reported.state for reported in (await drafts.put_back(vote.id, EDITOR)).dates}


MAYBE = "The court may open the file on June 20. The summit will open in Astana on June 14."


async def test_other_dates_ahead_are_offered_and_one_that_is_taken_is_proposed(drafts, article) -> None:
    draft = await drafts.load(article(text=MAYBE), EDITOR)
    (summit,), (other,) = draft.dates, draft.others
    assert (summit.when.value, other.when.value) == ("2019-06-14", "2019-06-20")
    assert (other.quote, other.state) == ("The court may open the file on June 20.", "offered")
    taken = await drafts.put_back(other.id, EDITOR)
    assert ([reported.when.value for reported in taken.dates], taken.others) == (["2019-06-14", "2019-06-20"], ())
    left = await drafts.leave_out(other.id, EDITOR)
    assert [reported.state for reported in left.dates] == ["proposed", "left_out"]


async def test_what_was_taken_stays_when_the_date_is_told_again(drafts, article) -> None:
    draft = await drafts.load(article(text=MAYBE), EDITOR)
    await drafts.put_back(draft.others[0].id, EDITOR)
    again = await drafts.redate(draft.briefing.id, date(2019, 5, 1), EDITOR)
    assert [reported.when.value for reported in again.dates] == ["2019-06-14", "2019-06-20"]


async def test_of_two_dates_in_a_sentence_only_the_one_left_out_stays_out(drafts, article) -> None:
    text = "The summit will open on June 14, and the trial will begin on June 20."
    draft = await drafts.load(article(text=text), EDITOR)
    await drafts.leave_out(draft.dates[0].id, EDITOR)
    again = await drafts.redate(draft.briefing.id, date(2019, 5, 1), EDITOR)
    assert [reported.state for reported in again.dates] == ["left_out", "proposed"]


async def test_a_date_added_by_hand_stays_through_redating(drafts, article) -> None:
    draft = await drafts.load(article(published=None), EDITOR)
    await drafts.add_date(draft.briefing.id, "Registration ends", VOTE, EDITOR)
    again = await drafts.redate(draft.briefing.id, date(2019, 5, 2), EDITOR)
    assert ("Registration ends", EDITOR) in {(reported.name, reported.added_by) for reported in again.dates}


async def test_discarding_can_be_undone(drafts, article) -> None:
    draft = await drafts.load(article(), EDITOR)
    await drafts.discard(draft.briefing.id, EDITOR)
    with pytest.raises(Gone):
        await drafts.get(draft.briefing.id)
    assert (await drafts.restore(draft.briefing.id, EDITOR)).briefing.id == draft.briefing.id


async def test_a_discarded_article_may_be_loaded_again_and_then_not_restored(drafts, article) -> None:
    draft = await drafts.load(article(), EDITOR)
    await drafts.discard(draft.briefing.id, EDITOR)
    await drafts.load(article(), EDITOR)
    with pytest.raises(AlreadyLoaded):
        await drafts.restore(draft.briefing.id, EDITOR)


async def test_whoever_works_on_a_deleted_draft_is_told_that_it_is_gone(drafts, article) -> None:
    draft = await drafts.load(article(), EDITOR)
    await drafts.discard(draft.briefing.id, EDITOR)
    for change in (
        drafts.retitle(draft.briefing.id, "New", EDITOR),
        drafts.redate(draft.briefing.id, date(2019, 5, 1), EDITOR),
        drafts.leave_out(draft.dates[0].id, EDITOR),
        drafts.discard(draft.briefing.id, EDITOR),
        drafts.get(10**9),
    ):
        with pytest.raises(Gone):
            await change

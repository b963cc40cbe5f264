"""An editor who was dismissed is forgotten: what they did stays, and nowhere does it say who they were."""

from datetime import date
from pathlib import Path

import pytest
import sqlalchemy as sa

from briefings.editorial.desk_traces import FORMER
from briefings.editorial.roles import Roles
from briefings.model.briefing import When
from briefings.notices.broadcasts import Broadcasts
from db.tables import AuditRow, Base, BriefingRow

OWNER, EDITOR, NAME = 7_000_000_007, 8_123_456_789, "Aigerim Marker"
JULY = When("2019-07-01", date(2019, 7, 1), date(2019, 7, 1), "day")


@pytest.fixture
def rights(database, clock):
    return Roles(database, clock, frozenset({OWNER}))


@pytest.fixture
async def worked(rights, drafts, library, key_dates, article, database, clock):
    """Let an editor do one of everything."""
    await rights.appoint(EDITOR, NAME, OWNER)
    draft = await drafts.load(article(), EDITOR)
    await drafts.add_date(draft.briefing.id, "the hearing", JULY, EDITOR)
    await drafts.leave_out(draft.dates[0].id, EDITOR)
    await drafts.put_back(draft.dates[0].id, EDITOR)
    await library.publish(draft.briefing.id, EDITOR)
    key_date = (await key_dates.of_briefing(draft.briefing.id))[0]
    await key_dates.move(key_date.id, JULY, EDITOR)
    await key_dates.cancel(key_date.id, EDITOR)
    await Broadcasts(database, clock).send("one", "Hello", EDITOR)
    await library.retract(draft.briefing.id, EDITOR)
    other = await drafts.load(article(text="Another article tells of 3 June 2019. It is short."), EDITOR)
    await drafts.discard(other.briefing.id, EDITOR)
    return draft.briefing.id


async def found(database, *words: object) -> list[str]:
    """Name every column of every table that holds one of these."""
    places = []
    async with database.reading() as session:
        for table in Base.metadata.sorted_tables:
            for row in (await session.execute(sa.select(table))).mappings():
                places += [
                    f"{table.name}.{column}"
                    for column, value in row.items()
                    if any(str(w) in str(value) for w in words)
                ]
    return sorted(set(places))


async def actions(database) -> list[tuple[str, str]]:
    async with database.reading() as session:
        rows = await session.execute(sa.select(AuditRow.action, AuditRow.subject).order_by(AuditRow.id))
        return [(row.action, row.subject) for row in rows]


async def test_nothing_names_an_editor_who_was_dismissed(rights, worked, database):
    assert await found(database, EDITOR, NAME) == [
        "audit.actor",
        "audit.subject",
        "briefings.loaded_by",
        "editors.name",
        "editors.user_id",
        "key_date_changes.by",
        "told_dates.added_by",
    ]
    before = await actions(database)
    assert await rights.dismiss(EDITOR, OWNER)
    assert await found(database, EDITOR, NAME) == []
    after = await actions(database)
    assert [action for action, _ in after] == [*(action for action, _ in before), "dismiss"]
    assert after[0] == ("appoint", "editor:0")
    async with database.reading() as session:
        assert (await session.get(BriefingRow, worked)).loaded_by == FORMER


async def test_the_words_are_in_no_file_either(rights, worked, database, database_url):
    if not database.is_sqlite:
        pytest.skip("files of a server are its own")
    await rights.dismiss(EDITOR, OWNER)
    path = Path(database_url.partition("///")[2])
    for file in (path, path.with_name(f"{path.name}-wal")):
        assert NAME.encode() not in file.read_bytes()


async def test_an_editor_gets_what_is_kept_of_their_work(rights, worked):
    traces = await rights.traces(EDITOR)
    assert (traces["name"], traces["number"], traces["appointed by"]) == (NAME, EDITOR, OWNER)
    assert traces["editor since"] is not None
    assert worked in traces["briefings loaded"]
    said = [action["action"] for action in traces["actions"]]
    assert said[:2] == ["appoint", "load"]
    assert {"publish", "retract", "broadcast", "moved", "cancelled"} <= set(said)
    assert await rights.traces(99) is None


async def test_who_works_on_is_not_forgotten(rights, worked, database):
    assert not await rights.forget(EDITOR)
    assert not await rights.forget(OWNER)
    assert "audit.actor" in await found(database, EDITOR)


async def test_an_owner_who_is_none_any_longer_can_be_forgotten(rights, worked, database, clock):
    assert "audit.actor" in await found(database, OWNER)
    assert await Roles(database, clock, frozenset()).forget(OWNER)
    assert await found(database, OWNER) == []


async def test_dismissing_a_stranger_changes_nothing(rights, database):
    assert not await rights.dismiss(EDITOR, OWNER)
    assert await actions(database) == []

"""Editors hear of what the command line brought and only they can settle."""

from datetime import date

from briefings.alerts import alert_of_conflicts, told_of_conflict
from briefings.briefing import ToldDate, When
from briefings.rights import Rights
from db.tables import LedgerRow

OWNER, EDITOR, READER, SILENT = 1, 2, 3, 4
DAY = When("2019-06-16", date(2019, 6, 16), date(2019, 6, 16), "day")


def told(number: int, state: str) -> ToldDate:
    return ToldDate(number, 7, 5, state, "Vote", DAY, None, True, "It votes on 16 June.", "16 June", (), None)


async def test_owners_and_editors_who_chat_with_the_bot_are_owed_each_conflict_once(world, database, clock) -> None:
    await Rights(database, clock, frozenset({OWNER})).appoint(EDITOR, "Aigerim", OWNER)
    await Rights(database, clock, frozenset({OWNER})).appoint(SILENT, "Nobody", OWNER)
    for chat in (OWNER, EDITOR, READER):
        await world.people.meet(chat, "private", "en")
    for _ in range(2):
        await alert_of_conflicts(database, clock, {OWNER}, [told(31, "conflict"), told(32, "told")])
    rows = await world.rows(LedgerRow.kind == "conflict")
    assert [(row.chat_id, told_of_conflict(row.subject)) for row in rows] == [(OWNER, 31), (EDITOR, 31)]

"""Editors hear of what the command line brought and only they can settle."""

from datetime import date

from briefings.editorial.roles import Roles
from briefings.key_dates.questions import SameDateQuestion
from briefings.model.briefing import ReportedDate, When
from briefings.model.key_date import KeyDate
from briefings.notices.conflicts import (
    alert_of_conflicts,
    alert_of_questions,
    question_asked,
    reported_in_conflict,
)
from db.tables import LedgerRow

OWNER, EDITOR, READER, SILENT = 1, 2, 3, 4
DAY = When("2019-06-16", date(2019, 6, 16), date(2019, 6, 16), "day")


def reported(number: int, state: str) -> ReportedDate:
    return ReportedDate(number, 7, 5, state, "Vote", DAY, None, True, "It votes on 16 June.", "16 June", (), None)


async def test_owners_and_editors_who_chat_with_the_bot_are_owed_each_conflict_once(world, database, clock) -> None:
    await Roles(database, clock, frozenset({OWNER})).appoint(EDITOR, "Aigerim", OWNER)
    await Roles(database, clock, frozenset({OWNER})).appoint(SILENT, "Nobody", OWNER)
    for chat in (OWNER, EDITOR, READER):
        await world.people.meet(chat, "private", "en")
    for _ in range(2):
        await alert_of_conflicts(database, clock, {OWNER}, [reported(31, "conflict"), reported(32, "told")])
    rows = await world.rows(LedgerRow.kind == "conflict")
    assert [(row.chat_id, reported_in_conflict(row.subject)) for row in rows] == [(OWNER, 31), (EDITOR, 31)]


async def test_they_are_owed_each_question_once(world, database, clock) -> None:
    await world.people.meet(OWNER, "private", "en")
    vote = KeyDate(5, "Vote", "en", None, DAY, "planned", 1, ())
    for _ in range(2):
        await alert_of_questions(database, clock, {OWNER}, [SameDateQuestion(9, vote, vote)])
    (row,) = await world.rows(LedgerRow.kind == "conflict")
    assert (row.chat_id, question_asked(row.subject)) == (OWNER, 9)
    assert question_asked("conflict:9") is None

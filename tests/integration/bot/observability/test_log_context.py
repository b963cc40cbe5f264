"""All copies of the bot hash alike, with a salt that the database keeps."""

import asyncio

from bot.observability import log_context
from bot.observability.log_context import PSEUDONYMS, SALT_FACT, Pseudonyms, share_salt
from briefings.facts import recall, settle
from db.database import Database


async def test_copies_that_share_a_database_share_the_salt(database, monkeypatch):
    copies = [Pseudonyms(), Pseudonyms()]
    assert copies[0].person(7) != copies[1].person(7)
    for copy in copies:
        monkeypatch.setattr(log_context, "PSEUDONYMS", copy)
        await share_salt(database)
    assert copies[0].person(7) == copies[1].person(7)
    assert len(await recall(database, SALT_FACT)) == 32


async def test_copies_that_start_in_the_same_moment_agree(database, database_url):
    other = Database(database_url)
    said = await asyncio.gather(*(settle(one, "salt", str(n)) for n, one in enumerate([database, other] * 5)))
    assert len(set(said)) == 1
    await other.close()


async def test_without_the_database_the_process_has_a_salt_of_its_own(monkeypatch):
    away = Database("postgresql+asyncpg://nobody@127.0.0.1:1/nothing")
    before = PSEUDONYMS.person(7)
    await share_salt(away)
    assert PSEUDONYMS.person(7) == before
    await away.close()

"""The database does not answer for a while, or has no room: everybody hears of it once, and the log says so once."""

import asyncio

import pytest

from tests.waiting import until

ASKERS = range(101, 121)
FEW = 4
"""Lines that an outage may cost, whoever meets it and however often: it began, it ended, and a little room."""
APOLOGIES = {"en": "I cannot reach my records", "ru": "добраться до своих записей", "kk": "Қазір жазбаларымды"}


def loud(caplog):
    return [record for record in caplog.records if record.levelname in {"WARNING", "ERROR", "CRITICAL"}]


async def test_everybody_hears_an_apology_once_in_their_language(services, telegram, trouble, caplog):
    people = [telegram.person(chat, language=list(APOLOGIES)[chat % 3]) for chat in ASKERS]
    with trouble.away():
        for person in people:
            await person.says("/help")
            await person.says("when is the election?")
        for person in people:
            await person.hears(APOLOGIES[person.user.language_code])
        for person in people:
            await person.says("/dates")
        await asyncio.sleep(0.5)  # several rounds of delivery, of looking whether it is back, and of upkeep
    await until(lambda: not services.outages.is_on("database"))
    for person in people:
        said = [message for message in person.messages if APOLOGIES[person.user.language_code] in message.text]
        assert len(said) == 1
    lines = [record.getMessage() for record in loud(caplog)]
    assert lines[0] == "database is away, we go on trying: ConnectionRefusedError: connection refused"
    assert lines[-1].startswith("database is back after")
    assert len(lines) <= FEW
    assert not any(record.exc_info for record in loud(caplog))
    assert "secret" not in caplog.text


async def test_all_is_well_afterwards(services, telegram, trouble):
    anna = telegram.person(101)
    with trouble.away():
        await anna.says("/settings")
        await anna.hears(APOLOGIES["en"])
    await until(lambda: not services.outages.is_on("database"))
    await anna.says("/settings")
    await anna.hears("Settings")


async def test_owners_are_told_without_the_database(services, telegram, trouble, monkeypatch):
    monkeypatch.setattr("bot.observability.alerts.PATIENCE", 0)
    owner = telegram.person(7)
    with trouble.away():
        await owner.says("/help")
        await owner.hears("⚠️ The database does not answer (ConnectionRefusedError: connection refused)")


async def test_a_pressed_button_is_answered(services, telegram, trouble):
    anna = telegram.person(101)
    await anna.says("/settings")
    menu = await anna.hears("Settings")
    with trouble.away():
        assert (await anna.presses(menu, "Language")).startswith(APOLOGIES["en"])


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
class TestNothingCanBeStored:
    """SQLite may not write, as on a disk that is full or mounted read-only."""

    async def test_people_and_owners_hear_it_and_reading_goes_on(
        self, services, telegram, trouble, caplog, monkeypatch
    ):
        monkeypatch.setattr("bot.observability.alerts.PATIENCE", 0)
        owner, anna, boris = telegram.person(7), telegram.person(101), telegram.person(102)
        await anna.says("/digest")
        offer = await anna.hears("digest")
        with trouble.readonly():
            await boris.says("/help")  # a newcomer, who cannot be noted
            await boris.hears("/ask")
            assert (await anna.presses(offer, "day")).startswith("I cannot store anything just now")
            await owner.hears("⚠️ I cannot store anything")
            await boris.says("/privacy")
            await boris.hears("What I keep about you")
        await until(lambda: not services.outages.is_on("disk"))
        await anna.hears("every day")
        assert len(boris.messages) == 4
        lines = [record.getMessage() for record in loud(caplog)]
        assert lines[0].startswith("disk is away, we go on trying: OperationalError: attempt to write a readonly")
        assert lines[1].startswith("disk is back after")
        assert len(lines) == 2

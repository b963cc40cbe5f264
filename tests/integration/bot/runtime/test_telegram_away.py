"""Telegram takes nothing for a while: whoever asked is answered once when it is back, and the log says so once."""

import asyncio

import pytest
import sqlalchemy as sa

from db.tables import LedgerRow, ReaderRow
from tests.waiting import until

ASKERS = range(101, 109)
MANNERS = ["bad_gateway", "server_error", "drop_before", "hang"]


def take_away(telegram, trouble):
    """Let all that the bot calls fail, except that it still hears what people say."""
    for method in ("send*", "edit*", "answer*", "getMe"):
        telegram.faults.add(trouble, method=method)


def outage_lines(caplog, what="telegram"):
    return [record.message.split(",")[0].split(" after")[0] for record in caplog.records if what in record.message]


def warnings(caplog):
    return [record.getMessage() for record in caplog.records if record.levelname in {"WARNING", "ERROR", "CRITICAL"}]


@pytest.mark.parametrize("trouble", MANNERS)
async def test_everybody_is_answered_once_when_it_is_back(services, telegram, caplog, trouble):
    people = [telegram.person(number) for number in ASKERS]
    take_away(telegram, trouble)
    for person in people:
        await person.says("/help")
    await telegram.called("getMe")
    await until(lambda: services.outages.is_on("telegram"))
    late = telegram.person(200)
    await late.says("/help")
    telegram.faults.clear()
    for person in [*people, late]:
        await person.hears("/ask")
    await until(lambda: not services.outages.is_on("telegram"))
    await people[0].says("/privacy")
    await people[0].hears("What I keep about you")
    assert [len(person.messages) for person in people[1:]] == [2] * (len(people) - 1)
    assert outage_lines(caplog) == ["telegram is away", "telegram is back"]
    assert len(warnings(caplog)) == 2


async def test_a_whole_answer_comes_with_its_buttons_its_place_and_its_file(services, telegram, admin_group):
    group, anna = admin_group
    take_away(telegram, "bad_gateway")
    for chat in (101, 102, 103):
        await telegram.person(chat).says("/start")
    await until(lambda: services.outages.is_on("telegram"))
    asked = await anna.says("/ask@briefings_bot", chat=group)
    await anna.says("/calendar")
    await anna.says("/privacy")
    telegram.faults.clear()
    answer = await anna.hears(chat=group)
    assert answer.reply_to is not None
    assert answer.reply_to.id == asked.id
    assert (await anna.hears("What I keep about you")).buttons


async def test_a_button_that_was_pressed_brings_a_new_message(services, telegram):
    anna = telegram.person(101)
    await anna.says("/settings")
    menu = await anna.hears("Settings")
    take_away(telegram, "bad_gateway")
    for chat in (102, 103, 104):
        await telegram.person(chat).says("/start")
    await until(lambda: services.outages.is_on("telegram"))
    with pytest.raises(AssertionError, match="nobody answered"):
        await anna.presses(menu, "Language", patience=0.2)
    telegram.faults.clear()
    assert (await anna.hears("Which language")).id != menu.id


async def test_nothing_is_sent_to_whoever_is_forgotten(services, telegram):
    anna, boris = telegram.person(101), telegram.person(102)
    await anna.says("/start")
    await anna.hears()
    take_away(telegram, "bad_gateway")
    for chat in (103, 104, 105):
        await telegram.person(chat).says("/start")
    await until(lambda: services.outages.is_on("telegram"))
    await anna.says("/help")
    await until(lambda: is_owed(services, 101))
    await services.readers.forget(101)
    telegram.faults.clear()
    await boris.says("/help")
    await boris.hears("/ask")
    await until(lambda: not services.outages.is_on("telegram"))
    assert anna.unheard == []


async def test_whoever_is_forgotten_meanwhile_hears_so_once_it_is_back(services, telegram, monkeypatch):
    monkeypatch.setattr("bot.telegram.replies.TRY_EVERY", 0.05)
    anna = telegram.person(101, "Anna", "kk")
    await anna.says("/forgetme")
    asked = await anna.hears("жояйын ба")
    take_away(telegram, "bad_gateway")
    for chat in (103, 104, 105):
        await telegram.person(chat).says("/start")
    await until(lambda: services.outages.is_on("telegram"))
    for _ in range(3):
        with pytest.raises(AssertionError, match="nobody answered"):
            await anna.presses(asked, "Иә", patience=0.2)
    await until(lambda: is_forgotten(services, 101))
    telegram.faults.clear()
    await anna.hears("сіз туралы ештеңе қалмады")
    await asyncio.sleep(0.3)
    assert await is_forgotten(services, 101)
    assert anna.unheard == []


async def test_a_file_that_telegram_does_not_have_any_more_is_asked_for_again(services, telegram, caplog, monkeypatch):
    monkeypatch.setattr(telegram.world.files, "at", lambda _path: None)
    owner = telegram.person(7, "Olga", "ru")
    await owner.sends_file("news.txt", b"The vote is on 9 June.", "/load")
    await owner.hears("Telegram не передал мне то, что для этого нужно")
    assert [record.levelname for record in caplog.records if record.levelno >= 30] == ["WARNING"]


async def test_a_long_flood_is_waited_for(services, telegram, monkeypatch):
    monkeypatch.setattr("bot.delivery.answer_request.LONGEST_WAIT", 0)
    anna = telegram.person(101)
    telegram.faults.add("flood", chat_id=101, times=2, seconds=1)
    await anna.says("/help")
    await anna.hears("/ask")
    assert not services.outages.is_on("telegram")


async def test_owners_are_told_when_it_is_back(services, telegram, monkeypatch):
    monkeypatch.setattr("bot.observability.alerts.WORTH_TELLING", 0)
    owner = telegram.person(7, "Olga", "ru")
    await owner.says("/start")
    await owner.hears()
    take_away(telegram, "bad_gateway")
    for chat in (101, 102, 103):
        await telegram.person(chat).says("/start")
    await until(lambda: services.outages.is_on("telegram"))
    telegram.faults.clear()
    await owner.hears("Telegram был недоступен")


@pytest.fixture
async def admin_group(services, telegram):
    anna = telegram.person(110, "Anna")
    group = telegram.group("Newsroom", members=[anna])
    await anna.hears(chat=group)
    return group, anna


async def is_owed(services, chat_id):
    rows = sa.select(sa.func.count()).select_from(LedgerRow).where(LedgerRow.chat_id == chat_id)
    async with services.database.reading() as session:
        return bool(await session.scalar(rows))


async def is_forgotten(services, chat_id):
    rows = sa.select(sa.func.count()).select_from(ReaderRow).where(ReaderRow.chat_id == chat_id)
    async with services.database.reading() as session:
        return not await session.scalar(rows)

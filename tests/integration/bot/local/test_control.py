import asyncio
import base64
import json
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import httpx
import pytest
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup

from bot.local import Cast, GroupChat, LocalTelegram, Persona, Sample

CAST = Cast(
    people=(
        Persona(
            7, "Aigerim", "editor", "ru", "Runs the desk.", ("/start", Sample("A post", "News", channel="Azattyq"))
        ),
        Persona(8, "Tom", "reader", try_these=(Sample("A file", "/load", "a.txt", b"text"),)),
    ),
    groups=(GroupChat("Desk", members=(8,), admins=(7,)),),
    welcome="Say something.",
    timezone="Asia/Almaty",
)


class Rehearsal:
    def __init__(self) -> None:
        self.time = datetime(2019, 5, 3, 4, tzinfo=UTC)

    def now(self) -> datetime:
        return self.time

    def advance_to(self, instant: datetime) -> None:
        self.time = instant

    def next_due(self) -> datetime | None:
        return None


@pytest.fixture
async def telegram() -> AsyncIterator[LocalTelegram]:
    async with LocalTelegram("1:test", cast=CAST, clock=Rehearsal()) as telegram:
        yield telegram


@pytest.fixture
async def page(telegram: LocalTelegram) -> AsyncIterator[httpx.AsyncClient]:
    async with httpx.AsyncClient(base_url=telegram.url) as client:
        yield client


async def test_the_cast_is_told(page: httpx.AsyncClient) -> None:
    state = (await page.get("/control/state")).json()
    assert [person["name"] for person in state["people"]] == ["Aigerim", "Tom"]
    assert [one["kind"] for one in state["people"][0]["try"]] == ["text", "forward"]
    assert state["clock"] == {"now": "2019-05-03T04:00:00+00:00", "due": None}
    chats = (await page.get("/control/chats?person=8")).json()
    assert [chat["title"] for chat in chats] == ["Briefings", "Desk"]


async def test_what_is_said_arrives_and_can_be_read(telegram: LocalTelegram, bot: Bot, page: httpx.AsyncClient) -> None:
    await page.post("/control/say", json={"person": 8, "chat": 8, "text": "<b>hello</b>"})
    data = base64.b64encode(b"text").decode()
    await page.post("/control/file", json={"person": 8, "chat": 8, "name": "a.txt", "data": data, "caption": "c"})
    for person, index in ((7, 0), (7, 1), (8, 0)):
        await page.post("/control/try", json={"person": person, "chat": person, "index": index})
    assert len([update for update in await bot.get_updates(timeout=5) if update.message]) == 5
    history = (await page.get("/control/history?person=8&chat=8")).json()
    assert [(one["html"], one["file"] and one["file"]["name"]) for one in history] == [
        ("&lt;b&gt;hello&lt;/b&gt;", None),
        ("c", "a.txt"),
        ("/load", "a.txt"),
    ]
    forwarded = (await page.get("/control/history?person=7&chat=7")).json()[-1]
    assert (forwarded["text"], forwarded["forwarded"]) == ("News", "Azattyq")
    file = await page.get(f"/control/file/{history[1]['file']['id']}")
    assert (file.content, file.headers["Content-Disposition"]) == (b"text", "attachment")


async def test_a_press_tells_the_answer(telegram: LocalTelegram, bot: Bot, page: httpx.AsyncClient) -> None:
    keyboard = InlineKeyboardMarkup([[InlineKeyboardButton("Remind", callback_data="r")]])
    message = await bot.send_message(8, "9 June", reply_markup=keyboard)
    given = {"person": 8, "chat": 8, "message": message.message_id, "row": 0, "column": 0}
    pressing = asyncio.create_task(page.post("/control/press", json=given))
    updates = await bot.get_updates(timeout=5, allowed_updates=["callback_query"])
    query = (
        updates[-1].callback_query or (await bot.get_updates(updates[-1].update_id + 1, timeout=5))[0].callback_query
    )
    assert query
    await query.answer("I will.", show_alert=True)
    assert (await pressing).json() == {"answered": True, "text": "I will.", "alert": True}


async def test_what_happens_is_streamed(bot: Bot, page: httpx.AsyncClient) -> None:
    async with page.stream("GET", "/control/events") as stream:
        await bot.send_chat_action(8, "typing")
        await bot.send_message(8, "hello")
        kinds = []
        async for line in stream.aiter_lines():
            if line:
                kinds.append(json.loads(line.removeprefix("data: "))["kind"])
            if "message" in kinds:
                break
    assert [kind for kind in kinds if kind != "clock"] == ["typing", "message"]


async def test_the_clock_moves(telegram: LocalTelegram, page: httpx.AsyncClient) -> None:
    moved = (await page.post("/control/clock", json={"step": "day"})).json()
    assert moved["clock"]["now"] == "2019-05-04T04:00:00+00:00"
    assert telegram.world.now() - datetime(2019, 5, 3, 4, tzinfo=UTC) == timedelta(days=1)


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "evil.example"},
        {"Host": "127.0.0.1.evil.example:80"},
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
)
async def test_other_sites_are_kept_out(
    telegram: LocalTelegram, page: httpx.AsyncClient, headers: dict[str, str]
) -> None:
    said = await page.post("/control/say", json={"person": 8, "chat": 8, "text": "hello"}, headers=headers)
    read = await page.get("/control/history?person=8&chat=8", headers=headers)
    assert (said.status_code, read.status_code) == (403, 403)
    assert telegram.people[8].messages == []


async def test_forms_of_other_sites_are_not_json(page: httpx.AsyncClient) -> None:
    said = await page.post("/control/say", content=b"{}", headers={"Content-Type": "text/plain"})
    assert said.status_code == 415


@pytest.mark.parametrize(
    "given", [{}, {"person": 99, "chat": 8, "text": "x"}, {"person": 8, "chat": 7, "text": "x"}, {"person": "x"}]
)
async def test_nonsense_is_refused_plainly(page: httpx.AsyncClient, given: dict[str, object]) -> None:
    assert (await page.post("/control/say", json=given)).status_code in {400, 404}


async def test_the_page_lets_nothing_in_from_elsewhere(page: httpx.AsyncClient) -> None:
    index = await page.get("/")
    assert index.headers["Content-Security-Policy"].startswith("default-src 'none'")
    for part in ("app.js", "layout.css", "icon.svg"):
        assert (await page.get(f"/page/{part}")).status_code == 200
    assert (await page.get("/page/../control.py")).status_code == 404


async def test_measurements_from_outside(telegram: LocalTelegram, bot: Bot, page: httpx.AsyncClient) -> None:
    telegram.world.crowd = range(1000, 1010)
    await bot.send_message(1005, "hello")
    await page.post("/measure/block", json={"people": [1006]})
    asking = asyncio.create_task(page.post("/measure/ask", json={"person": 1007, "text": "when?"}))
    while not [one for one in await bot.get_updates(timeout=5) if one.message and one.message.chat_id == 1007]:
        pass
    await bot.send_message(1007, "On 9 June.")
    assert (await asking).json()["text"] == "On 9 June."
    tally = (await page.get("/measure/tally")).json()
    assert tally["calls"]["sendMessage 200"] == 2
    assert (tally["chats"]["1005"], tally["chats"]["1006"]) == (1, 0)


LOOKS = (
    "/control/chats", "/control/chats?person=1", "/control/chats?person=x", "/control/chats?person=1e999",
    "/control/chats?person=" + "9" * 5000, "/control/history?person=8", "/control/history?person=8&chat=1",
    "/control/history?person=8&chat=²", "/control/file/none", "/control/file/%00",
)  # fmt: skip
DEEDS = ("say", "file", "try", "forward", "press", "block")
GIVEN = (
    "[]", "null", "1", '"x"', "{}", "{", "[" * 100_000, '{"person": 8}', '{"person": [], "chat": {}}',
    '{"person": 1e999, "chat": 8}', '{"person": 8, "chat": 8}', '{"person": 8, "chat": 8, "text": "\\ud800"}',
    '{"person": 8, "chat": 8, "message": 99, "row": 0, "column": 0}', '{"person": 8, "chat": 8, "index": 99}',
    '{"person": 8, "chat": 8, "data": "???", "name": "x"}', '{"person": 8, "chat": 8, "source": 8, "message": "x"}',
    '{"person": true, "chat": null}', '{"person": 99999999999999999999, "chat": 1}',
)  # fmt: skip


@pytest.mark.parametrize("path", LOOKS)
async def test_a_look_that_makes_no_sense_gets_one_clear_line(page: httpx.AsyncClient, path: str) -> None:
    answer = await page.get(path)
    assert answer.status_code in {400, 404}
    assert len(answer.text.splitlines()) == 1


@pytest.mark.parametrize("deed", DEEDS)
async def test_a_deed_that_makes_no_sense_gets_one_clear_line(page: httpx.AsyncClient, deed: str) -> None:
    for given in GIVEN:
        answer = await page.post(f"/control/{deed}", content=given, headers={"Content-Type": "application/json"})
        if deed == "block" and answer.status_code == 200:
            continue  # a person in their chat is all that it takes
        assert answer.status_code in {400, 404}, given[:100]
        assert len(answer.text.splitlines()) == 1

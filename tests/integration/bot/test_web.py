"""What the bot serves over HTTP: the webhook with its secret, health, metrics, the calendar feed."""

import asyncio
from collections.abc import AsyncIterator
from types import SimpleNamespace

import aiohttp
import pytest

from bot.web import SECRET_HEADER, Web

UPDATE = {"update_id": 7, "message": {"message_id": 1, "date": 1556859600, "chat": {"id": 5, "type": "private"}}}


@pytest.fixture
def well() -> dict[str, bool]:
    return {"ok": True}


@pytest.fixture
def app() -> SimpleNamespace:
    return SimpleNamespace(bot=None, update_queue=asyncio.Queue())


@pytest.fixture
async def url(app: SimpleNamespace, well: dict[str, bool]) -> AsyncIterator[str]:
    async def is_well() -> bool:
        return well["ok"]

    async def numbers() -> dict[str, float]:
        return {"readers": 3, "owed": 120000}

    async def calendar() -> bytes:
        return b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"

    web = Web("127.0.0.1:0")
    web.webhook("https://bot.example.org/telegram", "s3cret", app)  # type: ignore[arg-type]
    web.health(is_well)
    web.metrics(numbers)
    web.calendar(calendar)
    runner = await web.start()
    yield f"http://127.0.0.1:{runner.addresses[0][1]}"
    await runner.cleanup()


@pytest.fixture
async def client() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession() as session:
        yield session


async def test_the_webhook_takes_updates_from_whoever_knows_the_secret(url, client, app) -> None:
    async with client.post(f"{url}/telegram", json=UPDATE, headers={SECRET_HEADER: "s3cret"}) as response:
        assert response.status == 200
    assert (await app.update_queue.get()).update_id == 7


@pytest.mark.parametrize("headers", [{}, {SECRET_HEADER: "guess"}])
async def test_everybody_else_is_refused(url, client, app, headers) -> None:
    async with client.post(f"{url}/telegram", json=UPDATE, headers=headers) as response:
        assert response.status == 403
    assert app.update_queue.empty()


@pytest.mark.parametrize("body", [b"", b"nonsense", b"[]", b"\xff\xfe", b'{"update_id": "x", "message": 3}'])
async def test_nonsense_is_refused(url, client, app, body) -> None:
    async with client.post(f"{url}/telegram", data=body, headers={SECRET_HEADER: "s3cret"}) as response:
        assert response.status == 400
    assert app.update_queue.empty()


async def test_health_says_whether_the_database_answers(url, client, well) -> None:
    async with client.get(f"{url}/health") as response:
        assert (response.status, await response.json()) == (200, {"ok": True})
    well["ok"] = False
    async with client.get(f"{url}/health") as response:
        assert response.status == 503


async def test_metrics_are_lines_that_prometheus_reads(url, client) -> None:
    async with client.get(f"{url}/metrics") as response:
        assert await response.text() == "briefings_owed 120000\nbriefings_readers 3\n"


async def test_the_calendar_can_be_subscribed_to(url, client) -> None:
    async with client.get(f"{url}/calendar.ics") as response:
        assert response.content_type == "text/calendar"
        assert (await response.read()).startswith(b"BEGIN:VCALENDAR")

"""What the bot serves over HTTP: the webhook, health, metrics, the calendar feed."""

from collections.abc import AsyncIterator

import aiohttp
import pytest
from aiohttp.web import Request, Response

from bot.web import Web


@pytest.fixture
def well() -> dict[str, bool]:
    return {"ok": True}


@pytest.fixture
async def url(well: dict[str, bool]) -> AsyncIterator[str]:
    async def is_well() -> bool:
        return well["ok"]

    async def numbers() -> dict[str, float]:
        return {"readers": 3, "owed": 120000}

    async def calendar() -> bytes:
        return b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"

    async def take(request: Request) -> Response:
        return Response(text=await request.text())

    web = Web("127.0.0.1:0")
    web.webhook("https://bot.example.org/telegram", take)
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


async def test_the_webhook_is_where_telegram_was_told(url, client) -> None:
    async with client.post(f"{url}/telegram", data="update") as response:
        assert (response.status, await response.text()) == (200, "update")


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

"""What the bot serves over HTTP: the webhook, pages, the calendar feed."""

from collections.abc import AsyncIterator

import aiohttp
import pytest
from aiohttp.web import Request, Response

from bot.runtime.web import Web


@pytest.fixture
async def url() -> AsyncIterator[str]:
    async def calendar() -> bytes:
        return b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"

    async def take(request: Request) -> Response:
        return Response(text=await request.text())

    async def page(_request: Request) -> Response:
        return Response(text="words")

    web = Web("127.0.0.1:0")
    web.webhook("https://bot.example.org/telegram", take)
    web.page("/page", page)
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


async def test_a_page_is_given_at_its_path(url, client) -> None:
    async with client.get(f"{url}/page") as response:
        assert (response.status, await response.text()) == (200, "words")


async def test_the_calendar_can_be_subscribed_to(url, client) -> None:
    async with client.get(f"{url}/calendar.ics") as response:
        assert response.content_type == "text/calendar"
        assert (await response.read()).startswith(b"BEGIN:VCALENDAR")

import asyncio
from contextlib import AsyncExitStack

import pytest
from aiohttp import test_utils, web
from telegram import Bot
from telegram.error import BadRequest, Forbidden, NetworkError

from bot.delivery.bulk_request import Flooded, Interrupted, LeanRequest, NotSent

TOKEN = "1:test"


@pytest.fixture
async def bot(telegram):
    request = LeanRequest(4)
    await request.initialize()
    yield Bot(TOKEN, f"{telegram.url}/bot", request=request)
    await request.shutdown()


async def test_it_carries_what_python_telegram_bot_sends(bot, telegram):
    anna = telegram.person(101)
    await bot.send_message(101, "<b>hello</b>", "HTML")
    assert (await anna.hears("hello")).text == "hello"


@pytest.mark.parametrize(
    ("trouble", "error"),
    [("drop_before", Interrupted), ("drop_after", Interrupted), ("server_error", NetworkError), ("flood", Flooded)],
)
async def test_it_tells_apart_what_is_certain(bot, telegram, trouble, error):
    telegram.person(101)
    telegram.faults.add(trouble)
    with pytest.raises(NetworkError if trouble == "server_error" else error) as raised:
        await bot.send_message(101, "hello")
    assert type(raised.value) is error


async def test_a_flood_says_for_how_long(bot, telegram):
    telegram.person(101)
    telegram.faults.add("flood", seconds=9)
    with pytest.raises(Flooded) as raised:
        await bot.send_message(101, "hello")
    assert raised.value.seconds == 9


async def test_refusals_stay_what_they_are(bot, telegram):
    telegram.person(101).blocks()
    with pytest.raises(Forbidden):
        await bot.send_message(101, "hello")
    with pytest.raises(BadRequest):
        await bot.send_message(4711, "hello")


async def test_nobody_listening_means_not_sent(unused_port):
    request = LeanRequest(4)
    await request.initialize()
    with pytest.raises(NotSent):
        await Bot(TOKEN, f"http://127.0.0.1:{unused_port}/bot", request=request).send_message(1, "hello")
    await request.shutdown()
    with pytest.raises(NotSent):
        await request.do_request("http://127.0.0.1/", "POST")


@pytest.fixture
async def unused_port():
    server = await asyncio.start_server(lambda *_: None, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    server.close()
    await server.wait_closed()
    return port


@pytest.mark.parametrize(
    ("status", "body"), [(502, '{"ok": false}'), (504, "<html>late</html>"), (200, "<html>Welcome to the hotel</html>")]
)
async def test_who_answers_in_telegrams_place_leaves_a_doubt(answering, status, body):
    with pytest.raises(Interrupted):
        await (await answering(status, body)).send_message(101, "hello")


@pytest.fixture
async def answering():
    """Make bots whose server always answers the same."""
    closing = AsyncExitStack()

    async def make(status, body):
        async def answer(_):
            return web.Response(status=status, text=body)

        app = web.Application()
        app.router.add_post("/{tail:.*}", answer)
        server, request = test_utils.TestServer(app), LeanRequest(4)
        await server.start_server()
        await request.initialize()
        closing.push_async_callback(server.close)
        closing.push_async_callback(request.shutdown)
        return Bot(TOKEN, f"{server.make_url('/bot')}", request=request)

    yield make
    await closing.aclose()

"""The webhook over real HTTP: 200 once it is stored, 503 while it cannot be, 4xx for whatever is no update."""

import asyncio
import io
import json

import aiohttp
import pytest

from bot.runtime.update_dispatcher import NotStored
from bot.runtime.web import MAX_UPDATE, Web
from bot.runtime.webhook import SECRET_HEADER, webhook

SECRET = "s3cret"
CHAT = {"id": 5, "type": "private", "first_name": "Tom"}
UPDATE = {"update_id": 7, "message": {"message_id": 1, "date": 1_556_859_600, "chat": CHAT, "text": "/help"}}


class Store:
    def __init__(self):
        self.ids = []
        self.is_away = False

    async def __call__(self, arrivals):
        if self.is_away:
            raise NotStored
        self.ids += [one.id for one in arrivals]


@pytest.fixture
def store():
    return Store()


@pytest.fixture
async def address(store):
    web = Web("127.0.0.1:0")
    web.webhook("https://bot.example.org/telegram", webhook(SECRET, store))
    runner = await web.start()
    yield runner.addresses[0][:2]
    await runner.cleanup()


@pytest.fixture
async def post(address):
    """Post a body; return the status."""
    async with aiohttp.ClientSession() as session:

        async def send(body, **headers):
            url = f"http://{address[0]}:{address[1]}/telegram"
            async with session.post(url, data=body, headers={SECRET_HEADER: SECRET, **headers}) as response:
                return response.status

        yield send


async def test_an_update_is_taken_once_it_is_stored(post, store):
    assert await post(json.dumps(UPDATE)) == 200
    assert store.ids == [7]


async def test_what_cannot_be_stored_is_for_telegram_to_send_again(post, store):
    store.is_away = True
    assert await post(json.dumps(UPDATE)) == 503


def changed(**fields):
    return UPDATE | {"message": {**UPDATE["message"], **fields}}


MALFORMED = {
    "nothing": b"",
    "nonsense": b"nonsense",
    "a list": b"[]",
    "not UTF-8": b"\xff\xfe",
    "cut off": b'{"update_id": 7, "message": {',
    "an id that is a text": b'{"update_id": "x", "message": {}}',
    "an id beyond 64 bits": b'{"update_id": 9223372036854775808}',
    "an id of 10,000 digits": b'{"update_id": ' + b"9" * 10_000 + b"}",
    "a date beyond 64 bits": json.dumps(changed(date=2**63)).encode(),
    "a chat beyond 64 bits": json.dumps(changed(chat=CHAT | {"id": 2**70})).encode(),
    "a number for a message": b'{"update_id": 7, "message": 3}',
    "lists in lists": b"[" * 200_000 + b"]" * 200_000,
    "objects in objects": b'{"a":' * 100_000 + b"1" + b"}" * 100_000,
    "lists in an update": b'{"update_id": 7, "message": ' + b"[" * 900 + b"]" * 900 + b"}",
    "not a number": b'{"update_id": NaN}',
    "endless": b'{"update_id": Infinity}',
}


@pytest.mark.parametrize("body", MALFORMED.values(), ids=MALFORMED.keys())
async def test_whatever_is_no_update_is_refused_and_nothing_is_logged(post, store, caplog, body):
    assert await post(body) == 400
    assert store.ids == []
    assert caplog.records == []


async def test_what_is_too_long_is_refused(post, store):
    assert await post(io.BytesIO(b" " * (MAX_UPDATE + 1))) == 413


async def test_a_body_that_is_packed_badly_is_refused(post, store):
    assert await post(b"nonsense", **{"Content-Encoding": "gzip"}) == 400


@pytest.mark.parametrize("secret", ["guess", "", "s3crets", "секрет", "s3crét"])
async def test_whoever_does_not_know_the_secret_is_refused(post, store, secret):
    assert await post(json.dumps(UPDATE), **{SECRET_HEADER: secret}) == 403
    assert store.ids == []


@pytest.mark.parametrize("line", [b"", SECRET_HEADER.encode() + b": \xff\xfe\xd1\x81\r\n"])
async def test_a_secret_of_any_bytes_or_none_is_refused(address, store, line):
    reader, writer = await asyncio.open_connection(*address)
    writer.write(b"POST /telegram HTTP/1.1\r\nHost: bot\r\n" + line + b"Content-Length: 2\r\n\r\n{}")
    assert b" 403 " in await reader.readline()
    writer.close()
    await writer.wait_closed()

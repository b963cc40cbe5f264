"""No web page that somebody visits reaches the local Telegram: every route, every method of the Bot API."""

import asyncio
import http.client
import re
from urllib.parse import urlsplit

import httpx
import pytest

from bot.local import LocalTelegram
from bot.local.methods.registry import names, only_tells

FOREIGN = [
    {"Host": "evil.example"},
    {"Host": "127.0.0.1.evil.example:80"},
    {"Host": "localhost."},
    {"Host": "[::1"},
    {"Host": "127.0.0.1@evil.example"},
    {"Origin": "https://evil.example"},
    {"Origin": "null"},
    {"Origin": "http://127.0.0.1:1"},
    {"Origin": "http://localhost"},
    {"Sec-Fetch-Site": "cross-site"},
    {"Sec-Fetch-Site": "same-site", "Sec-Fetch-Mode": "no-cors"},
    {"Sec-Fetch-Site": "cross-site", "Origin": "https://evil.example", "Content-Type": "text/plain"},
]
CHANGING = sorted(name for name in names() if not only_tells(name))
TELLING = sorted(set(names()) - set(CHANGING))


@pytest.fixture
async def telegram():
    async with LocalTelegram("1:test") as telegram:
        telegram.person(8, "Tom")
        yield telegram


@pytest.fixture
async def client(telegram):
    async with httpx.AsyncClient(base_url=telegram.url) as client:
        yield client


def routes(telegram):
    """Walk the route table; a variable part is filled in with something that fits."""
    table = telegram._runner.app.router.routes()
    found = {(route.method, filled(route.resource.canonical)) for route in table}
    assert len(found) > 20
    return sorted(found)


def filled(path):
    known = {
        "token": "1:test",
        "method": "setWebhook",
        "name": "app.js",
        "file_id": "1",
        "path": "documents/file_1.txt",
    }
    return re.sub(r"\{(\w+)\}", lambda part: known[part[1]], path)


@pytest.mark.parametrize("headers", FOREIGN, ids=str)
async def test_no_route_takes_anything_from_another_site(telegram, client, headers):
    webhook = telegram.world.feed.webhook.url
    for method, path in [*routes(telegram), ("GET", "/nowhere"), ("OPTIONS", "/control/say"), ("PUT", "/")]:
        body = {"url": "http://127.0.0.1:1/", "person": 8, "chat": 8, "text": "hello"}
        answer = await client.request(method, path, json=body, headers=headers)
        assert answer.status_code == 403, (method, path)
        assert "access-control-allow-origin" not in answer.headers
    assert telegram.world.feed.webhook.url == webhook
    assert telegram.people[8].messages == []


async def test_a_request_that_names_no_host_is_refused(telegram):
    def ask():
        connection = http.client.HTTPConnection(urlsplit(telegram.url).netloc, timeout=10)
        connection.putrequest("GET", "/control/state", skip_host=True)
        connection.endheaders()
        return connection.getresponse().status

    assert await asyncio.to_thread(ask) in {400, 403}


@pytest.mark.parametrize(
    "headers", [{}, {"Sec-Fetch-Site": "none"}, {"Origin": "{own}", "Sec-Fetch-Site": "same-origin"}]
)
async def test_our_own_page_and_clients_are_let_in(telegram, client, headers):
    own = {name: value.format(own=telegram.url) for name, value in headers.items()}
    assert (await client.get("/control/state", headers=own)).status_code == 200
    said = await client.post("/control/say", json={"person": 8, "chat": 8, "text": "hello"}, headers=own)
    assert said.status_code == 200
    assert (await client.post("/bot1:test/getMe", headers=own)).json()["ok"]


async def test_a_link_on_another_site_may_open_the_page(client):
    followed = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate"}
    assert (await client.get("/", headers=followed)).status_code == 200
    assert (await client.post("/control/say", json={}, headers=followed)).status_code == 403


@pytest.mark.parametrize("method", CHANGING)
@pytest.mark.parametrize("way", ["GET", "HEAD"])
async def test_what_changes_something_takes_post_only(telegram, client, method, way):
    parameters = {"url": "http://127.0.0.1:1/", "chat_id": 8, "text": "hello", "offset": -1}
    telegram.world.feed.push("message", {"text": "kept"})
    answer = await client.request(way, f"/bot1:test/{method}", params=parameters)
    assert answer.status_code == 405
    assert telegram.world.feed.webhook.url == ""
    assert len(telegram.world.feed) == 1
    assert telegram.people[8].messages == []


@pytest.mark.parametrize("method", TELLING)
async def test_what_only_tells_may_be_looked_at(client, method):
    assert (await client.get(f"/bot1:test/{method}", params={"chat_id": 8, "user_id": 8})).status_code != 405


def test_both_kinds_of_methods_are_there():
    assert {"setwebhook", "deletewebhook", "getupdates", "sendmessage"} <= set(CHANGING)
    assert {"getme", "getwebhookinfo", "getfile"} <= set(TELLING)


@pytest.mark.parametrize("token", ["1:tes", "1:test1", "2:test", "1%3Aother", "x", "é:test"])
@pytest.mark.parametrize("way", ["GET", "POST"])
async def test_another_token_opens_nothing(telegram, client, token, way):
    for path in (f"/bot{token}/setWebhook", f"/bot{token}/getMe", f"/file/bot{token}/documents/file_1.txt"):
        assert (await client.request(way, path)).status_code in {401, 404, 405}
    assert telegram.world.feed.webhook.url == ""


@pytest.mark.parametrize(
    "path",
    [
        "/control/chats",
        "/control/chats?person=1",
        "/control/chats?person=x",
        f"/control/chats?person={10**30}",
        f"/control/chats?person={'9' * 5000}",
        "/control/history?person=8&chat=9",
        "/control/file/none",
    ],
)
async def test_a_look_at_nothing_is_refused_plainly(client, path):
    assert (await client.get(path)).status_code in {400, 404}


async def test_deep_json_is_refused_plainly(client):
    deep = "[" * 100_000
    said = await client.post("/control/say", content=deep, headers={"Content-Type": "application/json"})
    assert said.status_code == 400

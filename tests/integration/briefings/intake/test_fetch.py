"""Links fetched over real HTTP, from a server on loopback."""

import asyncio
import gzip
import socket
from collections.abc import AsyncIterator, Awaitable, Callable

import pytest
from aiohttp import web
from aiohttp.abc import AbstractResolver, ResolveResult
from yarl import URL

from briefings.intake import Article, IntakeError, addresses, fetch, from_link
from briefings.intake.fetch import LARGEST_PAGE, MOST_REDIRECTS

PAGE = """<!doctype html><html lang="en"><head><title>Bridge Reopens | Valley Post</title>
<meta property="og:site_name" content="Valley Post">
<meta property="article:published_time" content="2026-03-04T08:00:00+05:00"></head>
<body><nav><a href="/">Home</a></nav><article><h1>Bridge Reopens</h1>
<p>The old bridge over the Ishim will reopen to cars on March 20 after two years of repairs, the city said.</p>
<p>Engineers replaced forty of its beams and moved the tram line to the northern side of the river.</p>
</article></body></html>"""

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
Site = Callable[..., str]


class Names(AbstractResolver):
    """A name service in which every name leads to one address."""

    def __init__(self, address: str, family: int = socket.AF_INET) -> None:
        self.found = ResolveResult(hostname="", host=address, port=0, family=family, proto=0, flags=0)

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        return [ResolveResult(**{**self.found, "hostname": host, "port": port})]

    async def close(self) -> None:
        pass


def answer(body: str | bytes = PAGE, kind: str = "text/html", **options: object) -> Handler:
    async def handler(request: web.Request) -> web.Response:
        data = body.encode() if isinstance(body, str) else body
        return web.Response(body=data, headers={"Content-Type": kind}, **options)

    return handler


def redirect(target: str) -> Handler:
    async def handler(request: web.Request) -> web.Response:
        return web.Response(status=302, headers={"Location": target})

    return handler


async def endless(request: web.Request) -> web.StreamResponse:
    response = web.StreamResponse(headers={"Content-Type": "text/html"})
    await response.prepare(request)
    while True:
        await response.write(b"<p>more and more</p>" * 5000)


async def bomb(request: web.Request) -> web.Response:
    packed = gzip.compress(b" " * (LARGEST_PAGE + 1) * 1_000_000)
    return web.Response(body=packed, headers={"Content-Type": "text/html", "Content-Encoding": "gzip"})


async def silent(request: web.Request) -> web.Response:
    await asyncio.Event().wait()
    raise AssertionError("never reached")


HANDLERS: dict[str, Handler] = {
    "/article": answer(),
    "/russian": answer(
        PAGE.replace("The old bridge", "Старый мост").encode("cp1251"), "text/html; charset=windows-1251"
    ),
    "/to-article": redirect("/article#comments"),
    "/to-metadata": redirect("http://169.254.169.254/latest/meta-data"),
    "/to-file": redirect("file:///etc/passwd"),
    "/round": redirect("/round"),
    "/picture": answer(b"\x89PNG", "image/png"),
    "/plain": answer("plain text", "text/plain"),
    "/empty": answer("<html><body></body></html>"),
    "/missing": answer("gone", status=404),
    "/endless": endless,
    "/bomb": bomb,
    "/silent": silent,
}


@pytest.fixture
async def site() -> AsyncIterator[str]:
    app = web.Application()
    for path, handler in HANDLERS.items():
        app.router.add_get(path, handler)
    runner = web.AppRunner(app, handler_cancellation=True, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    yield f"http://127.0.0.1:{runner.addresses[0][1]}"
    await runner.cleanup()


async def visit(url: str, patience: float = 10) -> Article:
    return await from_link(url, allow_private=True, patience=patience)


async def refusal(url: str, **options: object) -> str:
    with pytest.raises(IntakeError) as caught:
        await from_link(url, **options)
    return caught.value.code


async def test_page_becomes_an_article(site: str) -> None:
    article = await visit(f"{site}/article")
    assert article.title == "Bridge Reopens"
    assert article.text.startswith("The old bridge over the Ishim will reopen to cars on March 20")
    assert article.text.endswith("the northern side of the river.")
    assert article.source == "Valley Post"
    assert article.url == f"{site}/article"
    assert article.published is not None
    assert article.published.isoformat() == "2026-03-04"


async def test_page_is_read_in_its_own_encoding(site: str) -> None:
    assert "Старый мост over the Ishim" in (await visit(f"{site}/russian")).text


async def test_redirect_is_followed_and_its_end_is_the_link(site: str) -> None:
    assert (await visit(f"{site}/to-article")).url == f"{site}/article"


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("/round", "too_many_redirects"),
        ("/to-file", "bad_link"),
        ("/picture", "not_a_page"),
        ("/plain", "not_a_page"),
        ("/empty", "no_article"),
        ("/missing", "bad_answer"),
        ("/endless", "page_too_large"),
        ("/bomb", "page_too_large"),
    ],
)
async def test_what_is_no_article_is_refused(site: str, path: str, code: str) -> None:
    assert await refusal(site + path, allow_private=True) == code


async def test_status_is_told(site: str) -> None:
    with pytest.raises(IntakeError, match="404"):
        await visit(f"{site}/missing")


async def test_server_that_keeps_silent_is_given_up(site: str) -> None:
    assert await refusal(f"{site}/silent", allow_private=True, patience=0.2) == "no_answer"


async def test_port_where_nobody_listens_does_not_answer() -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        port = unused.getsockname()[1]
        assert await refusal(f"http://127.0.0.1:{port}/", allow_private=True) == "no_answer"


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1", "127.1", "2130706433", "0x7f000001", "017700000001", "localhost", "10.0.0.1", "192.168.1.1",
     "172.16.5.4", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1", "255.255.255.255", "[::1]", "[::]",
     "[::ffff:127.0.0.1]", "[64:ff9b::7f00:1]", "[fe80::1]", "[fd00::1]", "[ff02::1]", "①②⑦.0.0.1"],
)  # fmt: skip
async def test_addresses_inside_are_not_visited(host: str) -> None:
    assert await refusal(f"http://{host}/") in {"private_address", "bad_link"}


@pytest.mark.parametrize("address", ["127.0.0.1", "10.1.2.3", "169.254.169.254"])
async def test_name_that_leads_inside_is_not_visited(address: str) -> None:
    assert await refusal("http://news.example/", resolver=Names(address)) == "private_address"


async def test_redirect_that_leads_inside_is_not_followed(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(addresses, "is_public", lambda address: address == "127.0.0.1")
    monkeypatch.setattr(fetch, "PORTS", {80, URL(site).port})
    assert (await from_link(f"{site}/article")).title == "Bridge Reopens"
    assert await refusal(f"{site}/to-metadata") == "private_address"


@pytest.mark.parametrize(
    "link",
    ["", "article", "ftp://example.org/", "file:///etc/passwd", "javascript:alert(1)", "http://", "http://user:secret@example.org/",
     "http://example.org:22/", "http://example.org:99999/", "http://exam ple.org/", "http://[::1"],
)  # fmt: skip
async def test_what_is_no_web_link_is_refused(link: str) -> None:
    assert await refusal(link) == "bad_link"


def test_redirects_have_a_limit() -> None:
    assert MOST_REDIRECTS == 5

"""Links fetched over real HTTP, from a server on loopback."""

import asyncio
import gzip
import socket
from collections.abc import AsyncIterator, Awaitable, Callable

import pytest
from aiohttp import web
from aiohttp.abc import AbstractResolver, ResolveResult
from hypothesis import given
from hypothesis import strategies as st
from yarl import URL

from briefings.intake import Article, IntakeError, addresses
from briefings.intake import fetch as fetching
from briefings.intake.article_reading import from_html
from briefings.intake.encoding import decode_page
from briefings.intake.fetch import MOST_REDIRECTS, fetch
from briefings.intake.size_limits import LARGEST_PAGE

PAGE = """<!doctype html><html lang="en"><head><title>Bridge Reopens | Valley Post</title>
<meta property="og:site_name" content="Valley Post">
<meta property="article:published_time" content="2026-03-04T08:00:00+05:00"></head>
<body><nav><a href="/">Home</a></nav><article><h1>Bridge Reopens</h1>
<p>The old bridge over the Ishim will reopen to cars on March 20 after two years of repairs, the city said.</p>
<p>Engineers replaced forty of its beams and moved the tram line to the northern side of the river.</p>
</article></body></html>"""

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
Site = Callable[..., str]


def family_of(address: str) -> int:
    return socket.AF_INET6 if ":" in address else socket.AF_INET


class Names(AbstractResolver):
    """A name service in which every name leads to the same addresses."""

    def __init__(self, *addresses: str) -> None:
        self.addresses = addresses

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        return [
            ResolveResult(hostname=host, host=address, port=port, family=family_of(address), proto=0, flags=0)
            for address in self.addresses
        ]

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


async def redirect_anywhere(request: web.Request) -> web.Response:
    return web.Response(status=302, headers={"Location": request.query["link"]})


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
    "/to": redirect_anywhere,
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
    page = await fetch(url, allow_private=True, patience=patience)
    return from_html(decode_page(page.data, page.charset), page.url)


async def refusal(url: str, **options: object) -> str:
    with pytest.raises(IntakeError) as caught:
        await fetch(url, **options)
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


@pytest.mark.parametrize(
    "found",
    [["127.0.0.1"], ["10.1.2.3"], ["169.254.169.254"], ["10.0.0.1", "10.0.0.2"], ["fd00::1", "10.0.0.2"],
     [f"10.0.{third}.{last}" for third in range(3) for last in range(1, 255)]],
    ids=lambda found: f"{len(found)} from {found[0]}",
)  # fmt: skip
async def test_name_that_leads_inside_is_not_visited(found: list[str]) -> None:
    assert await refusal("http://news.example/", resolver=Names(*found)) == "private_address"


async def test_of_several_addresses_only_the_public_ones_are_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    tried: list[str] = []

    def refuse(info: addresses.AddressInfo) -> socket.socket:
        tried.append(info[4][0])
        raise OSError("nobody is there")

    monkeypatch.setattr(fetching, "public_socket", refuse)
    names = Names("10.0.0.1", "192.0.2.1", *[f"8.8.4.{last}" for last in range(200)], "127.0.0.1")
    assert await refusal("http://news.example/", resolver=names) == "no_answer"
    assert set(tried) == {f"8.8.4.{last}" for last in range(addresses.MOST_ADDRESSES)}


async def test_name_without_addresses_does_not_answer() -> None:
    assert await refusal("http://news.example/", resolver=Names()) == "no_answer"


STRANGE = (
    "http://user:secret@news.example/", "http://news.example:22/", "http://[::1]/", "http://[fe80::1%25eth0]/",
    "http://①②⑦.0.0.1/", f"http://{'a' * 300}.example/", "http://xn--/", f"http://{'ё' * 100}.example/", "http:///",
    "http://[", "http://a\\b/", "http://news.example:0/", "http://news.example:65536/", "http://2130706433/",
    "http://news.example/" + "a" * 3000, "http://выборы.example/", "http://a..b/", "http://%31/", "http://[::ffff:10.0.0.1]",
    "http://[64:ff9b::a00:1]:8080/", "http://10.0.0.1.:80/", "http://\u00ad/", "http://a\u3002b/",
)  # fmt: skip
"""Links that lead nowhere or inside, where every name has two private addresses."""


@pytest.mark.parametrize("link", STRANGE)
async def test_strange_link_is_refused_with_a_sentence(link: str) -> None:
    assert await refusal(link, resolver=Names("10.0.0.1", "10.0.0.2")) in {"bad_link", "private_address"}


@pytest.mark.parametrize("link", [link for link in STRANGE if link.isascii() and link != "http:///"] + ["//[::1]/"])
async def test_redirect_to_a_strange_link_is_refused_with_a_sentence(
    site: str, monkeypatch: pytest.MonkeyPatch, link: str
) -> None:
    monkeypatch.setattr(addresses, "is_public", lambda address: address == "127.0.0.1")
    monkeypatch.setattr(fetching, "PORTS", {80, URL(site).port})
    start = URL(site).with_path("/to").with_query(link=link)
    code = await refusal(str(start), resolver=Names("10.0.0.1", "10.0.0.2"))
    assert code in {"bad_link", "private_address", "no_answer"}


@given(st.text(max_size=40))
async def test_any_link_is_visited_or_refused_with_a_sentence(rest: str) -> None:
    with pytest.raises(IntakeError):
        await fetch(f"http://{rest}", resolver=Names("10.0.0.1", "10.0.0.2"), patience=5)


async def test_redirect_that_leads_inside_is_not_followed(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(addresses, "is_public", lambda address: address == "127.0.0.1")
    monkeypatch.setattr(fetching, "PORTS", {80, URL(site).port})
    assert b"Bridge Reopens" in (await fetch(f"{site}/article")).data
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

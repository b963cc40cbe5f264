"""A web page behind a link, fetched with care: the link comes from an editor, the page from anybody."""

import asyncio
from typing import Final

import aiohttp
from aiohttp.abc import AbstractResolver
from yarl import URL

from briefings.intake.addresses import any_socket, public_socket
from briefings.intake.article import Article
from briefings.intake.encoding import decode_page
from briefings.intake.errors import IntakeError
from briefings.intake.fields import is_web_link
from briefings.intake.reading import from_html

LARGEST_PAGE: Final = 5
"""MB (of a million bytes), after decompression"""

MOST_REDIRECTS: Final = 5
WHOLE_TIME: Final = 20.0
"""seconds for all redirects and the page"""

CONNECT_TIME: Final = 5.0
CHUNK: Final = 65_536
PAGES: Final = frozenset({"text/html", "application/xhtml+xml"})
PORTS: Final = frozenset({80, 443, 8000, 8008, 8080, 8443})
HEADERS: Final = {
    "Accept": "text/html, application/xhtml+xml",
    "Accept-Encoding": "gzip, deflate",
    "User-Agent": "briefings-bot",
}


async def from_link(
    url: str, *, resolver: AbstractResolver | None = None, allow_private: bool = False, patience: float = WHOLE_TIME
) -> Article:
    """The article on a public web page; raises IntakeError.

    `patience` is in seconds, for the whole visit. `resolver` finds the addresses of names; `allow_private` lifts the
    limits on addresses and ports, for tests against a server of one's own.
    """
    connector = aiohttp.TCPConnector(
        resolver=resolver, socket_factory=any_socket if allow_private else public_socket, use_dns_cache=False
    )
    limits = aiohttp.ClientTimeout(total=None, sock_connect=min(CONNECT_TIME, patience))
    async with aiohttp.ClientSession(connector=connector, timeout=limits, headers=HEADERS) as session:
        try:
            async with asyncio.timeout(patience):
                page, final = await _follow(session, url.strip(), any_port=allow_private)
        except aiohttp.InvalidURL as error:
            raise IntakeError("bad_link") from error
        except (aiohttp.ClientError, OSError, ValueError) as error:
            raise IntakeError("no_answer") from error
    # Extraction is seconds of work for a large page: not on the loop.
    return await asyncio.to_thread(from_html, page, final)


async def _follow(session: aiohttp.ClientSession, link: str, *, any_port: bool) -> tuple[str, str]:
    for _ in range(MOST_REDIRECTS + 1):
        url = _checked(link, any_port=any_port)
        async with session.get(url, allow_redirects=False) as response:
            location = response.headers.get("Location")
            if not (300 <= response.status < 400 and location):
                return await _page(response), str(url)
            link = str(url.join(URL(location)))
    raise IntakeError("too_many_redirects")


def _checked(link: str, *, any_port: bool) -> URL:
    if not is_web_link(link):
        raise IntakeError("bad_link")
    url = URL(link).with_fragment(None)
    if url.port not in PORTS and not any_port:
        raise IntakeError("bad_link")
    return url


async def _page(response: aiohttp.ClientResponse) -> str:
    if response.status != 200:
        raise IntakeError("bad_answer", status=response.status)
    if response.content_type not in PAGES:
        raise IntakeError("not_a_page")
    data = bytearray()
    async for chunk in response.content.iter_chunked(CHUNK):
        data += chunk
        if len(data) > LARGEST_PAGE * 1_000_000:
            raise IntakeError("page_too_large", limit=LARGEST_PAGE)
    return decode_page(bytes(data), response.charset)

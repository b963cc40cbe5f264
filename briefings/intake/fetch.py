"""A web page behind a link, fetched with care: the link comes from an editor, the page from anybody."""

import asyncio
from dataclasses import dataclass
from typing import Final

import aiohttp
from aiohttp.abc import AbstractResolver
from yarl import URL

from briefings.intake.addresses import PublicResolver, any_socket, public_socket
from briefings.intake.errors import IntakeError
from briefings.intake.fields import is_web_link
from briefings.intake.size_limits import LARGEST_PAGE

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


@dataclass(frozen=True, slots=True)
class FetchedPage:
    """A page as its server sent it, not yet looked into."""

    data: bytes
    charset: str | None
    """as the server declares it"""

    url: str
    """after redirects"""


async def fetch(
    url: str, *, resolver: AbstractResolver | None = None, allow_private: bool = False, patience: float = WHOLE_TIME
) -> FetchedPage:
    """Fetch a public web page; raises IntakeError.

    `patience` is in seconds, for the whole visit. `resolver` finds the addresses of names; `allow_private` lifts the
    limits on addresses and ports, for tests against a server of one's own.
    """
    limits = aiohttp.ClientTimeout(total=None, sock_connect=min(CONNECT_TIME, patience))
    connector = _connector(resolver or aiohttp.ThreadedResolver(), allow_private=allow_private)
    async with aiohttp.ClientSession(connector=connector, timeout=limits, headers=HEADERS) as session:
        try:
            async with asyncio.timeout(patience):
                return await _follow(session, url.strip(), any_port=allow_private)
        except (aiohttp.InvalidURL, UnicodeError) as error:
            raise IntakeError("bad_link") from error
        except (aiohttp.ClientError, OSError, ValueError) as error:
            raise IntakeError("no_answer") from error


def _connector(resolver: AbstractResolver, *, allow_private: bool) -> aiohttp.TCPConnector:
    if allow_private:
        return aiohttp.TCPConnector(resolver=resolver, socket_factory=any_socket, use_dns_cache=False)
    return aiohttp.TCPConnector(resolver=PublicResolver(resolver), socket_factory=public_socket, use_dns_cache=False)


async def _follow(session: aiohttp.ClientSession, link: str, *, any_port: bool) -> FetchedPage:
    for _ in range(MOST_REDIRECTS + 1):
        url = _checked(link, any_port=any_port)
        async with session.get(url, allow_redirects=False) as response:
            location = response.headers.get("Location")
            if not (300 <= response.status < 400 and location):
                return FetchedPage(await _page(response), response.charset, str(url))
            link = str(url.join(URL(location)))
    raise IntakeError("too_many_redirects")


def _checked(link: str, *, any_port: bool) -> URL:
    if not is_web_link(link):
        raise IntakeError("bad_link")
    try:
        url = URL(link).with_fragment(None)
    except ValueError as error:
        raise IntakeError("bad_link") from error
    if url.port not in PORTS and not any_port:
        raise IntakeError("bad_link")
    return url


async def _page(response: aiohttp.ClientResponse) -> bytes:
    if response.status != 200:
        raise IntakeError("bad_answer", status=response.status)
    if response.content_type not in PAGES:
        raise IntakeError("not_a_page")
    data = bytearray()
    async for chunk in response.content.iter_chunked(CHUNK):
        data += chunk
        if len(data) > LARGEST_PAGE * 1_000_000:
            raise IntakeError("page_too_large", limit=LARGEST_PAGE)
    return bytes(data)

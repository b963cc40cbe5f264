"""A way to a server that can be broken: refused, hanging, dropped, or answered by a proxy that has lost it."""

import asyncio
import contextlib
from typing import Literal
from urllib.parse import urlsplit

Manner = Literal["open", "refused", "hanging", "dropped", "bad gateway"]
POLL = b"/getUpdates"
BAD_GATEWAY = b"HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"


class Gateway:
    """Passes connections on to an HTTP server while `open`; those that poll go through in every manner."""

    def __init__(self, url: str) -> None:
        self._target = urlsplit(url)
        self._manner: Manner = "open"
        self._port = 0
        self._server: asyncio.Server | None = None
        self._breakable: set[asyncio.StreamWriter] = set()

    async def __aenter__(self) -> "Gateway":
        await self._listen()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._close()

    @property
    def url(self) -> str:
        """The root that takes the place of the server's."""
        return f"http://127.0.0.1:{self._port}"

    async def become(self, manner: Manner) -> None:
        """Break, or heal, all ways through."""
        self._manner = manner
        for writer in list(self._breakable):
            writer.transport.abort()
        if manner == "refused":
            await self._close()
        elif self._server is None:
            await self._listen()

    async def _listen(self) -> None:
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", self._port)
        self._port = self._server.sockets[0].getsockname()[1]

    async def _close(self) -> None:
        if self._server is not None:
            self._server.close()
            self._server = None

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(OSError, asyncio.CancelledError):
            first = await reader.read(65_536)
            if POLL not in first.partition(b"\n")[0]:
                self._breakable.add(writer)
                if await self._break(writer):
                    return
            await self._pass_on(first, reader, writer)
        self._breakable.discard(writer)
        writer.transport.abort()

    async def _break(self, writer: asyncio.StreamWriter) -> bool:
        """Treat a connection in the manner of the moment; return whether it ends here."""
        match self._manner:
            case "open":
                return False
            case "hanging":
                await asyncio.sleep(3600)
            case "bad gateway":
                writer.write(BAD_GATEWAY)
                await writer.drain()
                writer.close()
            case _:
                writer.transport.abort()
        return True

    async def _pass_on(self, first: bytes, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        upstream, downstream = await asyncio.open_connection(self._target.hostname, self._target.port)
        downstream.write(first)
        ways = [asyncio.create_task(_copy(reader, downstream)), asyncio.create_task(_copy(upstream, writer))]
        await asyncio.wait(ways, return_when=asyncio.FIRST_COMPLETED)
        for way in ways:
            way.cancel()
        await asyncio.gather(*ways, return_exceptions=True)
        downstream.transport.abort()


async def _copy(source: asyncio.StreamReader, target: asyncio.StreamWriter) -> None:
    while chunk := await source.read(65_536):
        target.write(chunk)
        await target.drain()

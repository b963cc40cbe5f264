"""Articles out of what editors send, read in a process of its own."""

import json
from collections.abc import Mapping
from types import TracebackType
from typing import Self

from briefings.intake.article import Article
from briefings.intake.errors import IntakeError
from briefings.intake.fetch import fetch
from briefings.intake.sandbox import Limits, Request, Sandbox
from briefings.intake.size_limits import LARGEST_FILE, MOST_TEXT


class Intake:
    """Makes articles; whatever cannot be read within the limits raises IntakeError, and nothing waits for it.

    Enter it, or close it at the end: the process that reads ends with it. `zone` is the desk's: a page published late
    in the evening in UTC is of the next day in Almaty.
    """

    def __init__(self, sandbox: Sandbox | None = None, zone: str = "UTC") -> None:
        self._sandbox = sandbox or Sandbox(Limits())
        self._zone = zone

    async def from_file(self, name: str, data: bytes) -> Article:
        """An article out of a .txt, .md or .html file of at most LARGEST_FILE."""
        _refuse_large(data)
        return await self._sandbox.read(Request("file", data, name=name, zone=self._zone))

    async def from_link(self, url: str) -> Article:
        """The article on a public web page."""
        page = await fetch(url)
        request = Request("page", page.data, charset=page.charset, url=page.url, zone=self._zone)
        return await self._sandbox.read(request)

    async def from_text(self, text: str) -> Article:
        """An article out of pasted text."""
        if len(text) > MOST_TEXT * 1000:
            raise IntakeError("too_much_text", limit=MOST_TEXT)
        return await self._sandbox.read(Request("text", text.encode("utf-8", "surrogatepass")))

    async def from_record(self, record: Mapping[str, object]) -> Article:
        """An article out of a JSON object, its text as it is."""
        data = json.dumps(record).encode()
        _refuse_large(data)
        return await self._sandbox.read(Request("record", data))

    async def close(self) -> None:
        """End the process that reads, whatever it is reading."""
        await self._sandbox.close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()


def _refuse_large(data: bytes) -> None:
    if len(data) > LARGEST_FILE * 1_000_000:
        raise IntakeError("file_too_large", limit=LARGEST_FILE)

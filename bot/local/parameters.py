"""The parameters of a Bot API call, whichever way they came: query, form, multipart or JSON."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl

from aiohttp import BodyPartReader, web

from bot.local.files import MAX_UPLOAD
from bot.local.refusals import Refused, bad_request

_NOT_UTF8 = "strings must be encoded in UTF-8"
_TRUE = frozenset({"true", "1", "yes", "t", "y"})


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that came with the call."""

    name: str
    data: bytes


class Parameters:
    """Typed access to what was given; what is missing reads as empty, zero or false, as in the Bot API."""

    def __init__(self, values: Mapping[str, Any], files: Mapping[str, Upload] | None = None) -> None:
        self.values = values
        self.files = files or {}

    def text(self, name: str) -> str:
        """Return a string, checked to be one that Telegram can store."""
        value = self.values.get(name, "")
        text = value if isinstance(value, str) else json.dumps(value)
        try:
            text.encode()
        except UnicodeEncodeError:
            raise bad_request(_NOT_UTF8) from None
        return text

    def integer(self, name: str, default: int = 0) -> int:
        """Return a whole number."""
        value = self.values.get(name, default)
        try:
            return int(value)
        except (TypeError, ValueError):
            raise bad_request(f"invalid {name} specified") from None

    def flag(self, name: str) -> bool:
        """Return a truth value."""
        return str(self.values.get(name, "")).lower() in _TRUE

    def structure(self, name: str) -> Any:
        """Return a JSON object or array, or None if there is none."""
        value = self.values.get(name)
        if isinstance(value, str):
            value = self._loaded(name, value)
        return value

    def object(self, name: str) -> dict[str, Any]:
        """Return a JSON object, empty if there is none."""
        value = self.structure(name)
        if value is not None and not isinstance(value, dict):
            raise bad_request(f"can't parse {name.replace('_', ' ')}: expected an Object")
        return value or {}

    def array(self, name: str) -> list[Any]:
        """Return a JSON array, empty if there is none."""
        value = self.structure(name)
        if value is not None and not isinstance(value, list):
            raise bad_request(f"can't parse {name.replace('_', ' ')}: expected an Array")
        return value or []

    def chat_id(self) -> int:
        """Return the chat that the call is about; it must be a number, names of channels are not known."""
        value = self.values.get("chat_id", "")
        if value == "":
            raise bad_request("chat_id is empty")
        try:
            return int(value)
        except (TypeError, ValueError):
            raise bad_request("chat not found") from None

    def file(self, name: str) -> Upload | None:
        """Return a file that came in its own part, or in the part that ``attach://…`` names."""
        value = self.values.get(name)
        if isinstance(value, str) and value.startswith("attach://"):
            name = value.removeprefix("attach://")
        return self.files.get(name)

    def _loaded(self, name: str, value: str) -> Any:
        if not value:
            return None
        try:
            loaded = json.loads(value)
            if "\\u" in value:
                json.dumps(loaded, ensure_ascii=False).encode()
        except UnicodeEncodeError:
            raise bad_request(_NOT_UTF8) from None
        except ValueError:
            raise bad_request(f"can't parse {name.replace('_', ' ')} JSON object") from None
        return loaded


async def read_parameters(request: web.BaseRequest) -> Parameters:
    """Read the parameters of a call from its query and body."""
    kind = request.content_type
    if kind == "multipart/form-data":
        return await _multipart(request)
    body = await request.read()
    if kind == "application/json":
        return Parameters(_json(body))
    values = _form(request.rel_url.raw_query_string)
    return Parameters(values | _form(body.decode("ascii", "replace")) if body else values)


def _form(encoded: str) -> dict[str, Any]:
    try:
        return dict(parse_qsl(encoded, keep_blank_values=True, errors="strict"))
    except UnicodeDecodeError:
        raise bad_request(_NOT_UTF8) from None


def _json(body: bytes) -> dict[str, Any]:
    try:
        given = json.loads(body or b"{}")
    except ValueError:
        raise bad_request("can't parse JSON object") from None
    if not isinstance(given, dict):
        raise bad_request("expected a JSON object")
    return given


async def _multipart(request: web.BaseRequest) -> Parameters:
    values: dict[str, Any] = {}
    files: dict[str, Upload] = {}
    async for part in await request.multipart():
        if not isinstance(part, BodyPartReader) or part.name is None:
            continue
        if part.filename is None:
            values[part.name] = _decoded(bytes(await part.read()))
        else:
            files[part.name] = await _upload(part, part.filename)
    return Parameters(values, files)


def _decoded(value: bytes) -> str:
    try:
        return value.decode()
    except UnicodeDecodeError:
        raise bad_request(_NOT_UTF8) from None


async def _upload(part: BodyPartReader, name: str) -> Upload:
    data = bytearray()
    while chunk := await part.read_chunk(1 << 16):
        data += chunk
        if len(data) > MAX_UPLOAD:
            raise Refused(413, "Request Entity Too Large")
    return Upload(name, bytes(data))

"""Files that were sent: a bot may send 50 MB and fetch 20 MB (https://core.telegram.org/bots/api#sending-files)."""

import mimetypes
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from bot.local.refusals import Refused, bad_request

MAX_UPLOAD = 50 * 1024 * 1024
MAX_DOWNLOAD = 20 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file with the name it was sent under."""

    id: str
    name: str
    data: bytes

    @property
    def path(self) -> str:
        """Where it lies below the file root."""
        return f"documents/{self.id}_{self.name}"

    @property
    def kind(self) -> str:
        """The media type that its name tells."""
        return mimetypes.guess_type(self.name)[0] or "application/octet-stream"

    def as_json(self) -> dict[str, Any]:
        """Return the file as the Bot API writes a document."""
        unique = {"file_id": self.id, "file_unique_id": f"u{self.id}"}
        return {"file_name": self.name, "mime_type": self.kind, "file_size": len(self.data), **unique}


class FileStore:
    """Every file of this world."""

    def __init__(self) -> None:
        self._files: dict[str, StoredFile] = {}

    def __iter__(self) -> Iterator[StoredFile]:
        return iter(self._files.values())

    def restore(self, file: StoredFile) -> None:
        """Put a file back that was stored in an earlier run."""
        self._files[file.id] = file

    def keep(self, name: str, data: bytes) -> StoredFile:
        """Store a file that a person sent."""
        file = StoredFile(f"file{len(self._files) + 1}", name or "file", data)
        self._files[file.id] = file
        return file

    def upload(self, name: str, data: bytes) -> StoredFile:
        """Store a file that the bot sent, within its limit."""
        if not data:
            raise bad_request("file must be non-empty")
        if len(data) > MAX_UPLOAD:
            raise Refused(413, "Request Entity Too Large")
        return self.keep(name, data)

    def find(self, file_id: str) -> StoredFile:
        """Return a file that was kept; refuse as Telegram does where there is none."""
        if file_id not in self._files:
            raise bad_request("wrong file identifier/HTTP URL specified")
        return self._files[file_id]

    def at(self, path: str) -> StoredFile | None:
        """Return the file that a bot may fetch at this path."""
        file = self._files.get(path.removeprefix("documents/").split("_")[0])
        return file if file and file.path == path and len(file.data) <= MAX_DOWNLOAD else None

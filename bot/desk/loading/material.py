"""What a message holds that could be an article: a file, a link or text."""

import re
from dataclasses import dataclass

from telegram import Bot, Message
from telegram.error import BadRequest

from briefings.intake import Article, Intake, IntakeError
from briefings.intake.size_limits import LARGEST_FILE

ARTICLE_LENGTH = 700
"""Characters: nobody asks a question as long as this."""
_ADDRESS = re.compile(r"\A[a-z][a-z0-9+.-]*://\S+", re.IGNORECASE)
"""An address alone, also one that is no web page's: reading it then says so."""


@dataclass(frozen=True, slots=True)
class File:
    """A file at Telegram."""

    id: str
    name: str
    size: int
    """bytes; 0 where nobody knows"""


@dataclass(frozen=True, slots=True)
class Link:
    """A link to a web page."""

    url: str


@dataclass(frozen=True, slots=True)
class Text:
    """Text, perhaps one part of several."""

    text: str


Material = File | Link | Text


def material_of(message: Message, words: str | None = None) -> Material | None:
    """Return what there is to load in a message, or in `words` of it alone; a file goes first."""
    if message.document is not None:
        document = message.document
        return File(document.file_id, document.file_name or "", document.file_size or 0)
    text = (message.text or message.caption or "") if words is None else words
    if not text.strip():
        return None
    return Link(text.strip()) if _ADDRESS.fullmatch(text.strip()) else Text(text)


def is_offered(message: Message) -> bool:
    """Whether a message without a command looks like something to load: forwarded, a file, a link or a long text."""
    material = material_of(message)
    if isinstance(material, Text):
        return message.forward_origin is not None or len(material.text) >= ARTICLE_LENGTH
    return material is not None


async def read(material: Material, bot: Bot, intake: Intake) -> Article:
    """Read the article; raise `IntakeError`."""
    match material:
        case File():
            return await intake.from_file(material.name, await _download(material, bot))
        case Link(url):
            return await intake.from_link(url)
        case Text(text):
            return await intake.from_text(text)


async def _download(file: File, bot: Bot) -> bytes:
    """Fetch a file from Telegram, unless it is larger than we read anyway."""
    if file.size > LARGEST_FILE * 1_000_000:
        raise IntakeError("file_too_large", limit=LARGEST_FILE)
    try:
        found = await bot.get_file(file.id)
    except BadRequest as error:
        raise IntakeError("file_too_large" if "too big" in error.message else "empty", limit=LARGEST_FILE) from error
    return bytes(await found.download_as_bytearray())

"""`dates`: find and resolve the date mentions of a text, without storing anything."""

from argparse import Namespace
from datetime import date
from typing import Any

from bot.cli.output import BAD_USAGE, complain, say, say_json
from bot.cli.reading import read_records, read_text
from bot.runtime.services import migrated
from bot.settings import Settings
from briefings.dates import DateMention, find_dates


async def command(options: Namespace, settings: Settings) -> int:
    """Write a line for each mention, or for each document of a batch."""
    async with migrated(settings):
        if options.batch:
            return _batch(options.batch)
    for mention in find_dates(read_text(options.path), options.published):
        if options.json:
            say_json(as_json(mention))
        else:
            say(f"{mention.start}-{mention.end}\t{mention.type}\t{mention.value}\t{mention.text}\t{_why(mention)}")
    return 0


def as_json(mention: DateMention) -> dict[str, Any]:
    """Return the contract's form of a mention: code points, end exclusive, TIMEX3 type and value."""
    return {
        "start": mention.start,
        "end": mention.end,
        "text": mention.text,
        "type": mention.type,
        "value": mention.value,
    }


def _why(mention: DateMention) -> str:
    return f"{mention.rule}, from {mention.anchor}" if mention.anchor else mention.rule


def _batch(path: str) -> int:
    code = 0
    for number, record in read_records(path):
        try:
            document = _document(record)
        except ValueError as error:
            complain(f"{path}, line {number}: {error}")
            code = BAD_USAGE
            continue
        mentions = find_dates(*document)
        say_json({"id": (record or {}).get("id"), "mentions": [as_json(mention) for mention in mentions]})
    return code


def _document(record: dict[str, Any] | None) -> tuple[str, date | None]:
    if record is None or not isinstance(record.get("text"), str):
        raise ValueError('is not a JSON object like {"id": "1", "text": "…", "published": "2019-05-02"}')
    published = record.get("published")
    if published is None:
        return record["text"], None
    try:
        return record["text"], date.fromisoformat(published)
    except (TypeError, ValueError):
        raise ValueError(f"published is not a day like 2019-05-02: {published!r}") from None

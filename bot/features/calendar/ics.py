"""Key dates as a calendar file (iCalendar, RFC 5545, https://www.rfc-editor.org/rfc/rfc5545)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Literal

PRODUCT = "-//Briefings bot//Key dates//EN"
LINE_LIMIT = 75
"""octets of a line before it is folded (section 3.1)"""
ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": None})


@dataclass(frozen=True, slots=True)
class Event:
    """One entry of a calendar."""

    uid: str
    """stays the same when the date moves, so that calendars replace their entry"""
    revision: int
    """counts up from 1 with each move"""
    name: str
    first: date
    last: date
    """inclusive"""
    instant: datetime | None = None
    """aware; where a time of day is known: the entry then lasts an hour"""
    status: Literal["CONFIRMED", "TENTATIVE", "CANCELLED"] = "CONFIRMED"
    description: str = ""
    place: str = ""
    url: str = ""


def calendar_file(name: str, events: Iterable[Event], now: datetime) -> bytes:
    """Write a calendar of the events; `now` (aware) stamps them."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{PRODUCT}", "CALSCALE:GREGORIAN", "METHOD:PUBLISH"]
    lines.append(f"X-WR-CALNAME:{_escape(name)}")
    for event in events:
        lines += _event(event, now)
    lines.append("END:VCALENDAR")
    return b"".join(_fold(line) for line in lines)


def _event(event: Event, now: datetime) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{event.uid}"
    yield f"DTSTAMP:{_utc(now)}"
    yield f"SEQUENCE:{event.revision - 1}"
    yield from _span(event)
    yield f"SUMMARY:{_escape(event.name)}"
    yield f"STATUS:{event.status}"
    yield from _described(event)
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _span(event: Event) -> tuple[str, str]:
    if event.instant is not None:
        return f"DTSTART:{_utc(event.instant)}", "DURATION:PT1H"
    after = event.last if event.last == date.max else event.last + timedelta(days=1)
    return f"DTSTART;VALUE=DATE:{_day(event.first)}", f"DTEND;VALUE=DATE:{_day(after)}"


def _described(event: Event) -> Iterator[str]:
    if event.description:
        yield f"DESCRIPTION:{_escape(event.description)}"
    if event.place:
        yield f"LOCATION:{_escape(event.place)}"
    if event.url:
        yield f"URL:{''.join(event.url.split())}"


def _day(day: date) -> str:
    return day.isoformat().replace("-", "")


def _utc(instant: datetime) -> str:
    utc = instant.astimezone(UTC)
    return f"{_day(utc.date())}T{utc:%H%M%S}Z"


def _escape(text: str) -> str:
    """Escape text (section 3.3.11); control characters have no place in it."""
    return "".join(char for char in text if char >= " " or char == "\n").translate(ESCAPED)


def _fold(line: str) -> bytes:
    """End a line with CRLF, folding it before 75 octets and never inside a character."""
    pieces: list[bytes] = []
    piece = b""
    for char in line:
        octets = char.encode("utf-8", "ignore")
        if len(piece) + len(octets) > LINE_LIMIT - bool(pieces):
            pieces.append(piece)
            piece = b""
        piece += octets
    return b"\r\n ".join([*pieces, piece]) + b"\r\n"

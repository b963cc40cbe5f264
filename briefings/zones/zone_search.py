"""Finding the time zone that somebody means: by city, slips and endings forgiven, country, abbreviation or offset."""

import asyncio
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from briefings.zones.atlas import Atlas, atlas
from briefings.zones.city import City, fold
from briefings.zones.countries import Region, lies_in, regions_called

MOST_FOUND = 8
LONGEST = 100
"""characters"""
MUCH_LIKELIER, FAR_LESS_LIKELY = 10, 500
"""A city so many times likelier than all with other clocks is the one that is meant; one so many times less is not."""
SHORTEST, SHORTEST_COUNTRY = 2, 3
"""letters to search for"""
LARGE = 500_000
"""people of a city that is meant rather than the country of its name"""
SLIPS_COST = {0: 1, 1: 30, 2: 1000}
BEGINNING_COST = 20
"""How many times fewer people a city seems to have when its name was not written in full, or with so many slips."""
SURE_WITH_A_SLIP = 6
"""letters of a name that is taken without asking although one of them is wrong"""

ABBREVIATIONS = {
    "utc": "UTC",
    "gmt": "Europe/London UTC",
    "bst": "Europe/London",
    **dict.fromkeys(("est", "edt", "et"), "America/New_York"),
    **dict.fromkeys(("cdt", "ct"), "America/Chicago"),
    "cst": "America/Chicago Asia/Shanghai",
    **dict.fromkeys(("mst", "mdt"), "America/Denver"),
    **dict.fromkeys(("pst", "pdt", "pt"), "America/Los_Angeles"),
    **dict.fromkeys(("msk", "мск"), "Europe/Moscow"),
    **dict.fromkeys(("cet", "cest", "mez", "mesz"), "Europe/Berlin"),
    **dict.fromkeys(("eet", "eest"), "Europe/Kyiv Europe/Athens Europe/Bucharest"),
    "ist": "Asia/Kolkata Asia/Jerusalem Europe/Dublin",
    "jst": "Asia/Tokyo",
}
"""the usual zones of an abbreviation; where there are several somebody must choose"""
OFFSET = re.compile(
    r"(?:(?P<base>utc|gmt|msk|мск)\s*(?:(?P<sign>[+−–-])\s*)?|(?P<alone>[+−–-])\s*)(?P<h>\d{1,2})(?::?(?P<m>\d{2}))?"
)
MOSCOW = timedelta(hours=3)
AROUND = re.compile(
    r"^(?:(?:i\s+(?:live|am)|i['’]m|we\s+(?:live|are)|in|from|город|г\.|қ\.|в|во|из|живу|живем|живём|я|мы|мен)\s+)+"
    r"|(?<!\s)\s+(?:қалас\w*|тұрамын|time|уақыт\w*)$"
)
"""what people write around the name of a city"""
ENDING = re.compile(r"(?<=\w{4})(?:[дт][ае]н?|н[ае]н|[гк][ае])$")
"""Kazakh endings, folded: in, from and to a city"""


@dataclass(frozen=True, slots=True)
class Found:
    """Cities, likeliest first; `is_sure` where the first is meant, `is_offset` where only an offset was named."""

    cities: tuple[City, ...] = ()
    is_sure: bool = False
    is_offset: bool = False


async def find_zones(words: str, now: datetime) -> Found:
    """Find the cities that are meant by what somebody wrote; at most eight, none where nothing fits.

    Names may be in Latin or Cyrillic letters, have one or two slips, a case ending, a country behind them. `now` says
    which clocks an offset such as `UTC+5` means.
    """
    return await asyncio.to_thread(_find, words.strip()[:LONGEST].casefold(), now)


def _find(words: str, now: datetime) -> Found:
    if known := ABBREVIATIONS.get(words, _zones_by_name().get(fold(words), "")).split():
        return Found(tuple(map(_city_of, known)), is_sure=len(known) == 1)
    offset = _offset(words)
    if offset is not None:
        return Found(_cities_at(offset, now), is_offset=True)
    return _find_city(fold(AROUND.sub("", words)))


def _find_city(words: str) -> Found:
    if len(words) < SHORTEST:
        return Found()
    country = Found() if _is_large(words) else _find_country(words)
    return country if country.cities else _find_name(words)


def _find_name(words: str) -> Found:
    for search in (_by_name, _by_slips):
        for name, regions in _readings(words):
            found = {city: people for city, people in search(name).items() if not regions or lies_in(city, regions)}
            if found:
                return _ranked(found, is_safe=search is _by_name or len(name) >= SURE_WITH_A_SLIP)
    return Found()


def _is_large(name: str) -> bool:
    """Whether a large city has this name: Mexico and Washington are cities first, Georgia is not."""
    return any(city.people >= LARGE for city in atlas().named(name))


def _readings(words: str) -> Iterator[tuple[str, frozenset[Region]]]:
    """Read all as a name, or the last words as a country or state: `springfield il`, `paris france`."""
    yield words, frozenset()
    name, _, place = words.rpartition(" ")
    while name:
        if regions := regions_called(place):
            yield name, regions
        name, _, last = name.rpartition(" ")
        place = f"{last} {place}"


def _by_name(name: str) -> dict[City, float]:
    """Weigh the cities of this name and those whose names begin like it, without its ending where there are none."""
    book = atlas()
    for written in dict.fromkeys((name, ENDING.sub("", name))):
        if found := _beginning(book, written):
            return found
    return {}


def _beginning(book: Atlas, name: str) -> dict[City, float]:
    weighed = {city: city.people / BEGINNING_COST for city in book.beginning(name)}
    return weighed | {city: float(city.people) for city in book.named(name)}


def _by_slips(name: str) -> dict[City, float]:
    """Weigh the cities whose names are nearly this one: a slip in four letters, two in six."""
    most = 0 if len(name) < 4 else 1 if len(name) < 6 else 2
    return {city: city.people / SLIPS_COST[slips] for city, slips in atlas().like(name, most).items()} if most else {}


def _find_country(words: str) -> Found:
    """Find the largest city of each zone of a country or state; two letters are too little to tell one."""
    regions = regions_called(words) if len(words) >= SHORTEST_COUNTRY else frozenset()
    largest = tuple(city for city in _largest_first() if lies_in(city, regions)) if regions else ()
    zones = _first_of_zones(largest)
    return Found(zones[:MOST_FOUND], is_sure=len(zones) == 1)


def _ranked(found: dict[City, float], *, is_safe: bool) -> Found:
    likeliest = max(found, key=found.__getitem__)
    likely = [city for city in found if found[city] * FAR_LESS_LIKELY >= found[likeliest]]
    ranked = sorted(likely, key=found.__getitem__, reverse=True)
    others = [found[city] for city in ranked if city.zone != likeliest.zone]
    is_likely = not others or found[likeliest] >= MUCH_LIKELIER * others[0]
    return Found(tuple(ranked[:MOST_FOUND]), is_sure=is_safe and is_likely)


def _offset(words: str) -> timedelta | None:
    """Read `UTC+5`, `GMT-3:30`, `мск+2` or `+5`; None for anything else."""
    told = OFFSET.fullmatch(words)
    if told is None:
        return None
    away = timedelta(hours=int(told["h"]), minutes=int(told["m"] or 0))
    is_behind = (told["sign"] or told["alone"] or "+") != "+"
    return (-away if is_behind else away) + (MOSCOW if told["base"] in {"msk", "мск"} else timedelta(0))


def _cities_at(offset: timedelta, now: datetime) -> tuple[City, ...]:
    """Return the largest cities whose clocks are so far from UTC, one for each zone."""
    there = [city for city in _largest_of_zones() if now.astimezone(ZoneInfo(city.zone)).utcoffset() == offset]
    return tuple(there[:MOST_FOUND])


def _city_of(zone: str) -> City:
    """Return the largest city of a zone; a zone without any is called by the last part of its name."""
    named = City(zone.rpartition("/")[2].replace("_", " "), "", zone, 0)
    return next((city for city in _largest_of_zones() if city.zone == zone), named)


@cache
def _largest_of_zones() -> tuple[City, ...]:
    return _first_of_zones(_largest_first())


def _largest_first() -> list[City]:
    return sorted(atlas().cities, key=lambda city: city.people, reverse=True)


@cache
def _zones_by_name() -> dict[str, str]:
    return {fold(zone): zone for zone in sorted(available_timezones()) if "/" in zone}


def _first_of_zones(cities: Iterable[City]) -> tuple[City, ...]:
    """Return the first city of each zone."""
    first: dict[str, City] = {}
    for city in cities:
        first.setdefault(city.zone, city)
    return tuple(first.values())

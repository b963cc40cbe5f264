"""Where something is said to be: "in Moscow", "в Москве", "Мәскеуде"."""

import re
from collections.abc import Iterator
from typing import Final

from briefings.text import Language
from briefings.text.transliteration import name_keys

_NAME: Final = r"(?P<name>[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ][\w’'-]{1,60})"
_IN: Final[dict[Language, re.Pattern[str]]] = {
    "en": re.compile(rf"\b(?:in|at|near|from) (?:the (?:city|town|capital),? (?:of )?)?{_NAME}"),
    "ru": re.compile(rf"\b(?:в|во|под|близ|из) (?:городе |столице |г\. )?{_NAME}"),
    "kk": re.compile(rf"\b{_NAME}(?<=[дт][ае])\b|\b{_NAME.replace('name', 'town')} (?:қаласында|облысында|ауданында)"),
}
_CALENDAR: Final = re.compile(
    r"January|February|March|April|May|June|July|August|September|October|November|December|"
    r"Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
)


def places_in(text: str, language: Language) -> Iterator[frozenset[str]]:
    """Yield the sounds of each place that something is said to be in."""
    for found in _IN[language].finditer(text):
        name = next(one for one in found.groups() if one)
        if not _CALENDAR.match(name):
            yield frozenset(key for part in name.split("-") for key in name_keys(part))

"""The languages that there are: a folder beside this module for each, found by itself."""

import pkgutil
from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import Final

from briefings import languages
from briefings.languages.contract import Language, LanguagePack, Script

__all__ = ["LANGUAGES", "PACKS", "Language", "pack", "packs_of"]


def _packs() -> Iterator[LanguagePack]:
    for found in pkgutil.iter_modules(languages.__path__, f"{languages.__name__}."):
        if found.ispkg:
            yield import_module(found.name).PACK


PACKS: Final[Mapping[Language, LanguagePack]] = {
    one.code: one for one in sorted(_packs(), key=lambda one: (one.precedence, one.code))
}
LANGUAGES: Final[tuple[Language, ...]] = tuple(PACKS)
"""In the order in which they are offered and tried."""


def pack(language: Language) -> LanguagePack:
    """Return what is known of a language."""
    return PACKS[language]


def packs_of(script: Script) -> Mapping[Language, LanguagePack]:
    """Return the languages that are written so, in their order."""
    return {language: one for language, one in PACKS.items() if one.writing.script == script}

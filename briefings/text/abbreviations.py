"""The abbreviations that a text of a language may hold: its own, and the international ones."""

from dataclasses import fields
from functools import cache

from briefings.languages.contract import Abbreviations
from briefings.languages.registry import LANGUAGES, Language, pack

INTERNATIONAL = LANGUAGES[0]
"""The language whose abbreviations stand in texts of all others too."""


@cache
def abbreviations_in(language: Language | None) -> Abbreviations:
    """Return the abbreviations in texts of a language; of all languages where it is not known."""
    spoken = LANGUAGES if language is None else (INTERNATIONAL, language)
    parts = [pack(one).writing.abbreviations for one in spoken]
    return Abbreviations(
        **{one.name: frozenset().union(*(getattr(part, one.name) for part in parts)) for one in fields(Abbreviations)}
    )

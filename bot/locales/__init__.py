"""Message catalogues: what the bot says in each language (Project Fluent, https://projectfluent.org)."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from fluent.runtime import FluentBundle, FluentResource

from bot.ui.markup import Html, escape
from briefings.text import LANGUAGES, Language

FOLDER = Path(__file__).parent


class Texts:
    """The catalogue of one language; call it with a message's name and what it takes."""

    def __init__(self, language: Language, bundle: FluentBundle) -> None:
        self.language = language
        self._bundle = bundle

    def __call__(self, name: str, /, **values: str | int | float) -> Html:
        """Say the message, its values escaped unless they are `Html`; an unknown name is a `KeyError`."""
        message = self._bundle.get_message(name)
        if message.value is None:
            raise KeyError(name)
        text, errors = self._bundle.format_pattern(message.value, _safe(values))
        if errors:
            raise ValueError(f"{self.language} {name}: {errors[0]}")
        return Html(text)

    def has(self, name: str) -> bool:
        """Whether the catalogue knows the message."""
        return bool(self._bundle.has_message(name))


@cache
def texts(language: Language) -> Texts:
    """Return the catalogue of a language; it is read once."""
    bundle = FluentBundle([language], use_isolating=False)
    for path in sorted((FOLDER / language).glob("*.ftl")):
        bundle.add_resource(FluentResource(path.read_text(encoding="utf-8")))
    return Texts(language, bundle)


def language_of(code: str | None, default: Language) -> Language:
    """Choose our language for a Telegram language code such as `ru` or `kk-KZ`."""
    short = (code or "").lower().partition("-")[0]
    return next((language for language in LANGUAGES if language == short), default)


def _safe(values: Mapping[str, str | int | float]) -> dict[str, str | int | float]:
    return {name: str(escape(value)) if isinstance(value, str) else value for name, value in values.items()}

"""Write the table of settings: names, defaults and limits from `Settings`, words from `.env.example`."""

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import time, timedelta
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

from pydantic import SecretStr
from pydantic.fields import FieldInfo

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from bot.settings import Settings  # noqa: E402 - found only by the line above
from briefings.model.leads import write_lead, write_leads  # noqa: E402

TARGET = Path(__file__).with_name("settings.md")
EXAMPLE = ROOT / ".env.example"
HEAD = """# Settings

All settings are environment variables, or lines of a file `.env` in the folder that the bot is started in; the
environment wins. `.env.example` is such a file to begin with. An empty value means the default. A value that makes no
sense stops the bot at once, with one line that says why and exit code 2.

<!-- make docs writes this table from bot/settings.py and .env.example -->

| setting | default | takes | what it is |
| --- | --- | --- | --- |
"""


@dataclass(frozen=True, slots=True)
class Group:
    """Settings that one comment explains."""

    names: tuple[str, ...]
    words: str


def groups(example: str) -> Iterator[Group]:
    """Read the settings of `.env.example` in their order."""
    words: list[str] = []
    names: list[str] = []
    for line in [*example.splitlines(), "#"]:
        if line.startswith("#") and names:
            yield Group(tuple(names), " ".join(words))
            words, names = [], []
        if line.startswith("#"):
            words.append(line.removeprefix("#").strip())
        elif line:
            names.append(line.partition("=")[0])
        elif not names:
            words = []  # the words before the first setting are about the file


def table() -> str:
    """Return the page."""
    fields = {name.upper(): field for name, field in Settings.model_fields.items()}
    rows = (_row(name, fields[name], group.words) for group in groups(EXAMPLE.read_text()) for name in group.names)
    return HEAD + "".join(rows)


def _row(name: str, field: FieldInfo, words: str) -> str:
    return f"| `{name}` | {_default(field.default)} | {_takes(field)} | {_safe(words)} |\n"


def _safe(words: str) -> str:
    """Keep what would be a tag or a column's end."""
    return words.replace("<", "&lt;").replace("|", "&#124;")


def _default(value: Any) -> str:
    match value:
        case SecretStr():
            text = value.get_secret_value()
        case timedelta():
            text = write_lead(value)
        case time():
            text = f"{value:%H:%M}"
        case tuple():
            text = write_leads(value)
        case None:
            text = ""
        case frozenset():
            text = ",".join(map(str, sorted(value)))
        case _:
            text = f"{value:g}" if isinstance(value, float) else str(value)
    return f"`{text}`" if text else "empty"


def _takes(field: FieldInfo) -> str:
    kinds = (field.annotation, *get_args(field.annotation))
    choices = [one for kind in kinds if get_origin(kind) is Literal for one in get_args(kind)]
    if choices:
        return ", ".join(f"`{one}`" for one in choices)
    return " and ".join(_limits(field.metadata))


def _limits(metadata: Iterable[Any]) -> Iterator[str]:
    for name, word in (("gt", "above"), ("ge", "at least"), ("lt", "below"), ("le", "at most")):
        for limit in metadata:
            if (bound := getattr(limit, name, None)) is not None:
                yield f"{word} {bound:,g}"


if __name__ == "__main__":
    TARGET.write_text(table())

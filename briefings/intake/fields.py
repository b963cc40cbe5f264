"""What may be given of an article besides its text: in front matter, or in a line of JSON."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final
from urllib.parse import urlsplit

from briefings.intake.characters import tidy_line, tidy_title
from briefings.intake.errors import IntakeError
from briefings.text import LANGUAGES, Language

LONGEST_SOURCE: Final = 100
LONGEST_URL: Final = 2000


@dataclass(frozen=True, slots=True)
class Fields:
    """Checked values; None where nothing was given."""

    title: str | None = None
    source: str | None = None
    url: str | None = None
    published: date | None = None
    language: Language | None = None


def read_fields(told: Mapping[str, object]) -> Fields:
    """Check each field that is there; raises IntakeError "field" for the first that makes no sense."""
    return Fields(
        title=_title(told.get("title")),
        source=_source(told.get("source")),
        url=_url(told.get("url")),
        published=_published(told.get("published")),
        language=_language(told.get("language")),
    )


def _title(value: object) -> str | None:
    return tidy_title(_words(value, "title", "words")) or None


def _source(value: object) -> str | None:
    source = tidy_line(_words(value, "source", "the name of a newsroom or agency"))
    if len(source) > LONGEST_SOURCE:
        raise IntakeError("field", field="source", expected=f"at most {LONGEST_SOURCE} characters")
    return source or None


def _words(value: object, field: str, expected: str) -> str:
    if value is None:
        return ""
    # YAML reads a title like 2019 as a number.
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise IntakeError("field", field=field, expected=expected)
    try:
        return str(value)
    except ValueError as error:  # a number of thousands of digits
        raise IntakeError("field", field=field, expected=expected) from error


def _url(value: object) -> str | None:
    if value in (None, ""):
        return None
    if isinstance(value, str) and is_web_link(value.strip()):
        return value.strip()
    raise IntakeError("field", field="url", expected="a link that begins with http:// or https://")


def is_web_link(link: str) -> bool:
    """Whether this is a plain link to a web page: a host, no password, no blanks."""
    try:
        parts = urlsplit(link)
        _ = parts.port
    except ValueError:
        return False
    unbroken = len(link) <= LONGEST_URL and link.isprintable() and not any(sign.isspace() for sign in link)
    return unbroken and parts.scheme in {"http", "https"} and bool(parts.hostname) and "@" not in parts.netloc


def _published(value: object) -> date | None:
    if value in (None, ""):
        return None
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    try:
        return datetime.fromisoformat(str(value).strip()).date()
    except ValueError as error:
        raise bad_day() from error


def bad_day() -> IntakeError:
    """Return the error for a day of publication that is none."""
    return IntakeError("field", field="published", expected="a day like 2019-05-02")


def _language(value: object) -> Language | None:
    if value in (None, ""):
        return None
    for language in LANGUAGES:
        if value == language:
            return language
    raise IntakeError("field", field="language", expected=" / ".join(LANGUAGES))

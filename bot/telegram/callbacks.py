"""Button data, `verb:value:value`: what may stand in it, read in one place.

Anybody can send any data: what does not fit is nobody's button, and gets a kind word from `bot.telegram.fallbacks`.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time
from typing import Any, Generic, TypeVar, overload
from zoneinfo import available_timezones

from telegram import Update

from bot.phrases.typed_input import LARGEST_ID, in_range, plausible_day
from briefings.model.leads import Leads, parse_leads
from briefings.model.reader import Quiet
from briefings.text import LANGUAGES, Language

T = TypeVar("T")
A = TypeVar("A")
B = TypeVar("B")
C = TypeVar("C")
V = TypeVar("V", bound=tuple[Any, ...])

LAST_PAGE = 999_999
CLOCK = re.compile(r"([01][0-9]|2[0-3])([0-5][0-9])")
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
HEX = re.compile(r"[0-9a-f]{32}")


@dataclass(frozen=True, slots=True)
class Field(Generic[T]):
    """One value in button data."""

    read: Callable[[str], T]
    """raises `ValueError` for what is no such value"""
    example: str
    may_lack: bool = False
    """nothing may come after it that may not lack as well"""


@dataclass(frozen=True, slots=True)
class Data(Generic[V]):
    """The data of one kind of button; an empty verb stands for a first field that says what to do."""

    verb: str
    fields: tuple[Field[Any], ...]

    def read(self, written: object) -> V | None:
        """Return the values, None for those that lack; None where it is not data of this kind."""
        if not isinstance(written, str):
            return None
        fixed, values = self.verb.split(":") if self.verb else [], written.split(":")
        rest = values[len(fixed) :]
        if values[: len(fixed)] != fixed or not self._least <= len(rest) <= len(self.fields):
            return None
        try:
            read = [field.read(value) for field, value in zip(self.fields, rest, strict=False)]
        except ValueError:
            return None
        return (*read, *[None] * (len(self.fields) - len(rest)))  # type: ignore[return-value]

    def of(self, update: Update, default: V | None = None) -> V:
        """Return what the pressed button carries, or `default` for an update that is no press."""
        query = update.callback_query
        values = self.read(query.data) if query is not None else default
        if values is None:
            raise ValueError(f"no button of the kind {self.verb!r} was pressed")
        return values

    @property
    def example(self) -> str:
        """Data of this kind, complete."""
        return ":".join([*([self.verb] if self.verb else []), *(field.example for field in self.fields)])

    @property
    def _least(self) -> int:
        return sum(not field.may_lack for field in self.fields)


@overload
def data(verb: str) -> Data[tuple[()]]: ...
@overload
def data(verb: str, first: Field[A], /) -> Data[tuple[A]]: ...
@overload
def data(verb: str, first: Field[A], second: Field[B], /) -> Data[tuple[A, B]]: ...
@overload
def data(verb: str, first: Field[A], second: Field[B], third: Field[C], /) -> Data[tuple[A, B, C]]: ...
def data(verb: str, *fields: Field[Any]) -> Data[Any]:
    """Say what the data of a kind of button holds after its verb."""
    return Data(verb, fields)


def maybe(field: Field[T]) -> Field[T | None]:
    """Return a field that may lack at the end."""
    return Field(field.read, field.example, may_lack=True)


def one_of(*words: str) -> Field[str]:
    """Return a field that holds one of a few words."""
    return Field(lambda written: words[words.index(written)], words[0])


def _language(written: str) -> Language:
    return LANGUAGES[LANGUAGES.index(written)]  # ValueError for any other word


def _day(written: str) -> date:
    if not DAY.fullmatch(written):
        raise ValueError(written)
    return plausible_day(date.fromisoformat(written))


def _random_name(written: str) -> str:
    if not HEX.fullmatch(written):
        raise ValueError(written)
    return written


def _time(written: str) -> time:
    digits = CLOCK.fullmatch(written)
    if digits is None:
        raise ValueError(written)
    return time(int(digits[1]), int(digits[2]))


def _quiet(written: str) -> Quiet | None:
    start, _, end = written.partition("-")
    return None if written == "none" else Quiet(_time(start), _time(end))


def _zone(written: str) -> str:
    if written not in available_timezones():
        raise ValueError(written)
    return written


def _one_lead(written: str) -> str:
    if len(parse_leads(written)) != 1 or "," in written:
        raise ValueError(written)
    return written


ID = Field(lambda written: in_range(written, 1, LARGEST_ID), "7")
CHAT = Field(lambda written: in_range(written, -LARGEST_ID, LARGEST_ID), "-1007")
REVISION = Field(lambda written: in_range(written, 0, LARGEST_ID), "1")
PAGE = Field(lambda written: in_range(written, 0, LAST_PAGE), "0")
PAGE_OF_TIME = Field(lambda written: in_range(written, -LAST_PAGE, LAST_PAGE), "-1")
SIDE = one_of("ahead", "past")
PART = one_of("date", "topic")
RANDOM_NAME = Field(_random_name, "0123456789abcdef0123456789abcdef")
ISO_DAY = Field(_day, "2019-05-02")
LEADS: Field[Leads] = Field(parse_leads, "7d,2h")
LEAD = Field(_one_lead, "3d")
TIME = Field(_time, "0830")
QUIET = Field(_quiet, "2200-0730")
ZONE = Field(_zone, "Asia/Almaty")
LANGUAGE = Field(_language, LANGUAGES[-1])

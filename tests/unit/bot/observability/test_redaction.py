"""Secrets are found in every form."""

import json
from urllib.parse import quote, quote_plus

import pytest

from bot.observability.redaction import redactor

SECRET = 'p@ss/w "ö\\rd'


FORMS = (
    SECRET,
    quote(SECRET),
    quote(SECRET, safe=""),
    quote(SECRET, safe="").lower(),
    quote_plus(SECRET),
    json.dumps(SECRET),
    json.dumps(SECRET, ensure_ascii=False),
    repr(SECRET),
)


@pytest.mark.parametrize("form", FORMS)
def test_a_secret_is_blotted_out_in_each_of_its_forms(form: str) -> None:
    written = redactor(["other", SECRET])(f"connecting with {form} failed")
    assert written.replace("'", "").replace('"', "") == "connecting with <secret> failed"


def test_a_longer_secret_goes_before_one_that_it_begins_with() -> None:
    assert redactor(["abcd", "abcdefg"])("x abcdefg y") == "x <secret> y"


@pytest.mark.parametrize("token", ["123456789:AAF-abcdefgh", "123456789%3AAAF-abcdefgh"])
def test_tokens_are_known_by_their_looks(token: str) -> None:
    assert redactor()(f"/bot{token}/getMe") == "/bot<secret>/getMe"


def test_credentials_in_addresses_are_known_by_their_place() -> None:
    assert (
        redactor(["pw"])("at postgresql+asyncpg://bot:pw@host/bot, how")
        == "at postgresql+asyncpg://<secret>@host/bot, how"
    )


def test_a_secret_too_short_to_be_one_blots_out_nothing() -> None:
    assert redactor(["bot", ""])("the bot runs") == "the bot runs"


def test_ordinary_times_and_numbers_stay() -> None:
    line = "at 09:30:15 row 12345: done, see https://host:8080/path and a@b.example"
    assert redactor([])(line) == line

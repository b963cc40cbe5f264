"""Bytes to text."""

from contextlib import suppress
from encodings.aliases import aliases

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.intake import IntakeError
from briefings.intake.encoding import decode, decode_page

RUSSIAN = "Выборы пройдут девятого июня, сообщила комиссия в среду."
KAZAKH = "Сайлау тоғызыншы маусымда өтеді, деп хабарлады комиссия."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1251"])
def test_russian_is_read(encoding: str) -> None:
    assert decode(RUSSIAN.encode(encoding)) == RUSSIAN


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "kz1048"])
def test_kazakh_is_read(encoding: str) -> None:
    assert decode(KAZAKH.encode(encoding)) == KAZAKH


def test_english_with_windows_quotes_is_read() -> None:
    text = "The mayor said: “We’ll open the bridge on Friday, if the weather allows the last repairs.”"
    assert decode(text.encode("cp1252")) == text


@pytest.mark.parametrize("encoding", ["koi8-r", "cp866"])
def test_other_code_pages_are_refused_rather_than_misread(encoding: str) -> None:
    with pytest.raises(IntakeError) as caught:
        decode(RUSSIAN.encode(encoding))
    assert caught.value.code == "encoding"


@pytest.mark.parametrize(
    ("page", "told"),
    [
        (RUSSIAN.encode("koi8-r"), "koi8-r"),
        (b'<meta charset="koi8-r">' + RUSSIAN.encode("koi8-r"), None),
        (b'<meta http-equiv="Content-Type" content="text/html; charset=koi8-r">' + RUSSIAN.encode("koi8-r"), None),
        (b'<meta charset="koi8-r">' + RUSSIAN.encode("cp1251"), "windows-1251"),
        (b'<meta charset="zip">' + RUSSIAN.encode("cp1251"), "no such thing"),
        (RUSSIAN.encode("utf-8-sig"), "koi8-r"),
    ],
)
def test_page_is_read_as_it_declares_itself(page: bytes, told: str | None) -> None:
    assert decode_page(page, told).endswith(RUSSIAN)


@pytest.mark.parametrize("label", ["latin1", "us-ascii", "ISO-8859-1", "windows-1252"])
def test_page_that_says_latin_1_is_read_with_the_quotes_of_windows(label: str) -> None:
    page = f'<meta charset="{label}">'.encode() + "“ok”".encode("cp1252")
    assert decode_page(page, None).endswith("“ok”")


@pytest.mark.parametrize(
    "name", sorted({*aliases.values(), "undefined", "idna", "punycode", "unicode_escape", "utf-7"})
)
def test_whatever_codec_a_page_names_its_text_is_read(name: str) -> None:
    page = f'<meta charset="{name}">Vote'.encode()
    assert decode_page(page, None) == decode_page(page, name) == page.decode()


@pytest.mark.parametrize(
    "name", ["zip", "hex", "rot13", "base64", "bz2", "uu", "quopri", "punycode", "idna", "undefined", "unicode_escape",
             "raw_unicode_escape", "utf-7", "utf-32", "cp037", "kz1048", "hz", "", "\0", "..", "utf-8\n", "a" * 10_000],
)  # fmt: skip
def test_codec_that_is_none_of_the_web_is_not_asked(name: str) -> None:
    assert decode_page(b"Vote +AD4- \\u0041 xn--80ak6aa92e", name) == "Vote +AD4- \\u0041 xn--80ak6aa92e"


@given(st.binary())
def test_any_bytes_become_text_or_a_clear_error(data: bytes) -> None:
    with suppress(IntakeError):
        decode(data)
    with suppress(IntakeError):
        decode_page(data, None)

"""Bytes of a file to text."""

import codecs
import re
from collections.abc import Mapping
from typing import Final

from briefings.intake.errors import IntakeError
from briefings.text import detect

MOST_CONTROLS: Final = 0.01
MOST_FOREIGN_BYTES: Final = 0.05
DECLARED_WITHIN: Final = 2048
"""Bytes of a page in which its declaration is looked for."""

_SINGLE_BYTES: Final = (
    "cp866 cp874 cp1250 cp1251 cp1252 cp1253 cp1254 cp1255 cp1256 cp1257 cp1258 koi8-r koi8-u mac-roman mac-cyrillic "
    "iso8859-2 iso8859-3 iso8859-4 iso8859-5 iso8859-6 iso8859-7 iso8859-8 iso8859-10 iso8859-13 iso8859-14 iso8859-15 "
    "iso8859-16"
)
WEB_ENCODINGS: Final[Mapping[str, str]] = {
    **{name: name for name in f"utf-8 {_SINGLE_BYTES} gb18030 big5hkscs euc_jp iso2022_jp cp932 cp949".split()},
    **dict.fromkeys(("ascii", "iso8859-1"), "cp1252"),
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    **dict.fromkeys(("gb2312", "gbk"), "gb18030"),
    "big5": "big5hkscs",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    **dict.fromkeys(("utf-16", "utf-16-le", "utf-16-be"), "utf-8"),
}
"""Python's names of the encodings of the web, and how the web decodes them (https://encoding.spec.whatwg.org).

A page that says in ASCII that it is UTF-16 is not, and is read as UTF-8. Nothing else that Python has a codec for may
be chosen by a page: some are no encodings (zip, base64), some decode in quadratic time (punycode), some raise what
nobody expects (undefined, idna).
"""

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SIGNATURES: Final = (b"%PDF", b"PK\x03\x04", b"\x89PNG", b"GIF8", b"\xff\xd8\xff", b"\x1f\x8b", b"\xd0\xcf\x11\xe0")
_DECLARED = re.compile(rb"<meta[^>]{1,200}charset\s*+=\s*+(?:[\"']\s*+)?([\w-]{1,40})", re.IGNORECASE)
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_HIGH = re.compile(rb"[\x80-\xff]")
_CYRILLIC_WORD = re.compile(r"[а-яёәғқңөұүһі]{2,}", re.IGNORECASE)


def decode(data: bytes) -> str:
    """Text of a file: Unicode by its mark, UTF-8, or the Windows code pages of Russian, Kazakh and English.

    Raises IntakeError "empty", "binary" or "encoding".
    """
    if not data.strip():
        raise IntakeError("empty")
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strict(data, encoding)
    if _looks_binary(data):
        raise IntakeError("binary")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _from_code_page(data)


def decode_page(data: bytes, told: str | None) -> str:
    """Text of a web page: by its mark, by what its server says, by its own declaration, else as any file.

    The order is that of the HTML standard, "determining the character encoding". Raises IntakeError as `decode` does.
    """
    if data.startswith(tuple(mark for mark, _ in _MARKS)):
        return decode(data)
    declared = _DECLARED.search(data[:DECLARED_WITHIN])
    for name in (told, declared and declared[1].decode("ascii")):
        if name and (encoding := _known(name)):
            return data.decode(encoding, "replace")
    return decode(data)


def _known(name: str) -> str | None:
    """How the web decodes what is declared under this name; None for what is no encoding of the web."""
    try:
        codec = codecs.lookup(name.strip()).name
    except (LookupError, ValueError):
        return None
    return WEB_ENCODINGS.get(codec)


def _strict(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise IntakeError("encoding") from error


def _looks_binary(data: bytes) -> bool:
    return data.startswith(_SIGNATURES) or b"\0" in data or len(_CONTROL.findall(data)) > MOST_CONTROLS * len(data)


def _from_code_page(data: bytes) -> str:
    foreign = len(_HIGH.findall(data))
    kazakh = data.decode("kz1048", "replace")
    if _reads_as_words(kazakh, foreign):
        return kazakh if detect(kazakh) == "kk" else data.decode("cp1251", "replace")
    if foreign <= MOST_FOREIGN_BYTES * len(data):
        return _strict(data, "cp1252")
    raise IntakeError("encoding")


def _reads_as_words(text: str, foreign: int) -> bool:
    """Most bytes beyond ASCII make Cyrillic words in small letters; read in a wrong code page they become capitals."""
    letters = "".join(_CYRILLIC_WORD.findall(text))
    small = sum(letter.islower() for letter in letters)
    return len(letters) >= 0.8 * foreign and small * 2 > len(letters)

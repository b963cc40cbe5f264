"""Files made to harm: each is read, or refused with a sentence, within the limits that hold for every file."""

import codecs
import encodings.aliases
import gzip
from collections.abc import AsyncIterator, Iterator
from dataclasses import replace

import pytest

from briefings.intake import Article, Intake, IntakeError
from briefings.intake.sandbox import Limits, Sandbox

TEXT = "The council of Aksu will meet on Friday to vote on the budget of the city."
ARTICLE = f"<article><p>{TEXT}</p><p>Forty people signed a letter against it, and two of them will speak.</p></article>"
LARGE = 1_900_000
"""Characters, a little below what a file may have."""


def fill(shape: str) -> str:
    """As much of one shape as a file may hold."""
    return shape * (LARGE // len(shape))


PAGES = {
    "paragraphs": "<p>x.</p>" * 100_000,
    "breaks": "<br>" * 300_000,
    "links": "".join(f'<a href="/news/{number}">link {number}</a> ' for number in range(50_000)),
    "long class": f'<div class="{"-" * LARGE}">x</div>{ARTICLE}',
    "long class of the article": f'<article class="{"-" * LARGE}"><p>{TEXT}</p></article>',
    "long classes": f'<div class="{"a-" * 9000}">x</div>' * 100 + ARTICLE,
    "long ids": f'<p id="{"-" * 1990}">x</p>' * 900 + ARTICLE,
    "long link": f'<a href="{"/-" * (LARGE // 2)}">x</a>{ARTICLE}',
    "long style": f'<p style="{"a:b;" * 400_000}">x</p>{ARTICLE}',
    "deep": fill("<div>") + ARTICLE,
    "deep and marked": fill("<b>") + ARTICLE,
    "deep tables": ARTICLE + fill("<table><tr><td>"),
    "deep lists": ARTICLE + fill("<ul><li>"),
    "deep quotes": ARTICLE + "<blockquote><p>a b c" * 2000,
    "just below the limit": ARTICLE + "<div>some words stand here</div>" * 9900,
    "just below the comparison": ARTICLE + "<div>some words stand here</div>" * 1400,
    "items": ARTICLE + "<ul>" + "<li>one two three</li>" * 9900,
    "copyright": ARTICLE + "© " * 240_000,
    "bylines": ARTICLE + "".join(f'<i class="date">{n % 28 + 1} May {1996 + n % 25}</i>' for n in range(9900)),
    "times": ARTICLE + "".join(f'<time datetime="{1996 + n % 25}-05-{n % 28 + 1:02}">x</time>' for n in range(9900)),
    "ampersands": fill("&amp;"),
    "marks above letters": "<p>" + fill("a&#x301;&#x323;"),
    "entities that grow": f'<!DOCTYPE x [<!ENTITY a "{"a" * 50}">'
    + "".join(f'<!ENTITY b{number} "{"&a;" * 50}">' for number in range(200))
    + f"]><p>&b9;&b99;</p>{ARTICLE}",
    "entity of a file": f'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><p>&a;</p>{ARTICLE}',
    "one word": "<p>" + "a" * LARGE,
    "words": f"<p>{TEXT} " + fill("word "),
    "lines": f"<pre>{TEXT}\n" + fill("a\n"),
    "half tags": "<" * LARGE,
    "open comments": fill("<!--") + ARTICLE,
    "open sections": fill("<![CDATA[") + ARTICLE,
    "open scripts": ARTICLE + fill("<script>"),
    "forms": ARTICLE + fill("<form><select><option>"),
    "title": f"<title>{fill(' - ')}</title>{ARTICLE}",
    "told title": f'<meta property="og:title" content="{fill(" - ")}">{ARTICLE}',
    "many objects": f'<script type="application/ld+json">[{fill("{},")}{{}}]</script>{ARTICLE}',
    "deep objects": f'<script type="application/ld+json">{fill("[")}</script>{ARTICLE}',
    "many scripts": '<script type="application/ld+json">{"a": [1]}</script>' * 9000 + ARTICLE,
    "long number": f'<script type="application/ld+json">{"9" * LARGE}</script>{ARTICLE}',
    "doctype": "<!DOCTYPE " + " " * LARGE + ARTICLE,
    "declarations": fill('<?xml version="1.0" encoding="zip"?>') + ARTICLE,
    "xml": f'<?xml version="1.0" encoding="utf-7"?><html><body>{ARTICLE}</body></html>',
    "nulls": f"<html>{chr(1)}{ARTICLE}",
}

TEXTS = {
    "a.md": ("# a " + "#" * 40_000 + " x", "[a](" * 47_000, "**" * 90_000, "_a" * 90_000, "<!--" * 49_000,
             "> " * 90_000, f"---\ntitle: {'[' * 3900}\n---\n{TEXT}", "---\n" * 49_000, "![" * 99_000, "- " * 99_000),
    "a.txt": ("11" + ":11" * 60 + " a", "a\n" * 99_000, "a" + "\u0301\u0323" * 40_000, " \t" * 90_000 + "x",
              "." * 199_000, "Read more: " * 18_000, "11:" * 60_000, "\u202e" * 60_000 + TEXT),
}  # fmt: skip

BYTES = {
    "binary": bytes(range(256)) * 7000,
    "packed": gzip.compress(b"a" * 10_000_000),
    "half a pair": "\ufeff".encode("utf-16-le") + b"\x00\xd8" * 1000,
    "odd length": codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le") + b"a",
    "beyond Unicode": codecs.BOM_UTF32_LE + b"\xff\xff\xff\x7f" * 1000,
    "mark of UTF-32, text of UTF-16": codecs.BOM_UTF32_LE + ARTICLE.encode("utf-16-le"),
    "two marks": codecs.BOM_UTF16_LE + codecs.BOM_UTF16_BE + ARTICLE.encode("utf-16-le"),
    "mark alone": codecs.BOM_UTF32_BE,
    "wide": codecs.BOM_UTF16_BE + ARTICLE.encode("utf-16-be"),
    "very wide": codecs.BOM_UTF32_BE + ARTICLE.encode("utf-32-be"),
}

CODECS = sorted({*encodings.aliases.aliases, *encodings.aliases.aliases.values(), "undefined", "idna", "punycode",
                 "unicode_escape", "raw_unicode_escape", "utf-7", "oem", "mbcs", "nonsense", "x" * 40})  # fmt: skip


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    opened = Sandbox(replace(Limits(), wall_seconds=60, start_seconds=120))
    yield opened
    await opened.close()


async def outcome(sandbox: Sandbox, name: str, data: bytes) -> str:
    try:
        article = await Intake(sandbox).from_file(name, data)
    except IntakeError as error:
        return error.code
    return "read" if isinstance(article, Article) else "nothing"


def documents() -> Iterator[tuple[str, bytes]]:
    """Each page as it is, and in the frame of a page that is well made."""
    for name, page in PAGES.items():
        yield name, page.encode()
        yield f"{name}, framed", f"<html><head><title>Vote</title></head><body>{page}</body></html>".encode()


@pytest.mark.long
async def test_hostile_pages_are_read_or_refused_and_the_process_lives_on(sandbox: Sandbox) -> None:
    outcomes = {name: await outcome(sandbox, "a.html", page) for name, page in documents()}
    assert not [name for name, what in outcomes.items() if what in {"unreadable", "no_worker"}]
    for name in ("paragraphs", "breaks", "links"):
        assert outcomes[name] == "too_many_parts"
    for name in ("long class", "long classes", "long ids", "just below the limit", "entity of a file", "many objects"):
        assert outcomes[f"{name}, framed"] == "read"


@pytest.mark.long
async def test_hostile_texts_are_read_or_refused(sandbox: Sandbox) -> None:
    outcomes = [await outcome(sandbox, name, text.encode()) for name, texts in TEXTS.items() for text in texts]
    assert "no_worker" not in outcomes
    assert await outcome(sandbox, "a.txt", TEXT.encode()) == "read"


@pytest.mark.parametrize("name", ["a.html", "a.txt", "a.md"])
async def test_hostile_bytes_are_read_or_refused(sandbox: Sandbox, name: str) -> None:
    outcomes = {kind: await outcome(sandbox, name, data) for kind, data in BYTES.items()}
    assert not [kind for kind, what in outcomes.items() if what in {"unreadable", "no_worker"}]
    assert outcomes["wide"] == outcomes["very wide"] == "read"
    assert outcomes["packed"] == "binary"


@pytest.mark.long
async def test_page_may_declare_any_codec_and_is_read(sandbox: Sandbox) -> None:
    for codec in CODECS:
        page = f'<html><head><meta charset="{codec}"></head><body>{ARTICLE * 2}</body></html>'.encode()
        assert await outcome(sandbox, "a.html", page) == "read", codec


@pytest.mark.long
async def test_page_that_the_parser_chokes_on_is_given_up_and_the_next_is_read(sandbox: Sandbox) -> None:
    choking = "<p " + " ".join(f"a{number}=1" for number in range(180_000)) + f">x</p>{ARTICLE}"
    assert await outcome(sandbox, "a.html", choking.encode()) == "unreadable"
    assert await outcome(sandbox, "a.html", ARTICLE.encode()) == "read"

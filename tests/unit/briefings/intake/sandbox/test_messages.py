"""What crosses the border between the bot and the process that reads files."""

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.intake import Article, IntakeError
from briefings.intake.sandbox.messages import (
    LONGEST_ANSWER,
    SIZE,
    Answer,
    BadAnswer,
    Request,
    pack_answer,
    pack_request,
    unpack_answer,
    unpack_request,
)

ARTICLE = Article("Заголовок", "Text.\n\nMore 😀", "Herald", "https://example.org/a", "kk", date(2026, 3, 4))


def frames(data: bytes) -> list[bytes]:
    found = []
    while data:
        end = SIZE + int.from_bytes(data[:SIZE], "big")
        found.append(data[SIZE:end])
        data = data[end:]
    return found


def exchanged(answer: Answer) -> Answer:
    (frame,) = frames(pack_answer(answer))
    return unpack_answer(frame)


@pytest.mark.parametrize(
    "request_",
    [Request("file", b"\0\xff", name="a\ud800.md"), Request("page", b"", charset="koi8-r", url="https://example.org/ё"),
     Request("text", b"text")],
)  # fmt: skip
def test_request_arrives_as_it_was(request_: Request) -> None:
    told, data = frames(pack_request(request_))
    assert unpack_request(told, data) == request_


@pytest.mark.parametrize("article", [ARTICLE, Article("T", "x", None, None, "en", None)])
def test_article_arrives_as_it_was(article: Article) -> None:
    assert exchanged(Answer(article, last=True)) == Answer(article, last=True)


def test_refusal_arrives_as_it_was() -> None:
    arrived = exchanged(Answer(error=IntakeError("field", field="url", expected="a link"))).error
    assert arrived is not None
    assert (arrived.code, arrived.parameters) == ("field", {"field": "url", "expected": "a link"})


def test_longest_text_fits_into_an_answer() -> None:
    article = Article("t" * 200, "я" * 100_000, "s" * 100, "u" * 2000, "ru", None)
    assert len(pack_answer(Answer(article))) < LONGEST_ANSWER


GOOD = frames(pack_answer(Answer(ARTICLE)))[0]
REFUSED = frames(pack_answer(Answer(error=IntakeError("empty"))))[0]


@pytest.mark.parametrize(
    "data",
    [b"", b"{}", b"[]", b"null", b"1", b'"x"', b"\xff", b"[" * 100_000, GOOD[:-1], GOOD.replace(b'"kk"', b'"fr"'),
     GOOD.replace(b'"2026-03-04"', b'"soon"'), GOOD.replace(b'"Herald"', b"7"), GOOD.replace(b'"Herald"', b"[]"),
     GOOD.replace(b'"text"', b'"txet"'), GOOD.replace(b"More", b"\\ud800"), REFUSED.replace(b"empty", b"full"),
     REFUSED.replace(b'"parameters": {}', b'"parameters": 5'),
     REFUSED.replace(b'"parameters": {}', b'"parameters": {"limit": [1]}'),
     REFUSED.replace(b'"parameters": {}', b'"parameters": {"code": "binary"}'),
     frames(pack_answer(Answer(error=IntakeError("file_too_large", limit=2))))[0].replace(b"limit", b"other")],
)  # fmt: skip
def test_answer_that_makes_no_sense_is_not_believed(data: bytes) -> None:
    with pytest.raises(BadAnswer):
        unpack_answer(data)


@given(st.binary(max_size=200))
def test_any_bytes_are_an_answer_or_not(data: bytes) -> None:
    with pytest.raises(BadAnswer):
        unpack_answer(data)


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(),
        lambda one: (
            st.lists(one)
            | st.dictionaries(
                st.sampled_from(["article", "error", "failure", "last", "code", "parameters", "title", "text"]), one
            )
        ),
    )
)
def test_any_json_is_an_answer_or_not(value: object) -> None:
    try:
        unpack_answer(json.dumps(value).encode())
    except BadAnswer:
        return

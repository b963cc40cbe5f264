"""Front matter that is more than a few plain values."""

from datetime import date

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from briefings.intake import IntakeError
from briefings.intake.article_reading import from_text
from briefings.intake.front_matter import DEEPEST, read_mapping

BODY = "The council of Aksu will meet on Friday to vote on the budget."


def growing(levels: int) -> str:
    """Mappings that each merge the one before ten times over."""
    merged = (f"n{level}: &n{level} {{<<: [{', '.join([f'*n{level - 1}'] * 10)}]}}\n" for level in range(1, levels))
    return "n0: &n0 {a: 1}\n" + "".join(merged)


HOSTILE = {
    "anchor": "a: &x 1\n",
    "alias": "a: *x\n",
    "anchor and alias": "a: &x [1]\nb: [*x, *x]\n",
    "merge keys seven deep": growing(7),
    "merge key": "<<: {a: 1}\n",
    "merge key inside": "a: {<<: {b: 1}}\n",
    "quoted merge key": "a: {!!merge x: {b: 1}}\n",
    "tag": "a: !!binary aGVsbG8=\n",
    "tag of Python": "a: !!python/object/apply:os.system [ls]\n",
    "own tag": "a: !x 1\n",
    "tag of a mapping": "!!omap\na: 1\n",
    "key that is a list": "[a]: 1\n",
    "lists 500 deep": "a: " + "[" * 500 + "]" * 500 + "\n",
    "open lists": "a: " + "[" * 3900 + "\n",
    "mappings 500 deep": "a: " + "{a: " * 500 + "}" * 500 + "\n",
    "open mappings": "{" * 3900 + "\n",
    "dashes": "- " * 1900 + "a\n",
    "questions": "? " * 1900 + "a\n",
    "empty items": "a: " + "[," * 1900 + "\n",
    "endless quote": 'a: "' + "\\" * 3900 + "\n",
    "unknown version": "%YAML 9.9\n",
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_what_is_not_plain_is_refused_with_one_clear_error(text: str) -> None:
    with pytest.raises(IntakeError) as caught:
        from_text(f"---\n{text}---\n{BODY}")
    assert caught.value.code == "front_matter"


@pytest.mark.parametrize(
    ("value", "field"),
    [("0x" + "f" * 3900, "title_of"), ("1:" * 1900 + "1", "title_of"), ("9" * 3900, "title_of"), (".inf", "published"),
     ("2026-03-04 10:00:00 +99:99", "published"), ("0x" + "f" * 3900, "published"), ("true", "published"),
     ("0x" + "f" * 3900, "language"), ("0x" + "f" * 3900, "url")],
)  # fmt: skip
def test_numbers_without_end_are_refused_or_ignored(value: str, field: str) -> None:
    text = f"---\n{field}: {value}\n---\n{BODY}"
    if field == "title_of":
        assert from_text(text).title == BODY
        return
    with pytest.raises(IntakeError) as caught:
        from_text(text)
    assert caught.value.parameters["field"] == field


def test_plain_values_are_read() -> None:
    text = "Title: 'a: b'\ntags: [x, y]\nmenu:\n  main:\n    weight: 2\npublished: 2026-03-04\nnothing:\n"
    assert read_mapping(text) == {
        "title": "a: b",
        "tags": ["x", "y"],
        "menu": {"main": {"weight": 2}},
        "published": date(2026, 3, 4),
        "nothing": None,
    }


def test_a_few_levels_are_read_and_no_more() -> None:
    assert DEEPEST == 5
    assert read_mapping("a: [[[1]]]\n") == {"a": [[[1]]]}
    for deeper in ("a: [[[[1]]]]\n", "".join(f"{' ' * level}a:\n" for level in range(80)), "a: b\n---\nc: d\n"):
        with pytest.raises(yaml.YAMLError):
            read_mapping(deeper)


@pytest.mark.parametrize("text", ["", "- a\n", "a\n", "[a]"])
def test_what_is_no_mapping_is_none(text: str) -> None:
    assert read_mapping(text) is None


@given(st.text(alphabet="ab:- \n\t[]{}&*!|>'\"%@`#,?<=~019.", max_size=80))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        read_mapping(text)
    except (yaml.YAMLError, ValueError):
        return

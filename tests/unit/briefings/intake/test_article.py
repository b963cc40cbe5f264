"""Recognising an article that was loaded before."""

import pytest

from briefings.intake import fingerprint
from briefings.intake.article_reading import from_text

TEXT = "The council of Aksu will meet on Friday.\n\nIt will vote on “the budget” of the whole city."


@pytest.mark.parametrize(
    "same",
    [TEXT.replace("\n\n", "\n"), TEXT.replace("“", '"').replace("”", '"'), TEXT.upper(), TEXT.replace(" ", "\u00a0"),
     f"Advertisement\n\n{TEXT}", TEXT.replace("\n\n", "\n\nShort line here.\n\n"), f"{TEXT}\n\n{TEXT}"],
)  # fmt: skip
def test_same_article_is_recognised(same: str) -> None:
    assert fingerprint(same) == fingerprint(TEXT)


def test_page_is_recognised_as_its_article() -> None:
    assert fingerprint(from_text(f"Menu\n\n{TEXT}\n\nShare\n\nPrint").text) == fingerprint(TEXT)


@pytest.mark.parametrize("other", [TEXT.replace("Friday", "Monday"), "The council of Aksu will meet on Friday.", ""])
def test_other_article_is_not(other: str) -> None:
    assert fingerprint(other) != fingerprint(TEXT)


def test_short_texts_differ_too() -> None:
    assert fingerprint("He left.") != fingerprint("She left.")

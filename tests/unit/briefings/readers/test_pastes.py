"""Joining the parts that a Telegram app made of a long text."""

import pytest

from briefings.readers.pastes import MESSAGE_LIMIT, join_parts

FULL = "w" * MESSAGE_LIMIT
ALMOST_FULL = "One word " * 454 + "end"


@pytest.mark.parametrize(
    ("parts", "whole"),
    [
        ((), ""),
        (("Alone",), "Alone"),
        (("A headline", "The text begins."), "A headline\nThe text begins."),
        (("It ended.", "It went on."), "It ended.\n\nIt went on."),
        (("“It ended.”", "It went on."), "“It ended.”\n\nIt went on."),
        (("a,", "b,", "c"), "a,\nb,\nc"),
    ],
)
def test_short_parts_were_cut_at_line_ends(parts, whole):
    assert join_parts(parts) == whole


def test_a_full_part_was_cut_within_a_word():
    assert join_parts((FULL, "ord goes on")) == FULL + "ord goes on"


def test_a_full_part_that_ends_a_sentence_was_cut_there():
    full = FULL[:-1] + "."
    assert join_parts((full, "Next")) == f"{full}\n\nNext"


def test_an_almost_full_part_was_cut_at_a_blank():
    assert join_parts((ALMOST_FULL, "of May")) == f"{ALMOST_FULL} of May"
    assert join_parts((ALMOST_FULL, "Almaty")) == f"{ALMOST_FULL} Almaty"


def test_an_almost_full_part_with_lines_was_cut_at_a_line_end_unless_the_sentence_goes_on():
    lines = "A headline\n" + ALMOST_FULL[12:]
    assert join_parts((lines, "Another headline")) == f"{lines}\nAnother headline"
    assert join_parts((lines, "goes on")) == f"{lines} goes on"


def test_room_is_counted_in_utf16_units():
    emoji = "😀" * (MESSAGE_LIMIT // 2 - 1) + "ab"
    assert join_parts((emoji, "cd")) == f"{emoji}cd"

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.models.pieces import UNKNOWN, Splitter, pad

VOCABULARY = [
    ("<s>", 0.0), ("<pad>", 0.0), ("</s>", 0.0), ("<unk>", 0.0),
    ("▁", -3.0), ("▁el", -4.0), ("ect", -4.0), ("▁elect", -6.0), ("ion", -3.0), ("▁vote", -5.0),
    ("e", -7.0), ("l", -7.0), ("c", -7.0), ("t", -7.0), ("s", -7.0), ("й", -7.0), ("fi", -6.0),
    ("f", -7.0), ("i", -7.0),
]  # fmt: skip


@pytest.fixture(scope="module")
def splitter(tmp_path_factory) -> Splitter:
    path = tmp_path_factory.mktemp("pieces") / "tokenizer.json"
    path.write_text(json.dumps({"model": {"type": "Unigram", "vocab": VOCABULARY}}))
    return Splitter(path)


def spell(splitter: Splitter, text: str) -> list[str]:
    return [VOCABULARY[number][0] for number in splitter.split([text])[0].ids]


def test_the_likeliest_pieces_are_chosen(splitter: Splitter):
    assert spell(splitter, "election vote") == ["▁elect", "ion", "▁vote"]


def test_pieces_know_where_they_stand(splitter: Splitter):
    text = "a election"
    (pieces,) = splitter.split([text])
    assert [text[start:end] for start, end in pieces.offsets][-2:] == ["elect", "ion"]


def test_unknown_characters_beside_each_other_are_one_piece(splitter: Splitter):
    assert spell(splitter, "vote漢字")[1:] == ["<unk>"]


def test_compatible_spellings_are_read_alike(splitter: Splitter):
    assert spell(splitter, "ﬁ") == spell(splitter, "fi")


def test_a_letter_and_its_accent_are_one(splitter: Splitter):
    (pieces,) = splitter.split(["и\u0306"])
    assert VOCABULARY[pieces.ids[-1]][0] == "й"
    assert pieces.offsets[-1] == (0, 2)


def test_invisible_characters_are_not_read(splitter: Splitter):
    assert spell(splitter, "el\u200bect\u00adion") == ["▁elect", "ion"]


def test_the_head_keeps_pieces_and_places_together(splitter: Splitter):
    head = splitter.split(["election vote"])[0].head(2)
    assert (len(head.ids), len(head.offsets)) == (2, 2)


@given(st.text(max_size=60))
def test_any_text_is_split_and_places_lie_in_it(splitter: Splitter, text: str):
    (pieces,) = splitter.split([text])
    assert all(0 <= start < end <= len(text) for start, end in pieces.offsets)
    assert list(pieces.offsets) == sorted(pieces.offsets)
    assert all(UNKNOWN <= number < len(VOCABULARY) for number in pieces.ids)


def test_a_word_without_end_is_cut_rather_than_searched_for_minutes(splitter: Splitter):
    (pieces,) = splitter.split(["e" * 5000])
    assert pieces.offsets[-1] == (4999, 5000)


def test_rows_are_padded_to_the_longest():
    ids, mask = pad([[0, 7, 2], [0, 7, 7, 7, 7, 7, 7, 7, 2]])
    assert ids.shape == (2, 16)
    assert mask.sum(axis=1).tolist() == [3, 9]
    assert ids[0, 3:].tolist() == [1] * 13

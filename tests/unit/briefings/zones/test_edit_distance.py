import numpy as np
import pytest

from briefings.zones.edit_distance import letters_of, may_be_near, slips


def codes(word: str) -> np.ndarray:
    return np.array([ord(sign) for sign in word], dtype=np.uint16)


def count(word: str, name: str) -> int:
    return int(slips(codes(word), codes(name)[:, None], np.array([len(name)]))[0])


@pytest.mark.parametrize(
    ("word", "name", "expected"),
    [
        ("london", "london", 0),
        ("lodnon", "london", 1),
        ("londn", "london", 1),
        ("lomdon", "london", 1),
        ("loondon", "london", 1),
        ("lodnno", "london", 2),
        ("abc", "xyz", 3),
        ("ca", "abc", 3),
    ],
)
def test_slips_are_letters_missing_added_changed_or_swapped(word: str, name: str, expected: int) -> None:
    assert count(word, name) == expected


def test_names_of_several_lengths_are_counted_at_once() -> None:
    names = np.array([[ord("o"), ord("o")], [ord("m"), ord("s")], [0, ord("h")]], dtype=np.uint16)
    assert slips(codes("omsk"), names, np.array([2, 3])).tolist() == [2, 2]


def test_letters_alone_tell_what_cannot_be_near() -> None:
    text, starts = codes("omsk osh paris "), np.array([0, 5, 9], dtype=np.int32)
    letters = letters_of(text, starts)
    wanted = letters_of(codes("omsk "), np.array([0], dtype=np.int32))[0]
    assert may_be_near(wanted, letters, 1).tolist() == [True, False, False]

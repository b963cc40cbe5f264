import pytest

from briefings.answers.typing_errors import edit_distance


@pytest.mark.parametrize(
    ("one", "other", "distance"),
    [
        ("detain", "detain", 0),
        ("detan", "detain", 1),
        ("elecion", "election", 1),
        ("eleciton", "election", 1),
        ("electoin", "election", 1),
        ("parliment", "parliament", 1),
        ("goverment", "governments", 2),
        ("", "ab", 2),
    ],
)
def test_how_many_letters_are_wrong(one: str, other: str, distance: int):
    assert edit_distance(one, other, 2) == distance


def test_it_gives_up_beyond_the_most():
    assert edit_distance("bridge", "turnout", 1) == 2

import numpy as np
import pytest

from briefings.models.pairs import Scores
from briefings.models.span_reader import Reader, whole_words

TEXT = "Police came. They held forty people."


class SetPairs:
    """Scores that say: from piece `first` to piece `last`."""

    def __init__(self, first: int, last: int, nowhere: float = 0.0) -> None:
        self.marked = first, last, nowhere

    def score(self, questions, passages):
        offsets = ((0, 6), (7, 11), (11, 12), (13, 17), (18, 22), (23, 28), (29, 35), (35, 36))
        starts, ends = np.zeros(8, np.float32), np.zeros(8, np.float32)
        first, last, nowhere = self.marked
        starts[first], ends[last] = 3.0, 4.0
        return [Scores(offsets, starts, ends, nowhere) for _ in passages]


def read(pairs: SetPairs, *parts: tuple[int, int]):
    return Reader(pairs).read(["who?"], [TEXT], [parts])[0]


def test_the_best_stretch_is_marked_with_its_margin():
    (reading,) = read(SetPairs(5, 6, nowhere=2.0), (13, 36))
    assert TEXT[reading.start : reading.end] == "forty people"
    assert reading.margin == pytest.approx(5.0)


def test_each_part_gets_its_own_stretch():
    first, second = read(SetPairs(5, 6), (0, 12), (13, 36))
    assert first.end <= 12
    assert second.start >= 13
    assert second.margin > first.margin


def test_a_stretch_never_ends_before_it_starts():
    (reading,) = read(SetPairs(6, 3), (13, 36))
    assert reading.start < reading.end


def test_a_part_that_was_not_read_has_no_stretch():
    assert read(SetPairs(0, 0), (40, 60)) == [None]


@pytest.mark.parametrize(
    ("stretch", "expected"),
    [("eople", "people"), (" forty", "forty"), ("people.", "people"), ("hel", "held"), ("forty peop", "forty people")],
)
def test_a_stretch_covers_whole_words(stretch: str, expected: str):
    start = TEXT.index(stretch)
    low, high = whole_words(TEXT, (start, start + len(stretch)), within=(0, len(TEXT)))
    assert TEXT[low:high] == expected


@pytest.mark.parametrize(("marked", "expected"), [("33)", "33"), ("(33", "33"), ("(33)", "(33)"), ("b (33)", "b (33)")])
def test_a_bracket_without_its_other_half_is_left_out(marked: str, expected: str):
    low, high = whole_words(marked, (0, len(marked)), within=(0, len(marked)))
    assert marked[low:high] == expected


def test_a_stretch_is_not_widened_over_its_part():
    assert whole_words("onetwo", (3, 5), within=(3, 6)) == (3, 6)

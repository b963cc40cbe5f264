"""How far an event noun stands from its day."""

from briefings.key_dates.detection.tied_sentence import distance


def test_the_distance_counts_from_either_end_of_the_day() -> None:
    assert (distance(2, 5, 7), distance(9, 5, 7)) == (3, 3)

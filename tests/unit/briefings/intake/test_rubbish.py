import pytest

from briefings.intake.rubbish import CONTROLS, PLAYERS


@pytest.mark.parametrize("line", ["0:00", "0:00 0:01:10 0:00", "0:00 / 1:23", "(0:27", "0:00 | 12:10", "Live", "480p"])
def test_lines_of_a_player_are_known(line: str) -> None:
    assert CONTROLS.fullmatch(line)


@pytest.mark.parametrize("line", ["0:00 0:01 a", "0:00:00:00 x", "12:30 Almaty", "1:2", ":30"])
def test_other_lines_with_times_are_not(line: str) -> None:
    assert PLAYERS.fullmatch(line) is None

import pytest

from briefings.key_dates.detection.completion import Completing, placed


def test_a_kind_that_the_text_repeats_completes_a_name() -> None:
    completing = Completing(["Presidential election", "Early presidential election", "Vote"])
    assert completing.name("Snap election", "election") == "Snap presidential election"
    assert completing.name("Vote", "vote") == "Vote"


def test_two_cases_name_no_verdict() -> None:
    completing = Completing(["Road fund trial", "Customs fraud trial"])
    assert completing.name("Verdict", "verdict") == "Verdict"


@pytest.mark.parametrize(
    ("name", "where", "expected"),
    [
        ("Early vote", "in Semey", "Early vote in Semey"),
        ("Голосование", "в Семее", "Голосование в Семее"),
        ("Сайлау", "Семейдегі", "Семейдегі сайлау"),
        ("Snap presidential election", "in Semey", "Snap presidential election"),
        ("Almaty marathon", "in Almaty", "Almaty marathon"),
        ("Vote", "", "Vote"),
    ],
)
def test_short_names_say_where(name: str, where: str, expected: str) -> None:
    assert placed(name, where) == expected

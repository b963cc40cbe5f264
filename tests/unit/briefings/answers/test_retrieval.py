import pytest

from briefings.answers.retrieval import briefing_votes


def test_the_briefing_with_the_best_candidates_has_most_votes():
    votes = briefing_votes([7, 3, 3])  # 1/3 against 1/4 + 1/5
    assert votes == {7: pytest.approx(20 / 27), 3: 1.0}


def test_nothing_found_is_no_vote():
    assert briefing_votes([]) == {}

"""Answers are scored as SQuAD does, and silence where there is no answer."""

from benchmarks.answers_score import holds, normalised, overlap, score

QUESTIONS = [
    {"id": 1, "answers": ["9 June", "June 9"]},
    {"id": "2", "answers": ["the mayor"]},
    {"id": "3", "answers": []},
    {"id": "4", "answers": []},
]


def finding(text: str, quote: str) -> dict[str, str]:
    return {"text": text, "quote": quote}


def test_case_punctuation_and_articles_do_not_count() -> None:
    assert normalised("The «Mayor», a judge…") == "mayor judge"


def test_overlap_is_the_f1_of_the_words() -> None:
    assert overlap("on 9 June", "9 June") == 2 * 2 / 5
    assert overlap("Monday", "9 June") == 0
    assert overlap("the", "a") == 1  # nothing is left of either


def test_a_quote_holds_an_answer_anywhere() -> None:
    assert holds("The vote is on June 9.", ["9 June", "June 9"])
    assert not holds("The vote is on June 10.", ["9 June", "June 9"])


def test_the_first_finding_counts_and_the_first_three_quotes() -> None:
    predictions = [
        {"id": "1", "findings": [finding("June 9", "The vote is on June 9.")], "ms": 10.0},
        {
            "id": "2",
            "findings": [finding("a judge", "A judge spoke."), finding("Mayor", "The mayor left.")],
            "ms": 30.0,
        },
        {"id": "3", "findings": []},
    ]
    assert score(QUESTIONS, predictions) == {
        "answered": 1,
        "f1": 0.5,
        "exact": 0.5,
        "quote@1": 0.5,
        "quote@3": 1,
        "abstained": 1,  # question 4 got no line at all, and so no finding
        "balanced": 0.75,
        "ms_p50": 20.0,
        "ms_p95": 30.0,
        "missing": 1,
        "n": (2, 2),
    }

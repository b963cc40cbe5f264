import pytest

from briefings.intake.markdown import (
    LONGEST_COMMENT,
    LONGEST_FRONT_MATTER,
    plain_text,
    split_front_matter,
    split_heading,
)


@pytest.mark.parametrize(
    ("marked", "plain"),
    [
        ("# Vote", "Vote"),
        ("## Vote ##", "Vote"),
        ("### The C# vote #1", "The C# vote #1"),
        ("#Vote", "#Vote"),
        ("**The vote** is *near*", "The vote is near"),
        ("__The vote__ is _near_", "The vote is near"),
        ("2 * 3 ** 4 * 5", "2 * 3 ** 4 * 5"),
        ("***both***", "both"),
        ("[the vote](https://example.org/a_(b) \"Vote\") is near", "the vote is near"),
        ("[the vote](not closed", "[the vote](not closed"),
        ("![A bridge](https://example.org/bridge_(old).png)over", "over"),
        ('![A bridge](bridge.png "At night")over', "over"),
        ("> said", "said"),
        ("1 \\* 2", "1 * 2"),
    ],
)  # fmt: skip
def test_marks_go_and_words_stay(marked: str, plain: str) -> None:
    assert plain_text(marked) == plain


@pytest.mark.parametrize("rule", ["---", "* * *", "___", " - - - -"])
def test_rules_between_paragraphs_go(rule: str) -> None:
    assert plain_text(f"One.\n\n{rule}\n\nTwo.").split() == ["One.", "Two."]


def test_comments_go() -> None:
    assert plain_text("One <!-- not\nthis --> two <!-- nor this -->three") == "One  two three"


@pytest.mark.parametrize("text", ["One <!-- two", "One --> two <!--", "<!-->"])
def test_a_comment_that_does_not_end_is_none(text: str) -> None:
    assert plain_text(text) == text


def test_a_comment_that_is_too_long_is_none_but_one_within_it_is() -> None:
    text = "<!-- " + "x" * LONGEST_COMMENT + "<!-- short -->end"
    assert plain_text(text) == "<!-- " + "x" * LONGEST_COMMENT + "end"


def test_the_first_top_heading_is_split_off() -> None:
    assert split_heading("## Near\n# The *vote* #\nIt is near.") == ("The vote", "## Near\n\nIt is near.")
    assert split_heading("No heading") == (None, "No heading")


def test_front_matter_is_what_stands_between_two_lines_of_dashes_at_the_start() -> None:
    fields, rest = split_front_matter("\n---\nTitle: The vote: near\n---\nIt is near.\n---\n")
    assert (fields, rest) == ({"title": "The vote: near"}, "It is near.\n---\n")


def test_what_is_longer_than_front_matter_is_text() -> None:
    text = "---\n" + "a: b\n" * (LONGEST_FRONT_MATTER // 5 + 1) + "---\nIt is near."
    assert split_front_matter(text) == ({}, text)

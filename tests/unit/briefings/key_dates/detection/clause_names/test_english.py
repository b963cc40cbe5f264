"""Names out of English clauses, worked out by hand."""

import pytest


@pytest.mark.parametrize(
    ("text", "day", "name"),
    [
        ("Results will be announced Saturday.", "2019-05-04", "Results to be announced"),
        ("The team plays Lokomotiv on Sunday.", "2019-05-05", "Team plays Lokomotiv"),
        ("The case will continue on Tuesday.", "2019-05-07", "Case to continue"),
        ("The law takes effect July 1.", "2019-07-01", "Law takes effect"),
        ("Schools will be closed on Monday, June 3.", "2019-06-03", "Schools closed"),
        ("Staff must return to the office on July 8.", "2019-07-08", "Staff must return to the office"),
        ("Snow is expected on Saturday.", "2019-05-04", "Snow expected"),
        ("The mayor is expected to announce her decision on Monday.", "2019-05-06", "Mayor to announce her decision"),
        ("A lunch for miners is planned for Saturday at the mill.", "2019-05-04", "Lunch for miners at the mill"),
        ("The dinner takes place at 7 p.m. on May 18 in the hall.", "2019-05-18T19:00", "Dinner in the hall"),
        ("The club will play on June 7 at home against Ridder.", "2019-06-07", "Club to play at home against Ridder"),
        ("The lake cruise has been put off until May 27.", "2019-05-27", "Lake cruise"),
    ],
)  # fmt: skip
def test_what_happens_as_a_headline_has_it(named, text: str, day: str, name: str) -> None:
    assert named(text, "en") == [(day, name)]


@pytest.mark.parametrize(
    ("text", "day", "name"),
    [
        ("The play runs until June 1.", "2019-06-01", "Play ends"),
        ("The bridge will remain closed until May 15, officials said.", "2019-05-15", "Bridge to reopen"),
        ("The pool, which was damaged last year, will not reopen until June 20.", "2019-06-20", "Pool to reopen"),
        ("Clubs now have until August 1 to sign players.", "2019-08-01", "Deadline for clubs to sign players"),
        ("The court gave a firm until May 24 to open its files.", "2019-05-24", "Deadline for firm to open its files"),
    ],
)  # fmt: skip
def test_what_ends_begins_again_or_is_due_by_a_day(named, text: str, day: str, name: str) -> None:
    assert named(text, "en") == [(day, name)]


@pytest.mark.parametrize(
    ("text", "day", "name"),
    [
        ("On Tuesday, the panel will hear Jane Smith, a banker.", "2019-05-07", "Panel to hear Jane Smith"),
        ("The mayor, John Smith, will meet the nurses on Friday, May 10.", "2019-05-10", "Mayor to meet the nurses"),
        ("The old pool, which reopens to swimmers on June 5, is free.", "2019-06-05", "Old pool reopens to swimmers"),
        ("The prize, to be announced on June 6, is small.", "2019-06-06", "Prize to be announced"),
        ("Her book is on sale abroad and will be in shops on June 5.", "2019-06-05", "Book in shops"),
        ("A guard, a man from Oral, will appear before judges Friday.", "2019-05-03", "Guard to appear before judges"),
    ],
)  # fmt: skip
def test_the_subject_is_found_where_it_stands(named, text: str, day: str, name: str) -> None:
    assert named(text, "en") == [(day, name)]


@pytest.mark.parametrize(
    ("text", "day", "name"),
    [
        ("Organisers said the market will open on June 3 in Aqtau.", "2019-06-03", "Market to open in Aqtau"),
        ("The firm said it would report its earnings on May 9.", "2019-05-09", "Firm to report its earnings"),
        ("Officials hope the line will be running by Monday.", "2019-05-06", "Line to be running"),
        ("The leaders met ahead of the June 16 council vote.", "2019-06-16", "Council vote"),
    ],
)
def test_speakers_are_left_out(named, text: str, day: str, name: str) -> None:
    assert named(text, "en") == [(day, name)]


def test_two_clauses_have_one_subject(named) -> None:
    text = "The fair starts on June 1 in Semey and ends on June 30."
    assert named(text, "en")[1] == ("2019-06-30", "Fair ends")


@pytest.mark.parametrize("text", ["It will take place on June 16.", "He will be sworn in on June 16.", "When: June 16"])
def test_what_only_a_pronoun_names_is_called_by_the_title_or_by_what_is_done(named, text: str) -> None:
    assert named(text, "en") in ([("2019-06-16", "Title")], [("2019-06-16", "Sworn in")])


def test_long_clauses_are_cut_before_a_preposition(named) -> None:
    text = "Architects from all over the steppe will be invited to send plans for the new halls of the town on June 3."
    assert named(text, "en") == [("2019-06-03", "Architects to be invited to send plans for the new halls")]

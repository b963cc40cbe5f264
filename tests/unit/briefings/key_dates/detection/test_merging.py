from dataclasses import replace
from datetime import date

import pytest

from briefings.dates import DateMention
from briefings.key_dates.detection.candidate import Candidate, Evidence, TooManyEvents
from briefings.key_dates.detection.merging import merge


def mention(first: date, last: date | None = None) -> DateMention:
    last = last or first
    precision = "day" if first == last else "month"
    return DateMention(0, 1, "x", "DATE", first.isoformat(), first, last, precision, "point", "rule", None)


def candidate(name: str, reported: DateMention, place: str | None = None, concept: str = "election") -> Candidate:
    return Candidate(
        name, reported, 0, 9, planned=True, place=place, evidence=(Evidence(reported, 0, 9),), concept=concept
    )


JUNE_9 = mention(date(2019, 6, 9))
JUNE = mention(date(2019, 6, 1), date(2019, 6, 30))


def test_the_fuller_name_the_finer_date_and_all_evidence_stay() -> None:
    (merged,) = merge([candidate("Snap election", JUNE), candidate("Election", JUNE_9, "Almaty")], [], "en")
    assert (merged.name, merged.mention, merged.place) == ("Snap election", JUNE_9, "Almaty")
    assert [one.mention for one in merged.evidence] == [JUNE, JUNE_9]


def test_other_events_and_other_days_stay_apart() -> None:
    other_day = mention(date(2019, 7, 9))
    found = [
        candidate("Election", other_day),
        candidate("Election", JUNE_9),
        candidate("Fair", JUNE_9, concept="festival"),
    ]
    assert [one.mention.first for one in merge(found, [], "en")] == [
        date(2019, 6, 9),
        date(2019, 6, 9),
        date(2019, 7, 9),
    ]


def test_what_is_planned_is_not_what_is_past() -> None:
    planned = candidate("Election", JUNE_9)
    assert len(merge([planned, replace(planned, planned=False)], [], "en")) == 2


def test_a_word_that_the_text_repeats_completes_the_name() -> None:
    phrases = ["Presidential election", "Early presidential election", "Election"]
    (merged,) = merge([candidate("Snap election", JUNE_9)], phrases, "en")
    assert merged.name == "Snap presidential election"


def test_a_bare_name_says_where() -> None:
    (merged,) = merge([replace(candidate("Election", JUNE_9, "Almaty"), where="in Almaty")], [], "en")
    assert merged.name == "Election in Almaty"


def test_votes_in_two_towns_are_two() -> None:
    semey = replace(candidate("Early vote", JUNE_9), where="in Semey")
    kostanay = replace(candidate("Early vote", JUNE_9), where="in Kostanay")
    assert [one.name for one in merge([semey, kostanay], [], "en")] == ["Early vote in Semey", "Early vote in Kostanay"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Presidential election", "Parliamentary election"),
        ("Teachers' union congress", "Lawyers' union congress"),
    ],
)
def test_other_kinds_and_other_people_stay_apart(one: str, other: str) -> None:
    assert len(merge([candidate(one, JUNE_9), candidate(other, JUNE_9)], [], "en")) == 2


def test_a_trial_and_its_first_hearing_are_one() -> None:
    found = [
        candidate("Road fund trial", JUNE_9, concept="trial"),
        candidate("First hearing", JUNE_9, concept="hearing"),
    ]
    (merged,) = merge(found, ["Road fund trial"], "en")
    assert merged.name == "First road fund hearing"


def test_a_bare_verdict_is_named_by_the_only_case() -> None:
    (merged,) = merge([candidate("Verdict", JUNE_9, concept="verdict")], ["Road fund trial", "Hearing"], "en")
    assert merged.name == "Road fund verdict"


def test_more_different_events_than_there_may_be_are_refused() -> None:
    found = [candidate("Election", mention(date(2019, 6, day))) for day in (1, 2, 3, 2, 1)]
    assert len(merge(found, [], "en", most=3)) == 3
    with pytest.raises(TooManyEvents):
        merge(found, [], "en", most=2)


def test_what_only_clauses_name_is_one_where_most_words_are_shared() -> None:
    found = [
        candidate("Storms to reach the coast", JUNE_9, concept=""),
        candidate("Storms to reach the coast at night", JUNE_9, concept=""),
        candidate("Kenya plays Togo", JUNE_9, concept=""),
        candidate("Kenya plays Ghana", JUNE_9, concept=""),
    ]
    named = [one.name for one in merge(found, [], "en")]
    assert named == ["Storms to reach the coast", "Kenya plays Togo", "Kenya plays Ghana"]


def test_an_event_noun_names_better_than_a_clause() -> None:
    found = [candidate("Snap election to surprise many", JUNE_9, concept=""), candidate("Snap election", JUNE_9)]
    (merged,) = merge(found, [], "en")
    assert (merged.name, merged.concept) == ("Snap election", "election")


def test_what_is_offered_stands_once_for_a_time_and_never_beside_a_proposal() -> None:
    other = mention(date(2019, 7, 9))
    maybe = [replace(candidate(name, day, concept=""), offered=True) for name, day in
             (("Fair", JUNE_9), ("Sale", other), ("Race", other))]  # fmt: skip
    merged = merge([candidate("Election", JUNE_9), *maybe], [], "en")
    assert [(one.name, one.offered) for one in merged] == [("Election", False), ("Sale", True)]


def test_clauses_beyond_the_limit_are_offered_and_not_refused() -> None:
    days = [mention(date(2019, 6, day)) for day in (1, 2, 3)]
    found = [candidate(f"Pool {day.value} opens", day, concept="") for day in days]
    assert [one.offered for one in merge(found, [], "en", most=2)] == [False, False, True]

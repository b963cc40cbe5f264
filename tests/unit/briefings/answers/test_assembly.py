from dataclasses import replace
from datetime import date

from briefings.answers.assembly import assemble, nearest
from briefings.answers.findings import MOST_FINDINGS
from briefings.answers.question import understand
from briefings.answers.ranking import Judged
from briefings.answers.windows import Read
from db.search import StoredKeyDate

TODAY = date(2019, 5, 3)


def judged(around, score: float = 0.8, stretch: str | None = None, unmet: tuple[str, ...] = ()) -> Judged:
    mark = None
    if stretch:
        start = around.passage.text.index(stretch)
        mark = Read(start, start + len(stretch), 3.0)
    return Judged(around, {"covered": 0.5, "fits": 1.0}, mark, unmet, score, "en")


def key_date(number: int, briefing_id: int, sentence: str, day: date, *, is_settled: bool = True) -> StoredKeyDate:
    return StoredKeyDate(
        key_date_id=number,
        briefing_id=briefing_id,
        language="en",
        name="Vote",
        place=None,
        quotes=(sentence,),
        value=day.isoformat(),
        first=day,
        last=day,
        precision="day",
        instant=None,
        zone=None,
        is_settled=is_settled,
    )


def give(question: str, rows, told=(), threshold: float = 0.3):
    return assemble(understand(question, TODAY), rows, {"en": threshold}, told)


def test_what_is_below_the_threshold_is_not_given(look):
    (around,) = look("Omar spoke.")
    found = give("Who spoke?", [judged(around, 0.2, "Omar")])
    assert found.findings == ()
    assert list(found.reasons.values()) == ["below the threshold"]


def test_what_meets_no_condition_is_not_given(look):
    (around,) = look("Omar spoke.")
    assert give("Who spoke?", [judged(around, 0.9, "Omar", ("Moscow",))]).findings == ()


def test_the_same_answer_is_given_once(look):
    first, second = look("Aliya Serik spoke. In the evening Aliya Serik sang.")
    found = give("Who spoke?", [judged(first, 0.9, "Aliya Serik"), judged(second, 0.8, "Aliya Serik")])
    assert [one.quote for one in found.findings] == ["Aliya Serik spoke."]
    assert "said already" in found.reasons.values()


def test_different_groups_are_all_given_but_six(look):
    passages = look(" ".join(f"Then Mr{number} Smith{number} spoke." for number in range(9)))
    rows = [judged(one, 0.9, f"Smith{number}") for number, one in enumerate(passages)]
    found = give("Who spoke?", rows)
    assert len(found.findings) == MOST_FINDINGS
    assert "beyond the six" in found.reasons.values()


def test_the_day_asked_for_is_the_one_marked(look):
    (around,) = look("Called on May 3, the vote is on June 9.")
    (finding,) = give("When is the vote?", [judged(around, 0.9, "June 9")]).findings
    assert finding.date is not None
    assert finding.date.first == date(2019, 6, 9)
    assert finding.text == "June 9"


def test_where_no_stretch_is_sure_nothing_is_marked(look):
    (around,) = look("Omar spoke.")
    (finding,) = give("What happened?", [judged(around, 0.9)]).findings
    assert (finding.text, finding.text_start) == ("Omar spoke.", None)


def test_a_key_date_stands_behind_its_sentence(look):
    (around,) = look("The vote is on June 9.")
    day = date(2019, 6, 9)
    told = key_date(5, 1, "The vote is on June 9.", day)
    (finding,) = give("When is the vote?", [judged(around, 0.9)], (told,)).findings
    assert finding.key_date_id == 5
    (other,) = give("When is the vote?", [judged(around, 0.9)], (replace(told, first=date(2019, 6, 10)),)).findings
    assert other.key_date_id is None


def test_the_newest_answers_and_the_older_is_told_with_it(look):
    (old,) = look("The vote is on June 2.", briefing_id=1, published=date(2019, 4, 1))
    (new,) = look("The vote is on June 9.", briefing_id=2, published=date(2019, 5, 1))
    (finding,) = give("When is the vote?", [judged(old, 0.9, "June 2"), judged(new, 0.8, "June 9")]).findings
    assert finding.briefing.id == 2
    assert [one.quote for one in finding.older] == ["The vote is on June 2."]


def test_what_another_briefing_of_the_same_day_tells_is_no_earlier_report(look):
    (one,) = look("The vote is on June 2.", briefing_id=1, published=date(2019, 5, 1))
    (other,) = look("The vote is on June 9.", briefing_id=2, published=date(2019, 5, 1))
    found = give("When is the vote?", [judged(one, 0.9, "June 2"), judged(other, 0.8, "June 9")]).findings
    assert [(finding.briefing.id, finding.older) for finding in found] == [(1, ()), (2, ())]


def test_what_is_newer_but_about_something_else_does_not_come_first(look):
    (old,) = look("The council plans 120 flats by the river.", briefing_id=1, published=date(2019, 4, 1))
    (new,) = look("The council plans three towers for the port.", briefing_id=2, published=date(2019, 5, 1))
    found = give("How many flats does the council plan?", [judged(old, 0.9, "120"), judged(new, 0.8, "three")]).findings
    assert [(one.briefing.id, one.older) for one in found] == [(1, ()), (2, ())]


def test_the_headline_says_what_a_newer_sentence_is_about(look):
    (old,) = look("The council plans 120 flats.", briefing_id=1, published=date(2019, 4, 1))
    (new,) = look("The plan has grown to 150.", title="Council flats", briefing_id=2, published=date(2019, 5, 1))
    (finding,) = give("How many council flats?", [judged(old, 0.9, "120"), judged(new, 0.8, "150")]).findings
    assert (finding.briefing.id, [one.quote for one in finding.older]) == (2, ["The council plans 120 flats."])


def test_briefings_that_tell_one_day_do_not_disagree(look):
    (old,) = look("The vote will be on June 9.", briefing_id=1, published=date(2019, 4, 1))
    (new,) = look("People vote on Sunday, June 9.", briefing_id=2, published=date(2019, 5, 1))
    (finding,) = give("When is the vote?", [judged(old, 0.9, "June 9"), judged(new, 0.8, "Sunday, June 9")]).findings
    assert finding.older == ()


def test_two_events_are_two_findings_and_no_disagreement(look):
    (old,) = look("The council vote is on June 2.", briefing_id=1, published=date(2019, 4, 1))
    (new,) = look("The mayoral vote is on June 9.", briefing_id=2, published=date(2019, 5, 1))
    told = (
        key_date(5, 1, "The council vote is on June 2.", date(2019, 6, 2)),
        key_date(6, 2, "The mayoral vote is on June 9.", date(2019, 6, 9)),
    )
    rows = [judged(old, 0.9, "June 2"), judged(new, 0.8, "June 9")]
    findings = give("When is the vote?", rows, told).findings
    assert [(one.key_date_id, one.older) for one in findings] == [(5, ()), (6, ())]


def test_an_unsettled_conflict_is_one_event_and_the_newest_day(look):
    (old,) = look("The vote is on June 2.", briefing_id=1, published=date(2019, 4, 1))
    (new,) = look("The vote is put off to June 9.", briefing_id=2, published=date(2019, 5, 1))
    told = (
        key_date(5, 1, "The vote is on June 2.", date(2019, 6, 2)),
        key_date(5, 2, "The vote is put off to June 9.", date(2019, 6, 9), is_settled=False),
    )
    (finding,) = give("When is the vote?", [judged(old, 0.9, "June 2"), judged(new, 0.8, "June 9")], told).findings
    assert (finding.event_id, finding.key_date_id) == (5, None)
    assert [one.quote for one in finding.older] == ["The vote is on June 2."]


def test_the_nearest_briefings_are_named_once(look):
    rows = [judged(one, 0.1) for one in (*look("One. Two.", briefing_id=1), *look("Three.", briefing_id=2))]
    assert [one.id for one in nearest(rows, 3)] == [1, 2]

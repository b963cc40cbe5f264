from datetime import date

from briefings.answers.question import understand
from briefings.answers.ranking import Judged, own_language_tells, worth_reading

TODAY = date(2019, 5, 3)


def judged(around, score: float, unmet: tuple[str, ...] = ()) -> Judged:
    return Judged(around, {}, None, unmet, score, "en")


def test_what_is_hopeless_beside_the_best_is_not_read(look):
    first, second, third = look("Omar spoke. Aliya sang. It rained.")
    rows = [judged(first, 0.5), judged(second, 0.05), judged(third, 0.04)]
    assert worth_reading(rows) == [first, second]


def test_what_misses_a_name_is_not_read_and_does_not_say_what_is_hopeless(look):
    first, second = look("Omar spoke. Aliya sang.")
    assert worth_reading([judged(first, 0.9, ("Taraz",)), judged(second, 0.01)]) == [second]


def test_all_may_be_hopeless_together(look):
    first, second = look("Omar spoke. Aliya sang.")
    assert worth_reading([judged(first, 0.001), judged(second, 0.001)]) == [first, second]
    assert worth_reading([]) == []


def test_only_a_briefing_in_the_questions_language_outdoes_others(look):
    question = understand("Who spoke in Taraz?", TODAY)
    (english,) = look("Omar spoke.")
    (russian,) = look("Говорил Омар.", language="ru")
    assert own_language_tells(question, [(english, {"covered_briefing": 0.5})])
    assert not own_language_tells(question, [(english, {"covered_briefing": 0.4})])
    assert not own_language_tells(question, [(russian, {"covered_briefing": 1.0})])

from datetime import date

from briefings.dates import find_dates
from briefings.key_dates.detection.clause_words import places_in_order, words_of

TEXT = "On May 2 and, later, June 9 2019 the city votes."


def test_each_mention_has_its_first_and_last_word() -> None:
    mentions = find_dates(TEXT, date(2019, 4, 1), "en")
    words = words_of(TEXT, 0, len(TEXT), mentions)
    reported = [" ".join(word.text for word in words[first:last]) for _, (first, last) in places_in_order(words)]
    assert reported == ["May 2", "June 9 2019"]


def test_without_words_nothing_is_told() -> None:
    assert list(places_in_order([])) == []

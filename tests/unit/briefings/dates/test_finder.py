import itertools
from datetime import date

import pytest

from briefings.dates import DateMention, find_dates
from briefings.text import Language

PUBLISHED = date(2019, 5, 2)


def only(text: str, published: date | None = PUBLISHED, language: Language | None = "en") -> DateMention:
    (mention,) = find_dates(text, published, language)
    return mention


def test_a_day_covers_itself() -> None:
    mention = only("The vote is on June 9, 2019.")
    assert (mention.first, mention.last) == (date(2019, 6, 9), date(2019, 6, 9))
    assert (mention.type, mention.precision, mention.kind) == ("DATE", "day", "point")


@pytest.mark.parametrize(
    ("text", "first", "last", "precision"),
    [
        ("It opens next month.", date(2019, 6, 1), date(2019, 6, 30), "month"),
        ("It rained last week.", date(2019, 4, 22), date(2019, 4, 28), "week"),
        ("In 2016 prices rose.", date(2016, 1, 1), date(2016, 12, 31), "year"),
        ("Sales rose in the third quarter of 2018.", date(2018, 7, 1), date(2018, 9, 30), "quarter"),
        ("Rallies were held in the summer of 2016.", date(2016, 6, 1), date(2016, 8, 31), "season"),
        ("In the 1990s many left.", date(1990, 1, 1), date(1999, 12, 31), "decade"),
        ("In the 20th century it dried up.", date(1900, 1, 1), date(1999, 12, 31), "century"),
        ("They met over the weekend.", date(2019, 4, 27), date(2019, 4, 28), "weekend"),
    ],
)
def test_longer_periods_have_a_first_and_a_last_day(text: str, first: date, last: date, precision: str) -> None:
    mention = only(text)
    assert (mention.first, mention.last, mention.precision, mention.kind) == (first, last, precision, "span")


def test_time_of_day_and_zone_are_told() -> None:
    mention = only("Polls close on June 9 at 8 p.m. Almaty time.")
    assert (mention.type, mention.value, mention.hour, mention.minute) == ("TIME", "2019-06-09T20:00", 20, None)
    assert (mention.zone, mention.precision) == ("Asia/Almaty", "hour")


def test_minutes_are_told_where_they_are_written() -> None:
    mention = only("Собрание пройдёт 9 июня в 10:30 по московскому времени.", language="ru")
    assert (mention.hour, mention.minute, mention.zone, mention.precision) == (10, 30, "Europe/Moscow", "minute")


def test_midnight_at_the_end_of_a_day_is_no_hour_of_it() -> None:
    mention = only("The offer expires at midnight on May 15.")
    assert (mention.value, mention.first, mention.hour) == ("2019-05-15T24:00", date(2019, 5, 15), None)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The vote is on June 9.", "XXXX-06-09"),
        ("They met on Friday.", "XXXX-WXX-5"),
        ("It opens next month.", "XXXX-XX"),
        ("He left yesterday.", "XXXX-XX-XX"),
        ("Prices rose in March.", "XXXX-03"),
        ("It closed last year.", "XXXX"),
        ("Прибыль выросла в третьем квартале.", "XXXX-Q3"),
    ],
)
def test_without_a_publication_date_mentions_stay_unresolved_and_say_so(text: str, value: str) -> None:
    mention = only(text, published=None, language=None)
    assert mention.value == value
    assert mention.flags == {"unresolved"}
    assert mention.first is mention.last is mention.anchor is None


def test_a_full_date_needs_no_publication_date() -> None:
    mention = only("The law of 9 June 2019 was repealed.", published=None)
    assert (mention.first, mention.flags, mention.anchor) == (date(2019, 6, 9), frozenset(), None)


def test_what_counts_from_publication_says_so() -> None:
    mention = only("The mayor will resign on Sunday.")
    assert (mention.value, mention.rule, mention.anchor) == ("2019-05-05", "weekday", "published 2019-05-02")


def test_what_counts_from_a_told_date_says_so() -> None:
    stated, later = find_dates("The road was closed on April 20. Two days later it reopened.", PUBLISHED, "en")
    assert stated.value == "2019-04-20"
    assert (later.value, later.anchor) == ("2019-04-22", "told 2019-04-20")


def test_weekday_and_date_that_contradict_are_kept_and_flagged() -> None:
    mention = only("The vote is on Monday, June 9, 2019.")
    assert (mention.value, mention.flags) == ("2019-06-09", {"contradiction"})


@pytest.mark.parametrize("text", ["It happened on 31 June 2019.", "Это было 30 февраля 2019 года."])
def test_impossible_dates_give_no_day(text: str) -> None:
    mention = only(text, language=None)
    assert "impossible" in mention.flags
    assert mention.precision == "month"


@pytest.mark.parametrize(("verb", "value"), [("opened", "2016-02-29"), ("will open", "2020-02-29")])
def test_29_february_finds_a_leap_year(verb: str, value: str) -> None:
    assert only(f"The school {verb} on 29 February.").value == value


@pytest.mark.parametrize(
    ("text", "language", "values"),
    [
        ("The fair runs May 1-3.", "en", ("2019-05-01", "2019-05-03")),
        ("The road is shut from Monday to Friday.", "en", ("2019-04-29", "2019-05-03")),
        ("Выставка идёт с 1 по 3 мая.", "ru", ("2019-05-01", "2019-05-03")),
        ("Көрме 1 мамырдан 3 мамырға дейін ашық.", "kk", ("2019-05-01", "2019-05-03")),
    ],
)
def test_the_ends_of_a_range_are_flagged(text: str, language: Language, values: tuple[str, str]) -> None:
    start, end = find_dates(text, PUBLISHED, language)
    assert (start.value, end.value) == values
    assert "range-start" in start.flags
    assert "range-end" in end.flags


def test_a_reversed_range_is_no_range() -> None:
    mentions = find_dates("The fair runs from May 9, 2019 to May 1, 2019.", PUBLISHED, "en")
    assert all(not mention.flags for mention in mentions)


def test_vague_words_have_no_days() -> None:
    mention = only("The road is currently closed.")
    assert (mention.value, mention.kind, mention.first, mention.precision) == ("PRESENT_REF", "vague", None, "vague")


def test_the_language_is_found_where_none_is_given() -> None:
    assert only("Сайлау 9 маусымда өтеді.", language=None).value == "2019-06-09"
    assert only("Выборы пройдут 9 июня.", language=None).value == "2019-06-09"


def test_a_sentence_in_the_other_script_is_read_in_its_own() -> None:
    mentions = find_dates("The spokesman answered. «Выборы пройдут 9 июня». He left.", PUBLISHED, "en")
    assert [mention.value for mention in mentions] == ["2019-06-09"]


def test_mentions_come_in_order_and_do_not_overlap() -> None:
    text = "On Monday, May 6, at 9 a.m. the court meets; by Friday it will rule on the events of last October 3, 2018."
    mentions = find_dates(text, PUBLISHED, "en")
    assert all(left.end <= right.start for left, right in itertools.pairwise(mentions))


def test_no_more_mentions_are_looked_for_than_are_wanted() -> None:
    text = "May 2, May 3 and May 4."
    assert [one.text for one in find_dates(text, PUBLISHED, "en", 2)] == ["May 2", "May 3"]
    assert len(find_dates(text, PUBLISHED, "en")) == 3

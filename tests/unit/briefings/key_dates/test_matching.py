from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from briefings.key_dates.matching import Event, Match, compare
from briefings.text import Language


def event(name: str, day: date, place: str | None = None, language: Language = "en", last: date | None = None) -> Event:
    return Event(name=name, place=place, first=day, last=last or day, language=language)


JUNE_9, JUNE_16 = date(2019, 6, 9), date(2019, 6, 16)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (event("Snap presidential election", JUNE_9), event("Presidential election", JUNE_9)),
        (event("Election", JUNE_9), event("Snap presidential election", JUNE_9)),
        (
            event("Досрочные выборы президента", JUNE_9, language="ru"),
            event("Выборы президента", JUNE_9, language="ru"),
        ),
    ],
)
def test_same_event_on_the_same_day(one: Event, other: Event) -> None:
    assert compare(one, other) is compare(other, one) is Match.SAME


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (event("Snap presidential election", JUNE_9), event("Досрочные выборы", JUNE_9, language="ru")),
        (event("Election", JUNE_9), event("Президент сайлауы", JUNE_9, language="kk")),
        (event("Досрочные выборы", JUNE_9, language="ru"), event("Президент сайлауы", JUNE_9, language="kk")),
        (event("Summit", JUNE_9, "Tashkent"), event("Саммит", JUNE_9, "Ташкент", "ru")),
    ],
)
def test_two_languages_take_more_than_one_kind_of_event_to_be_sure(one: Event, other: Event) -> None:
    assert compare(one, other) is compare(other, one) is Match.UNSURE
    assert compare(one, other, 0.92) is compare(other, one, 0.92) is Match.SAME


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (event("Strike", JUNE_9), event("Забастовка", JUNE_9, language="ru")),
        (event("Strike of bus drivers", JUNE_9), event("Ереуіл", JUNE_9, language="kk")),
        (event("Забастовка", JUNE_9, language="ru"), event("Ереуіл", JUNE_9, language="kk")),
    ],
)
def test_a_bare_name_may_be_of_any_event_of_its_sort(one: Event, other: Event) -> None:
    assert compare(one, other, 0.92) is compare(other, one, 0.92) is Match.UNSURE


def test_a_bare_name_is_enough_in_the_same_place() -> None:
    one, other = event("Strike", JUNE_9, "Almaty"), event("Забастовка", JUNE_9, "Алматы", "ru")
    assert compare(one, other, 0.92) is compare(other, one, 0.92) is Match.SAME


def test_at_another_hour_it_is_not_surely_the_same() -> None:
    seven, eight = (datetime(2019, 6, 9, hour, tzinfo=UTC) for hour in (7, 8))
    one, other = event("Summit", JUNE_9), event("Саммит", JUNE_9, language="ru")
    assert compare(replace(one, instant=seven), replace(other, instant=seven), 0.92) is Match.SAME
    assert compare(replace(one, instant=seven), other, 0.92) is Match.SAME
    assert compare(replace(one, instant=seven), replace(other, instant=eight), 0.92) is Match.UNSURE


def test_a_month_holds_its_days() -> None:
    month = event("Snap election", date(2019, 6, 1), last=date(2019, 6, 30))
    assert compare(month, event("Snap election", JUNE_9)) is Match.SAME


def test_another_day_for_the_same_event_is_a_conflict() -> None:
    assert (
        compare(event("Snap presidential election", JUNE_9), event("Presidential election", JUNE_16)) is Match.CONFLICT
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (event("Road fund trial", JUNE_9), event("First road fund hearing", JUNE_16)),
        (event("Election", JUNE_9, "Almaty"), event("Snap election", JUNE_16, "Almaty")),
        (event("Snap presidential election", JUNE_9), event("Досрочные выборы президента", JUNE_16, language="ru")),
        (
            event("Early Almaty city council election", JUNE_9),
            event("Алматы мәслихатының кезектен тыс сайлауы", JUNE_16, language="kk"),
        ),
        (event("Summit", JUNE_9, "Tashkent"), event("Саммит", JUNE_16, "Ташкент", "ru")),
        (event("Road bridge of Ridder reopens", JUNE_9), event("Road bridge of Ridder reopens", JUNE_16)),
    ],
)
def test_one_event_told_on_two_days_is_a_conflict(one: Event, other: Event) -> None:
    assert compare(one, other) is compare(other, one) is Match.CONFLICT


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (event("Early presidential election", JUNE_9), event("Early parliamentary election", JUNE_9)),
        (event("Presidential election", JUNE_9), event("Парламентские выборы", JUNE_9, language="ru")),
        (event("First road fund hearing", JUNE_9), event("Road fund verdict", JUNE_9)),
        (event("Early council election in Semey", JUNE_9), event("Early council election in Ridder", JUNE_16)),
        (event("Almaty council election", JUNE_9), event("Выборы в маслихат Шымкента", JUNE_9, language="ru")),
        (event("Presidential election", JUNE_9), event("Выборы президента", date(2019, 9, 9), language="ru")),
        (event("Road fund trial", JUNE_9, "Astana"), event("Суд", JUNE_16, "Астана", "ru")),
        (event("Presidential election", JUNE_9), event("Film festival", JUNE_9)),
        (event("Presidential election", JUNE_9), event("Municipal election", JUNE_9)),
        (event("Summit", JUNE_9, "Tashkent"), event("Summit", JUNE_9, "Bishkek")),
        (event("Snap presidential election", JUNE_9), event("Досрочные выборы", JUNE_16, language="ru")),
        (event("Trial of Ivan Petrov", JUNE_9), event("Trial of Anna Orlova", JUNE_16)),
        (event("Results to be announced", JUNE_9), event("Results to be announced", JUNE_16)),
        (event("Kenya plays Togo", JUNE_9), event("Kenya plays Ghana", JUNE_9)),
        (event("Kenya plays Togo", JUNE_9), event("Kenya plays Ghana", JUNE_16)),
        (event("Road bridge of Ridder reopens", JUNE_9), event("Road bridge of Ridder reopens", date(2019, 9, 9))),
    ],
)
def test_different_events(one: Event, other: Event) -> None:
    assert compare(one, other) is compare(other, one) is Match.DIFFERENT

"""Days in figures. Published on Thursday, 2 May 2019."""

from datetime import date

import pytest

from briefings.dates import find_dates
from briefings.text import Language

PUBLISHED = date(2019, 5, 2)


def values(text: str, language: Language) -> list[str]:
    return [mention.value for mention in find_dates(text, PUBLISHED, language)]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Submitted 09-Jun-2019 by the clerk.", ["2019-06-09"]),
        ("en", "Submitted 9-Jun-19 by the clerk.", ["2019-06-09"]),
        ("en", "It opens on June the 9th.", ["2019-06-09"]),
        ("en", "It closes on 2023/11/08.", ["2023-11-08"]),
        ("en", "It closes on 2023.11.08.", ["2023-11-08"]),
        ("ru", "Срок истекает 2019.06.09.", ["2019-06-09"]),
        ("ru", "Срок истекает 9/06/2019.", ["2019-06-09"]),
        ("en", "Deadline: 2019-06-14T18:00", ["2019-06-14T18:00"]),
        ("en", "The show: June 14, 18:00, Hall 2.", ["2019-06-14T18:00"]),
        ("ru", "Матч начнётся 14.06 в 18:00.", ["2019-06-14T18:00"]),
        ("ru", "Заявки принимаются до 20 мая 18:00.", ["2019-05-20T18:00"]),
        ("ru", "Выборы пройдут в ближайшее воскресенье, 9 июня.", ["2019-06-09"]),
        ("kk", "Сайлау алдағы жексенбіде, 9 маусымда өтеді.", ["2019-06-09"]),
        ("kk", "Ойын 14.06 күні өтеді.", ["2019-06-14"]),
        ("kk", "Ол 1.5 күн жүрді.", []),
        ("en", "Deadline: 2019-13-14T18:00", []),
        ("kk", "Мерзімі 09.06.2019 бітеді.", ["2019-06-09"]),
    ],
)
def test_days_in_figures(language: Language, text: str, expected: list[str]) -> None:
    assert values(text, language) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Talks began on 15/4/2019 and ended on 2/5/2019.", ["2019-04-15", "2019-05-02"]),
        ("en", "Talks began on 4/15/2019 and ended on 5/2/2019.", ["2019-04-15", "2019-05-02"]),
        ("en", "Talks ended on 5/2/2019. They had begun on 4/15/2019.", ["2019-05-02", "2019-04-15"]),
    ],
)
def test_the_other_dates_tell_the_order(language: Language, text: str, expected: list[str]) -> None:
    assert values(text, language) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "The app of version 10.5.2019 is out.", []),
        ("en", "The app v10.5.2019 is out.", []),
        ("ru", "Вышла версия 2.10.2019 программы.", []),
        ("ru", "Цена выросла до 12.05 доллара.", []),
        ("kk", "Бағдарламаның 2.10.2019 нұсқасы шықты.", []),
        ("kk", "Ойын 21:15 есебімен аяқталды.", []),
    ],
)
def test_versions_scores_and_sums_are_no_days(language: Language, text: str, expected: list[str]) -> None:
    assert values(text, language) == expected


def test_an_order_that_nothing_tells_is_doubtful() -> None:
    (stated,) = find_dates("It opens on 6/9/2019.", PUBLISHED, "en")
    (sure,) = find_dates("It opens on 9/9/2019.", PUBLISHED, "en")
    (russian,) = find_dates("Открытие 9/06/2019.", PUBLISHED, "ru")
    assert ["doubtful" in mention.flags for mention in (stated, sure, russian)] == [True, False, False]

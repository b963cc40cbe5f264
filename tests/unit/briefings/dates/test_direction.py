"""Which side of today a bare weekday means. Published on Thursday, 2 May 2019: Monday is 29 April or 6 May."""

from datetime import date

import pytest

from briefings.dates import find_dates
from briefings.text import Language

BEHIND, AHEAD = "2019-04-29", "2019-05-06"


def monday(text: str, language: Language) -> str:
    (mention,) = find_dates(text, date(2019, 5, 2), language)
    return mention.value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("He was detained on Monday.", BEHIND),
        ("Monday's ruling was unanimous.", BEHIND),
        ("The mayor said Monday the road would be shut.", BEHIND),
        ("It had been scheduled to expire on Monday.", BEHIND),
        ("The mayor planned to resign and did so on Monday.", BEHIND),
        ("They wrote to Petrov on Monday.", BEHIND),
        ("Voters will decide on Monday.", AHEAD),
        ("The ruling is due Monday.", AHEAD),
        ("They have until Monday.", AHEAD),
        ("It must be returned by Monday.", AHEAD),
        ("The talks are set to resume Monday.", AHEAD),
        ("A march is planned for Monday.", AHEAD),
        ("The game will be played on Monday.", AHEAD),
        ("The offer expires Monday.", AHEAD),
        ("Next Monday nothing happens.", AHEAD),
        ("Last Monday nothing happened.", BEHIND),
        ("The hearing is set for Monday.", AHEAD),
        ("The funeral is Monday.", AHEAD),
        ("The game is on Monday.", AHEAD),
        ("A verdict is likely Monday.", AHEAD),
        ("The strike goes into effect Monday.", AHEAD),
        ("Nobody took responsibility for Monday's attack.", BEHIND),
        ("The strike follows Monday's decision to close the plant.", BEHIND),
    ],
)
def test_english(text: str, value: str) -> None:
    assert monday(text, "en") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Его задержали в понедельник.", BEHIND),
        ("В понедельник суд отклонил жалобу.", BEHIND),
        ("После понедельника дорогу не закрывали.", BEHIND),
        ("Суд огласит решение в понедельник.", AHEAD),
        ("Заседание назначено на понедельник.", AHEAD),
        ("В понедельник состоится заседание.", AHEAD),
        ("Заявки принимают до понедельника.", AHEAD),
        ("Заседание перенесли на понедельник.", AHEAD),
    ],
)
def test_russian(text: str, value: str) -> None:
    assert monday(text, "ru") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Ол дүйсенбіде ұсталды.", BEHIND),
        ("Дүйсенбіде жиналыс өтті.", BEHIND),
        ("Дүйсенбіде жиналыс өтеді.", AHEAD),
        ("Сот шешімін дүйсенбіде жариялайды.", AHEAD),
        ("Өтінім дүйсенбіге дейін қабылданады.", AHEAD),
        ("Дүйсенбіде өтетін жиналысқа бәрі келді.", AHEAD),
    ],
)
def test_kazakh(text: str, value: str) -> None:
    assert monday(text, "kk") == value


def test_a_day_by_itself_is_the_next_one() -> None:
    assert monday("Monday", "en") == monday("понедельник", "ru") == monday("дүйсенбі", "kk") == AHEAD


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The mine was closed in March.", "2019-03"),
        ("The mine was closed in June.", "2018-06"),
        ("The sale is expected to be completed in March.", "2020-03"),
        ("The sale will be completed in June.", "2019-06"),
    ],
)
def test_a_verb_beside_a_month_decides(text: str, value: str) -> None:
    (mention,) = find_dates(text, date(2019, 5, 2), "en")
    assert mention.value == value

"""Two key dates that may be one, as editors see them."""

from datetime import UTC, date, datetime

import pytest

from bot.desk.key_dates.same_date_view import same_date_answered, same_date_question
from bot.locales import texts
from bot.ui.markup import plain
from bot.ui.view_context import ViewContext
from briefings.key_dates.questions import SameDateQuestion
from briefings.model.briefing import BriefingRef, When
from briefings.model.key_date import Evidence, KeyDate
from briefings.text import Language

JUNE_9 = When("2019-06-09", date(2019, 6, 9), date(2019, 6, 9), "day")
HERALD = BriefingRef(1, "Buses stop", "Herald", None, date(2019, 5, 2), "en")
QUOTE = "Drivers plan a strike on June 9."
KNOWN = KeyDate(5, "Strike", "en", None, JUNE_9, "planned", 1, (Evidence(QUOTE, "June 9", HERALD),))
NEW = KeyDate(6, "Забастовка", "ru", None, JUNE_9, "planned", 1, ())
QUESTION = SameDateQuestion(9, NEW, KNOWN)


def viewer(language: Language) -> ViewContext:
    return ViewContext(texts(language), datetime(2019, 5, 3, 4, tzinfo=UTC), "Asia/Almaty")


@pytest.mark.parametrize(
    ("language", "asked", "buttons"),
    [
        ("en", "🔗 Забастовка (in Russian): the same as Strike?", ["The same", "Another"]),
        ("ru", "🔗 Забастовка: это то же, что Strike (на английском)?", ["То же самое", "Другое"]),
        ("kk", "🔗 Забастовка (орысша): мынамен бір оқиға ма: Strike (ағылшынша)?", ["Дәл сол", "Басқа"]),
    ],
)
def test_both_are_shown_and_two_buttons_decide(language: Language, asked: str, buttons: list[str]) -> None:
    message = same_date_question(QUESTION, viewer(language))
    assert plain(message.text).splitlines()[0] == asked
    assert QUOTE in plain(message.text)
    assert [[button.label for button in row] for row in message.keyboard] == [buttons]
    assert [button.data for row in message.keyboard for button in row] == ["same:9:yes", "same:9:no"]


@pytest.mark.parametrize(
    ("same", "said"),
    [
        (True, "🔗 One key date now: Strike. Everybody sees it in their language."),
        (False, "Two key dates: Забастовка (in Russian) and Strike."),
    ],
)
def test_an_answer_can_be_taken_back(same: bool, said: str) -> None:
    message = same_date_answered(QUESTION, viewer("en"), same=same)
    assert plain(message.text) == said
    assert [button.data for row in message.keyboard for button in row] == ["ask-again:9"]

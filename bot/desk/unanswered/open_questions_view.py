"""Questions that the briefings did not answer, as editors see them."""

from bot.desk.common_view import with_undo
from bot.locales import Texts
from bot.ui.buttons import button, pager, pages_of
from bot.ui.markup import Html, join, shorten
from bot.ui.message import Button, Message
from briefings.editorial.unanswered import UnansweredPage, UnansweredQuestion

QUESTIONS_SHOWN = 5
QUESTION_LIMIT = 200


def questions_list(page: UnansweredPage, number: int, t: Texts) -> Message:
    """Show a page of open questions, each to be answered with an article or put aside; pages count from 0."""
    if not page.total:
        return Message(t("questions-none"))
    numbered = list(enumerate(page.questions, number * QUESTIONS_SHOWN + 1))
    lines = [_line(place, question, t) for place, question in numbered]
    rows = tuple(_row(place, question, t) for place, question in numbered)
    turn = pager("questions", number, pages_of(page.total, QUESTIONS_SHOWN))
    return Message(join([t("questions-title", count=page.total), *lines]), (*rows, *([turn] if turn else [])))


def put_aside(question: UnansweredQuestion, t: Texts) -> Message:
    """Say that it is off the list, with the button that brings it back."""
    return with_undo(t, t("questions-dismissed", question=_short(question)), f"question-back:{question.id}")


def ask_for_article(question: UnansweredQuestion, t: Texts) -> Message:
    """Ask for an article that answers the question."""
    return Message(join([t("questions-load", question=_short(question)), t("load-ask")]))


def _line(place: int, question: UnansweredQuestion, t: Texts) -> Html:
    return t("questions-one", number=place, question=_short(question), count=question.count)


def _row(place: int, question: UnansweredQuestion, t: Texts) -> tuple[Button, ...]:
    load = button(t, "button-question-load", f"question-load:{question.id}", number=place)
    return (load, button(t, "button-question-dismiss", f"question-dismiss:{question.id}", number=place))


def _short(question: UnansweredQuestion) -> str:
    return shorten(question.question, QUESTION_LIMIT)

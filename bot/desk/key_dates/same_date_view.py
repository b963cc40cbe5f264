"""Asking whether two key dates, told in two languages, are one; and saying what the answer did."""

from bot.desk.common_view import with_undo
from bot.desk.review.draft_view import QUOTE_LIMIT, heading
from bot.ui import dates as say
from bot.ui.buttons import button
from bot.ui.evidence import proof
from bot.ui.key_date_names import name_of
from bot.ui.markup import Html, join, shorten
from bot.ui.message import Message
from bot.ui.view_context import ViewContext
from briefings.key_dates.questions import SameDateQuestion
from briefings.model.key_date import KeyDate


def same_date_question(question: SameDateQuestion, viewer: ViewContext) -> Message:
    """Show the new key date above the one that is known, each with its sentence; two buttons decide."""
    t = viewer.t
    asked = t("same-question", name=_name(question.key_date, viewer), other=_name(question.other, viewer))
    sides = [_side(one, viewer) for one in (question.key_date, question.other)]
    same = button(t, "button-same", f"same:{question.id}:yes")
    another = button(t, "button-another", f"same:{question.id}:no")
    return Message(join([asked, *sides], "\n\n"), ((same, another),))


def same_date_answered(question: SameDateQuestion, viewer: ViewContext, *, same: bool) -> Message:
    """Say that two key dates are one now, or stay two, with the button that takes it back."""
    names = {"name": _name(question.key_date, viewer), "other": _name(question.other, viewer)}
    text = viewer.t("same-joined", name=names["other"]) if same else viewer.t("same-apart", **names)
    return with_undo(viewer.t, text, f"ask-again:{question.id}")


def _side(key_date: KeyDate, viewer: ViewContext) -> Html:
    newest = next(iter(key_date.proofs), None)
    sentence = proof(shorten(newest.quote, QUOTE_LIMIT), newest.briefing, viewer) if newest else ""
    return join([viewer.t("conflict-side", day=say.day(key_date.when, viewer)), sentence])


def _name(key_date: KeyDate, viewer: ViewContext) -> Html:
    return heading(name_of(key_date, viewer.t))

"""What became of key dates when a briefing was taken back, corrected or brought back."""

from dataclasses import dataclass
from typing import Literal

from bot.desk.review.draft_view import heading
from bot.ui import dates as say
from bot.ui.key_date_names import name_of
from bot.ui.markup import Html, join
from bot.ui.view_context import ViewContext
from briefings.model.key_date import KeyDate

Moved = Literal["date-back", "desk-moved"]
"""How a move is told: back to what others tell, or to what a correction tells now."""


@dataclass(frozen=True, slots=True)
class Effect:
    """A key date as it stands now, and how many followers are notified."""

    key_date: KeyDate
    followers: int


def effect_lines(effects: tuple[Effect, ...], viewer: ViewContext, move: Moved = "date-back") -> Html:
    """Say each move in a line, and how many key dates are withdrawn; nothing where nothing changed."""
    withdrawn = [effect for effect in effects if effect.key_date.status == "withdrawn"]
    moved = [_moved(effect, viewer, move) for effect in effects if effect not in withdrawn]
    return join([*moved, _withdrawn(withdrawn, viewer)])


def followers_told(effect: Effect, viewer: ViewContext) -> Html:
    """Say how many followers are being notified."""
    return viewer.t("followers-told", followers=effect.followers)


def _moved(effect: Effect, viewer: ViewContext, move: Moved) -> Html:
    name, day = heading(name_of(effect.key_date, viewer.t)), say.day(effect.key_date.when, viewer)
    return viewer.t(move, name=name, day=day, notified=followers_told(effect, viewer))


def _withdrawn(effects: list[Effect], viewer: ViewContext) -> Html:
    if not effects:
        return Html("")
    reported = sum(effect.followers for effect in effects)
    return join(
        [
            viewer.t("dates-withdrawn", count=len(effects)),
            viewer.t("withdrawn-told", followers=reported) if reported else "",
        ],
        " ",
    )

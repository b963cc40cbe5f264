"""What became of key dates when a briefing was taken back, corrected or brought back."""

from dataclasses import dataclass

from bot.views import when as say
from bot.views.draft import heading
from bot.views.markup import Html, join
from bot.views.moment import Moment
from briefings.key_dates.key_date import KeyDate


@dataclass(frozen=True, slots=True)
class Fate:
    """A key date as it stands now, and how many followers are told."""

    key_date: KeyDate
    followers: int


def fates_lines(fates: tuple[Fate, ...], moment: Moment) -> Html:
    """Say each move in a line, and how many key dates are withdrawn; nothing where nothing changed."""
    withdrawn = [fate for fate in fates if fate.key_date.status == "withdrawn"]
    moved = [_moved(fate, moment) for fate in fates if fate not in withdrawn]
    return join([*moved, _withdrawn(withdrawn, moment)])


def followers_told(fate: Fate, moment: Moment) -> Html:
    """Say how many followers are being told."""
    return moment.t("followers-told", followers=fate.followers)


def _moved(fate: Fate, moment: Moment) -> Html:
    name, day = heading(fate.key_date.name), say.day(fate.key_date.when, moment)
    return moment.t("date-back", name=name, day=day, told=followers_told(fate, moment))


def _withdrawn(fates: list[Fate], moment: Moment) -> Html:
    if not fates:
        return Html("")
    told = sum(fate.followers for fate in fates)
    return join(
        [
            moment.t("dates-withdrawn", count=len(fates)),
            moment.t("withdrawn-told", followers=told) if told else "",
        ],
        " ",
    )

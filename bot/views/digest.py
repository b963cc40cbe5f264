"""The digest: what is new and what lies ahead; and choosing how often it comes."""

from bot.views.buttons import button, named
from bot.views.key_dates import entry
from bot.views.markup import Html, join, link
from bot.views.message import Message
from bot.views.moment import Moment
from briefings.briefing import BriefingRef
from briefings.digests import Digest
from briefings.language.spoken import say_day
from briefings.reader import ReaderSettings

RHYTHMS = ("off", "daily", "weekly")
GAP = "\n\n"
MOST_BUTTONS = 5


def digest_message(digest: Digest, moment: Moment, *, is_group: bool = False) -> Message:
    """Show a digest that is due; one with nothing to tell is not sent at all."""
    new = [_line(briefing, moment) for briefing in digest.new]
    ahead = [entry(key_date, moment) for key_date in digest.ahead]
    title = "digest-title-group" if is_group else "digest-title"
    parts = [
        moment.t(title, day=say_day(moment.today, moment.language)),
        join([moment.t("digest-new"), *new]) if new else "",
        moment.t("digest-ahead") if ahead else "",
        *ahead,
    ]
    rows = [(named(one.title, f"briefing:{one.id}", "📰"),) for one in digest.new[:MOST_BUTTONS]]
    below = (button(moment.t, "button-dates", "dates:ahead:0"), button(moment.t, "button-digest", "digest"))
    return Message(join(parts, GAP), (*rows, below))


def choose_digest(reader: ReaderSettings, moment: Moment) -> Message:
    """Offer the rhythms."""
    now = moment.t(f"digest-{reader.digest or 'off'}")
    row = tuple(button(moment.t, f"button-digest-{rhythm}", f"digest:{rhythm}") for rhythm in RHYTHMS)
    return Message(moment.t("digest-choose", value=now), (row, (button(moment.t, "back", "settings"),)))


def digest_set(reader: ReaderSettings, moment: Moment) -> Message:
    """Say how often digests come from now on."""
    rhythm = reader.digest or "off"
    name = f"digest-set-{rhythm}" + ("-group" if reader.is_group and reader.digest else "")
    text = moment.t(name, time=f"{reader.reminder_time:%H:%M}")
    row = tuple(button(moment.t, f"button-digest-{other}", f"digest:{other}") for other in RHYTHMS if other != rhythm)
    return Message(text, (row,))


def _line(briefing: BriefingRef, moment: Moment) -> Html:
    day = say_day(briefing.published, moment.language, weekday=False) if briefing.published else ""
    return join(["• " + link(briefing.title, briefing.url), briefing.source or "", day], " · ")

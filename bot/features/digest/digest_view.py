"""The digest: what is new and what lies ahead; and choosing how often it comes."""

from bot.ui.buttons import button, named
from bot.ui.key_date_lines import entry
from bot.ui.markup import Html, join, link
from bot.ui.message import Message
from bot.ui.view_context import ViewContext
from briefings.model.briefing import BriefingRef
from briefings.model.reader import ReaderSettings
from briefings.notices.digests import Digest
from briefings.text.spoken_dates import say_day

RHYTHMS = ("off", "daily", "weekly")
GAP = "\n\n"
MOST_BUTTONS = 5


def digest_message(digest: Digest, viewer: ViewContext, *, is_group: bool = False) -> Message:
    """Show a digest that is due; one with nothing to tell is not sent at all."""
    new = [_line(briefing, viewer) for briefing in digest.new]
    ahead = [entry(key_date, viewer) for key_date in digest.ahead]
    title = "digest-title-group" if is_group else "digest-title"
    parts = [
        viewer.t(title, day=say_day(viewer.today, viewer.language)),
        join([viewer.t("digest-new"), *new]) if new else "",
        viewer.t("digest-ahead") if ahead else "",
        *ahead,
    ]
    rows = [(named(one.title, f"briefing:{one.id}", "📰"),) for one in digest.new[:MOST_BUTTONS]]
    below = (button(viewer.t, "button-dates", "dates:ahead:0"), button(viewer.t, "button-digest", "digest"))
    return Message(join(parts, GAP), (*rows, below))


def choose_digest(reader: ReaderSettings, viewer: ViewContext) -> Message:
    """Offer the rhythms."""
    now = viewer.t(f"digest-{reader.digest or 'off'}")
    row = tuple(button(viewer.t, f"button-digest-{rhythm}", f"digest:{rhythm}") for rhythm in RHYTHMS)
    return Message(viewer.t("digest-choose", value=now), (row, (button(viewer.t, "back", "settings"),)))


def digest_set(reader: ReaderSettings, viewer: ViewContext) -> Message:
    """Say how often digests come from now on."""
    rhythm = reader.digest or "off"
    name = f"digest-set-{rhythm}" + ("-group" if reader.is_group and reader.digest else "")
    text = viewer.t(name, time=f"{reader.reminder_time:%H:%M}")
    row = tuple(button(viewer.t, f"button-digest-{other}", f"digest:{other}") for other in RHYTHMS if other != rhythm)
    return Message(text, (row,))


def _line(briefing: BriefingRef, viewer: ViewContext) -> Html:
    day = say_day(briefing.published, viewer.language, weekday=False) if briefing.published else ""
    return join(["• " + link(briefing.title, briefing.url), briefing.source or "", day], " · ")

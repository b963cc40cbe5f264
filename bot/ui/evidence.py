"""A quote and where it comes from: the proof below everything the bot says."""

from zoneinfo import ZoneInfo

from bot.ui.markup import Html, bold, escape, join, link, quote
from bot.ui.view_context import ViewContext
from briefings.model.briefing import BriefingRef
from briefings.model.key_date import Evidence, KeyDate
from briefings.text.spoken_dates import say_day


def proof(sentence: str, briefing: BriefingRef, viewer: ViewContext) -> Html:
    """Return the sentence as a quotation, with its source below."""
    return join([quote(sentence) if sentence else "", source(briefing, viewer)])


def marked(sentence: str, start: int | None, end: int | None) -> Html:
    """Return the sentence with the stretch that answers in bold; without one nothing is marked."""
    if start is None or end is None or not 0 <= start < end <= len(sentence):
        return escape(sentence)
    return Html(escape(sentence[:start]) + bold(sentence[start:end]) + escape(sentence[end:]))


def marked_mention(evidence: Evidence) -> Html:
    """Return the sentence that proves a key date, the words that name the time in bold."""
    start = evidence.quote.find(evidence.mention)
    return marked(evidence.quote, start, start + len(evidence.mention))


def moved_by_hand(key_date: KeyDate, viewer: ViewContext) -> Html:
    """Say on which day the editors moved it, where no briefing tells its date; nothing otherwise."""
    if key_date.moved_by_hand_at is None:
        return Html("")
    day = key_date.moved_by_hand_at.astimezone(ZoneInfo(viewer.zone)).date()
    return viewer.t("moved-by-hand", day=say_day(day, viewer.language, weekday=False))


def newest_proof(key_date: KeyDate, viewer: ViewContext) -> Html:
    """Return what proves its present date: who moved it, the newest sentence that tells it, and its source.

    A sentence in the reader's language comes before newer ones in others.
    """
    by_hand, newest = moved_by_hand(key_date, viewer), key_date.proof(viewer.language)
    if newest is None:
        return by_hand
    told = proof(marked_mention(newest), newest.briefing, viewer)
    return join([by_hand, told, stale_warning(newest.briefing, viewer)])


def source(briefing: BriefingRef, viewer: ViewContext) -> Html:
    """Return title, source and as of when, in a line."""
    return join([link(briefing.title, briefing.url), briefing.source or "", as_of(briefing, viewer)], " · ")


def as_of(briefing: BriefingRef, viewer: ViewContext) -> Html:
    """Say as of when the briefing tells."""
    if briefing.published is None:
        return viewer.t("as-of-unknown")
    return viewer.t("as-of", date=say_day(briefing.published, viewer.language, weekday=False))


def stale_warning(briefing: BriefingRef, viewer: ViewContext) -> Html:
    """Warn of old news; nothing where it is fresh."""
    if briefing.published is None:
        return viewer.t("stale-undated")
    if (viewer.today - briefing.published).days <= viewer.stale_days:
        return Html("")
    return viewer.t("stale", date=say_day(briefing.published, viewer.language, weekday=False))

"""A quote and where it comes from: the proof below everything the bot says."""

from bot.views.markup import Html, bold, escape, join, link, quote
from bot.views.moment import Moment
from briefings.briefing import BriefingRef
from briefings.key_dates.key_date import Evidence
from briefings.language.spoken import say_day


def proof(sentence: str, briefing: BriefingRef, moment: Moment) -> Html:
    """Return the sentence as a quotation, with its source below."""
    return join([quote(sentence) if sentence else "", source(briefing, moment)])


def marked(sentence: str, start: int | None, end: int | None) -> Html:
    """Return the sentence with the stretch that answers in bold; without one nothing is marked."""
    if start is None or end is None or not 0 <= start < end <= len(sentence):
        return escape(sentence)
    return Html(escape(sentence[:start]) + bold(sentence[start:end]) + escape(sentence[end:]))


def marked_mention(evidence: Evidence) -> Html:
    """Return the sentence that proves a key date, the words that name the time in bold."""
    start = evidence.quote.find(evidence.mention)
    return marked(evidence.quote, start, start + len(evidence.mention))


def source(briefing: BriefingRef, moment: Moment) -> Html:
    """Return title, source and as of when, in a line."""
    return join([link(briefing.title, briefing.url), briefing.source or "", as_of(briefing, moment)], " · ")


def as_of(briefing: BriefingRef, moment: Moment) -> Html:
    """Say as of when the briefing tells."""
    if briefing.published is None:
        return moment.t("as-of-unknown")
    return moment.t("as-of", date=say_day(briefing.published, moment.language, weekday=False))


def stale_warning(briefing: BriefingRef, moment: Moment) -> Html:
    """Warn of old news; nothing where it is fresh."""
    if briefing.published is None:
        return moment.t("stale-undated")
    if (moment.today - briefing.published).days <= moment.stale_days:
        return Html("")
    return moment.t("stale", date=say_day(briefing.published, moment.language, weekday=False))

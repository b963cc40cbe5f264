"""Why an answer was given or withheld: for editors."""

from bot.locales import Texts
from bot.ui.markup import Html, escape, italic, join, quote, shorten
from bot.ui.message import Message
from briefings.answers.findings import Explanation, Verdict

MOST_VERDICTS = 6
QUOTE_LIMIT = 300
"""characters of a passage that are shown"""


def explanation_message(explanation: Explanation, t: Texts) -> Message:
    """Show what was understood, and what was thought of the best passages."""
    verdicts = [_verdict(verdict, t) for verdict in explanation.verdicts[:MOST_VERDICTS]]
    return Message(join([_understood(explanation, t), *verdicts], "\n\n"))


def _understood(explanation: Explanation, t: Texts) -> Html:
    corrected = ", ".join(f"{typed} → {meant}" for typed, meant in explanation.corrected.items())
    period = " – ".join(day.isoformat() for day in explanation.period) if explanation.period else ""
    lines = [
        t("why-title"),
        t("why-kind", kind=explanation.kind, language=explanation.language),
        t("why-terms", terms=", ".join(explanation.terms)) if explanation.terms else "",
        t("why-corrected", corrected=corrected) if corrected else "",
        t("why-period", period=period) if period else "",
        t("why-reason", reason=explanation.reason, threshold=f"{explanation.threshold:.2f}"),
    ]
    return join(lines)


def _verdict(verdict: Verdict, t: Texts) -> Html:
    ranks = t("why-ranks", words=_rank(verdict.rank_by_words), meaning=_rank(verdict.rank_by_meaning))
    lines = [
        t("why-score", score=f"{verdict.score:.2f}", reason=verdict.reason),
        italic(ranks),
        t("why-read", read=verdict.read) if verdict.read else "",
        t("why-unmet", unmet=", ".join(verdict.unmet)) if verdict.unmet else "",
        quote(escape(shorten(verdict.quote, QUOTE_LIMIT))),
    ]
    return join(lines)


def _rank(rank: int | None) -> str:
    return "–" if rank is None else str(rank)

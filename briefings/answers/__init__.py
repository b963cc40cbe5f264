"""Answers that prove themselves: a question in plain words, answered by sentences of the published briefings."""

from briefings.answers.engine import Answers, AnswerSettings
from briefings.answers.findings import (
    MOST_FINDINGS,
    Answer,
    Computed,
    Explanation,
    Finding,
    Kind,
    Superseded,
    Verdict,
)
from briefings.model.briefing import BriefingRef

__all__ = [
    "MOST_FINDINGS",
    "Answer",
    "AnswerSettings",
    "Answers",
    "BriefingRef",
    "Computed",
    "Explanation",
    "Finding",
    "Kind",
    "Superseded",
    "Verdict",
]

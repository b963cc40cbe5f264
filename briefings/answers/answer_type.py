"""Whether a passage has the sort of thing that a question asks for: a date, a number, a name, a reason."""

import re
from typing import Final

from briefings.answers.findings import Kind
from briefings.answers.passage_context import PassageContext
from briefings.answers.question import Question
from briefings.text import tokens
from briefings.text.terms import CONCEPT_MARK

_NUMBER: Final = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?|thousands?|millions?|"
    r"several|half|twice|"
    r"оди?н\w*|дв[ауе]\w*|тр[ие]\w*|четыр\w+|пят\w+|шест\w+|сем[ьи]\w*|вос[е]?м\w+|девят\w+|десят\w*|сотн\w+|тысяч\w*|"
    r"миллион\w*|половин\w+|несколько|"
    r"бір\w*|екі\w*|үш\w*|төрт\w*|бес\w*|алты\w*|жеті\w*|сегіз\w*|тоғыз\w*|он\w*|жүз\w*|мың\w*|бірнеше|жарты\w*)\b",
    re.IGNORECASE,
)
_YEAR: Final = re.compile(r"\b\d{3,4}\b|\bcentur|\bвек\w*\b|\bғасыр")
_REASON: Final = re.compile(
    r"\b(?:because|since|due|as|so|after|over|for|to|caus\w+|led|reason\w*|owing|thus|therefore|"
    r"потому|поскольку|так как|из-за|чтобы|ради|за|после|причин\w*|вследствие|благодаря|поэтому|"
    r"себебі|үшін|сондықтан|кейін|байланысты|өйткені|нәтижесінде|арқасында|салдарынан)\b|\b\w+(?:дықтан|діктен|тықтан|тіктен)\b",
    re.IGNORECASE,
)
_PEOPLE: Final = frozenset(CONCEPT_MARK + one for one in ("protest", "activist", "police", "opposition", "foreigner"))


def fits(question: Question, around: PassageContext) -> bool:
    """Whether the passage could answer this kind of question at all."""
    return _fits(question.kind, question, around)


def _fits(kind: Kind, question: Question, around: PassageContext) -> bool:
    text = around.passage.text
    if kind in {"when", "countdown"}:
        return bool(around.passage.dates) or _YEAR.search(text) is not None
    if kind in {"how_many", "how_long"}:
        return _NUMBER.search(text) is not None
    if kind == "why":
        return _REASON.search(text) is not None
    if kind == "who":
        return bool(around.own & _PEOPLE) or _names_another(question, text)
    return kind != "where" or _names_another(question, text)


def _names_another(question: Question, text: str) -> bool:
    """Whether the text has a capitalised word that the question does not have."""
    asked = question.text.casefold()
    return any(word.text[0].isupper() and word.text.casefold() not in asked for word in tokens(text)[1:])

"""What a passage must meet to answer at all, and what makes it doubtful: another day, another place."""

import re
from typing import Final, Literal

from briefings.answers.findings import Kind
from briefings.answers.locations import places_in
from briefings.answers.passage_context import PassageContext
from briefings.answers.question import Question
from briefings.answers.windows import Read
from briefings.text.terms import CONCEPT_MARK, NAME_MARK, Name, Term
from briefings.text.transliteration import name_keys

Doubt = Literal["narrower", "another_period", "other_place"]

CONTRASTS: Final = (
    frozenset({"presidential", "parliamentary", "local", "referendum"}),
    frozenset({"win", "lose"}),
    frozenset({"rise", "fall"}),
    frozenset({"buy", "sell"}),
    frozenset({"arrest", "release"}),
    frozenset({"kill", "injure"}),
    frozenset({"daughter", "son", "wife"}),
    frozenset({"oil", "gas"}),
)
"""Concepts that may stand in the same place and mean something else."""

OUTCOMES: Final = frozenset({"win", "lose"})

STRICT: Final = frozenset({"parliamentary", "local", "referendum", "turnout", "resign", "kill", "injure", "born"})
"""Concepts that narrow what is asked: without them a sentence is about something else."""

FOUNDERS: Final = frozenset({"found"})
"""Narrows "who": whoever leads a thing has not founded it."""

LONGEST_STRICT: Final = 31
"""Days: a question about a longer period is met, or not, by more than dates."""

_LIFE: Final = re.compile(r"\w \([^()]*\b\d{3,4}\b")
"""Years in brackets right behind a name tell when somebody was born: Abai (1845–1904)."""

_NOW: Final = re.compile(r"\b(?:today|now|currently|nowadays|сегодня|сейчас|ныне|бүгін\w*|қазір\w*)\b", re.IGNORECASE)
"""Words that in a question mean the present in general."""

_OWNER: Final = re.compile(r"(?P<name>[^\W\d_a-zа-яёәғқңөұүһі][\w’'-]{1,60})(?:,| \() ?$")
"""A name right before a figure in apposition."""

_OUTCOME: Final = re.compile(
    r"\b(?:won|wins?|lost|loses?|defeated|beat(?:s|en|ing)?|"
    r"выиграл\w*|победил\w*|обыграл\w*|проиграл\w*|жеңді|жеңіп|жеңіске|ұтты|ұтып|ұтылды|жеңілді)\b",
    re.IGNORECASE,
)
_OUTCOME_KINDS: Final[frozenset[Kind]] = frozenset({"who", "when", "how_many", "yes_no", "what"})
_EXPECTED: Final = {
    "en": r"expect\w*|likely|certain|will|would|could|may|might|hope\w*|predict\w*|forecast\w*|to win|poised",
    "ru": r"ожида\w+|вероятн\w+|наверняка|скорее всего|может|могут|победит|прогноз\w*|должен|надее\w+",
    "kk": r"күтіл\w*|мүмкін|болжам\w*|ықтимал\w*|үміт\w*",
}
_EXPECTATION: Final = re.compile(rf"\b(?:{'|'.join(_EXPECTED.values())})\b", re.IGNORECASE)


def unmet(question: Question, around: PassageContext) -> tuple[str, ...]:
    """Name what forbids a passage to answer: a name told nowhere, a word that excludes what is asked, no outcome."""
    absent = [name for name in question.names if not _meets_name(name, question, around)]
    missing = [" ".join(term.text for term in name) for name in absent]
    missing += [term.text for term in question.terms if _is_contrasted(term, question, around)]
    if _asks_outcome(question) and not _tells_outcome(around):
        missing.append("no outcome told")
    return tuple(dict.fromkeys(missing))


def doubts(question: Question, around: PassageContext) -> dict[Doubt, bool]:
    """Say which other conditions neither the passage nor what surrounds it meets: these weigh, and forbid nothing."""
    strict = STRICT | FOUNDERS if question.kind == "who" else STRICT
    return {
        "narrower": any(term.concepts & strict and not _tells_strictly(term, around) for term in question.terms),
        "another_period": not _meets_period(question, around),
        "other_place": is_elsewhere(question, around),
    }


def _meets_name(name: Name, question: Question, around: PassageContext) -> bool:
    """Across languages a name may be a translation (США, USA), so that there only the score counts it."""
    across = question.language != around.briefing.language
    return across or all(term.is_acronym for term in name) or around.names_anywhere(name)


def _tells_strictly(term: Term, around: PassageContext) -> bool:
    told_by_years = "born" in term.concepts and _LIFE.search(around.passage.text) is not None
    return told_by_years or around.tells_nearby(term)


def _is_contrasted(term: Term, question: Question, around: PassageContext) -> bool:
    """Whether the passage has, in a term's place, a concept that excludes it and that the question does not name."""
    if around.tells(term):
        return False
    asked = {concept for one in question.terms for concept in one.concepts}
    told = {stem[1:] for stem in around.own if stem.startswith(CONCEPT_MARK)}
    return any(term.concepts & others and (others & told) - asked for others in CONTRASTS)


def _meets_period(question: Question, around: PassageContext) -> bool:
    period = question.period
    if period is None or period.since or period.days > LONGEST_STRICT or _NOW.fullmatch(period.text):
        return True
    return tells_period(question, around)


def tells_period(question: Question, around: PassageContext) -> bool:
    """Whether a date in or around the passage touches the question's period; without a period it is so."""
    period = question.period
    if period is None or any(period.meets(mention.first, mention.last) for mention in around.nearby_dates):
        return True
    published = around.published
    return not around.passage.dates and published is not None and period.meets(published, published)


def is_elsewhere(question: Question, around: PassageContext) -> bool:
    """Whether the question names a place and a passage in its language names only others."""
    if question.language != around.briefing.language:
        return False
    asked = list(places_in(question.text, question.language))
    told = list(places_in(around.passage.text, question.language))
    if not asked or not told:
        return False
    own = frozenset(stem[1:] for stem in around.own if stem.startswith(NAME_MARK))
    return any(place and not place & own for place in asked)


def tells_counted(question: Question, around: PassageContext) -> bool:
    """Whether the passage tells what is to be counted; it is so where nothing is."""
    counted = question.counted
    return counted is None or around.tells(counted)


def _asks_outcome(question: Question) -> bool:
    asked = question.kind in _OUTCOME_KINDS and _OUTCOME.search(question.text) is not None
    return asked and not _EXPECTATION.search(question.text)


def _tells_outcome(around: PassageContext) -> bool:
    told = {stem[1:] for stem in around.own if stem.startswith(CONCEPT_MARK)}
    is_told = bool(told & OUTCOMES) or _OUTCOME.search(around.passage.text) is not None
    return is_told and not _EXPECTATION.search(around.passage.text)


def told_of_another(question: Question, around: PassageContext, mark: Read) -> str | None:
    """Return the name that a figure stands right behind ("Nazarbaev, 78,"), where it is none that was asked for."""
    if question.kind not in {"how_many", "how_long"} or not question.names:
        return None
    owner = _OWNER.search(around.passage.text[: mark.start])
    if owner is None or question.language != around.briefing.language:
        return None
    asked = {key for name in question.names for term in name for key in term.index_stems}
    known = any(NAME_MARK + key in asked for key in name_keys(owner["name"]))
    return None if known else owner["name"]

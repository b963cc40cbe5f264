"""Which days ahead are proposed as key dates, and what speaks against one that is only offered."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from briefings.dates.mention import DateMention
from briefings.key_dates.detection.clause_names.clause import QUOTES, clause_around, never
from briefings.key_dates.detection.clause_names.english import is_verb_ahead
from briefings.key_dates.detection.clause_names.kazakh import tells_future
from briefings.key_dates.detection.clause_words import Word
from briefings.key_dates.detection.clauses import TIES
from briefings.text.detection import Language
from briefings.text.morphology import readings

WEEK = timedelta(days=7)
FARTHEST_AHEAD = timedelta(days=731)
DAYS = frozenset({"minute", "hour", "part", "day"})
STRETCHES = frozenset({"weekend", "week", "month"})
MOST_ASIDE = 3
MOST_AROUND = 20
"""Words before and after a day that may speak against it."""
_SAYING: dict[Language, tuple[str, ...]] = {
    "en": ("said", "says", "told", "announced", "reported", "wrote", "according"),
    "ru": ("сообщ", "заяви", "сказал", "рассказ", "отмети", "переда", "опубликова"),
    "kk": ("хабарла", "мәлімде", "айт", "деді", "дейді"),
}
_WISHING = frozenset("want wants wanted unless хочет хотят хотел хотела хотели просит просят".split())
SHORTEST_PAST = 4
PAST_VERBS = frozenset(
    "was were had did said told began came went met held gave found saw took left brought sold sent spent won lost "
    "fell rose broke spoke wrote ran hit cut put died paid stood struck made became kept led heard felt".split()
)
_PASSIVE = frozenset("be been being is are remain remains stay the a an and".split())
PAST_KAZAKH = frozenset("болды өтті келді берді кетті айтты деді еді".split())
_DETERMINERS = frozenset("the a an its their his her our this".split())
_BEGUN = frozenset("began started continued failed tried managed refused used came went".split())
"""Verbs whose infinitive has happened too: "began to rise", but "agreed to meet"."""
_SAID_AHEAD = frozenset({"would"})
_ALLOWED = frozenset("may can могут может мүмкін".split())
_UNTIL = frozenset("until till by through до дейін".split())
_OPENING, _CLOSING = frozenset("«“„"), frozenset("»”")
_AS_OF = (("по", "состоянию"), ("as", "of", "the", "end"))
_THAT = ("that", "того", "той", "сол")
"""In a mention: a year or day that another sentence told."""


def is_proposed(
    words: Sequence[Word], place: tuple[int, int], mention: DateMention, published: date | None, language: Language
) -> bool:
    """Whether nothing speaks against this day ahead; `place` is its first and last (exclusive) word."""
    if mention.first is None or _is_far(mention.first, published) or _is_taken_up(mention):
        return False
    if _is_doubtful(words, place, language) or _is_as_of(words, place[0]) or _is_in_title(words, *place):
        return False
    if not _is_bound(words, place, mention, language) and looks_back(words, *place, language):
        return False
    return mention.precision in DAYS or (mention.precision in STRETCHES and _has_verb(words, *place, language))


def other_side(mention: DateMention, published: date | None) -> DateMention:
    """A weekday that may as well be the coming one as that: what is doubtful is shown to the editor as a day ahead."""
    if published is None or mention.first is None or mention.last is None or mention.last >= published:
        return mention
    if "doubtful" not in mention.flags or "weekday" not in mention.rule or published - mention.first >= WEEK:
        return mention
    first, last = mention.first + WEEK, mention.last + WEEK
    value = mention.value.replace(mention.first.isoformat(), first.isoformat(), 1)
    return replace(mention, value=value, first=first, last=last)


def compares(words: Sequence[Word], last: int) -> bool:
    """Whether what words[:last] end with is measured against another time: "a week later than planned"."""
    follows = (word.lower for word in words[last : last + 2] if word.text != ",")
    return next(follows, "") in ("than", "чем")


def looks_back(words: Sequence[Word], first: int, last: int, language: Language) -> bool:
    """Whether the verb nearest to a day is one of the past: what was read as a day ahead may lie behind."""
    start, end = clause_around(words, first, last, never)
    before = range(first - 1, max(start, first - MOST_AROUND) - 1, -1)
    after = range(last, min(end, last + MOST_AROUND))
    near = (*after, *before) if language == "kk" else (*before, *after)
    tenses = (_TENSES[language](words, at) for at in near if words[at].is_word)
    return next((tense for tense in tenses if tense), "") == "past"


def _is_bound(words: Sequence[Word], place: tuple[int, int], mention: DateMention, language: Language) -> bool:
    """Whether a verb of the past leaves it ahead: something lasts until then; in English only weekdays are loose."""
    if language == "en" and "weekday" not in mention.rule:
        return True
    return any(word.lower in _UNTIL for word in (*words[max(0, place[0] - 1) : place[0]], *words[place[1] :][:1]))


def _has_verb(words: Sequence[Word], first: int, last: int, language: Language) -> bool:
    around = _clause(words, first, last)
    return any(_TENSES[language](around, at) for at, word in enumerate(around) if word.is_word)


def _english_tense(words: Sequence[Word], at: int) -> str:
    lower = words[at].lower
    before, earlier = (words[place].lower if place >= 0 else "" for place in (at - 1, at - 2))
    if before in _DETERMINERS or (before == "to" and earlier in _BEGUN):
        return ""
    if lower != "to" and (is_verb_ahead(lower) or lower.startswith(TIES["en"].ahead)):
        return "ahead"
    is_participle = any(word.lower in _PASSIVE for word in words[max(0, at - 2) : at])
    if is_participle or not (lower in PAST_VERBS or _is_past_form(words[at])):
        return ""
    return "past"


def _is_past_form(word: Word) -> bool:
    return word.text.islower() and word.lower.endswith("ed") and len(word.text) > SHORTEST_PAST


def _russian_tense(words: Sequence[Word], at: int) -> str:
    word = words[at]
    tag = readings(word.lower)[0].tag
    if word.lower.startswith(TIES["ru"].ahead):
        return "ahead"
    if tag.POS != "VERB":
        return "ahead" if tag.POS in ("PRTS", "INFN", "PRED") else ""
    return "past" if tag.tense == "past" else "ahead"


def _kazakh_tense(words: Sequence[Word], at: int) -> str:
    word = words[at]
    if tells_future(word.lower) or word.lower.startswith(TIES["kk"].ahead):
        return "ahead"
    return (
        "past" if word.lower in PAST_KAZAKH or word.lower.endswith(("лды", "лді", "нды", "нді", "сты", "сті")) else ""
    )


_TENSES: dict[Language, Callable[[Sequence[Word], int], str]] = {
    "en": _english_tense,
    "ru": _russian_tense,
    "kk": _kazakh_tense,
}


def looks_ahead(words: Sequence[Word], first: int, last: int, language: Language) -> bool:
    """Whether the clause around a day tells what will happen, and not when something was said."""
    around = [word for word in _clause(words, first, last) if word.is_word]
    if any(word.lower.startswith(_SAYING[language]) for word in around):
        return False
    return any(_is_ahead(word.lower, language) for word in around)


def _is_ahead(word: str, language: Language) -> bool:
    if word.startswith(TIES[language].ahead):
        return True
    if language == "ru":
        return bool(readings(word)[0].tag.tense == "futr")
    return language == "kk" and tells_future(word)


def _clause(words: Sequence[Word], first: int, last: int) -> Sequence[Word]:
    start, end = clause_around(words, first, last, never)
    return [*words[max(start, first - MOST_AROUND) : first], *words[last : min(end, last + MOST_AROUND)]]


def _aside(words: Sequence[Word], place: tuple[int, int]) -> Sequence[Word]:
    """A word or two between commas right before the clause: «рынок, возможно, закроют»."""
    start, _ = clause_around(words, *place, never)
    return words[max(0, start - MOST_ASIDE) : start]


def _is_far(first: date, published: date | None) -> bool:
    return published is not None and first - published > FARTHEST_AHEAD


def _is_taken_up(mention: DateMention) -> bool:
    return any(word in _THAT for word in mention.text.lower().split())


def _is_doubtful(words: Sequence[Word], place: tuple[int, int], language: Language) -> bool:
    """Whether a word makes it uncertain: not "said it would", nor "may apply until"."""
    around = [*words[:1], *_aside(words, place), *_clause(words, *place)]
    doubting = TIES[language].doubting | _WISHING
    if any(word.lower.startswith(_SAYING[language]) for word in words):
        doubting -= _SAID_AHEAD
    if any(word.lower in _UNTIL for word in words[max(0, place[0] - 2) : place[0]]):
        doubting -= _ALLOWED
    return any(word.is_word and word.lower in doubting for word in around)


def _is_as_of(words: Sequence[Word], first: int) -> bool:
    before = tuple(word.lower for word in words[max(0, first - 5) : first])
    return any(phrase == before[at : at + len(phrase)] for phrase in _AS_OF for at in range(len(before)))


def _is_in_title(words: Sequence[Word], first: int, last: int) -> bool:
    """Whether the day is all, or the beginning, of a title in quotation marks."""
    inside = first > 0 and last < len(words)
    return inside and words[first - 1].text in QUOTES - _CLOSING and words[last].text in QUOTES - _OPENING

"""Which days ahead are proposed as key dates, and what speaks against one that is only offered."""

from collections.abc import Sequence
from datetime import date, timedelta

from briefings.dates.mention import DateMention
from briefings.key_dates.detection.clause_names.clause import QUOTES, clause_around, never
from briefings.key_dates.detection.clause_names.kazakh import tells_future
from briefings.key_dates.detection.clause_words import Word
from briefings.key_dates.detection.clauses import TIES
from briefings.text.detection import Language
from briefings.text.morphology import readings

FARTHEST_AHEAD = timedelta(days=731)
DAYS = frozenset({"minute", "hour", "part", "day"})
STRETCHES = frozenset({"weekend", "week", "month", "season", "quarter"})
MOST_AROUND = 20
"""Words before and after a day that may speak against it."""
_SAYING: dict[Language, tuple[str, ...]] = {
    "en": ("said", "says", "told", "announced", "reported", "wrote", "according"),
    "ru": ("сообщ", "заяви", "сказал", "рассказ", "отмети", "переда", "опубликова"),
    "kk": ("хабарла", "мәлімде", "айт", "деді", "дейді"),
}
_WISHING = frozenset("want wants wanted unless хочет хотят хотел хотела хотели просит просят".split())
_AS_OF = (("по", "состоянию"), ("as", "of", "the", "end"))
_THAT = ("that", "того", "той", "сол")
"""In a mention: a year or day that another sentence told."""


def is_proposed(
    words: Sequence[Word], place: tuple[int, int], mention: DateMention, published: date | None, language: Language
) -> bool:
    """Whether nothing speaks against this day ahead; `place` is its first and last (exclusive) word."""
    if mention.first is None or _is_far(mention.first, published) or _is_taken_up(mention):
        return False
    around = _clause(words, *place)
    if _is_doubtful([*words[:1], *around], language) or _is_as_of(words, place[0]) or _is_in_title(words, *place):
        return False
    if mention.precision in DAYS:
        return True
    return mention.precision in STRETCHES and looks_ahead(words, *place, language)


def compares(words: Sequence[Word], last: int) -> bool:
    """Whether what words[:last] end with is measured against another time: "a week later than planned"."""
    follows = (word.lower for word in words[last : last + 2] if word.text != ",")
    return next(follows, "") in ("than", "чем")


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


def _is_far(first: date, published: date | None) -> bool:
    return published is not None and first - published > FARTHEST_AHEAD


def _is_taken_up(mention: DateMention) -> bool:
    return any(word in _THAT for word in mention.text.lower().split())


def _is_doubtful(around: Sequence[Word], language: Language) -> bool:
    doubting = TIES[language].doubting | _WISHING
    return any(word.is_word and word.lower in doubting for word in around)


def _is_as_of(words: Sequence[Word], first: int) -> bool:
    before = tuple(word.lower for word in words[max(0, first - 5) : first])
    return any(phrase == before[at : at + len(phrase)] for phrase in _AS_OF for at in range(len(before)))


def _is_in_title(words: Sequence[Word], first: int, last: int) -> bool:
    """Whether the day is all, or the beginning, of a title in quotation marks."""
    return first > 0 and last < len(words) and words[first - 1].text in QUOTES and words[last].text in QUOTES

"""The clause that tells of a day, cut out of its sentence, and words put together again as a name."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from briefings.dates.mention import DateMention
from briefings.key_dates.detection.clause_words import Word

MARKS = frozenset(",;:—–-()[]!?…/•|")
QUOTES = frozenset('"“”„«»')
LONGEST_TITLE = 8
"""Words in quotation marks that are a title or a name, and no speech."""
LONGEST_ASIDE = 3
"""Words in brackets that a name does without."""
JOINING = frozenset({",", "and", "or", "/", "и", "или", "а", "также", "және", "мен", "әрі"})
"""What stands between days of which the same is told."""
SHORT = 3
"""Letters of a word that may carry only grammar."""
LEADING_MARKS = frozenset("-–—:")
"""What stands before a day that the words before it are about: "Deadline: June 5"."""
FOLLOWING_MARKS = LEADING_MARKS | {","}
_BESIDE_DAYS = frozenset(
    "дейін бастап кейін күні қарай года году утром вечером until from till before after beginning starting "
    "effective начиная позднее".split()
)
_DAYS = frozenset({"minute", "hour", "part", "day"})
_LEFT = frozenset("(«“„")
_RIGHT = frozenset(")»”,;:.!?%…")

Opens = Callable[[Sequence[Word], int], bool]
"""Whether a clause begins with the word at this place."""


@dataclass(frozen=True, slots=True)
class Clause:
    """The clause that a day stands in: where it begins, and its words before and after the day."""

    start: int
    before: Sequence[Word]
    after: Sequence[Word]


def clause_of(words: Sequence[Word], first: int, last: int, opens: Opens) -> Clause:
    """The clause that words[first:last], a day, belong to; of days in a row, the clause of all of them.

    Where it is empty, the day stands apart behind a mark: what comes after it tells it, else what comes before.
    """
    first, last = _first_of_row(words, first), _last_of_row(words, last)
    start, end = clause_around(words, first, last, opens)
    if _tells(words[start:first]) or _tells(words[last:end]):
        return Clause(start, words[start:first], words[last:end])
    is_led = start > 0 and words[start - 1].text in LEADING_MARKS
    if not is_led and end < len(words) and words[end].text in FOLLOWING_MARKS and _is_long(words, end + 1, opens):
        return Clause(end + 1, (), words[end + 1 : clause_around(words, end + 1, end + 1, opens)[1]])
    stop = before_days(words, max(0, start - 1))
    before = clause_start(words, stop, opens)
    return Clause(before, words[before:stop], ())


def _is_long(words: Sequence[Word], start: int, opens: Opens) -> bool:
    return clause_around(words, start, start, opens)[1] - start > 1


def _tells(words: Sequence[Word]) -> bool:
    return any(len(word.text) > SHORT and word.text.isalpha() and word.lower not in _BESIDE_DAYS for word in words)


def _first_of_row(words: Sequence[Word], first: int) -> int:
    """Where the days begin that the one before words[first:] is the last of."""
    at = first
    while at > 0 and words[at - 1].lower in JOINING:
        at -= 1
    if at in (first, 0) or not is_day(words[at - 1].reported):
        return first
    reported = words[at - 1].reported
    while at > 0 and words[at - 1].reported is reported:
        at -= 1
    return _first_of_row(words, at)


def _last_of_row(words: Sequence[Word], last: int) -> int:
    at = last
    while at < len(words) and words[at].lower in JOINING:
        at += 1
    if at == last or at == len(words) or not is_day(words[at].reported):
        return last
    reported = words[at].reported
    while at < len(words) and words[at].reported is reported:
        at += 1
    return _last_of_row(words, at)


def before_days(words: Sequence[Word], end: int) -> int:
    """Where the days end (begin, read backwards) that words[:end] end with: what stands before them goes on after."""
    while end > 0 and is_day(words[end - 1].reported):
        end -= 1
    return end


def is_label(clause: Clause, labels: frozenset[str]) -> bool:
    """Whether the day only answers a label: "When: Saturday"; what happens then is the article's own event."""
    words = [word.lower for word in (*clause.before, *clause.after) if word.is_word]
    return bool(words) and words[0] in labels and len(words) <= 2


def is_day(reported: DateMention | None) -> bool:
    """Whether a mention names a day or a time on one, and not a year or a length of time."""
    return reported is not None and reported.first is not None and reported.precision in _DAYS


def without_asides(words: Sequence[Word]) -> list[Word]:
    """The words without a few in brackets: "Amur (Khabarovsk)"."""
    kept: list[Word] = []
    at = 0
    while at < len(words):
        at = _after_aside(words, at)
        if at < len(words):
            kept.append(words[at])
        at += 1
    return kept


def _after_aside(words: Sequence[Word], at: int) -> int:
    if words[at].text != "(":
        return at
    for end in range(at + 1, min(len(words), at + LONGEST_ASIDE + 2)):
        if words[end].reported is not None:
            return at
        if words[end].text == ")":
            return end + 1
    return at


def clause_around(words: Sequence[Word], first: int, last: int, opens: Opens) -> tuple[int, int]:
    """The words (end exclusive) of the clause that words[first:last] stand in."""
    titles = _titled(words)
    return clause_start(words, first, opens, titles), _clause_end(words, last, opens, titles)


def clause_start(words: Sequence[Word], end: int, opens: Opens, titles: frozenset[int] | None = None) -> int:
    """Where the clause begins that goes on until words[end]."""
    titles = _titled(words) if titles is None else titles
    start = end
    while start > 0 and not _breaks(words, start - 1, titles):
        start -= 1
        if opens(words, start):
            break
    return start


def _clause_end(words: Sequence[Word], start: int, opens: Opens, titles: frozenset[int]) -> int:
    end = start
    while end < len(words) and not _breaks(words, end, titles) and not opens(words, end):
        end += 1
    return end


def _breaks(words: Sequence[Word], at: int, titles: frozenset[int]) -> bool:
    word = words[at]
    if word.reported is not None:
        return is_day(word.reported)
    if at in titles or (word.text == "," and _lists_names(words, at)):
        return False
    return word.text in MARKS or word.text in QUOTES


def _lists_names(words: Sequence[Word], at: int) -> bool:
    """Whether a comma stands in a list of names: «в Испании, Португалии и Бельгии»."""
    beside = words[max(0, at - 1) : at + 2]
    return len(beside) == 3 and all(one.is_word and one.is_name and not one.text.isascii() for one in beside[::2])


def _titled(words: Sequence[Word]) -> frozenset[int]:
    """The places of quotation marks that enclose a few words, a title or the name of a team, and of those words."""
    found: set[int] = set()
    opened: int | None = None
    for at, word in enumerate(words):
        if word.text not in QUOTES:
            continue
        if opened is None:
            opened = at
        elif at - opened <= LONGEST_TITLE + 1 and not any(is_day(one.reported) for one in words[opened:at]):
            found |= set(range(opened, at + 1))
            opened = None
        else:
            opened = at
    return frozenset(found)


def spelled(words: Sequence[Word]) -> str:
    """The words as a line of text, with a capital at its beginning."""
    line = ""
    for at, word in enumerate(words):
        joined = at > 0 and (words[at - 1].end == word.start or word.text in _RIGHT or words[at - 1].text in _LEFT)
        line += word.text if not line or joined else f" {word.text}"
    return line[:1].upper() + line[1:]


def lowered(words: Sequence[Word]) -> str:
    """The words as they go on after others: with no capital but that of a name of several words."""
    line = spelled(words)
    is_name = words[0].is_name and len(words) > 1 and words[1].is_name
    return line if is_name else line[:1].lower() + line[1:]


def never(words: Sequence[Word], at: int) -> bool:  # noqa: ARG001
    """No word begins a clause: only marks do."""
    return False


def stripped(words: Sequence[Word], leading: frozenset[str], trailing: frozenset[str]) -> Sequence[Word]:
    """The words without those at the edges that tell nothing alone, nor marks."""
    start, end = 0, len(words)
    while start < end and (words[start].lower in leading or _is_mark(words[start], QUOTES)):
        start += 1
    while end > start and (words[end - 1].lower in trailing or _is_loose_mark(words, end - 1)):
        end -= 1
    return words[start:end]


def _is_loose_mark(words: Sequence[Word], at: int) -> bool:
    """Whether a mark ends nothing: not the stop of "U.S."."""
    abbreviates = words[at].text == "." and at > 0 and len(words[at - 1].text) == 1 and words[at - 1].text.isupper()
    return not abbreviates and _is_mark(words[at], QUOTES | {"%"})


def _is_mark(word: Word, kept: frozenset[str]) -> bool:
    return len(word.text) == 1 and not word.text.isalnum() and word.text not in kept

"""A name out of an English clause, as a headline has it: "Results to be announced", "Schools closed"."""

from collections.abc import Sequence

from briefings.key_dates.detection.clause_names.clause import (
    Clause,
    before_days,
    clause_of,
    clause_start,
    is_label,
    lowered,
    stripped,
)
from briefings.key_dates.detection.clause_names.english_headline import continued, ended, finished, with_future
from briefings.key_dates.detection.clause_names.english_words import (
    ADVERBS,
    AUXILIARIES,
    COORDINATORS,
    FORESEEN,
    LEADING,
    MODALS,
    MOST_AFTER,
    MOST_WORDS,
    NOUN_BREAKS,
    PRONOUNS,
    STAGING,
    SUBORDINATORS,
    TRAILING,
    VERBS,
    has_verb,
    is_pronoun,
    is_verb,
)
from briefings.key_dates.detection.clause_words import Word

MOST_SUBJECT = 6
_JOINING = frozenset({"and", "then", "also", "or"})
_DETERMINERS = frozenset("the a an its their his her our this".split())
_TEMPORAL = frozenset("before after following during amid despite".split())
"""Prepositions that may begin a clause as well."""
_RELATIVES = frozenset({"which", "who", "that"})
_LABELS = frozenset("when date time day".split())
_SAYING = frozenset("said says say announced confirmed added declared warned told reported".split())
_THINKING = _SAYING | frozenset("hope hopes expect expects believe believes think fear fears".split())
_HAVING = frozenset("have has gave given give gives".split())
_UNTIL = frozenset({"until", "till", "through"})
_DATED = frozenset("on at by in from of for until till since through as starting beginning effective".split())


def clause_name(words: Sequence[Word], first: int, last: int) -> str | None:
    """What the clause around the day words[first:last] tells; see `clause_names.clause_name`."""
    clause = clause_of(words, first, last, _opens)
    if is_label(clause, _LABELS):
        return None
    if _describes_noun(words, first, last) and not _is_deadline(clause):
        return finished(_noun_after(clause.after))
    if all(word.lower in LEADING | _DATED or not word.is_word for word in clause.before):
        return finished(with_future(_without_speaker(_of_the_day(clause.after))))
    return None if _is_pronoun(clause.before) else _from_beginning(words, clause)


def _of_the_day(after: Sequence[Word]) -> Sequence[Word]:
    """What "Friday marks" or "will bring", without the verb."""
    verbs = AUXILIARIES | VERBS | {"to", "be"}
    return after[next((at for at, word in enumerate(after) if word.lower not in verbs), 0) :]


def _is_deadline(clause: Clause) -> bool:
    """Whether what is to be done "by the May 30 deadline" is told."""
    ends = bool(clause.after) and clause.after[0].lower == "deadline"
    return ends and any(word.lower in MODALS | {"to"} for word in clause.before)


def _is_pronoun(before: Sequence[Word]) -> bool:
    """Whether the clause only says that "it" takes place."""
    kept = [word for word in before if word.lower not in MODALS | ADVERBS | LEADING]
    return len(kept) > 1 and is_pronoun(kept[0]) and kept[1].lower in STAGING


def _from_beginning(words: Sequence[Word], clause: Clause) -> str | None:
    before = _behind_day(words, clause)
    if before[-1].lower in _UNTIL and (deadline := _deadline(before, clause.after)):
        return deadline
    subject = _subject_of(words, clause.start) if _lacks_subject(before) else ()
    reported = list(with_future(_without_speaker(_predicate([*subject, *before]))))
    if before[-1].lower in _UNTIL:
        begins = any(word.lower == "not" for word in reported)
        return finished([word for word in reported if word.lower != "not"] if begins else ended(reported))
    kept = stripped(reported, LEADING, _DATED)
    return finished([*kept, *continued(kept, clause.after)])


def _behind_day(words: Sequence[Word], clause: Clause) -> Sequence[Word]:
    """The words before the day; behind another day only a second verb's: "begins May 1 here and ends May 9"."""
    before = clause.before
    if before_days(words, clause.start) == clause.start:
        return before
    places = (at for at, word in enumerate(before[:-1]) if word.lower == "and" and before[at + 1].lower in VERBS)
    return before[next(places, 0) :]


def _deadline(before: Sequence[Word], after: Sequence[Word]) -> str:
    """What somebody has until a day to do: "Deadline for clubs to sign players"."""
    at = next((at for at, word in enumerate(before) if word.lower in _HAVING), 0)
    if not at or not after or after[0].lower != "to":
        return ""
    given = before[at + 1 : -1] or _without_speaker(before[:at])
    who = stripped(given, LEADING, TRAILING | ADVERBS)
    end = next((end for end, word in enumerate(after) if end and word.lower in COORDINATORS), len(after))
    reported = stripped([*who, *after[:end]][:MOST_WORDS], frozenset(), TRAILING)
    return f"Deadline for {lowered(reported)}" if reported else ""


def _opens(words: Sequence[Word], at: int) -> bool:
    lower = words[at].lower
    return lower in SUBORDINATORS or (lower in _TEMPORAL and has_verb(words[at + 1 : at + 1 + MOST_AFTER]))


def _describes_noun(words: Sequence[Word], first: int, last: int) -> bool:
    """Whether the day stands before a noun that it tells apart: "the May 4 runoff", "Friday's vote"."""
    if words[last - 1].lower.endswith(("'s", "’s")) or (last < len(words) and words[last].lower == "s"):
        return True
    articled = first > 0 and words[first - 1].lower in ("the", "a", "its", "their")
    follows = words[last].lower if last < len(words) else ""
    return articled and follows.isalpha() and follows not in NOUN_BREAKS


def _noun_after(after: Sequence[Word]) -> Sequence[Word]:
    at = 1 if after and after[0].lower == "s" else 0
    stop = at
    while stop < min(len(after), at + MOST_SUBJECT) and after[stop].lower not in NOUN_BREAKS:
        stop += 1
    return after[at:stop]


def _lacks_subject(before: Sequence[Word]) -> bool:
    head, follows = [*(word.lower for word in before if word.lower not in _JOINING), "", ""][:2]
    if head in _RELATIVES:
        return head != "that" or follows in AUXILIARIES | VERBS
    return (
        head in AUXILIARIES | {"to"}
        or (head in FORESEEN and follows in ("to", "for", "on"))
        or (head in VERBS and head.endswith("s"))
    )


def _subject_of(words: Sequence[Word], start: int) -> Sequence[Word]:
    """The noun that a clause without a subject of its own goes on about, in what stands before it."""
    end = before_days(words, start - 1 if start > 0 and words[start - 1].text == "," else start)
    begin = clause_start(words, end, _opens)
    if begin >= end:
        return ()
    segment = words[begin:end]
    is_relative = words[start].lower in _RELATIVES | FORESEEN
    if _is_aside(words, begin, segment) or (begin > 1 and segment[0].lower in _RELATIVES and not is_relative):
        return _subject_of(words, begin)
    if is_relative:
        return _last_noun(segment)
    return _first_noun(segment)


def _is_aside(words: Sequence[Word], begin: int, segment: Sequence[Word]) -> bool:
    """Whether what stands between two commas only says who that is."""
    behind_comma = begin > 1 and words[begin - 1].text == ","
    return behind_comma and len(segment) <= MOST_SUBJECT and not any(word.lower in AUXILIARIES for word in segment)


def _last_noun(segment: Sequence[Word]) -> Sequence[Word]:
    at = len(segment)
    while at > 0 and segment[at - 1].lower not in NOUN_BREAKS - {"and"} and len(segment) - at < MOST_WORDS:
        at -= 1
        if segment[at].lower in _DETERMINERS:
            break
    return segment[at:]


def _first_noun(segment: Sequence[Word]) -> Sequence[Word]:
    return segment[: next((at for at, word in enumerate(segment) if at and is_verb(word)), len(segment))]


def _predicate(before: Sequence[Word]) -> Sequence[Word]:
    """The clause from its subject on; of two verbs joined by "and" the one that the day belongs to."""
    reported = [word for word in before if word.lower not in _RELATIVES]
    for at in range(len(reported) - 2, 0, -1):
        if reported[at].lower not in COORDINATORS:
            continue
        if reported[at + 1].lower in AUXILIARIES | VERBS:
            return [*_first_noun(reported[:at]), *reported[at + 1 :]]
        if has_verb(reported[:at]) and has_verb(reported[at + 1 :]):
            return reported[at + 1 :]
    return reported


def _without_speaker(reported: Sequence[Word]) -> Sequence[Word]:
    """What was said, without who said it."""
    for at in range(len(reported) - 2, -1, -1):
        if reported[at].lower in _THINKING and reported[at + 1].lower != "to" and has_verb(reported[at + 1 :]):
            said = reported[at + 1 :]
            return [*reported[:at], *said[1:]] if said[0].lower in PRONOUNS and at else said
    return reported

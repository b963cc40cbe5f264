"""A name out of an English clause, as a headline has it: "Results to be announced", "Schools closed"."""

from collections.abc import Sequence
from dataclasses import replace

from briefings.key_dates.detection.clause_names.clause import (
    Clause,
    before_days,
    clause_of,
    clause_start,
    is_label,
    lowered,
    spelled,
    stripped,
)
from briefings.key_dates.detection.clause_words import Word

MOST_WORDS = 12
MOST_SUBJECT = 6
MOST_AFTER = 6
LEAST_WORDS = 2
LEAST_KEPT = 4
MOST_BEFORE_VERB = 5
_MODALS = frozenset("will would can could may might shall should must ll".split())
_AUXILIARIES = _MODALS | frozenset("is are was were has have had does do did".split())
_BASES = (
    "open close begin start end meet visit play host hold face take go come return resume continue run expire launch "
    "announce publish vote decide hear sign address travel arrive leave depart receive rise fall drop mark celebrate "
    "feature present reopen kick head serve join become step turn move get make give show air debut perform compete "
    "appear testify stand convene gather enter welcome travel conclude"
)
_VERBS = frozenset(form for base in _BASES.split() for form in (base, f"{base}s", f"{base}es"))
_SUBORDINATORS = frozenset(
    "that which who whom whose because while when where although though if unless but whereas so than whether".split()
)
_JOINING = frozenset({"and", "then", "also", "or"})
_DETERMINERS = frozenset("the a an its their his her our this".split())
_TEMPORAL = frozenset("before after following during amid despite".split())
"""Prepositions that may begin a clause as well."""
_COORDINATORS = frozenset({"and", "or"})
_RELATIVES = frozenset({"which", "who", "that"})
_PRONOUNS = frozenset("it he she they we i you this these those there".split())
_ASKING = frozenset("what how why".split())
_LABELS = frozenset("when date time day".split())
_SAYING = frozenset("said says say announced confirmed added declared warned told reported".split())
_THINKING = _SAYING | frozenset("hope hopes expect expects believe believes think fear fears".split())
_LEADING = frozenset(
    "the a an their its his her and or but then also however meanwhile so that which who as of on at in by for to from "
    "until before after following during while when where if because followed ahead with".split()
)
_TRAILING = frozenset(
    "the a an and or but on at in by for from to of until till through since as with this next is are was were be been "
    "being will would has have had late early mid around about starting beginning effective scheduled slated due set "
    "coming per only also again no just than that which who its their his her our".split()
)
_HAVING = frozenset("have has gave given give gives".split())
_UNTIL = frozenset({"until", "till", "through"})
_BY = frozenset({"by"})
_DATED = frozenset("on at by in from of for until till since through as starting beginning effective".split())
_STAGED = (("take", "place"), ("be", "held"), ("takes", "place"), ("is", "held"), ("are", "held"))
_APPOINTED = frozenset("set due scheduled slated expected going planned poised supposed required".split())
_MOVED = frozenset("postponed rescheduled moved delayed put pushed".split())
_FUTURE = frozenset("will shall would ll".split())
_FORESEEN = frozenset("planned scheduled forecast slated set due expected".split())
_STATES = frozenset("closed open available in at on off out".split())
_ADVERBS = frozenset("also next likely officially now still then later again only probably soon".split())
_CONTINUING = frozenset("in at against between with for to of into".split())
_PHRASES = frozenset("in on at for from with by against between and as of into over after before".split())
_NOUN_BREAKS = _AUXILIARIES | _SUBORDINATORS | frozenset("and or in on at to for with by from against is".split())
_STAGING = frozenset("take takes be is held begin begins start starts open opens end ends run runs to".split())
_ENDING = frozenset("run runs continue continues last lasts remain remains stay stays".split())


def clause_name(words: Sequence[Word], first: int, last: int) -> str | None:
    """What the clause around the day words[first:last] tells; see `clause_names.clause_name`."""
    clause = clause_of(words, first, last, _opens)
    if is_label(clause, _LABELS):
        return None
    if _describes_noun(words, first, last) and not _is_deadline(clause):
        return _finished(_noun_after(clause.after))
    if all(word.lower in _LEADING | _DATED or not word.is_word for word in clause.before):
        return _finished(_with_future(_without_speaker(_of_the_day(clause.after))))
    return None if _is_pronoun(clause.before) else _from_beginning(words, clause)


def _of_the_day(after: Sequence[Word]) -> Sequence[Word]:
    """What "Friday marks" or "will bring", without the verb."""
    verbs = _AUXILIARIES | _VERBS | {"to", "be"}
    return after[next((at for at, word in enumerate(after) if word.lower not in verbs), 0) :]


def _is_deadline(clause: Clause) -> bool:
    """Whether what is to be done "by the May 30 deadline" is told."""
    ends = bool(clause.after) and clause.after[0].lower == "deadline"
    return ends and any(word.lower in _MODALS | {"to"} for word in clause.before)


def _is_pronoun(before: Sequence[Word]) -> bool:
    """Whether the clause only says that "it" takes place."""
    kept = [word for word in before if word.lower not in _MODALS | _ADVERBS | _LEADING]
    return len(kept) > 1 and _is_contracted(kept[0]) and kept[1].lower in _STAGING


def _from_beginning(words: Sequence[Word], clause: Clause) -> str | None:
    before = _behind_day(words, clause)
    if before[-1].lower in _UNTIL and (deadline := _deadline(before, clause.after)):
        return deadline
    subject = _subject_of(words, clause.start) if _lacks_subject(before) else ()
    reported = list(_with_future(_without_speaker(_predicate([*subject, *before]))))
    if before[-1].lower in _UNTIL:
        begins = any(word.lower == "not" for word in reported)
        return _finished([word for word in reported if word.lower != "not"] if begins else _ended(reported))
    kept = stripped(reported, _LEADING, _DATED)
    return _finished([*kept, *_continued(kept, clause.after)])


def _behind_day(words: Sequence[Word], clause: Clause) -> Sequence[Word]:
    """The words before the day; behind another day only a second verb's: "begins May 1 here and ends May 9"."""
    before = clause.before
    if before_days(words, clause.start) == clause.start:
        return before
    places = (at for at, word in enumerate(before[:-1]) if word.lower == "and" and before[at + 1].lower in _VERBS)
    return before[next(places, 0) :]


def _deadline(before: Sequence[Word], after: Sequence[Word]) -> str:
    """What somebody has until a day to do: "Deadline for clubs to sign players"."""
    at = next((at for at, word in enumerate(before) if word.lower in _HAVING), 0)
    if not at or not after or after[0].lower != "to":
        return ""
    given = before[at + 1 : -1] or _without_speaker(before[:at])
    who = stripped(given, _LEADING, _TRAILING | _ADVERBS)
    end = next((end for end, word in enumerate(after) if end and word.lower in _COORDINATORS), len(after))
    reported = stripped([*who, *after[:end]][:MOST_WORDS], frozenset(), _TRAILING)
    return f"Deadline for {lowered(reported)}" if reported else ""


def is_verb_ahead(word: str) -> bool:
    """Whether a word in small letters is a verb in the present or future."""
    return word in _VERBS or word in _MODALS or word in ("is", "are", "to")


def _opens(words: Sequence[Word], at: int) -> bool:
    lower = words[at].lower
    return lower in _SUBORDINATORS or (lower in _TEMPORAL and _has_verb(words[at + 1 : at + 1 + MOST_AFTER]))


def _describes_noun(words: Sequence[Word], first: int, last: int) -> bool:
    """Whether the day stands before a noun that it tells apart: "the May 4 runoff", "Friday's vote"."""
    if words[last - 1].lower.endswith(("'s", "’s")) or (last < len(words) and words[last].lower == "s"):
        return True
    articled = first > 0 and words[first - 1].lower in ("the", "a", "its", "their")
    follows = words[last].lower if last < len(words) else ""
    return articled and follows.isalpha() and follows not in _NOUN_BREAKS


def _noun_after(after: Sequence[Word]) -> Sequence[Word]:
    at = 1 if after and after[0].lower == "s" else 0
    stop = at
    while stop < min(len(after), at + MOST_SUBJECT) and after[stop].lower not in _NOUN_BREAKS:
        stop += 1
    return after[at:stop]


def _lacks_subject(before: Sequence[Word]) -> bool:
    head, follows = [*(word.lower for word in before if word.lower not in _JOINING), "", ""][:2]
    if head in _RELATIVES:
        return head != "that" or follows in _AUXILIARIES | _VERBS
    return head in _AUXILIARIES | {"to"} or (head in _VERBS and head.endswith("s"))


def _subject_of(words: Sequence[Word], start: int) -> Sequence[Word]:
    """The noun that a clause without a subject of its own goes on about, in what stands before it."""
    end = before_days(words, start - 1 if start > 0 and words[start - 1].text == "," else start)
    begin = clause_start(words, end, _opens)
    if begin >= end:
        return ()
    segment = words[begin:end]
    is_relative = words[start].lower in _RELATIVES
    if _is_aside(words, begin, segment) or (begin > 1 and segment[0].lower in _RELATIVES and not is_relative):
        return _subject_of(words, begin)
    if is_relative:
        return _last_noun(segment)
    return _first_noun(segment)


def _is_aside(words: Sequence[Word], begin: int, segment: Sequence[Word]) -> bool:
    """Whether what stands between two commas only says who that is."""
    behind_comma = begin > 1 and words[begin - 1].text == ","
    return behind_comma and len(segment) <= MOST_SUBJECT and not any(word.lower in _AUXILIARIES for word in segment)


def _last_noun(segment: Sequence[Word]) -> Sequence[Word]:
    at = len(segment)
    while at > 0 and segment[at - 1].lower not in _NOUN_BREAKS - {"and"} and len(segment) - at < MOST_WORDS:
        at -= 1
        if segment[at].lower in _DETERMINERS:
            break
    return segment[at:]


def _first_noun(segment: Sequence[Word]) -> Sequence[Word]:
    return segment[: next((at for at, word in enumerate(segment) if at and _is_verb(word)), len(segment))]


def _is_verb(word: Word) -> bool:
    return word.lower in _AUXILIARIES or word.lower in _VERBS or _is_past_form(word)


def _is_past_form(word: Word) -> bool:
    return word.text.islower() and word.text.endswith("ed")


def _predicate(before: Sequence[Word]) -> Sequence[Word]:
    """The clause from its subject on; of two verbs joined by "and" the one that the day belongs to."""
    reported = [word for word in before if word.lower not in _RELATIVES]
    for at in range(len(reported) - 2, 0, -1):
        if reported[at].lower not in _COORDINATORS:
            continue
        if reported[at + 1].lower in _AUXILIARIES | _VERBS:
            return [*_first_noun(reported[:at]), *reported[at + 1 :]]
        if _has_verb(reported[:at]) and _has_verb(reported[at + 1 :]):
            return reported[at + 1 :]
    return reported


def _has_verb(words: Sequence[Word]) -> bool:
    return any(word.lower in _AUXILIARIES or word.lower in _VERBS or word.lower == "to" for word in words)


def _without_speaker(reported: Sequence[Word]) -> Sequence[Word]:
    """What was said, without who said it."""
    for at in range(len(reported) - 2, -1, -1):
        if reported[at].lower in _THINKING and reported[at + 1].lower != "to" and _has_verb(reported[at + 1 :]):
            said = reported[at + 1 :]
            return [*reported[:at], *said[1:]] if said[0].lower in _PRONOUNS and at else said
    return reported


def _with_future(reported: Sequence[Word]) -> Sequence[Word]:
    """The verb as headlines have it: "will be announced" is "to be announced", "is set to open" "to open"."""
    found: list[Word] = []
    for at, word in enumerate(reported):
        before = reported[at - 1].lower if at else ""
        if word.lower in _FUTURE:
            found.append(replace(word, text="to"))
        elif word.lower in _ADVERBS and (before in _AUXILIARIES or word.lower in ("also", "officially")):
            continue
        elif word.lower in _APPOINTED and before in ("is", "are") and _follows(reported, at, "to"):
            found.pop()
        elif word.lower in ("is", "are") and at and at + 1 < len(reported) and reported[at + 1].lower in _STATES:
            continue
        elif word.lower in _FORESEEN and before in ("is", "are", "was"):
            found[-1:] = [word] if word.lower in ("expected", "due") else []
        else:
            found.append(word)
    return _without_staging(_without_moving(found))


def _without_moving(reported: Sequence[Word]) -> Sequence[Word]:
    """What is moved, without a word for that: its new day says it."""
    at = next((at for at, word in enumerate(reported) if word.lower in _MOVED and at), None)
    if at is None or reported[at - 1].lower not in _AUXILIARIES | {"been", "be"}:
        return reported
    start = next((start for start in range(at) if reported[start].lower in _AUXILIARIES | {"to"}), at)
    return reported[:start] or reported


def _follows(reported: Sequence[Word], at: int, text: str) -> bool:
    return at + 1 < len(reported) and reported[at + 1].lower == text


def _without_staging(reported: Sequence[Word]) -> Sequence[Word]:
    """The words without "take place", which a name does without, and "to be" before what is no verb."""
    lowers = [word.lower for word in reported]
    for at in range(1, len(reported) - 1):
        pair = (lowers[at], lowers[at + 1])
        if pair in _STAGED:
            start = at - 1 if lowers[at - 1] == "to" else at
            return [*reported[:start], *reported[at + 2 :]] if start else reported
        if pair == ("to", "be") and at + 2 < len(reported) and lowers[at + 2] in _STATES:
            return [*reported[:at], *reported[at + 2 :]]
    return reported


def _ended(reported: Sequence[Word]) -> Sequence[Word]:
    """What only goes on until a day ends on it: "The play runs until" is "play ends"."""
    kept = stripped(reported, _LEADING, _TRAILING)
    at = next((at for at, word in enumerate(kept) if word.lower in _ENDING), 0)
    if at == 0:
        return kept
    states = {word.lower for word in kept[at:]}
    stays = kept[at].lower.startswith(("remain", "stay"))
    if stays and not states & {"closed", "open"}:
        return kept
    verb = "reopen" if "closed" in states else "close" if stays else "end"
    many = not kept[at].lower.endswith("s")
    return [*kept[:at], replace(kept[at], text=verb if many else f"{verb}s")]


def _continued(reported: Sequence[Word], after: Sequence[Word]) -> Sequence[Word]:
    """What follows the day and completes the clause: "against Boston University"."""
    if not after or after[0].lower not in _CONTINUING or len(reported) + MOST_AFTER > MOST_WORDS + 2:
        return ()
    end = next((at for at, word in enumerate(after) if word.lower in _COORDINATORS), len(after))
    return after[:end] if end <= MOST_AFTER else ()


def _finished(reported: Sequence[Word]) -> str | None:
    """The name, without loose ends, at most ten words; None where only a pronoun tells what it is."""
    kept = stripped(reported, _LEADING, _TRAILING)
    if kept and kept[0].lower in _ASKING:
        return None
    if kept and _is_contracted(kept[0]):
        kept = stripped(kept[1:], _LEADING | _PRONOUNS | _AUXILIARIES | {"been"}, _TRAILING)
        if len(kept) < LEAST_WORDS or kept[0].lower in _STAGING or kept[0].lower.endswith("ing"):
            return None
    if len(kept) > MOST_WORDS:
        kept = stripped(_shortened(kept), _LEADING, _TRAILING)
    letters = [word for word in kept if word.is_word]
    if letters and (letters[0].lower in ("be", "been") or (len(letters) == 1 and _is_past_form(letters[0]))):
        return None
    if not letters or (len(letters) < LEAST_WORDS and letters[0].lower in _VERBS | _AUXILIARIES):
        return ""
    return spelled(kept)


def _is_contracted(word: Word) -> bool:
    """Whether a word is a pronoun, alone or with its verb: "it", "he's", "we'll"."""
    return word.lower.replace("’", "'").partition("'")[0] in _PRONOUNS


def _shortened(reported: Sequence[Word]) -> Sequence[Word]:
    """Of what is ahead, who does it and what is done; else the words next to the day, from a noun on."""
    verb = next((at for at, word in enumerate(reported) if at and word.lower == "to"), 0)
    if verb and not any(word.lower in _AUXILIARIES for word in reported[:verb]):
        return _cut([*_head(reported[:verb]), *reported[verb:]])
    if any(word.lower in _VERBS for word in reported[1:MOST_BEFORE_VERB]):
        return _cut(reported)
    start = len(reported) - MOST_WORDS
    nouns = (at for at in range(start, len(reported) - 2) if reported[at - 1].lower in _LEADING | _NOUN_BREAKS)
    return reported[next(nouns, start) :]


def _cut(reported: Sequence[Word]) -> Sequence[Word]:
    """The beginning, up to a preposition: no half phrases."""
    if len(reported) <= MOST_WORDS:
        return reported
    ends = [at for at in range(LEAST_KEPT, MOST_WORDS) if reported[at].lower in _PHRASES]
    return reported[: ends[-1] if ends else MOST_WORDS]


def _head(subject: Sequence[Word]) -> Sequence[Word]:
    """The subject up to its first preposition."""
    at = next((at for at, word in enumerate(subject) if at and word.lower in _NOUN_BREAKS - {"and"}), len(subject))
    return subject[:at]

"""A clause as a headline has it: "will be announced" is "to be announced", and nothing hangs loose."""

from collections.abc import Sequence
from dataclasses import replace

from briefings.key_dates.detection.clause_names.clause import spelled, stripped
from briefings.key_dates.detection.clause_names.english_words import (
    ADVERBS,
    AUXILIARIES,
    COORDINATORS,
    FORESEEN,
    LEADING,
    MOST_AFTER,
    MOST_WORDS,
    NOUN_BREAKS,
    PRONOUNS,
    STAGING,
    TRAILING,
    VERBS,
    is_past_form,
    is_pronoun,
)
from briefings.key_dates.detection.clause_words import Word

LEAST_WORDS = 2
LEAST_KEPT = 4
MOST_BEFORE_VERB = 5
_ASKING = frozenset("what how why".split())
_STAGED = (("take", "place"), ("be", "held"), ("takes", "place"), ("is", "held"), ("are", "held"))
_APPOINTED = frozenset("set due scheduled slated expected going planned poised supposed required".split())
_MOVED = frozenset("postponed rescheduled moved delayed put pushed".split())
_FUTURE = frozenset("will shall would ll".split())
_STATES = frozenset("closed open available in at on off out".split())
_CONTINUING = frozenset("in at against between with for to of into".split())
_PHRASES = frozenset("in on at for from with by against between and as of into over after before".split())
_ENDING = frozenset("run runs continue continues last lasts remain remains stay stays".split())


def with_future(reported: Sequence[Word]) -> Sequence[Word]:
    """The verb as headlines have it: "will be announced" is "to be announced", "is set to open" "to open"."""
    found: list[Word] = []
    for at, word in enumerate(reported):
        before = reported[at - 1].lower if at else ""
        if word.lower in _FUTURE:
            found.append(replace(word, text="to"))
        elif word.lower in ADVERBS and (before in AUXILIARIES or word.lower in ("also", "officially")):
            continue
        elif word.lower in _APPOINTED and before in ("is", "are") and _follows(reported, at, "to"):
            found.pop()
        elif (word.lower in FORESEEN and at and _follows(reported, at, "to")) or (
            word.lower in ("is", "are") and at and _is_state(reported[at + 1 : at + 2])
        ):
            continue
        elif word.lower in FORESEEN and before in ("is", "are", "was"):
            found[-1:] = [word] if word.lower in ("expected", "due") else []
        else:
            found.append(word)
    return _without_staging(_without_moving(found))


def _is_state(following: Sequence[Word]) -> bool:
    """Whether what follows "is" tells enough alone: "closed", "published"."""
    plain = [word for word in following if word.lower not in _APPOINTED | FORESEEN | _MOVED]
    return any(word.lower in _STATES or is_past_form(word) for word in plain)


def _without_moving(reported: Sequence[Word]) -> Sequence[Word]:
    """What is moved, without a word for that: its new day says it."""
    at = next((at for at, word in enumerate(reported) if word.lower in _MOVED and at), None)
    if at is None or reported[at - 1].lower not in AUXILIARIES | {"been", "be"}:
        return reported
    start = next((start for start in range(at) if reported[start].lower in AUXILIARIES | {"to"}), at)
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


def ended(reported: Sequence[Word]) -> Sequence[Word]:
    """What only goes on until a day ends on it: "The play runs until" is "play ends"."""
    kept = stripped(reported, LEADING, TRAILING)
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


def continued(reported: Sequence[Word], after: Sequence[Word]) -> Sequence[Word]:
    """What follows the day and completes the clause: "against Boston University"."""
    if not after or after[0].lower not in _CONTINUING or len(reported) + MOST_AFTER > MOST_WORDS + 2:
        return ()
    reported = stripped(after, frozenset(), TRAILING)
    end = next((at for at, word in enumerate(reported) if word.lower in COORDINATORS), len(reported))
    return reported[:end] if end <= MOST_AFTER else ()


def finished(reported: Sequence[Word]) -> str | None:
    """The name, without loose ends, at most twelve words; None where only a pronoun tells what it is."""
    kept = stripped(reported, LEADING, TRAILING)
    if kept and kept[0].lower in _ASKING:
        return None
    if kept and is_pronoun(kept[0]):
        kept = stripped(kept[1:], LEADING | PRONOUNS | AUXILIARIES | {"been"}, TRAILING)
        if len(kept) < LEAST_WORDS or kept[0].lower in STAGING or kept[0].lower.endswith("ing"):
            return None
    if len(kept) > MOST_WORDS:
        kept = stripped(_shortened(kept), LEADING, TRAILING)
    letters = [word for word in kept if word.is_word]
    if letters and (letters[0].lower in ("be", "been") or (len(letters) == 1 and is_past_form(letters[0]))):
        return None
    if not letters or (len(letters) < LEAST_WORDS and letters[0].lower in VERBS | AUXILIARIES):
        return ""
    return spelled(kept)


def _shortened(reported: Sequence[Word]) -> Sequence[Word]:
    """Of what is ahead, who does it and what is done; else the words next to the day, from a noun on."""
    verb = next((at for at, word in enumerate(reported) if at and word.lower == "to"), 0)
    if verb and not any(word.lower in AUXILIARIES for word in reported[:verb]):
        return _cut([*_head(reported[:verb]), *reported[verb:]])
    if any(word.lower in VERBS for word in reported[1:MOST_BEFORE_VERB]):
        return _cut(reported)
    start = len(reported) - MOST_WORDS
    nouns = (at for at in range(start, len(reported) - 2) if reported[at - 1].lower in LEADING | NOUN_BREAKS)
    return reported[next(nouns, start) :]


def _cut(reported: Sequence[Word]) -> Sequence[Word]:
    """The beginning, up to a preposition: no half phrases."""
    if len(reported) <= MOST_WORDS:
        return reported
    ends = [at for at in range(LEAST_KEPT, MOST_WORDS) if reported[at].lower in _PHRASES]
    return reported[: ends[-1] if ends else MOST_WORDS]


def _head(subject: Sequence[Word]) -> Sequence[Word]:
    """The subject up to its first preposition."""
    at = next((at for at, word in enumerate(subject) if at and word.lower in NOUN_BREAKS - {"and"}), len(subject))
    return subject[:at]

"""A name out of a Russian clause, its verb turned into a noun: «Решение объявят 31 мая» is «Объявление решения»."""

from collections.abc import Sequence
from dataclasses import replace

from briefings.key_dates.detection.clause_names.clause import (
    before_days,
    clause_of,
    clause_start,
    is_label,
    spelled,
    stripped,
)
from briefings.key_dates.detection.clause_names.noun_phrases import Phrase, phrases_of
from briefings.key_dates.detection.clause_names.predicates import (
    Predicate,
    finite_verb,
    is_verbal,
    noun_for,
    predicate_of,
)
from briefings.key_dates.detection.clause_names.verbal_nouns import HOLDING, MEETING, SIMPLE, VISITING
from briefings.key_dates.detection.clause_words import Word
from briefings.text.morphology import is_known, readings, stands_in

MOST_WORDS = 12
LEAST_LETTERS = 4
_SUBORDINATORS = frozenset(
    "что чтобы когда если где хотя пока поскольку после перед накануне а но ведь так как".split()
)
_RELATIVES = ("котор",)
_DATED = frozenset(
    "с со в во на до к ко по от не позднее начиная уже ещё еще только лишь примерно около ориентировочно утром вечером "
    "днем днём и или это эти этот за".split()
)
_LOOSE = frozenset(
    "и а но же ли бы это также так как также в на с по к до о об от из у за для при через г не "
    "утром вечером днем днём ночью напомним отметим ранее однако причем при этом в частности кроме того сначала затем "
    "потом уже еще ещё поэтому согласно который которая которое которые что где свой своего своей".split()
)
_PREPOSITIONS = frozenset("в во на с со по к ко до о об от из у за для при через без".split())
_LABELS = frozenset("когда дата время день".split())
_EMPTY = frozenset("проведение организация".split())
_COORDINATORS = frozenset({"и", "а", "но"})
_NAMES = ("Name", "Surn", "Patr", "Geox", "Orgn", "Trad", "Abbr", "UNKN")


def clause_name(words: Sequence[Word], first: int, last: int) -> str | None:
    """What the clause around the day words[first:last] tells; see `clause_names.clause_name`."""
    clause = clause_of(words, first, last, _opens)
    if is_label(clause, _LABELS):
        return None
    before = stripped(clause.before, _SUBORDINATORS | _COORDINATORS, _DATED)
    opening = next((word for word in words if word.is_word), None)
    reported = [_uncapitalized(word) if word is opening else word for word in (*before, *clause.after)]
    reported = [*(_antecedent(words, clause.start) or _subject_before(words, clause.start, reported)), *reported]
    predicate = predicate_of(reported, len(reported) - len(clause.after), clause.before)
    return _plain(reported) if predicate is None else _nominal(reported, predicate)


def _subject_before(words: Sequence[Word], start: int, reported: Sequence[Word]) -> Sequence[Word]:
    """The subject that a clause has in common with the one before: «начнётся 1 октября и закончится 30 октября»."""
    end = before_days(words, start)
    joined = start < len(words) and words[start].lower in _COORDINATORS
    if end == start or not joined or not reported or finite_verb(reported[0]) is None:
        return ()
    phrases = phrases_of(words[clause_start(words, end, _opens) : end])
    named = next((one for one in phrases if one.may_be("nomn")), None)
    return [_uncapitalized(word) for word in named.words] if named else ()


def _uncapitalized(word: Word) -> Word:
    """A word without the capital that a sentence begins with, unless it is a name."""
    return replace(word, text=word.text.lower()) if _is_common(word) else word


def _is_common(word: Word) -> bool:
    if not word.text[:1].isupper() or word.text[1:] != word.text[1:].lower():
        return False
    tag = readings(word.lower)[0].tag
    return is_known(word.lower) and not any(mark in tag for mark in _NAMES)


def _antecedent(words: Sequence[Word], start: int) -> Sequence[Word]:
    """The noun that «который» takes up again, the nearest before it that agrees with it."""
    if start == 0 or not words[start].lower.startswith(_RELATIVES):
        return ()
    phrases = phrases_of(words[clause_start(words, start - 1, _opens) : start - 1])
    at = next((at for at in range(len(phrases) - 1, -1, -1) if phrases[at].agrees_with(words[start])), None)
    if at is None:
        return ()
    following = [word for phrase in phrases[at + 1 :] for word in phrase.words]
    return [_uncapitalized(word) for word in (*phrases[at].in_case("nomn"), *following)]


def _opens(words: Sequence[Word], at: int) -> bool:
    lower = words[at].lower
    return lower in _SUBORDINATORS or lower.startswith(_RELATIVES)


def _nominal(reported: Sequence[Word], predicate: Predicate) -> str | None:
    """The clause with its verb as a noun, in its own words where it has none or does not tell what happens to whom."""
    between = [one for one in reported[predicate.start : predicate.end] if not is_verbal(one)]
    leading = reported[: predicate.start] if predicate.is_finite else ()
    before = phrases_of([*leading, *between])
    after = phrases_of(reported[predicate.end :])
    subject = next((one for one in (*reversed(before), *after) if one.may_be("nomn")), None)
    found = None if predicate.passive else _object(before, after, subject)
    named = _noun_phrase(predicate, subject, found, reported[predicate.end - 1])
    if named is None:
        return None if _is_pronoun(subject, found) else _plain(reported)
    return _joined(named, _rest(before, after, subject, found))


def _noun_phrase(
    predicate: Predicate, subject: Phrase | None, found: Phrase | None, verb: Word
) -> Sequence[Word] | None:
    owner = subject if found is None else found
    if owner is None or owner.is_pronoun:
        return None
    if predicate.verb in SIMPLE and found is not None and found is not subject:
        return found.in_case("nomn")
    if predicate.verb in SIMPLE and subject is not None:
        return None if subject.is_pronoun else _held(subject)
    if predicate.verb in HOLDING and found is not None:
        named = subject if subject is not found and not found.owning else None
        whose = named.in_case("gent") if named and not named.is_pronoun else []
        return [*found.in_case("nomn"), *whose]
    if predicate.verb in MEETING and subject is not None and found is not None and subject.is_title and found.is_title:
        return [*_noun("матч", verb), *subject.words, *_noun("—", verb), *found.words]
    if predicate.verb in VISITING and subject is not None and found is not None:
        return [*_noun("визит", verb), *subject.in_case("gent"), *_noun("в", verb), *found.words]
    noun = noun_for(predicate)
    return [*_noun(noun, verb), *owner.in_case("gent")] if noun else None


def _held(subject: Phrase) -> Sequence[Word]:
    """What happens, without a word for its happening: «проведение выборов» is «выборы»."""
    words = subject.words
    if subject.noun.lower not in _EMPTY or not subject.owning:
        return words
    held = phrases_of(subject.owning)
    return [*held[0].in_case("nomn"), *(word for one in held[1:] for word in one.words)] if held else words


def _is_pronoun(subject: Phrase | None, found: Phrase | None) -> bool:
    return any(one is not None and one.is_pronoun for one in (subject, found))


def _rest(before: Sequence[Phrase], after: Sequence[Phrase], *named: Phrase | None) -> list[Phrase]:
    """What else the clause tells: what follows the noun, what follows the verb, what comes before both."""
    places = [at for at, phrase in enumerate(before) if any(phrase is one for one in named)]
    noun = places[-1] if places else len(before)
    ordered = (*before[noun + 1 :], *after, *before[:noun])
    return [one for one in ordered if one.tells and not any(one is other for other in named)]


def _noun(noun: str, verb: Word) -> list[Word]:
    return [replace(verb, text=part) for part in noun.split()]


def _object(before: Sequence[Phrase], after: Sequence[Phrase], subject: Phrase | None) -> Phrase | None:
    """The noun in the accusative; with «объявят решение» there is nobody else in the nominative."""
    accusative = [one for one in (*after, *reversed(before)) if one.may_be("accs")]
    return next((one for one in accusative if one is not subject), subject if subject in accusative else None)


def _joined(named: Sequence[Word], rest: Sequence[Phrase]) -> str:
    found = list(named)
    for phrase in rest:
        if len(found) + len(phrase.words) > MOST_WORDS or phrase.is_circumstance:
            break
        found += phrase.words
    return _finished(found)


def _plain(reported: Sequence[Word]) -> str:
    """The clause in its own words; none where only what describes a noun before it is left."""
    kept = stripped(reported, _LOOSE, _LOOSE)
    return "" if kept and _describes_another(kept[0]) else _finished(reported)


def _describes_another(word: Word) -> bool:
    """Whether a clause that begins so goes on about a noun of another case: «пассажирам, купившим билеты»."""
    tag = readings(word.lower)[0].tag
    return tag.POS == "PRTF" and tag.case not in ("nomn", "accs")


def _led(reported: Sequence[Word], kept: Sequence[Word]) -> Sequence[Word]:
    """The words kept with the preposition that they need, right before them: another one led to the day."""
    at = next((at for at, word in enumerate(reported) if kept and word is kept[0]), 0)
    if at == 0 or stands_in(kept[0].lower, "nomn") or kept[0].start - reported[at - 1].end != 1:
        return kept
    return [reported[at - 1], *kept] if reported[at - 1].lower in _PREPOSITIONS else kept


def _finished(reported: Sequence[Word]) -> str:
    kept = _led(reported, stripped(reported, _LOOSE, _LOOSE))
    if sum(word.is_word for word in kept) > MOST_WORDS:
        kept = _led(kept, stripped(kept[:MOST_WORDS], _LOOSE, _LOOSE))
    if not any(word.is_word and len(word.text) >= LEAST_LETTERS for word in kept):
        return ""
    return spelled(kept)

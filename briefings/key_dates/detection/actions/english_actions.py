"""Verbs that name an event in English: "ministers will meet", "the law takes effect", "apply by"."""

from collections.abc import Sequence
from dataclasses import dataclass

from briefings.key_dates.detection.actions.action import Action, named
from briefings.key_dates.detection.clause_words import Word
from briefings.key_dates.detection.naming import is_function_word


@dataclass(frozen=True, slots=True)
class _Verb:
    """A verb as a name has it after one and after many, with the words that complete it."""

    concept: str
    many: str
    one: str
    rest: tuple[str, ...] = ()


def _verb(concept: str, many: str, one: str) -> _Verb:
    base, *rest = many.split()
    return _Verb(concept, base, one.split(maxsplit=1)[0], tuple(rest))


_VERBS = (
    _verb("opening", "reopen", "reopens"), _verb("opening", "open", "opens"),
    _verb("law", "take effect", "takes effect"), _verb("law", "come into force", "comes"),
    _verb("law", "enter into force", "enters"), _verb("law", "come into effect", "comes"),
    _verb("gathering", "take place", "takes place"), _verb("inauguration", "take office", "takes office"),
    _verb("meeting", "meet", "meets"), _verb("visit", "visit", "visits"), _verb("expiry", "expire", "expires"),
    _verb("debate", "debate", "debates"),
    _verb("trial", "go on trial", "goes"), _verb("trial", "stand trial", "stands"),
    _verb("strike", "go on strike", "goes"), _verb("election", "go to the polls", "goes"),
    _verb("beginning", "begin", "begins"), _verb("beginning", "start", "starts"),
    _verb("closing", "close", "closes"), _verb("ending", "end", "ends"),
)  # fmt: skip
_PASSIVE = {"held": _Verb("gathering", "are held", "is held"), "inaugurated": _Verb("inauguration", "are inaugurated",
            "is inaugurated"), "unveiled": _Verb("opening", "are unveiled", "is unveiled")}  # fmt: skip
_BY_FORM: dict[str, list[_Verb]] = {}
for _one in _VERBS:
    _BY_FORM.setdefault(_one.many, []).append(_one)
    _BY_FORM.setdefault(_one.one, []).append(_one)

_ENTERING = frozenset("apply register submit file enroll enrol enter".split())
_ASKING = frozenset("must can should may to please could".split())
_OPEN = frozenset({"open", "accepted", "accepting", "continues", "runs", "lasts"})
_ENTRIES = frozenset("registration applications application entries nominations enrolment enrollment bids".split())
SIGNS = frozenset(_BY_FORM) | frozenset(_PASSIVE) | _ENTERING | _OPEN

_BY = frozenset({"by", "until", "till"})
_ON = frozenset({"on", "from", "at", "in", "this", "next", "and"})
_SAYING = frozenset({"said", "says", "that", "announced", "but", "and", "while"})
_LINKS = frozenset(
    {"of", "for", "to", "in", "at", "the", "a", "an", "and", "its", "their", "his", "her", "on", "between"}
)
_COMPLETING = frozenset({"of", "for", "to", "in", "at", "on", "between"})
_DETERMINERS = frozenset({"the", "a", "an", "its", "their", "his", "her"})
_NUMBERS = frozenset("new two three four five six seven eight nine ten".split())
_PRONOUNS = frozenset("it he she they we you i this that these those which who what there one".split())
_ELSEWHERE = frozenset("market markets stock stocks trading door doors shares futures exchange".split())
_BODIES = frozenset("council parliament committee government board commission cabinet senate assembly".split())
_STAGES = frozenset(
    "year campaign season term registration voting classes courses course lessons construction sale sales nomination "
    "nominations enrolment enrollment training holidays admission applications polling screening repairs".split()
)
_FOLLOWING = frozenset("on in at for from with this next again officially and near after".split())
_CONDITIONS = frozenset({"if", "unless", "whether", "could", "might", "would"})
_BARRED = frozenset("not never if whether before after since until unless could might would because than who".split())
_SCHEDULED = frozenset({"due", "set", "scheduled", "slated"})
_TIMED = frozenset({"is", "are"})
MOST_BETWEEN, MOST_SUBJECT = 8, 10
LONGEST_NAME = 8


def action_on(words: Sequence[Word], first: int, last: int) -> Action | None:
    """The event that a verb puts on the day told by words[first:last]."""
    if any(word.lower in _CONDITIONS for word in words):
        return None
    before = words[first - 1].lower if first else ""
    if before in _BY or words[first].lower in _BY:
        return _deadline(words, first)
    return _verb_before_day(words, first) or _verb_after_day(words, first, last)


def _verb_before_day(words: Sequence[Word], first: int) -> Action | None:
    """ "The library will reopen on June 20"."""
    if first == 0 or (words[first - 1].lower not in _ON and not _may_stand_bare(words[first])):
        return None
    for at in range(first - 1, max(-1, first - MOST_BETWEEN - 2), -1):
        word = words[at]
        if word.reported is not None or word.text in ",;:()" or word.lower in _BARRED:
            return None
        if action := _read(words, at):
            return action
    return None


def _may_stand_bare(word: Word) -> bool:
    return word.text.lower().endswith(("day", "tomorrow", "tonight")) or word.lower in ("on", "next", "this")


def _verb_after_day(words: Sequence[Word], first: int, last: int) -> Action | None:
    """ "On June 20, the library will reopen"."""
    opening = first <= 1 and (first == 0 or words[0].lower in ("on", "from", "in"))
    if not opening:
        return None
    for at in range(last, min(len(words), last + MOST_SUBJECT + 3)):
        if words[at].reported is not None or words[at].lower in _BARRED or (at > last and words[at].text in ",;:"):
            return None
        if action := _read(words, at):
            return action
    return None


def _read(words: Sequence[Word], at: int) -> Action | None:
    """The event that the verb at this word names, with a subject of its own."""
    form = words[at].lower
    verb = _passive(words, at) if form in _PASSIVE else _active(words, at)
    end = _subject_end(words, at) if verb else None
    if verb is None or end is None:
        return None
    subject = _subject(words, end)
    if subject is None or (form == verb.many and end == at and not _is_plural(subject)):
        return None
    reported = [*subject, verb.many if _is_plural(subject) else verb.one, *verb.rest]
    if verb.concept == "visit":
        target = _target(words, at + 1)
        return Action(named([*reported, *target]), "visit", at) if target else None
    return (
        Action(named(reported), _concept(verb, subject), at)
        if _fits(verb, subject) and _is_alone(words, at, verb)
        else None
    )


def _active(words: Sequence[Word], at: int) -> _Verb | None:
    for verb in _BY_FORM.get(words[at].lower, ()):
        if tuple(word.lower for word in words[at + 1 : at + 1 + len(verb.rest)]) == verb.rest:
            return verb
    return None


def _passive(words: Sequence[Word], at: int) -> _Verb | None:
    return _PASSIVE[words[at].lower] if at and words[at - 1].lower == "be" else None


def _subject_end(words: Sequence[Word], at: int) -> int | None:
    """Where the subject ends (exclusive), before "will", "is due to" or the verb itself."""
    end = at - 1 if words[at - 1].lower == "be" else at
    if end < 1:
        return None
    if words[end - 1].lower == "will":
        return end - 1
    if words[end - 1].lower == "to":
        end -= 2 if words[end - 2].lower in _SCHEDULED else 1
        return end - 1 if end > 0 and words[end - 1].lower in _TIMED else None
    return None if words[at - 1].lower == "be" else at


def _subject(words: Sequence[Word], end: int) -> list[str] | None:
    """The words of the subject without its article; None where it is a pronoun or cannot be told."""
    end = _before_aside(words, end)
    start = end
    while start > 0 and end - start < MOST_SUBJECT and _is_part(words, start - 1):
        start -= 1
    start = _after_opening(words, start, end)
    found = [word.text for word in words[start:end]]
    if not found or len(found) > LONGEST_NAME or not _begins_clause(words, start):
        return None
    bare = found[1:] if found[0].lower() in _DETERMINERS else found
    return bare if bare and bare[0].lower() not in _LINKS and bare[-1].lower() not in _LINKS | _PRONOUNS else None


def _before_aside(words: Sequence[Word], end: int) -> int:
    """The end of a subject with an aside: "the bridge, closed since March, will reopen"."""
    if end < 2 or words[end - 1].text != ",":
        return end
    opening = [at for at in range(max(0, end - 14), end - 1) if words[at].text == ","]
    return opening[-1] if opening else end


def _is_part(words: Sequence[Word], at: int) -> bool:
    word = words[at]
    if not word.is_word or word.lower in _PRONOUNS or word.lower in _BARRED or word.lower in _SAYING - {"and"}:
        return False
    described = at > 0 and words[at - 1].lower in _DETERMINERS and word.lower.endswith(("ing", "ed"))
    return described or word.lower in _LINKS | _NUMBERS or not is_function_word(word)


def _after_opening(words: Sequence[Word], start: int, end: int) -> int:
    """Where the subject starts when "in Almaty" or "and" comes before it."""
    if start < end and words[start].lower == "and":
        return start + 1
    if start < end and words[start].lower in ("in", "at", "for", "to", "of"):
        articles = [
            at for at in range(start + 2, end) if words[at].lower in ("the", "a", "an") and words[at - 1].is_name
        ]
        return articles[0] if articles else end
    return start


def _begins_clause(words: Sequence[Word], start: int) -> bool:
    if start == 0:
        return True
    before = words[start - 1]
    if before.reported is not None or before.text in ',;-–—“"' or before.lower in _SAYING:
        return True
    return before.is_name and words[start].lower in ("the", "a", "an")


def _is_plural(subject: Sequence[str]) -> bool:
    head = next((at for at, word in enumerate(subject) if word.lower() in _COMPLETING), len(subject))
    nouns = subject[:head]
    if "and" in nouns:
        return True
    last = nouns[-1].lower() if nouns else ""
    return last in ("people", "police", "children") or (
        last.endswith("s") and not last.endswith(("ss", "us", "is", "'s"))
    )


def _fits(verb: _Verb, subject: Sequence[str]) -> bool:
    words = {word.lower() for word in subject}
    if verb.concept in ("meeting", "debate"):
        return _is_plural(subject) or bool(words & _BODIES)
    if verb.concept in ("beginning", "ending"):
        return bool(words & _STAGES)
    if verb.concept == "closing":
        return bool(words & (_ENTRIES | _STAGES | {"polls", "exhibition", "museum", "festival"}))
    return not words & _ELSEWHERE


def _concept(verb: _Verb, subject: Sequence[str]) -> str:
    ends_entries = verb.concept in ("closing", "ending") and any(word.lower() in _ENTRIES for word in subject)
    return "deadline" if ends_entries else verb.concept


def _is_alone(words: Sequence[Word], at: int, verb: _Verb) -> bool:
    """Whether the verb has no object: not "opens its doors", not "begins to pay"."""
    if verb.concept not in ("opening", "closing", "beginning", "ending", "meeting", "debate") or at + 1 >= len(words):
        return True
    after = words[at + 1]
    if after.lower == "to":
        return at + 2 < len(words) and words[at + 2].lower in ("the", "all", "visitors", "readers")
    return not after.is_word or after.lower in _FOLLOWING


def _target(words: Sequence[Word], start: int) -> list[str]:
    found = []
    for word in words[start : start + 5]:
        if not word.is_name or not word.is_word:
            break
        found.append(word.text)
    return found


def _deadline(words: Sequence[Word], first: int) -> Action | None:
    """ "Observers must apply for accreditation by June 5", "registration is open until May 15"."""
    end = first - 1 if words[first - 1].lower in _BY else first
    for at in range(end - 1, max(-1, end - MOST_BETWEEN - 1), -1):
        word = words[at]
        if word.reported is not None or word.text in ",;:()" or word.lower in _BARRED:
            return None
        if word.lower in _OPEN and (closing := _closing(words, at)):
            return closing
        if word.lower in _ENTERING and _is_asked(words, at):
            what = _purpose(words[at + 1 : end])
            needs_object = word.lower in ("submit", "file", "enter")
            return (
                None
                if needs_object and not what
                else Action(named(["deadline", "to", word.lower, *what]), "deadline", at)
            )
    return None


def _closing(words: Sequence[Word], at: int) -> Action | None:
    end = at
    while end > 0 and words[end - 1].lower in (
        "is",
        "are",
        "be",
        "being",
        "will",
        "remain",
        "remains",
        "stay",
        "stays",
    ):
        end -= 1
    subject = _subject(words, end)
    if not subject or not {word.lower() for word in subject} & _ENTRIES:
        return None
    return Action(named([*subject, "close" if _is_plural(subject) else "closes"]), "deadline", at)


def _is_asked(words: Sequence[Word], at: int) -> bool:
    if at == 0:
        return True
    before = words[at - 1].lower
    if before in ("still", "also"):
        before = words[at - 2].lower
    if before == "to":
        return at > 1 and words[at - 2].lower in ("have", "has", "need", "needs", "required", "asked", "wishing")
    return before in _ASKING or words[at - 1].text in ";,"


def _purpose(words: Sequence[Word]) -> list[str]:
    """What is applied for, up to six words: "for accreditation", "applications"."""
    found = [word.text for word in words if word.is_word and word.lower not in ("their", "his", "her", "your")]
    return found if len(found) <= 6 and len(found) >= len(words) - 1 else []

"""Verbs that name an event in Russian: "президент посетит Астану", "закон вступит в силу", "заявки принимают до"."""

from collections.abc import Sequence

from briefings.key_dates.detection.actions.action import Action, clause_around, named
from briefings.key_dates.detection.clause_words import Word

_VERBS = {
    "opening": "откроется откроются открывается открываются заработает заработают",
    "closing": "закроется закроются",
    "law": "вступит вступят вступает вступают",
    "visit": "посетит посетят",
    "meeting": "встретится встретятся",
    "beginning": "начнется начнутся начинается начинаются стартует стартуют",
    "ending": "завершится завершатся закончится закончатся завершается завершаются",
    "gathering": "состоится состоятся пройдет пройдут",
    "expiry": "истекает истекают истечет истекут",
}
_CONCEPTS = {form: concept for concept, forms in _VERBS.items() for form in forms.split()}
_LASTING = {"продлится": "завершится", "продлятся": "завершатся"}
_INFINITIVES = {"записаться": "Срок записи", "зарегистрироваться": "Срок регистрации"}
_HANDING = frozenset(
    "подать подают подавать сдать прислать отправить принимают принимаются принимается принимать примут".split()
)
_PAPERS = {"заявк": "заявок", "документ": "документов", "заявлени": "заявлений", "работы": "работ", "анкет": "анкет"}
SIGNS = frozenset(_CONCEPTS) | frozenset(_LASTING) | frozenset(_INFINITIVES) | _HANDING

_PREPOSITIONS = frozenset(
    "в во на с со к ко у о об от до для за из по при над под через между без около и а но".split()
)
_STARTERS = frozenset(
    "он она оно они это эта этот эти кто что который которая которое которые где там тогда также еще затем потом "
    "если когда мы вы я уже все его ее их как".split()
)
_BARRED = frozenset("не бы может могут мог могла могли если возможно вероятно ли".split())
_OPENERS = frozenset({"что", "а", "и", "но"})
_OFFICES = ("президент", "премьер", "министр", "глав", "совет", "комисс", "парламент", "комитет", "правительств")
_STAGES = ("учебн", "год", "кампани", "агитаци", "выдвижени", "сезон", "регистраци", "прием", "приём", "продаж",
           "занятия", "курс", "голосовани", "строительств", "каникул", "отбор", "набор", "подач", "ремонт")  # fmt: skip
_ENTRIES = ("регистраци", "прием", "приём", "подач", "выдвижени", "набор")
_WEATHER = ("дожд", "гроз", "снег", "ливн", "потеплен", "похолодан", "замороз", "ветер", "туман")
_PHRASES = {"law": ("в", "силу")}
_ADVERBS = frozenset({"вновь", "снова", "официально"})
MOST_WORDS = 7


def action_on(words: Sequence[Word], first: int, last: int) -> Action | None:
    """The event that a verb puts on the day told by words[first:last]."""
    start, end = clause_around(words, first, last)
    if any(word.lower in _BARRED for word in words):
        return None
    while start < end and words[start].lower in _OPENERS:
        start += 1
    if words[first].lower == "до" or (first and words[first - 1].lower == "до"):
        return _deadline(words, start, end)
    if first and words[first - 1].lower in _PREPOSITIONS - {"в", "во", "с", "со", "и"}:
        return None
    verbs = [at for at in range(start, end) if words[at].lower.replace("ё", "е") in _CONCEPTS]
    return _read(words, (start, end), verbs[0]) if len(verbs) == 1 else None


def _read(words: Sequence[Word], clause: tuple[int, int], at: int) -> Action | None:
    verb = words[at].lower.replace("ё", "е")
    concept = _CONCEPTS[verb]
    follows = _PHRASES.get(concept, ())
    if tuple(word.lower for word in words[at + 1 : at + 1 + len(follows)]) != follows:
        return None
    subject = _subject(words, clause, at)
    if subject is None or not _fits(concept, verb, subject):
        return None
    again = [words[at - 1].lower] if at and words[at - 1].lower in _ADVERBS else []
    reported = [*subject, *again, words[at].text.lower(), *follows]
    if concept == "meeting":
        reported += _company(words[at + 1 : clause[1]])
    if concept != "visit":
        return Action(named(reported), _concept(concept, subject), at)
    target = _target(words, at + 1, clause[1])
    return Action(named([*reported, *target]), concept, at) if target else None


def _fits(concept: str, verb: str, subject: Sequence[str]) -> bool:
    """Whether this is something that people would follow: not the weather, not everybody's meetings."""
    if any(word.lower().startswith(_WEATHER) for word in subject):
        return False
    if concept == "meeting" and verb == "встретится":
        return subject[0].lower().startswith(_OFFICES)
    return concept not in ("beginning", "ending") or any(word.lower().startswith(_STAGES) for word in subject)


def _concept(concept: str, subject: Sequence[str]) -> str:
    is_term = concept == "expiry" and subject[0].lower().startswith("срок")
    ends_entries = concept in ("closing", "ending") and subject[0].lower().startswith(_ENTRIES)
    return "deadline" if is_term or ends_entries else concept


def _subject(words: Sequence[Word], clause: tuple[int, int], at: int) -> list[str] | None:
    """Who or what does it: the words from the start of the clause to the verb, or those after the verb."""
    before = [word for word in words[clause[0] : at] if word.reported is None and word.lower not in _ADVERBS]
    while before and before[-1].lower in _PREPOSITIONS:
        before.pop()
    if _can_be_subject(before):
        return [word.text for word in before]
    if before and before[0].lower not in _PREPOSITIONS:
        return None
    after: list[Word] = []
    for word in words[at + 1 : clause[1]]:
        if not word.is_word or word.lower in _PREPOSITIONS:
            break
        after.append(word)
    return [word.text for word in after] if _can_be_subject(after) else None


def _can_be_subject(found: Sequence[Word]) -> bool:
    if not found or len(found) > MOST_WORDS or not all(word.is_word for word in found):
        return False
    opening = found[0].lower.replace("ё", "е")
    if opening in _PREPOSITIONS or opening in _STARTERS or opening.endswith("ого"):
        return False
    return not any(_is_verb(word) for word in found[1:])


def _is_verb(word: Word) -> bool:
    return word.lower.endswith(("тся", "лся", "лась", "лись", "ют", "ил", "ила", "или", "али", "ала"))


def _company(words: Sequence[Word]) -> list[str]:
    """With whom: "с жителями"."""
    if len(words) < 2 or words[0].lower not in ("с", "со") or not words[1].is_word:
        return []
    named = [word.text for word in words[1:3] if word.is_word and word.lower not in _PREPOSITIONS]
    return [words[0].text, *named]


def _target(words: Sequence[Word], start: int, end: int) -> list[str]:
    found = []
    for word in words[start : min(end, start + 4)]:
        if not word.is_word or not word.is_name:
            break
        found.append(word.text)
    return found


def _deadline(words: Sequence[Word], start: int, end: int) -> Action | None:
    """ "Записаться нужно до 15 мая", "заявки принимают до 30 июня", "выдвижение продлится до 12 мая"."""
    for at in range(start, end):
        form = words[at].lower
        if form in _INFINITIVES:
            return Action(_INFINITIVES[form], "deadline", at)
        if form in _LASTING:
            subject = _subject(words, (start, end), at)
            return Action(named([*subject, _LASTING[form]]), _concept("ending", subject), at) if subject else None
        if form in _HANDING and (papers := _papers(words[start:end])):
            return Action(f"Срок подачи {papers}", "deadline", at)
    return None


def _papers(words: Sequence[Word]) -> str | None:
    found = (owned for word in words for beginning, owned in _PAPERS.items() if word.lower.startswith(beginning))
    return next(found, None)

"""Verbs that name an event in Kazakh: "тіркеу аяқталады", "заң күшіне енеді", "өтінім дейін қабылданады"."""

from collections.abc import Sequence

from briefings.key_dates.detection.actions.action import Action, clause_around, named
from briefings.key_dates.detection.clause_words import Word

_VERBS = {
    "opening": "ашылады", "closing": "жабылады", "law": "енеді", "meeting": "кездеседі",
    "beginning": "басталады", "ending": "аяқталады", "gathering": "өтеді өткізіледі", "visit": "барады келеді",
}  # fmt: skip
_CONCEPTS = {form: concept for concept, forms in _VERBS.items() for form in forms.split()}
_NEEDED = {"law": ("күшіне",), "visit": ("сапармен", "іссапармен")}
"""A word that has to stand before the verb."""
_HANDING = frozenset("қабылданады қабылдайды тапсырылады".split())
_PAPERS = {"өтінім": "Өтінім", "өтініш": "Өтініш", "құжат": "Құжат", "жұмыс": "Жұмыс"}
_ENROLLING = ("тіркелуі", "тіркелу", "тіркелуге", "тіркеледі", "жазылуы", "жазылуға")
SIGNS = frozenset(_CONCEPTS) | _HANDING | frozenset(_ENROLLING)

_CASES = ("да", "де", "та", "те", "нан", "нен", "дан", "ден", "тан", "тен", "ға", "ге", "қа", "ке", "ны", "ні", "нда",
          "нде", "на", "не", "мен", "бен", "пен", "ып", "іп", "ған", "ген", "қан", "кен", "ның", "нің", "дың", "дің",
          "тың", "тің")  # fmt: skip
_ADVERBS = frozenset("қайта ресми".split())
_LOCATIVE = ("да", "де", "та", "те", "күні")
_PRONOUNS = frozenset("ол олар бұл осы біз сіз мен сол онда".split())
_LINKS = frozenset("ал және бірақ мен сондай-ақ".split())
_OFFICES = ("президент", "премьер", "министр", "кеңес", "комиссия", "парламент", "комитет", "үкімет")
_PLURAL = ("лар", "лер", "дар", "дер", "тар", "тер", "лары", "лері", "дары", "дері", "тары", "тері")
_STAGES = ("жыл", "науқан", "үгіт", "тіркеу", "қабылда", "сату", "сабақ", "курс", "маусым", "құрылыс", "каникул",
           "демалыс", "жөндеу", "іріктеу", "беру")  # fmt: skip
_ENTRIES = ("тіркеу", "қабылдау")
_BARRED = frozenset("мүмкін егер емес".split())
MOST_WORDS = 6


def action_on(words: Sequence[Word], first: int, last: int) -> Action | None:
    """The event that a verb puts on the day told by words[first:last]."""
    start, end = clause_around(words, first, last)
    if any(word.lower in _BARRED for word in words):
        return None
    if (last < end and words[last].lower == "дейін") or words[last - 1].lower == "дейін":
        return _deadline(words, last, end, start)
    if not words[last - 1].lower.endswith(_LOCATIVE):
        return None
    verbs = [at for at in range(last, end) if words[at].lower in _CONCEPTS]
    return _read(words, start, verbs[0], (first, last)) if len(verbs) == 1 else None


def _read(words: Sequence[Word], start: int, at: int, day: tuple[int, int]) -> Action | None:
    concept = _CONCEPTS[words[at].lower]
    needed = _NEEDED.get(concept, ())
    if needed and words[at - 1].lower not in needed:
        return None
    first, last = day
    between = [word for word in words[last:at] if word.lower not in _ADVERBS and word.lower not in needed]
    subject = _nominative(words[start:first]) or (None if needed else _nominative(between))
    if subject is None or (concept == "visit" and not between):
        return None
    if not _fits(concept, subject):
        return None
    aim = [word.text for word in between] if concept == "visit" else []
    adverbs = [word.text for word in words[last:at] if word.lower in _ADVERBS or word.lower in needed]
    return Action(named([*subject, *aim, *adverbs, words[at].lower]), _concept(concept, subject), at)


def _fits(concept: str, subject: Sequence[str]) -> bool:
    """Whether this is something that people would follow: not the weather, not everybody's meetings."""
    last = subject[-1].lower()
    if concept == "meeting":
        return last.endswith(_PLURAL) or last.startswith(_OFFICES)
    return concept not in ("beginning", "ending") or any(word.lower().startswith(_STAGES) for word in subject)


def _concept(concept: str, subject: Sequence[str]) -> str:
    ends_entries = concept in ("closing", "ending") and any(word.lower().startswith(_ENTRIES) for word in subject)
    return "deadline" if ends_entries else concept


def _nominative(found: Sequence[Word]) -> list[str] | None:
    """These words as a subject, places before it left out; None where they can be none."""
    while len(found) > 1 and (
        found[0].lower in _LINKS or (found[0].is_name and found[0].lower.endswith(_LOCATIVE[:4]))
    ):
        found = found[1:]
    if not found or len(found) > MOST_WORDS or not all(word.is_word for word in found):
        return None
    if found[0].lower in _PRONOUNS or found[-1].lower.endswith(_CASES):
        return None
    return [word.text for word in found]


def _deadline(words: Sequence[Word], last: int, end: int, start: int) -> Action | None:
    """ "Өтініш 5 маусымға дейін қабылданады", "20 тамызға дейін тіркелуі керек"."""
    for at in range(last, end):
        if words[at].lower in _ENROLLING:
            return Action("Тіркелу мерзімі", "deadline", at)
        if words[at].lower in _HANDING and (papers := _papers(words[start:at])):
            return Action(f"{papers} қабылдау мерзімі", "deadline", at)
    return None


def _papers(words: Sequence[Word]) -> str | None:
    return next((name for word in words for stem, name in _PAPERS.items() if word.lower.startswith(stem)), None)

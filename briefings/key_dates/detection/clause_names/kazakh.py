"""A name out of a Kazakh clause, its verb turned into a noun: «Заң 1 ақпаннан күшіне енеді» is «Заңның күшіне енуі»."""

from collections.abc import Sequence
from dataclasses import replace

from briefings.key_dates.detection.clause_names.clause import (
    QUOTES,
    before_days,
    clause_of,
    clause_start,
    is_day,
    is_label,
    spelled,
    stripped,
)
from briefings.key_dates.detection.clause_words import Word
from briefings.key_dates.detection.event_nouns import HEADS

MOST_WORDS = 10
LEAST_LETTERS = 4
SHORTEST_STEM = 2
_OPENERS = frozenset("егер өйткені бірақ ал алайда сондықтан яғни себебі деп".split())
_LEADING = frozenset(
    "ал және бірақ сондай-ақ сонымен қатар бұл осы ол олар айта кетейік атап айтқанда алдымен кейін бастап дейін күні "
    "күннен аралығында қарай алайда яғни енді биыл биылғы жылы жылдан мәліметінше сәйкес деп бұған дейін еске салайық "
    "сағат таңғы түнгі кешкі күндері оның ішінде".split()
)
_TRAILING = frozenset(
    "және деп күні бастап кейін дейін қарай ғана үшін бойынша бұл осы бір аралығында болып туралы екенін жергілікті "
    "жоспарланған белгіленген "
    "уақытпен сағат таңғы түнгі кешкі биыл".split()
)
_PRESENT = ("ады", "еді", "йды", "йді", "иды", "иді")
_PAST = ("лады", "леді", "дады", "деді", "тады", "теді")
_CONSONANTS = frozenset("бвгғджзкқлмнңпрстфхһцчшщ")
_INTENDED = ("мақ", "мек", "бақ", "бек", "пақ", "пек")
_PARTICIPLES = ("атын", "етін", "йтын", "йтін")
_CONVERBS = ("ып", "іп")
_LABELS = frozenset("қашан күні уақыты".split())
_PRONOUNS = frozenset("ол бұл олар".split())
_SIMPLE = (
    "өт",
    "бол",
    "өткізіл",
    "күтіл",
    "жоспарла",
    "белгілен",
    "ұйымдастырыл",
    "тағайындал",
    "көзделін",
)
_OBLIGING = frozenset("керек қажет тиіс".split())
_LASTING = frozenset("жалғас созыл өт жүр бол".split())
_HOLDING = ("өткіз", "ұйымдастыр")
_NOUNS = {"ойна": "ойыны", "кездес": "кездесуі", "жолық": "кездесуі", "шайқас": "шайқасы", "айқас": "айқасы"}
_NOT_PLACES = frozenset("команда палата награда комета газета".split())
_LIGHT = frozenset("жұмыс тыйым дауыс жол орын назар қол баға сабақ шешім көмек рұқсат есеп күш".split())
"""Nouns that a verb needs to say anything: what happens is not theirs."""
_CASES = ("ға", "ге", "қа", "ке", "на", "не", "да", "де", "та", "те", "дан", "ден", "тан", "тен", "нан", "нен", "мен",
          "бен", "пен", "ды", "ді", "ты", "ті", "ны", "ні", "дың", "дің", "тың", "тің", "ның", "нің",
          "ын", "ін")  # fmt: skip
_AFTER = (
    (("ты", "ті"), frozenset("пткқсшфхцчщбвгд")),
    (("ны", "ні"), frozenset("аәеоөұүыіяё")),
    (("на", "не"), frozenset("ыі")),
)
"""Case endings that follow only some letters."""
_GENITIVE = ("дың", "дің", "тың", "тің", "ның", "нің")
_OWNED_CASES = ("сында", "сінде", "ында", "інде", "сына", "сіне", "сынан", "сінен", "сын", "сін")
"""What a noun that another one owns ends in: «қаласында», «жобасын»."""
_FRONT, _BACK = frozenset("әеіөүэи"), frozenset("аоұыяё")
_VOICELESS = frozenset("пткқсшфхцчщбвгд")
_AFTER_NASAL = frozenset("аәеёоөұүыіэямнң")


def clause_name(words: Sequence[Word], first: int, last: int) -> str | None:
    """What the clause around the day words[first:last] tells; see `clause_names.clause_name`."""
    clause = clause_of(words, first, last, _opens)
    if is_label(clause, _LABELS) or (clause.before and clause.before[0].lower in _PRONOUNS):
        return None
    before = stripped(clause.before, _LEADING | _OPENERS, frozenset())
    reported = stripped([*before, *stripped(clause.after, _LEADING, frozenset())], frozenset(), frozenset())
    ends = last < len(words) and words[last].lower == "дейін"
    at = next((at for at in range(len(reported) - 1, -1, -1) if _stem(reported[at], at == len(reported) - 1)), None)
    if ends and len(reported) > 1 and reported[-1].lower in _OBLIGING:
        return _finished([*reported[:-1], replace(reported[-1], text="мерзімі")])
    if ends and len(reported) > 2 and reported[-1].lower == "болады" and reported[-2].lower.endswith(("уға", "уге")):
        return _finished(
            [*reported[:-2], replace(reported[-2], text=reported[-2].text[:-2]), replace(reported[-1], text="мерзімі")]
        )
    if at == 0:
        reported, at = [*_subject_before(words, clause.start), *reported], None
        at = len(reported) - 1
    if at is not None and ends and _stem(reported[at]) in _LASTING:
        return _finished(_nominal(reported[:at], replace(reported[at], text="аяқталады")))
    return _finished(reported if at is None else _nominal(reported[:at], reported[at]))


def tells_future(word: str) -> bool:
    """Whether a word in small letters is a verb in the present or future: «басталады», «өтпек»."""
    return word.endswith(_PRESENT + _INTENDED) and not _is_past(word)


def _subject_before(words: Sequence[Word], start: int) -> Sequence[Word]:
    """The subject of a verb that follows another one's clause: «тестілеу 20 маусымда басталып, 5 шілдеде аяқталады»."""
    day = next((at for at in range(start - 1, -1, -1) if is_day(words[at].reported)), None)
    if day is None:
        return ()
    end = before_days(words, day + 1)
    return stripped(words[clause_start(words, end, _opens) : end], _LEADING | _OPENERS, _TRAILING)


def _opens(words: Sequence[Word], at: int) -> bool:
    return words[at].lower in _OPENERS


def _stem(word: Word, last: bool = True) -> str:
    """The stem of a verb that tells what happens or is to happen, "" where this is none.

    A converb ends a clause: «басталып».
    """
    if not word.is_word or word.is_name:
        return ""
    lower = word.lower
    if _is_past(lower):
        return ""
    if last and lower.endswith(("са", "се")) and lower[:-2] in _NOUNS:
        return lower[:-2]
    for endings in (_PARTICIPLES, _PRESENT, _INTENDED, *((_CONVERBS,) if last else ())):
        if lower.endswith(endings) and len(lower) > len(endings[0]) + SHORTEST_STEM - 1:
            return lower[: -len(endings[0])]
    return ""


def _is_past(verb: str) -> bool:
    """Whether -ады is the past of a stem that ends in a vowel: «хабарлады», «қабылдамады», and not «басталады»."""
    if verb.endswith(("мады", "меді", "пады", "педі", "бады", "беді")):
        return True
    return verb.endswith(_PAST) and verb[-5:-4] in _CONSONANTS


def _nominal(reported: Sequence[Word], verb: Word) -> Sequence[Word]:
    """The words before a verb with a noun in its place; none where the verb says only that it happens."""
    stem = _stem(verb)
    body = stripped(reported, _LEADING, _TRAILING)
    if len(body) > 1 and _is_place(body[0]):
        body = [_attributive(body[0]), *body[1:]]
    if stem in _SIMPLE or not body:
        return _placed(body)
    if stem in _HOLDING:
        return _placed([*body[:-1], replace(body[-1], text=_nominative(body[-1].text))])
    if stem == "баста" and len(body) > 1 and body[-1].text.islower() and body[-1].text.endswith(("а", "е", "й")):
        return [*_owned(body[:-1]), body[-1], replace(verb, text="бастауы")]
    return [*_owned(body), replace(verb, text=_NOUNS.get(stem) or _verbal_noun(stem, verb.lower))]


def _verbal_noun(stem: str, verb: str) -> str:
    plain = stem[:-1] if stem.endswith(("ы", "і")) else stem
    return f"{plain}у{'і' if _is_front(stem or verb) else 'ы'}"


def _is_front(word: str) -> bool:
    vowel = next((letter for letter in reversed(word) if letter in _FRONT | _BACK), "а")
    return vowel in _FRONT


def _owned(body: Sequence[Word]) -> Sequence[Word]:
    """The words with the subject as the owner of what happens: «заң» is «заңның»; one in quotation marks stays."""
    at = end = len(body) - 1
    while at > 0 and (_has_case(body[at]) or body[at].lower in _LIGHT or (at < end and _begins_a_name(body, at))):
        if body[at].lower.endswith(_GENITIVE):
            return body
        if body[at].text in QUOTES:
            at = _opening(body, at)
        at -= 2 if body[at].lower.endswith(_OWNED_CASES) and at > 1 else 1
    subject = body[at]
    if at < 0 or not subject.is_word or subject.lower in _LIGHT or _has_case(subject):
        return body
    return [*body[:at], replace(subject, text=subject.text + _genitive(subject.lower)), *body[at + 1 :]]


def _begins_a_name(body: Sequence[Word], at: int) -> bool:
    """Whether a word is the first of a name whose last word has its ending: «Оди Осборнмен»."""
    following = body[at + 1]
    return body[at].is_name and following.is_word and following.is_name and not _is_place(following)


def _opening(body: Sequence[Word], closing: int) -> int:
    """Where the quotation begins that ends at `closing`: nothing in it is changed."""
    return next((at for at in range(closing - 1, -1, -1) if body[at].text in QUOTES), closing)


def _has_case(word: Word) -> bool:
    """Whether a word is no subject; a figure is none either. «Бекеті» and «аурухана» only look as if."""
    lower = word.lower
    if not word.is_word:
        return True
    before = lower[-3:-2]
    for endings, letters in _AFTER:
        if lower.endswith(endings):
            return before in letters
    return lower.endswith(_CASES)


def _genitive(word: str) -> str:
    vowel = "і" if _is_front(word) else "ы"
    first = "н" if word[-1] in _AFTER_NASAL else "т" if word[-1] in _VOICELESS else "д"
    return f"{first}{vowel}ң"


def _nominative(word: str) -> str:
    """The object of a verb as it stands alone: «ойынын» is «ойыны», «турнирді» «турнир»."""
    if word.endswith(("ын", "ін")):
        return word[:-1]
    return word[:-2] if word.endswith(("ды", "ді", "ты", "ті", "ны", "ні")) else word


def _placed(body: Sequence[Word]) -> Sequence[Word]:
    """A single place behind the noun stands before it: «сайлау Астанада» is «Астанадағы сайлау»."""
    if len(body) < 2 or not _is_place(body[-1]):
        return body
    noun = body[0]
    is_common = noun.lower in HEADS["kk"]
    return [_attributive(body[-1]), replace(noun, text=noun.lower) if is_common else noun, *body[1:-1]]


def _is_place(word: Word) -> bool:
    located = word.is_name and word.is_word and word.lower.endswith(("да", "де", "та", "те"))
    return located and word.lower not in HEADS["kk"] and word.lower not in _NOT_PLACES


def _attributive(place: Word) -> Word:
    """«Астанада» as it describes a noun: «Астанадағы»."""
    return replace(place, text=place.text + ("гі" if place.text.endswith("е") else "ғы"))


def _finished(reported: Sequence[Word]) -> str:
    kept = stripped(reported, _LEADING, _TRAILING)
    if len(kept) > MOST_WORDS:
        kept = stripped(kept[-MOST_WORDS:], _LEADING, _TRAILING)
    if not any(word.is_word and len(word.text) >= LEAST_LETTERS for word in kept):
        return ""
    return spelled(kept)

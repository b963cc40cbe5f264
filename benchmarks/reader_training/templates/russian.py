"""Russian phrases in their cases: the adjectives and the head noun change, what follows the head stays."""

from functools import cache

from pymorphy3 import MorphAnalyzer
from pymorphy3.analyzer import Parse

TAGS = {"nom": "nomn", "gen": "gent", "dat": "datv", "acc": "accs", "ins": "ablt", "loc": "loct"}
MALE = {"gen": "а", "dat": "у", "acc": "а", "ins": "ым", "loc": "е"}
FEMALE = {"gen": "ой", "dat": "ой", "acc": "у", "ins": "ой", "loc": "ой"}
GIVEN_A = {"gen": "ы", "dat": "е", "acc": "у", "ins": "ой", "loc": "е"}
GIVEN_IYA = {"gen": "и", "dat": "и", "acc": "ю", "ins": "ей", "loc": "и"}
GIVEN_MALE = {"gen": "а", "dat": "у", "acc": "а", "ins": "ом", "loc": "е"}
GENDERS = {"masc": 0, "femn": 1, "neut": 2}
PLURAL = 3
_morph = MorphAnalyzer()


@cache
def inflected(phrase: str, case: str) -> str:
    """The phrase, given in the nominative, in a case."""
    if case in ("", "nom") or phrase.startswith("«"):
        return phrase
    words = phrase.split(" ")
    head = head_place(phrase)
    if case == "acc" and _looks_nominative_in_accusative(words[head]):
        return phrase
    return " ".join(_word(word, TAGS[case]) if at <= head else word for at, word in enumerate(words))


@cache
def gender(phrase: str) -> int:
    """0 masculine, 1 feminine, 2 neuter, 3 plural: which of four verb endings agrees with the phrase."""
    parse = _nominative(phrase.split(" ")[head_place(phrase)])
    if parse is None or "plur" in parse.tag:
        return PLURAL if parse else 0
    return GENDERS.get(parse.tag.gender or "masc", 0)


@cache
def head_place(phrase: str) -> int:
    """Which word is the head noun: the first that is a noun in the nominative."""
    words = phrase.split(" ")
    for place, word in enumerate(words):
        parse = _nominative(word)
        if parse is not None and parse.tag.POS == "NOUN":
            return place
    return 0


@cache
def _nominative(word: str) -> Parse | None:
    parses = [parse for parse in _morph.parse(word.rpartition("-")[2]) if "nomn" in parse.tag]
    singular = [parse for parse in parses if "sing" in parse.tag and parse.normal_form == parse.word]
    return (singular or parses or [None])[0]


def _looks_nominative_in_accusative(head: str) -> bool:
    parse = _nominative(head)
    return parse is not None and parse.tag.animacy == "inan" and (parse.tag.gender == "masc" or "plur" in parse.tag)


def _word(word: str, tag: str) -> str:
    first, hyphen, last = word.rpartition("-")
    parse = _nominative(word)
    wanted = {tag, "plur" if parse and "plur" in parse.tag else "sing"}
    form = parse.inflect(wanted) if parse else None
    return first + hyphen + _cased(form.word, last) if form else word


def _cased(word: str, like: str) -> str:
    if like.isupper() and len(like) > 1:
        return word.upper()
    return word.capitalize() if like[0].isupper() else word


def given_name(name: str, case: str, *, female: bool) -> str:
    """A first name; women's names that end in a consonant or in -е do not change."""
    if case in ("", "nom"):
        return name
    if name.endswith("ия"):
        return name[:-1] + GIVEN_IYA[case]
    if name.endswith("а"):
        return name[:-1] + GIVEN_A[case]
    if female or name[-1] in "еиоуэ":
        return name
    stem = "Павл" if name == "Павел" else name
    return stem + GIVEN_MALE[case]


def surname(name: str, case: str, *, female: bool) -> str:
    """A surname given as a man's: those in -ов, -ев, -ин change with the sex, foreign ones only for men."""
    slavic = name.endswith(("ов", "ев", "ин"))
    if slavic and female:
        return name + (FEMALE[case] if case not in ("", "nom") else "а")
    if female or case in ("", "nom") or name[-1] in "еиоуэ":
        return name
    return name + (MALE if slavic else GIVEN_MALE)[case]


@cache
def counted(noun: str, number: int) -> str:
    """The noun after a number: 1 активист, 3 активиста, 28 активистов."""
    parse = _nominative(noun)
    if noun == "год" and (number % 10 not in (1, 2, 3, 4) or number % 100 in (11, 12, 13, 14)):
        return "лет"
    return parse.make_agree_with_number(number).word if parse else noun

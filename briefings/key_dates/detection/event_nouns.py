"""What happens on a date that people would follow: the nouns that name an event, in three languages.

A noun leads to its concept, so that "выборы" and "election" can be told to be the same thing, to the form that a name
is built with, and to whether the event is worth a date once it is over.
"""

from dataclasses import dataclass
from typing import Literal

from briefings.dates.lexicon import inflect
from briefings.text.detection import Language

Gender = Literal["m", "f", "n", "p"]


@dataclass(frozen=True, slots=True)
class Head:
    """The noun that an event is named by: `noun` in the nominative, its grammatical gender ("p" plural) in Russian."""

    concept: str
    noun: str
    gender: Gender = "n"


LASTING = frozenset(
    "election referendum runoff inauguration summit protest strike attack explosion earthquake crash coup resignation "
    "parade signing".split()
)
"""Concepts whose day is remembered after it: for the others only a day ahead is a key date."""

UNPLANNED = frozenset("attack explosion earthquake crash coup".split())
"""Concepts that nobody sets a day for beforehand."""

_ENGLISH = {
    "election": "election elections", "referendum": "referendum referendums plebiscite", "runoff": "runoff run-off",
    "vote": "vote ballot", "inauguration": "inauguration swearing-in", "summit": "summit summits",
    "conference": "conference conferences forum symposium convention congress", "talks": "talks negotiations",
    "meeting": "meeting session sitting", "hearing": "hearing hearings", "trial": "trial retrial",
    "verdict": "verdict ruling sentencing", "protest": "protest protests rally rallies demonstration demonstrations",
    "strike": "strike walkout", "parade": "parade march", "ceremony": "ceremony funeral", "festival": "festival fair",
    "concert": "concert premiere", "match": "match game derby", "final": "final finals semifinal semi-final",
    "championship": "championship tournament olympics marathon race", "exam": "exam exams examination test",
    "deadline": "deadline", "launch": "launch", "opening": "opening", "closing": "closing closure",
    "signing": "signing", "visit": "visit", "census": "census", "debate": "debate debates",
    "attack": "attack attacks bombing bombings shooting", "explosion": "explosion blast explosions blasts",
    "earthquake": "earthquake quake", "crash": "crash", "coup": "coup", "ceasefire": "ceasefire cease-fire truce",
    "resignation": "resignation", "exhibition": "exhibition expo", "exercise": "exercises drills",
    "eclipse": "eclipse", "holiday": "holiday", "primary": "primary primaries caucus", "auction": "auction",
    "reform": "moratorium amnesty",
}  # fmt: skip

_RUSSIAN: dict[str, dict[str, Gender]] = {
    "election": {"выбор|ы ов ам ами ах": "p"}, "referendum": {"референдум|- а у ом е": "m"},
    "vote": {"голосовани|е я ю ем и": "n"}, "inauguration": {"инаугураци|я и ю ей": "f"},
    "runoff": {"тур|- а у ом е": "m"},
    "summit": {"саммит|- а у ом е": "m"},
    "conference": {"конференци|я и ю ей": "f", "форум|- а у ом е": "m", "съезд|- а у ом е": "m",
                   "конгресс|- а у ом е": "m", "курултай|- я ю ем е": "m"},
    "talks": {"переговор|ы ов ам ами ах": "p"}, "debate": {"дебат|ы ов ам ами ах": "p"},
    "meeting": {"заседани|е я ю ем и": "n", "встреч|а и у е ей": "f", "совещани|е я ю ем и": "n",
    "сесси|я и ю ей": "f"},
    "hearing": {"слушани|я й ям ями ях": "p"}, "trial": {"процесс|- а у ом е": "m", "суд|- а у ом е": "m"},
    "verdict": {"приговор|- а у ом е": "m"},
    "protest": {"митинг|- а у ом е и ов ах": "m", "протест|- а у ом е ы ов ах": "m",
                "демонстраци|я и ю ей": "f", "акци|я и ю ей й ях": "f"},
    "strike": {"забастовк|а и у е ой": "f"}, "parade": {"парад|- а у ом е": "m", "шестви|е я ю ем и": "n"},
    "ceremony": {"церемони|я и ю ей": "f", "похорон|ы ам ах": "p"},
    "festival": {"фестивал|ь я ю ем е": "m", "ярмарк|а и у е ой": "f"},
    "concert": {"концерт|- а у ом е": "m", "премьер|а ы у е ой": "f"}, "match": {"матч|- а у ем е": "m"},
    "final": {"финал|- а у ом е": "m", "полуфинал|- а у ом е": "m"},
    "championship": {"чемпионат|- а у ом е": "m", "турнир|- а у ом е": "m", "олимпиад|а ы у е ой": "f",
                     "марафон|- а у ом е": "m"},
    "exam": {"экзамен|- а у ом е ы ов ах": "m", "тестировани|е я ю ем и": "n"},
    "launch": {"запуск|- а у ом е": "m"}, "opening": {"открыти|е я ю ем и": "n"},
    "closing": {"закрыти|е я ю ем и": "n"},
    "signing": {"подписани|е я ю ем и": "n"}, "visit": {"визит|- а у ом е": "m"}, "census": {"перепис|ь и ью": "f"},
    "attack": {"теракт|- а у ом е ы": "m", "нападени|е я ю ем и": "n"}, "explosion": {"взрыв|- а у ом е ы": "m"},
    "earthquake": {"землетрясени|е я ю ем и": "n"}, "crash": {"авиакатастроф|а ы у е ой": "f", "крушени|е я ю ем": "n"},
    "coup": {"переворот|- а у ом е": "m"}, "ceasefire": {"перемири|е я ю ем и": "n"},
    "resignation": {"отставк|а и у е ой": "f"}, "exhibition": {"выставк|а и у е ой": "f"},
    "exercise": {"учени|я й ям ями ях": "p"}, "eclipse": {"затмени|е я ю ем и": "n"},
    "auction": {"аукцион|- а у ом е": "m"}, "reform": {"мораторий": "m", "амнисти|я и ю ей": "f"},
}  # fmt: skip

_KAZAKH = {
    "election": "сайлау", "referendum": "референдум", "vote": "дауыс беру", "inauguration": "ұлықтау инаугурация",
    "summit": "саммит", "conference": "форум конференция съезд съез құрылтай конгресс", "talks": "келіссөз келіссөздер",
    "meeting": "отырыс жиналыс кездесу мәжіліс кеңес", "debate": "дебат пікірталас", "hearing": "тыңдау",
    "trial": "сот процесс", "verdict": "үкім", "protest": "митинг наразылық шеру", "strike": "ереуіл",
    "parade": "парад", "ceremony": "рәсім жерлеу", "festival": "фестиваль жәрмеңке", "concert": "концерт премьера",
    "match": "матч", "final": "финал", "championship": "чемпионат турнир біріншілік олимпиада марафон",
    "exam": "емтихан тестілеу", "visit": "сапар", "census": "санақ", "attack": "теракт шабуыл",
    "explosion": "жарылыс", "earthquake": "жерсілкінісі сілкініс", "crash": "апат", "resignation": "отставка",
    "exhibition": "көрме", "opening": "ашылу", "launch": "іске_қосу", "exercise": "жаттығу", "signing": "қол_қою",
    "ceasefire": "бітім",
}  # fmt: skip

_KAZAKH_ENDINGS = (
    "", "мен", "бен", "пен", "ы", "і", "сы", "сі", "да", "де", "та", "те", "ға", "ге", "қа", "ке",
    "ды", "ді", "ты", "ті",
    "ны", "ні", "дың",
    "дің", "тың", "тің", "ның", "нің", "дан", "ден", "тан", "тен", "лар", "лер", "дар", "дер", "тар", "тер", "лары",
    "лері", "дары", "дері", "тары", "тері",
)  # fmt: skip
_OWNED = ("ы", "і", "сы", "сі", "лары", "лері", "дары", "дері", "тары", "тері")
_OWNED_CASES = ("", "нда", "нде", "на", "не", "нан", "нен", "ның", "нің", "н", "мен")


def _english() -> dict[str, Head]:
    return {word: Head(concept, word) for concept, words in _ENGLISH.items() for word in words.split()}


def _russian() -> dict[str, Head]:
    heads: dict[str, Head] = {}
    for concept, nouns in _RUSSIAN.items():
        for spelling, gender in nouns.items():
            forms = list(inflect(spelling))
            heads |= {form: Head(concept, forms[0], gender) for form in forms}
    return heads


def _kazakh() -> dict[str, Head]:
    heads: dict[str, Head] = {}
    for concept, nouns in _KAZAKH.items():
        for noun in nouns.split():
            stem = _before_vowel(noun)
            heads |= {noun + ending: Head(concept, noun) for ending in _KAZAKH_ENDINGS}
            heads |= {stem + owned + case: Head(concept, stem + owned) for owned in _OWNED for case in _OWNED_CASES}
    return heads


def _before_vowel(noun: str) -> str:
    """The stem as it sounds before an ending with a vowel: "санақ" becomes "санағ", "фестиваль" "фестивал"."""
    return noun[:-1] + {"қ": "ғ", "к": "г", "п": "б", "ь": ""}.get(noun[-1], noun[-1])


HEADS: dict[Language, dict[str, Head]] = {"en": _english(), "ru": _russian(), "kk": _kazakh()}


def concepts_in(name: str) -> frozenset[str]:
    """The concepts that a key date's name speaks of, in any language."""
    words = name.lower().replace("-", " ").split()
    return frozenset(heads[word].concept for heads in HEADS.values() for word in words if word in heads)

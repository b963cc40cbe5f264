"""Facts made up at random: a kind, and an entity for each of its slots."""

import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from .entities import Amount, Counted, Day, Entity, Person, Phrase, Plain, Year, lexicon, month_name

Maker = Callable[[random.Random], Entity]

KINDS = {
    "detained": "who=crowd city date crime force",
    "sentenced": "person term crime city date",
    "elected": "person rival=person office date share=percent",
    "appointed": "person rival=person office date",
    "resigned": "person office date reason",
    "scheduled": "event date city organisation",
    "postponed": "event date old=date reason organisation",
    "opened": "building money city date organisation",
    "accident": "dead=crowd hurt=crowd reason city date",
    "protest": "who=crowd city date reason",
    "signed": "person law date later=date city",
    "match": "team rival=team score city date person",
    "trade": "country partner=country amount=tonnes product year",
    "price": "product country percent year reason organisation",
    "visit": "person office country date rival=person",
    "born": "person trade year=old_year later=year city",
    "wrote": "person genre work year=old_year city",
    "invented": "person device year=old_year purpose city",
    "founded": "state person year=ancient_year city later=old_year enemy=state",
    "landscape": "nature region length depth",
    "capital": "city country number=inhabitants year=ancient_year",
    "contains": "organ substance percent",
    "animal": "living habitat food age weight",
    "crop": "plant region height month",
    "science": "science topic person",
    "function": "organ purpose term",
    "reaction": "process organ substance product=substance",
    "mineral": "substance region heat purpose",
    "battle": "state enemy=state person year=ancient_year city",
    "material": "city substance roof=substance",
    "lesson_word": "process topic year=old_year person",
    "kinds": "living habitat place=habitat substance food",
    "clan": "state tribe nature person year=ancient_year title=ruler",
    "school": "person city year=old_year science who=crowd lang=tongue",
}
"""The slots of each kind; ``rival=person`` fills the slot ``rival`` with a person."""

TONNES = Phrase("tonnes", "тонны", "тонна")
KILOMETRES = Phrase("kilometres", "километра", "километр")
METRES = Phrase("metres", "метра", "метр")
KILOGRAMS = Phrase("kilograms", "килограмма", "килограмм")
PERCENT = Phrase("percent", "процента", "пайыз")
DEGREES = Phrase("degrees", "градуса", "градус")
YEARS = Phrase("years", "год", "жыл")
RESIDENTS = Phrase("residents", "житель", "тұрғын")
MONEY = (
    Phrase("million dollars", "миллиона долларов", "миллион доллар"),
    Phrase("billion tenge", "миллиарда тенге", "миллиард теңге"),
    Phrase("million euros", "миллиона евро", "миллион еуро"),
    Phrase("million roubles", "миллиона рублей", "миллион рубль"),
)


@dataclass(frozen=True, slots=True)
class Fact:
    kind: str
    slots: Mapping[str, Entity]


def fact(kind: str, rng: random.Random) -> Fact:
    """A fact of a kind, no two of its slots alike."""
    slots: dict[str, Entity] = {}
    for slot in KINDS[kind].split():
        name, _, source = slot.partition("=")
        while (entity := _entity(source or name, rng)) in slots.values():
            pass
        slots[name] = entity
    return Fact(kind, slots)


def _entity(source: str, rng: random.Random) -> Entity:
    return MAKERS[source](rng) if source in MAKERS else rng.choice(lexicon()[source])


def _person(rng: random.Random) -> Person:
    female = rng.random() < 0.35
    return Person(rng.choice(lexicon()["woman" if female else "man"]), rng.choice(lexicon()["surname"]), female)


def _crowd(rng: random.Random) -> Counted:
    return Counted(rng.choice((rng.randint(2, 40), rng.randint(41, 900))), rng.choice(lexicon()["people"]))


def _date(rng: random.Random) -> Day:
    return Day(rng.choice((0, rng.randint(1990, 2027))), rng.randint(1, 12), rng.randint(1, 28))


def _month(rng: random.Random) -> Phrase:
    number = rng.randint(1, 12)
    return Phrase(month_name("en", number), month_name("ru", number), month_name("kk", number))


def _amount(unit: Phrase, most: int) -> Maker:
    return lambda rng: Amount(rng.randint(1, most), rng.randint(1, 9), unit)


def _years(least: int, most: int) -> Maker:
    return lambda rng: Year(rng.randint(least, most))


MAKERS: dict[str, Maker] = {
    "person": _person,
    "crowd": _crowd,
    "date": _date,
    "month": _month,
    "year": _years(1950, 2026),
    "old_year": _years(1700, 1949),
    "ancient_year": _years(600, 1699),
    "term": lambda rng: Counted(rng.randint(2, 20), YEARS),
    "age": lambda rng: Counted(rng.randint(2, 90), YEARS),
    "inhabitants": lambda rng: Counted(rng.randint(20, 9_000) * 100, RESIDENTS),
    "percent": _amount(PERCENT, 90),
    "money": lambda rng: Amount(rng.randint(1, 90), rng.randint(1, 9), rng.choice(MONEY)),
    "tonnes": _amount(TONNES, 9_000),
    "length": _amount(KILOMETRES, 4_000),
    "depth": _amount(METRES, 900),
    "height": _amount(METRES, 30),
    "weight": _amount(KILOGRAMS, 800),
    "heat": _amount(DEGREES, 3_000),
    "score": lambda rng: Plain(f"{rng.randint(1, 6)}:{rng.randint(0, 3)}"),
}

"""What tells two events apart beside their day: where they are, which kind they are, the words that set them off."""

from functools import lru_cache

from briefings.key_dates.detection.event_nouns import HEADS
from briefings.key_dates.detection.places import Place, place_of
from briefings.text import Language, is_stopword, stem

CACHED_NAMES = 4096
FAMILIES = {"hearing": "trial", "vote": "election"}
"""Concepts that texts use for one another: a trial opens with its first hearing, an election is a vote."""
KINDS = {
    "president": ("president", "президент"),
    "parliament": ("parliament", "парламент", "majilis", "мажилис", "мәжіліс", "legislat", "senate", "сенат"),
    "council": ("council", "маслихат", "мәслихат", "municipal", "муниципал"),
    "mayor": ("mayor", "мэр", "аким", "әкім"),
    "governor": ("govern", "gubernat", "губернат"),
}
COMMON = (
    "early", "earli", "snap", "first", "second", "next", "new", "annual", "regular", "extraordinary", "final", "round",
    "city", "досрочн", "внеочередн", "перв", "втор", "ежегодн", "городск", "кезектен", "тыс", "алғашқы", "бірінші",
    "жыл", "қалалық", "deadline", "apply", "appli", "regist", "submit", "close", "срок", "подач", "заяв", "документ",
    "запис", "регистрац", "прием", "приём", "завершит", "мерзім", "қабылда", "өтін", "тірке", "құжат", "аяқтал",
    "окончан",
)  # fmt: skip
"""Beginnings of words that set no event off from others of its sort."""


def family(concept: str) -> str:
    """The concept under which events are compared."""
    return FAMILIES.get(concept, concept)


@lru_cache(CACHED_NAMES)
def kinds_in(name: str) -> frozenset[str]:
    """Which kinds of election, or of whatever it is, a name tells of, in any language."""
    words = name.lower().split()
    return frozenset(kind for kind, beginnings in KINDS.items() for word in words if word.startswith(beginnings))


@lru_cache(CACHED_NAMES)
def cities_in(name: str, place: str | None) -> frozenset[str]:
    """The known cities that a name and its place tell of, by their English names."""
    words = [word for word in name.split() if word[:1].isupper()]
    found = [place_of(word) for word in ([place, *words] if place else words)]
    return frozenset(one.names["en"] for one in found if one is not None and not one.is_country)


def same_place(names: tuple[str, str], places: tuple[str | None, str | None]) -> bool | None:
    """Whether two events are in one place; None where one of them does not tell."""
    one, other = cities_in(names[0], places[0]), cities_in(names[1], places[1])
    if one and other:
        return bool(one & other)
    left, right = places
    if left is None or right is None:
        return None
    known, also = place_of(left), place_of(right)
    if known is None or also is None:
        return left.casefold() == right.casefold()
    return True if known is also else _same_country(known, also)


def _same_country(one: Place, other: Place) -> bool | None:
    return False if one.is_country and other.is_country else None


@lru_cache(CACHED_NAMES)
def marks(name: str, language: Language) -> frozenset[str]:
    """Stems of the words that set this event off from others of its sort: no nouns of events, no "early"."""
    words = [word.strip("()«»\"',.").lower() for word in name.replace("-", " ").split()]
    return frozenset(
        stem(word, language)
        for word in words
        if word and word not in HEADS[language] and not word.startswith(COMMON) and not is_stopword(word, language)
    )


@lru_cache(CACHED_NAMES)
def content_stems(name: str, language: Language) -> frozenset[str]:
    """Stems of all words of a name that carry more than grammar."""
    words = [word.strip("()«»\"',.").lower() for word in name.replace("-", " ").split()]
    return frozenset(stem(word, language) for word in words if len(word) > 1 and not is_stopword(word, language))


def deny_each_other(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether each of two sets of marks has something to tell, and they share at most half of it."""
    return bool(one) and bool(other) and 2 * len(one & other) <= min(len(one), len(other))

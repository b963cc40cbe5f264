"""What the rest of a text adds to a bare name: the kind of election, the case of a court, the place."""

from collections import Counter, defaultdict
from collections.abc import Sequence

from briefings.key_dates.detection.naming import ORDINALS

COURT = frozenset({"trial", "hearing", "verdict"})
COURT_NOUNS = frozenset({"trial", "retrial", "hearing", "hearings", "verdict", "ruling", "sentencing"})
SHORT = 2
"""Words of a name that has room for a place."""


class Completing:
    """Completes names with what the text calls its events elsewhere; `phrases` are the names of all of them."""

    def __init__(self, phrases: Sequence[str]) -> None:
        kinds: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for words in map(str.split, phrases):
            if len(words) > 1:
                kinds[words[-1]][words[-2].lower()] += 1
        self._repeated = {noun: [kind for kind, count in counts.items() if count > 1] for noun, counts in kinds.items()}
        self._cases = {" ".join(case) for phrase in set(phrases) if (case := _case_of(phrase))}

    def name(self, name: str, concept: str) -> str:
        """The name as full as the text makes it."""
        return self._with_case(self._with_kind(name), concept)

    def _with_kind(self, name: str) -> str:
        """The name with the word that the text uses again and again: a snap election is presidential."""
        *before, noun = name.split()
        repeated = self._repeated.get(noun, [])
        if len(repeated) != 1 or repeated[0] in name.lower().split() or not repeated[0].isalpha():
            return name
        return _capital([*before, repeated[0], noun])

    def _with_case(self, name: str, concept: str) -> str:
        """A hearing or verdict without a name gets that of the only case that the text speaks of."""
        if concept not in COURT or len(self._cases) != 1 or not set(name.lower().split()) <= ORDINALS | COURT_NOUNS:
            return name
        *before, noun = name.split()
        return _capital([*before, *self._cases, noun.lower()])


def placed(name: str, where: str) -> str:
    """A short name without another name in it says where: "Protests in Almaty"."""
    words = name.split()
    if not where or len(words) > SHORT or any(word[:1].isupper() for word in words[1:]):
        return name
    if town(where)[:4].lower() == words[0][:4].lower():
        return name
    return f"{where} {name[:1].lower()}{name[1:]}" if where[0].isupper() else f"{name} {where}"


def town(where: str) -> str:
    """The last word of "in Semey", "в Семее"."""
    return where.rsplit(maxsplit=1)[-1]


def _case_of(phrase: str) -> list[str]:
    *before, noun = phrase.split()
    case = [word.lower() for word in before if word.lower() not in ORDINALS]
    return case if noun.lower() in COURT_NOUNS and len(case) > 1 else []


def _capital(words: Sequence[str]) -> str:
    name = " ".join(words)
    return name[:1].upper() + name[1:]

"""What verbs and verb-like words say of the direction of time, each among its neighbours."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

Direction = Literal["past", "future"] | None

PLUPERFECT_REACH = 6
AUXILIARY_REACH = 2
DENIAL_REACH = 8
PARTICIPLE_REACH = 4
PURPOSE_REACH = 3
SHORTEST_VERB = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Verbs:
    """The verbs of a language, and the words that change what they say.

    `past` and `future` are verbs and verb-like words, `past_endings` and `future_endings` those of other verbs. A
    participle after one of `passive` says nothing of its own: "will be played" looks ahead for its "will".
    `future_participles` look ahead ("planned for") unless an infinitive makes them active ("planned to"); those
    that end in one of `describing` tell of the date only close to it. After `progressive` "-ing" looks ahead. An
    infinitive (after `infinitive`, or with one of `infinitive_endings`) looks ahead, but for what was done or not
    done at once: `implicative` are the stems of verbs before it ("tried to"), `marking` what it says itself ("to
    mark"), and nothing after one of `was_to` lies ahead ("должна была открыться"). `nouns` are no verbs after a
    word of `attributive` ("its plans"). `imperatives` count as the first word of a sentence. After one of
    `comparing` nothing is foretold ("than expected"), after `undone` nothing lies ahead ("did not open"). What may
    be is behind us where it is denied: "could not be found", "would not say" (`denied`).
    """

    past: frozenset[str]
    future: frozenset[str]
    past_endings: tuple[str, ...]
    future_endings: tuple[str, ...]
    not_verbs: frozenset[str]
    noun_endings: tuple[str, ...] = ()
    infinitive: str = ""
    infinitive_endings: tuple[str, ...] = ()
    implicative: tuple[str, ...] = ()
    marking: frozenset[str] = frozenset()
    was_to: frozenset[str] = frozenset()
    future_participles: frozenset[str] = frozenset()
    describing: tuple[str, ...] = ()
    attributive: frozenset[str] = frozenset()
    nouns: frozenset[str] = frozenset()
    passive: frozenset[str] = frozenset()
    progressive: frozenset[str] = frozenset()
    pluperfect: frozenset[str] = frozenset()
    perfective_prefixes: tuple[str, ...] = ()
    perfective_endings: tuple[str, ...] = ()
    imperfective_endings: tuple[str, ...] = ()
    imperatives: frozenset[str] = frozenset()
    undone: frozenset[tuple[str, ...]] = frozenset()
    comparing: frozenset[str] = frozenset()
    past_if_denied: frozenset[str] = frozenset()
    denied: frozenset[str] = frozenset()
    denying: frozenset[str] = frozenset()

    def leftwards(self, before: Sequence[str], *, owned: bool) -> Direction:
        """The nearest verb to the left; an infinitive tells nothing about the noun that owns a "Friday's"."""
        for at in range(len(before) - 1, -1, -1):
            found = self._read(before, at, owned=owned)
            if found is not None:
                return "past" if self.was(before, at) else found
        return None

    def rightwards(self, after: Sequence[str], *, owned: bool) -> Direction:
        """The nearest verb to the right."""
        found = (self._read(after, at, owned=owned) for at in range(len(after)) if not self._describes(after, at))
        return next((direction for direction in found if direction is not None), None)

    def _describes(self, after: Sequence[str], at: int) -> bool:
        """Whether a Kazakh participle far from the date describes a noun: "1 ақпаннан бастап 50 жыл тұрған көлікке"."""
        return at >= PARTICIPLE_REACH and after[at].endswith(self.describing) if self.describing else False

    def _read(self, words: Sequence[str], at: int, *, owned: bool) -> Direction:
        """What a word among its neighbours says."""
        following = words[at + 1] if at + 1 < len(words) else ""
        if self._is_infinitive(words[at], following):
            return None if owned or following in self.marking else self._purpose(words[:at])
        if at and self._is_no_verb(words[at - 1], words[at]):
            return None
        if tuple(words[max(0, at - 2) : at]) in self.undone or tuple(words[max(0, at - 3) : at]) in self.undone:
            return "past"
        if at == 0 and words[at] in self.imperatives:
            return "future"
        found = self.verb(words[at], following)
        if found == "past" and not self.passive.isdisjoint(words[max(0, at - AUXILIARY_REACH) : at]):
            return None
        return self._with_company(words, at, owned=owned) if found != "past" else found

    def _is_no_verb(self, before: str, word: str) -> bool:
        """ "its plans", "more than expected"."""
        return (before in self.attributive and word in self.nouns) or (
            before in self.comparing and (word in self.future or word in self.future_participles)
        )

    def _with_company(self, words: Sequence[str], at: int, *, owned: bool) -> Direction:
        """ "could not be found" and "would not say" look back, "are meeting" looks ahead."""
        word, following = words[at], words[at + 1 : at + 3]
        if word in self.past_if_denied and self._is_denied(words[:at], following):
            return "past" if word == "could" or not self.denied.isdisjoint(following) else "future"
        if word.endswith("ing") and not owned and not self.progressive.isdisjoint(words[max(0, at - 2) : at]):
            return "future"
        return self.verb(word, following[0] if following else "")

    def _is_denied(self, before: Sequence[str], following: Sequence[str]) -> bool:
        return following[:1] == ["not"] or any(word.lower() in self.denying for word in before[-DENIAL_REACH:])

    def _is_infinitive(self, word: str, following: str) -> bool:
        if word == self.infinitive and word:
            return self._may_be_verb(following)
        return bool(self.infinitive_endings) and word.endswith(self.infinitive_endings) and word not in self.not_verbs

    def _purpose(self, before: Sequence[str]) -> Direction:
        """What an infinitive says after the words before it."""
        recent = [word.lower() for word in before[-PURPOSE_REACH:]]
        if recent and recent[-1] in self.was_to:
            return "past"
        return "past" if self.implicative and any(word.startswith(self.implicative) for word in recent) else "future"

    def was(self, before: Sequence[str], at: int) -> bool:
        """Whether a pluperfect puts what was ahead behind us: "had been scheduled to expire"."""
        return not self.pluperfect.isdisjoint(before[max(0, at - PLUPERFECT_REACH) : at])

    def verb(self, written: str, following: str) -> Direction:
        """What a word by itself says; only the one after it may change that."""
        word = written.lower()
        if word in self.future:
            return "future"
        if word in self.future_participles:
            return "past" if following == self.infinitive else "future"
        if word in self.past:
            return "past"
        return None if written[:1].isupper() else self._by_ending(word)

    def _by_ending(self, word: str) -> Direction:
        if word in self.not_verbs or len(word) < SHORTEST_VERB or word.endswith(self.noun_endings):
            return None
        if word.endswith(self.future_endings) or self._is_perfective(word):
            return "future"
        return "past" if word.endswith(self.past_endings) else None

    def _is_perfective(self, word: str) -> bool:
        """Whether a present form has a prefix that makes it future in Russian: "огласит", "перекроют"."""
        if not word.startswith(self.perfective_prefixes) or word.endswith(self.imperfective_endings):
            return False
        return word.endswith(self.perfective_endings)

    def _may_be_verb(self, word: str) -> bool:
        return word.islower() and word.isalpha() and word not in self.attributive and not word.endswith(("ed", "ing"))

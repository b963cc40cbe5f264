"""Whether the words around a mention look back or ahead: the cue beside the date counts more than the main verb."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from briefings.dates.token_classes import Token

Direction = Literal["past", "future"] | None

LEFT_REACH = 25
RIGHT_REACH = 20
PLUPERFECT_REACH = 6
SHORTEST_VERB = 5
DAYS = frozenset({"weekday", "shortday", "day", "ordinal"})
UNITS = frozenset({"unit", "units"})


@dataclass(frozen=True, slots=True)
class Cues:
    """The words of a language that tell the direction of time.

    `governing` stand right before a date ("until"), `transparent` may stand between ("the", "on"). `past` and `future`
    are verbs and verb-like words found by looking outwards from the date; `past_endings` are endings of past tense.
    A participle after one of `passive` says nothing of its own: "will be played" looks ahead for its "will".
    `appointing` before a day makes it one that is set ("for", "is").
    Between a verb and the date that it tells nothing stands but words of `touching` ("in").
    `future_participles` look ahead ("planned for") unless an infinitive makes them active ("planned to").
    """

    governing_past: frozenset[str]
    governing_future: frozenset[str]
    transparent: frozenset[str]
    past: frozenset[str]
    future: frozenset[str]
    past_endings: tuple[str, ...]
    future_endings: tuple[str, ...]
    not_verbs: frozenset[str]
    infinitive: str = ""
    future_participles: frozenset[str] = frozenset()
    attributive: frozenset[str] = frozenset()
    passive: frozenset[str] = frozenset()
    pluperfect: frozenset[str] = frozenset()
    noun_endings: tuple[str, ...] = ()
    perfective_prefixes: tuple[str, ...] = ()
    perfective_endings: tuple[str, ...] = ()
    imperfective_endings: tuple[str, ...] = ()
    verb_after: bool = False
    touching: frozenset[str] = frozenset()
    appointing: frozenset[str] = frozenset()
    postposed_past: frozenset[str] = frozenset()
    postposed_future: frozenset[str] = frozenset()

    def lean(self, sentence: Sequence[Token], first: int, last: int) -> Direction:
        """Where the words around tokens `first` to `last` point, None where nothing tells."""
        before = _words(sentence[max(0, first - LEFT_REACH) : first])
        after = _words(sentence[last : last + RIGHT_REACH])
        appointed = self._appointed(sentence[first:last], before, after)
        return self._governed(before) or self._postposed(after) or appointed or self._outwards(before, after)

    def governed(self, sentence: Sequence[Token], first: int, last: int) -> Direction:
        """The direction that a word right beside a date gives it, as "until" does, or a verb ("to be closed in")."""
        before, after = _words(sentence[max(0, first - LEFT_REACH) : first]), _words(sentence[last : last + 1])
        return self._governed(before) or self._postposed(after) or self._touched(before)

    def _governed(self, before: Sequence[str]) -> Direction:
        for at in range(len(before) - 1, -1, -1):
            word = before[at]
            if word in self.governing_future:
                return "past" if self._was(before, at) else "future"
            if word in self.governing_past:
                return "past"
            if word not in self.transparent:
                return None
        return None

    def _appointed(self, date: Sequence[Token], before: Sequence[str], after: Sequence[str]) -> Direction:
        """ "set for Tuesday" and "is on Tuesday" look ahead; "figures for October", "blamed for Sunday's" do not."""
        kinds = {token.kind for token in date}
        is_day = not kinds.isdisjoint(DAYS) and kinds.isdisjoint(UNITS)
        beside = next((word for word in reversed(before) if word not in self.touching), "")
        if not is_day or _owned(after) or beside not in self.appointing or self._was(before, len(before)):
            return None
        return "future"

    def _touched(self, before: Sequence[str]) -> Direction:
        at = len(before) - 1
        while at >= 0 and before[at] in self.touching:
            at -= 1
        if at < 0 or self._verb(before[at], "") != "past":
            return None
        if at == 0 or before[at - 1] not in self.passive:
            return "past"
        return self._verb(before[at - 2], before[at - 1]) if at > 1 else None

    def _outwards(self, before: Sequence[str], after: Sequence[str]) -> Direction:
        """The nearest verb, to the left first; an infinitive tells nothing about the noun that owns a "Friday's"."""
        owned = _owned(after)
        if self.verb_after:
            return self._rightwards(after, owned=owned) or self._leftwards(before, owned=owned)
        return self._leftwards(before, owned=owned) or self._rightwards(after, owned=owned)

    def _postposed(self, after: Sequence[str]) -> Direction:
        if not after:
            return None
        return "future" if after[0] in self.postposed_future else "past" if after[0] in self.postposed_past else None

    def _leftwards(self, before: Sequence[str], *, owned: bool) -> Direction:
        for at in range(len(before) - 1, -1, -1):
            if owned and before[at] == self.infinitive:
                continue
            found = self._verb(before[at], before[at + 1] if at + 1 < len(before) else "")
            if found == "past" and at > 0 and before[at - 1] in self.passive:
                continue
            if found is not None:
                return "past" if self._was(before, at) else found
        return None

    def _rightwards(self, after: Sequence[str], *, owned: bool) -> Direction:
        for at, word in enumerate(after):
            if owned and word == self.infinitive:
                continue
            found = self._verb(word, after[at + 1] if at + 1 < len(after) else "")
            if found is not None and not (found == "past" and at > 0 and after[at - 1] in self.passive):
                return found
        return None

    def _was(self, before: Sequence[str], at: int) -> bool:
        """Whether a pluperfect puts what was ahead behind us: "had been scheduled to expire"."""
        return not self.pluperfect.isdisjoint(before[max(0, at - PLUPERFECT_REACH) : at])

    def _verb(self, written: str, following: str) -> Direction:
        word = written.lower()
        if word in self.future or (word == self.infinitive and self._may_be_verb(following)):
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


def _owned(after: Sequence[str]) -> bool:
    """Whether the date owns a noun: "Friday's meeting"."""
    return after[1:2] == ["s"]


def _words(tokens: Sequence[Token]) -> list[str]:
    """The words as written; "#" for figures, months and other words that stand for a number."""
    return [token.value if isinstance(token.value, str) else "#" for token in tokens]

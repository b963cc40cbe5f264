"""Whether the words around a mention look back or ahead: the cue beside the date counts more than the main verb."""

from collections.abc import Sequence
from dataclasses import dataclass

from briefings.dates.phrase import Direction
from briefings.dates.tokens import Token

LEFT_REACH = 25
RIGHT_REACH = 12


@dataclass(frozen=True, slots=True)
class Cues:
    """The words of a language that tell the direction of time.

    `governing` stand right before a date ("until"), `transparent` may stand between ("the", "on"). `past` and `future`
    are verbs and verb-like words found by looking outwards from the date; `past_endings` are endings of past tense.
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
    attributive: frozenset[str] = frozenset()

    def lean(self, sentence: Sequence[Token], first: int, last: int) -> Direction:
        """Where the words around tokens `first` to `last` point, None where nothing tells."""
        before = _words(sentence[max(0, first - LEFT_REACH) : first])
        after = _words(sentence[last : last + RIGHT_REACH])
        return self._governed(before) or self._leftwards(before, after[:1]) or self._rightwards(after)

    def _governed(self, before: Sequence[str]) -> Direction:
        for at in range(len(before) - 1, -1, -1):
            word = before[at]
            if word in self.governing_future:
                return "past" if "had" in before[:at] else "future"
            if word in self.governing_past:
                return "past"
            if word not in self.transparent:
                return None
        return None

    def _leftwards(self, before: Sequence[str], after: Sequence[str]) -> Direction:
        for at in range(len(before) - 1, -1, -1):
            following = before[at + 1] if at + 1 < len(before) else "".join(after)
            if found := self._verb(before[at], following):
                return found
        return None

    def _rightwards(self, after: Sequence[str]) -> Direction:
        for at, word in enumerate(after):
            if found := self._verb(word, after[at + 1] if at + 1 < len(after) else ""):
                return found
        return None

    def _verb(self, word: str, following: str) -> Direction:
        if word in self.future or (word == self.infinitive and self._may_be_verb(following)):
            return "future"
        if word in self.past:
            return "past"
        if word in self.not_verbs or len(word) < 5:
            return None
        if self.future_endings and word.endswith(self.future_endings):
            return "future"
        return "past" if word.endswith(self.past_endings) else None

    def _may_be_verb(self, word: str) -> bool:
        return word.isalpha() and word not in self.attributive and not word.endswith(("ed", "ing"))


def _words(tokens: Sequence[Token]) -> list[str]:
    return [token.value.lower() if isinstance(token.value, str) else token.kind for token in tokens]

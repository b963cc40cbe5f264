"""Whether the words around a mention look back or ahead: the cue beside the date counts more than the main verb."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from briefings.dates.token_classes import Token, Value
from briefings.dates.verbs import AUXILIARY_REACH, PLUPERFECT_REACH, Direction, Verbs

__all__ = ["Cues", "Direction"]

LEFT_REACH = 25
RIGHT_REACH = 20
VERB_FINAL_REACH = 40
SETTING_REACH = 3
DAYS = frozenset({"weekday", "shortday", "doubtday", "briefday", "day", "ordinal"})
UNITS = frozenset({"unit", "units"})
CLOCKS = frozenset({"clock", "half_of_day", "zone", "noon"})
MARKS = frozenset(",;:()—–")
"""Where a clause ends; a comma right beside the date may part it from its own clause."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cues(Verbs):
    """The words of a language that tell the direction of time; verbs are found by looking outwards from the date.

    `governing` stand right before a date ("until"), `transparent` may stand between ("the", "on"). `finishing` governs
    so but for what was done before ("was completed by"). `openers` begin another clause.
    `appointing` before a day makes it one that is set ("for", "is"), as one of `setting` (stems) does over a word of
    `setting_links` ("moved to"), or right after the day where verbs stand last ("дүйсенбіге шегерілді").
    Between a verb and the date that it tells nothing stands but words of `touching` ("in").
    `participle_endings` look back right before the date, unless they are of a verb of `setting`. What `happened` on a
    day that owns it is behind us ("Friday's ruling"); what is done `before` it has it ahead.
    """

    governing_past: frozenset[str]
    governing_future: frozenset[str]
    transparent: frozenset[str]
    finishing: str = ""
    openers: frozenset[str] = frozenset()
    appointing: frozenset[str] = frozenset()
    setting: tuple[str, ...] = ()
    setting_links: frozenset[str] = frozenset()
    verb_after: bool = False
    touching: frozenset[str] = frozenset()
    participle_endings: tuple[str, ...] = ()
    happened: frozenset[str] = frozenset()
    before: str = ""
    postposed_past: frozenset[str] = frozenset()
    postposed_future: frozenset[str] = frozenset()

    def lean(self, sentence: Sequence[Token], first: int, last: int) -> Direction:
        """Where the words around tokens `first` to `last` point, None where nothing tells."""
        before, after = self._around(sentence, first, last)
        return self._beside(sentence[first:last], before, after) or self._clauses(before, after)

    def guess(self, sentence: Sequence[Token], first: int) -> Direction:
        """What is likely where nothing tells: "Before Friday's vote, both camps rally"."""
        opening = first <= len(("before", "the")) and self.before in [
            word.lower() for word in _words(sentence[: min(first, 1)])
        ]
        return "future" if opening and self.before else None

    def governed(self, sentence: Sequence[Token], first: int, last: int) -> Direction:
        """The direction that a word right beside a date gives it, as "until" does, or a verb ("to be closed in")."""
        before, after = self._around(sentence, first, last)
        return (
            self._governed(before, after) or self._postposed(after) or self._set(before, after) or self._touched(before)
        )

    def _around(self, sentence: Sequence[Token], first: int, last: int) -> tuple[list[str], list[str]]:
        reach = VERB_FINAL_REACH if self.verb_after else RIGHT_REACH
        first = _before_clock(sentence, first)
        before = _words(sentence[max(0, first - LEFT_REACH) : first])
        if before and first <= LEFT_REACH:
            before[0] = before[0].lower()
        return before, _words(sentence[last : last + reach])

    def _beside(self, date: Sequence[Token], before: Sequence[str], after: Sequence[str]) -> Direction:
        return (
            self._set(before, after)
            or self._governed(before, after)
            or self._postposed(after)
            or self._appointed(date, before, after)
            or self._participle(before)
        )

    def _governed(self, before: Sequence[str], after: Sequence[str]) -> Direction:
        for at in range(len(before) - 1, -1, -1):
            word = before[at].lower()
            if word in self.governing_future:
                return "past" if self.was(before, at) or self._is_over(before, after, at) else "future"
            if word in self.governing_past:
                return "past"
            if word not in self.transparent:
                return None
        return None

    def _is_over(self, before: Sequence[str], after: Sequence[str], at: int) -> bool:
        """ "was completed by Monday", "until Monday nobody had heard": what had its end in the past."""
        if at == 0 or before[at - 1] in MARKS:
            return before[at].lower() != self.finishing and not self.pluperfect.isdisjoint(after[:PLUPERFECT_REACH])
        if before[at] != self.finishing or self.verb(before[at - 1], "") != "past":
            return False
        return self._finite(before, at - 1) == "past"

    def _finite(self, before: Sequence[str], at: int) -> Direction:
        """What a participle says with its auxiliaries."""
        if self.passive.isdisjoint(before[max(0, at - AUXILIARY_REACH) : at]):
            return self.verb(before[at], "")
        return self.leftwards(before[:at], owned=False)

    def _set(self, before: Sequence[str], after: Sequence[str]) -> Direction:
        """ "moved to Monday", «перенесли на понедельник», «дүйсенбіге шегерілді»: set for a day, wherever told."""
        if self.verb_after:
            return "future" if self._is_setting(after[:1]) else None
        beside = next((at for at in range(len(before) - 1, -1, -1) if before[at] not in self.transparent), -1)
        links = [at for at in range(max(0, beside), len(before)) if before[at] in self.setting_links]
        if not links or not self._is_setting(before[max(0, links[0] - SETTING_REACH) : links[0]]):
            return None
        return "past" if self.was(before, links[0]) else "future"

    def _is_setting(self, words: Iterable[str]) -> bool:
        return any(word.lower().startswith(self.setting) for word in words) if self.setting else False

    def _participle(self, before: Sequence[str]) -> Direction:
        """ "подписанное 23 февраля соглашение"."""
        beside = next((word for word in reversed(before) if word not in self.touching), "")
        word = beside.lower()
        if not word.endswith(self.participle_endings) or word in self.not_verbs or not self.participle_endings:
            return None
        return None if self._is_setting([word]) or word in self.future else "past"

    def _appointed(self, date: Sequence[Token], before: Sequence[str], after: Sequence[str]) -> Direction:
        """ "set for Tuesday" and "is on Tuesday" look ahead; "figures for October", "blamed for Sunday's" do not."""
        kinds = {token.kind for token in date}
        is_day = not kinds.isdisjoint(DAYS) and kinds.isdisjoint(UNITS)
        beside = next((word for word in reversed(before) if word not in self.touching), "")
        if not is_day or _owned(after) or beside not in self.appointing or self.was(before, len(before)):
            return None
        return "future"

    def _touched(self, before: Sequence[str]) -> Direction:
        at = len(before) - 1
        while at >= 0 and before[at] in self.touching:
            at -= 1
        if at < 0 or self.verb(before[at], "") != "past":
            return None
        return self._finite(before, at)

    def _clauses(self, before: Sequence[str], after: Sequence[str]) -> Direction:
        """The nearest verb of the date's own clause, then of the clauses around it."""
        owned = _owned(after)
        if owned and after[2:3] and after[2] in self.happened:
            return "past"
        start, end = self._clause(before, after)
        near, beyond = before[start:], before[:start]
        own, rest = after[:end], after[end:]
        if self.verb_after:
            return self.rightwards(after, owned=owned) or self.leftwards(before, owned=owned)
        return (
            self.leftwards(near, owned=owned)
            or self.rightwards(own, owned=owned)
            or self.leftwards(beyond, owned=owned)
            or self.rightwards(rest, owned=owned)
        )

    def _clause(self, before: Sequence[str], after: Sequence[str]) -> tuple[int, int]:
        """Where the clause of the date starts among the words before, and ends among the words after."""
        start = next((at + 1 for at in range(len(before) - 1, -1, -1) if self._opens(before[at])), 0)
        parted = after[:1] == [","]
        if parted and start and before[start - 1] in MARKS:
            return start, 0
        end = next((at for at in range(int(parted), len(after)) if self._opens(after[at])), len(after))
        return start, end

    def _opens(self, word: str) -> bool:
        return word in MARKS or word.lower() in self.openers

    def _postposed(self, after: Sequence[str]) -> Direction:
        if not after:
            return None
        return "future" if after[0] in self.postposed_future else "past" if after[0] in self.postposed_past else None


def _before_clock(sentence: Sequence[Token], first: int) -> int:
    """Where the words before a day end that follows its time: "until 9 a.m. Tuesday"."""
    at = first
    while at > 0 and sentence[at - 1].kind in CLOCKS:
        at -= 1
    has_hour = at < first and at > 0 and sentence[at].kind == "half_of_day"
    return at - 1 if has_hour and sentence[at - 1].kind in ("day", "count") else at


def _owned(after: Sequence[str]) -> bool:
    """Whether the date owns a noun: "Friday's meeting"."""
    return after[1:2] == ["s"]


SPELLED: dict[tuple[str, Value], str] = {("that", 0): "that", ("event_offset", -1): "before"}
"""English words that stand for a number and yet tell how a sentence is built."""


def _words(tokens: Sequence[Token]) -> list[str]:
    """The words as written; "#" for figures, months and other words that stand for a number."""
    return [
        token.value if isinstance(token.value, str) else SPELLED.get((token.kind, token.value), "#") for token in tokens
    ]

"""Finding regular expressions and functions whose time grows faster than their input.

Hostile inputs are made from a pattern's own parts: what leads to a repetition, many rounds of what it repeats, and an
end that makes the match fail. Exponential growth shows at sixty rounds already and is cut off; what is left is
judged by how the processor time of a long input compares with that of a short one, measured again and again before
anything is called guilty, so that a busy machine cannot do it.
"""

import gc
import random
import re
import signal
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from types import FrameType
from typing import Any

SHORT, LONG = 300, 4_800
"""code points of the inputs that are compared"""
FEW_ROUNDS = 40
"""rounds in which an exponential pattern already takes for ever"""
PATIENCE = 0.3
"""seconds of processor time for a few rounds"""
NOTICEABLE = 0.005
"""seconds below which nobody cares how they came about"""
STEEP = 4.0
"""how many times more than proportionally the time may grow: quadratic growth is sixteen times more"""
TRIES = 3
STEEPER = 2.8
"""how many times longer twice the long input may take: quadratic growth makes it four times"""
SAMPLES = 3
"""random texts for each repetition of a pattern"""
MANY = 4
"""beyond so many rounds a bounded repetition counts as one without bounds"""

COMMON = (" ", "\n", " \n", "a", "1", "б", "1 ", "a ", "б ", "a\n", "1.", "A", "'", "-", "(", "[", "_", "\t", "é", "ı")
"""pumps for every pattern"""
ENDS = ("", "\x00")
NEGATED = "a1б .-\n(\x00"

Run = Callable[[str], object]


@dataclass(frozen=True, slots=True)
class Attack:
    """An input that can be made as long as one likes."""

    head: str
    pump: str
    end: str

    def text(self, length: int) -> str:
        """Return it with at least so many code points."""
        return self.head + self.pump * (length // len(self.pump) + 1) + self.end

    def rounds(self, count: int) -> str:
        """Return it with so many rounds of the pump."""
        return self.head + self.pump * count + self.end


@dataclass(frozen=True, slots=True)
class Growth:
    """What was found: the input, and the seconds that a short and a long one took."""

    attack: Attack
    short: float
    long: float


class OutOfTime(Exception):
    """A run took more processor time than it was given."""


@contextmanager
def at_most(seconds: float) -> Iterator[None]:
    """Raise OutOfTime when the block takes longer than so many seconds of processor time; main thread only."""

    def stop(_signal: int, _frame: FrameType | None) -> None:
        raise OutOfTime

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def steep_pattern(pattern: re.Pattern[Any], most: int = 400) -> Growth | None:
    """Return an input on which a pattern takes more than linear time, however it is used; None where none was found.

    Of more than `most` attacks some are left out, always the same.
    """
    attacks = list(attacks_on(pattern))
    attacks = random.Random(most).sample(attacks, min(most, len(attacks)))
    for run in (_finds_all(pattern), _matches(pattern)):
        if found := steep(run, attacks):
            return found
    return None


def _finds_all(pattern: re.Pattern[Any]) -> Run:
    """Search does no more than this, and substituting the same."""
    return lambda text: sum(1 for _ in pattern.finditer(_as_given(pattern, text)))


def _matches(pattern: re.Pattern[Any]) -> Run:
    return lambda text: pattern.fullmatch(_as_given(pattern, text))


def _as_given(pattern: re.Pattern[Any], text: str) -> Any:
    return text.encode("latin-1", "replace") if isinstance(pattern.pattern, bytes) else text


def steep(run: Run, attacks: Iterable[Attack], short: int = SHORT, long: int = LONG) -> Growth | None:
    """Return the first input on which a function takes more than linear time."""
    return next((found for attack in attacks if (found := _growth(run, attack, short, long))), None)


def _growth(run: Run, attack: Attack, short: int, long: int) -> Growth | None:
    try:
        with at_most(PATIENCE):
            run(attack.rounds(min(FEW_ROUNDS, short)))
    except OutOfTime:
        return Growth(attack, 0.0, float("inf"))
    few, many, twice = attack.text(short), attack.text(long), attack.text(2 * long)
    for _ in range(TRIES):
        base = min(_seconds(run, few), _seconds(run, few))
        allowed = max(NOTICEABLE, STEEP * base * len(many) / len(few))
        taken = _seconds(run, many)
        if taken > PATIENCE and min(taken, _seconds(run, many)) > 2 * allowed:
            break
        if taken <= allowed or _seconds(run, twice) <= STEEPER * taken:
            return None
    return Growth(attack, base, taken)


def _seconds(run: Run, text: str) -> float:
    """Measure without collecting garbage meanwhile, as `timeit` does: with many tests before, that alone takes long."""
    gc.disable()
    try:
        start = time.process_time()
        run(text)
        return time.process_time() - start
    finally:
        gc.enable()


def attacks_on(pattern: re.Pattern[Any]) -> Iterator[Attack]:
    """Make hostile inputs from the parts of a pattern."""
    parts = _Parts(pattern)
    for head, pump in parts.repetitions():
        for end in ENDS:
            yield Attack(head, pump, end)
    for pump in dict.fromkeys((*parts.alphabet, *COMMON, *parts.openings)):
        yield Attack("", pump, "\x00")


class _Parts:
    """The parse tree of a pattern, and texts that parts of it match."""

    def __init__(self, pattern: re.Pattern[Any]) -> None:
        self._tree = _parser.parse(pattern.pattern, pattern.flags)
        self._random = random.Random(len(pattern.pattern))
        self._groups: dict[int, str] = {}
        self.alphabet = "".join(dict.fromkeys(_letters(self._tree)))
        self._signs = [sign for sign in self.alphabet if not sign.isalnum()] + [*NEGATED]
        self.openings: list[str] = []

    def repetitions(self) -> Iterator[tuple[str, str]]:
        """Yield for each repetition what leads to it and what it repeats."""
        yield from dict.fromkeys(self._in_sequence(self._tree, ""))

    def _in_sequence(self, tree: Iterable[Any], head: str) -> Iterator[tuple[str, str]]:
        for operation, argument in tree:
            for inner in _branches(operation, argument):
                yield from self._in_sequence(inner, head)
            if operation in _REPEATS and argument[1] > MANY:
                pumps = {self._sample(argument[2]) for _ in range(SAMPLES)} - {""}
                yield from ((head, pump) for pump in sorted(pumps))
            head += self._sample([(operation, argument)])
            if head:
                self.openings.append(head)

    def _sample(self, tree: Iterable[Any]) -> str:
        return "".join(self._one(operation, argument) for operation, argument in tree)

    def _one(self, operation: Any, argument: Any) -> str:
        if operation in _REPEATS:
            least, most, body = argument
            times = self._random.randint(least, max(least, min(most, least + 2)))
            return "".join(self._sample(body) for _ in range(times))
        if operation is codes.LITERAL:
            return chr(argument)
        if operation is codes.GROUPREF:
            return self._groups.get(argument, "")
        if operation in (codes.IN, codes.ANY, codes.NOT_LITERAL):
            return self._sign(operation, argument)
        if operation in (codes.ASSERT, codes.ASSERT_NOT, codes.AT):
            return ""
        inner = _branches(operation, argument)
        text = self._sample(self._random.choice(inner)) if inner else ""
        if operation is codes.SUBPATTERN and argument[0] is not None:
            self._groups[argument[0]] = text
        return text

    def _sign(self, operation: Any, argument: Any) -> str:
        fits = [sign for sign in dict.fromkeys((*self.alphabet[:40], *self._signs)) if _fits(operation, argument, sign)]
        if operation is codes.IN:
            fits += [chr(one) for kind, one in argument if kind is codes.LITERAL][:8]
            fits += [chr(one[0]) for kind, one in argument if kind is codes.RANGE]
            fits = [sign for sign in fits if _fits(operation, argument, sign)]
        return self._random.choice(fits) if fits else "a"


_REPEATS = (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT)
_CATEGORIES: dict[Any, Callable[[str], bool]] = {
    codes.CATEGORY_DIGIT: str.isdecimal,
    codes.CATEGORY_SPACE: str.isspace,
    codes.CATEGORY_WORD: lambda sign: sign.isalnum() or sign == "_",
    codes.CATEGORY_NOT_DIGIT: lambda sign: not sign.isdecimal(),
    codes.CATEGORY_NOT_SPACE: lambda sign: not sign.isspace(),
    codes.CATEGORY_NOT_WORD: lambda sign: not (sign.isalnum() or sign == "_"),
}


def _branches(operation: Any, argument: Any) -> Sequence[Any]:
    """Return the parts of an operation, of which one is taken."""
    if operation in _REPEATS:
        return [argument[2]]
    if operation is codes.BRANCH:
        return list(argument[1])
    if operation is codes.SUBPATTERN:
        return [argument[3]]
    if operation is codes.ATOMIC_GROUP:
        return [argument]
    if operation in (codes.ASSERT, codes.ASSERT_NOT):
        return [argument[1]]
    if operation is codes.GROUPREF_EXISTS:
        return [part for part in argument[1:] if part is not None]
    return []


def _fits(operation: Any, argument: Any, sign: str) -> bool:
    if operation is codes.ANY:
        return True
    if operation is codes.NOT_LITERAL:
        return ord(sign) != argument
    negated = argument[0][0] is codes.NEGATE
    return negated != any(_is_in(kind, value, sign) for kind, value in argument[negated:])


def _is_in(kind: Any, value: Any, sign: str) -> bool:
    if kind is codes.LITERAL:
        return ord(sign) == value
    if kind is codes.RANGE:
        return bool(value[0] <= ord(sign) <= value[1])
    return _CATEGORIES[value](sign)


def _letters(tree: Iterable[Any]) -> Iterator[str]:
    """Yield all characters that a pattern names."""
    for operation, argument in tree:
        if operation in (codes.LITERAL, codes.NOT_LITERAL):
            yield chr(argument)
        if operation is codes.IN:
            yield from (chr(one) for kind, one in argument if kind is codes.LITERAL)
        for inner in _branches(operation, argument):
            yield from _letters(inner)

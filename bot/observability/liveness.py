"""Signs of life of the parts that must never stop, asked for by whoever supervises the process."""

import time
from collections.abc import Callable
from typing import Literal

Part = Literal["receiving", "dispatching"]
LONGEST_SILENCE: dict[Part, float] = {"receiving": 60.0, "dispatching": 60.0}
"""Seconds without a sign of life after which a part counts as dead; a long poll lasts 10."""


class Liveness:
    """Each part gives a sign of life whenever it looked for work, whether or not it found any."""

    def __init__(self, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._monotonic = monotonic
        self._last: dict[Part, float] = dict.fromkeys(LONGEST_SILENCE, monotonic())

    def beat(self, part: Part) -> None:
        """Note a sign of life."""
        self._last[part] = self._monotonic()

    def silence(self, part: Part) -> float:
        """Return the seconds since the last sign of life, or since the start."""
        return self._monotonic() - self._last[part]

    @property
    def dead(self) -> tuple[Part, ...]:
        """The parts that were silent too long."""
        return tuple(part for part, longest in LONGEST_SILENCE.items() if self.silence(part) > longest)

    @property
    def is_alive(self) -> bool:
        """Whether every part moves."""
        return not self.dead

"""How long ago something last went well, by the monotonic clock."""

import time
from collections.abc import Callable


class Pulse:
    """Beats whenever the thing goes well; it counts as well when the pulse is made."""

    def __init__(self, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._monotonic = monotonic
        self._last = monotonic()

    def beat(self) -> None:
        """Note that it went well just now."""
        self._last = self._monotonic()

    @property
    def age(self) -> float:
        """Real seconds since the last beat."""
        return self._monotonic() - self._last

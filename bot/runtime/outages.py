"""What the bot depends on and that may be away: one line when it goes, one when it is back."""

import logging
import time
from collections.abc import Callable
from typing import Literal

logger = logging.getLogger(__name__)

Resource = Literal["database", "telegram", "disk"]
Listener = Callable[[Resource, str], None]

BEGAN = "%s is away, we go on trying: %s"
ENDED = "%s is back after %.0f s"


class Outages:
    """Knows what is away just now; whoever meets the same outage again logs nothing more."""

    def __init__(self, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._monotonic = monotonic
        self._since: dict[Resource, float] = {}
        self._listeners: list[Listener] = []

    def listen(self, listener: Listener) -> None:
        """Call `listener` with the resource and the reason whenever an outage begins."""
        self._listeners.append(listener)

    def began(self, resource: Resource, reason: str) -> None:
        """Note that the resource failed; said once for each outage."""
        if resource in self._since:
            return
        self._since[resource] = self._monotonic()
        logger.warning(BEGAN, resource, reason)
        for listener in self._listeners:
            listener(resource, reason)

    def ended(self, resource: Resource) -> None:
        """Note that the resource answered; said once, where it was away before."""
        since = self._since.pop(resource, None)
        if since is not None:
            logger.warning(ENDED, resource, self._monotonic() - since)

    def is_on(self, resource: Resource) -> bool:
        """Whether the resource was away when it was last tried."""
        return resource in self._since

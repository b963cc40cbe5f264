"""What the bot depends on and that may be away: one line when it goes, one when it is back."""

import logging
import time
from collections import defaultdict
from collections.abc import Callable
from typing import Literal

from db.error_kinds import cannot_store, reason_of

logger = logging.getLogger(__name__)

Resource = Literal["database", "telegram", "disk"]
BeganListener = Callable[[Resource, str], None]
EndedListener = Callable[[Resource, float], None]

BEGAN = "%s is away, we go on trying: %s"
ENDED = "%s is back after %.0f s"


class Outages:
    """Knows what is away just now; whoever meets the same outage again logs nothing more.

    A resource may be used in several `part`s, such as sending to Telegram and polling it: it is back when all are.
    """

    def __init__(self, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._monotonic = monotonic
        self._since: dict[Resource, float] = {}
        self._parts: dict[Resource, set[str]] = defaultdict(set)
        self._met: dict[Resource, set[int]] = defaultdict(set)
        self._began: list[BeganListener] = []
        self._ended: list[EndedListener] = []

    def listen(self, began: BeganListener | None = None, ended: EndedListener | None = None) -> None:
        """Call `began` with the resource and the reason when an outage begins, `ended` with its seconds at its end."""
        self._began += [began] if began else []
        self._ended += [ended] if ended else []

    def met(self, error: Exception, part: str = "") -> Resource:
        """Note what an error of the database (`db.database.DATABASE_ERRORS`) tells to be away; return which it is."""
        resource: Resource = "disk" if cannot_store(error) else "database"
        self.began(resource, reason_of(error), part)
        return resource

    def began(self, resource: Resource, reason: str, part: str = "") -> None:
        """Note that the resource failed; said once for each outage."""
        self._parts[resource].add(part)
        if resource in self._since:
            return
        self._since[resource] = self._monotonic()
        logger.warning(BEGAN, resource, reason)
        for listener in self._began:
            listener(resource, reason)

    def ended(self, resource: Resource, part: str = "") -> None:
        """Note that the resource answered; said once, where it was away before and no other part is still away."""
        self._parts[resource].discard(part)
        if self._parts[resource] or resource not in self._since:
            return
        seconds = self._monotonic() - self._since.pop(resource)
        self._met[resource].clear()
        logger.warning(ENDED, resource, seconds)
        for listener in self._ended:
            listener(resource, seconds)

    def is_on(self, resource: Resource) -> bool:
        """Whether the resource was away when it was last tried."""
        return resource in self._since

    def is_first(self, resource: Resource, chat_id: int) -> bool:
        """Whether a chat is concerned by this outage for the first time; afterwards no more until it ends."""
        if chat_id in self._met[resource]:
            return False
        self._met[resource].add(chat_id)
        return True

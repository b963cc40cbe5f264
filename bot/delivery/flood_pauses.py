"""When floods of single chats mean that the whole run must wait."""

import time
from collections.abc import Callable


class Floods:
    """A flood concerns the chat that it came for.

    Only when a second chat is refused while the first still waits is it the bot's total that is too high, and then
    everything waits as long as Telegram asked.
    """

    def __init__(self, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._monotonic = monotonic
        self._until: dict[int, float] = {}

    def pause_after(self, chat_id: int, wait: float) -> float:
        """Return for how many seconds nothing at all should be sent, now that this chat is to wait so long."""
        now = self._monotonic()
        self._until = {chat: until for chat, until in self._until.items() if until > now and chat != chat_id}
        others_wait = bool(self._until)
        self._until[chat_id] = now + wait
        return wait if others_wait else 0.0

"""What the bot notices of its own work for metrics and health."""

from http import HTTPStatus

from bot.delivery.bulk_request import FLOOD
from bot.observability.metrics import Metrics
from bot.observability.pulse import Pulse
from briefings.outbox.outbox_message import Outcome, Silenced


class DeliveryObserver:
    """Counts how messages of the ledger end; its pulse beats when the ledger was looked at."""

    def __init__(self, metrics: Metrics) -> None:
        self._metrics = metrics
        self.pulse = Pulse()

    def looked(self) -> None:
        """Note that the ledger was looked at."""
        self.pulse.beat()

    def ended(self, outcome: Outcome) -> None:
        """Count one attempt; one that Telegram refused for its pace is a flood as well."""
        self._metrics.sends.labels(type(outcome).__name__.lower()).inc()
        if isinstance(outcome, Silenced):
            self._metrics.floods.inc()


class TelegramListener:
    """Hears the status of each answer to our own calls; `answered` beats when Telegram did what we asked."""

    def __init__(self, metrics: Metrics) -> None:
        self._metrics = metrics
        self.answered = Pulse()

    def heard(self, status: int) -> None:
        """Take note of an answer's HTTP status."""
        if status == HTTPStatus.OK:
            self.answered.beat()
        if status == FLOOD:
            self._metrics.floods.inc()

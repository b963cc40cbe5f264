"""What operators count: the bot's Prometheus metrics, one registry for each running bot."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.metadata import PackageNotFoundError, version

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, PlatformCollector, ProcessCollector

SECONDS = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30)
UPDATES = ("done", "retried", "shed", "failed")
ANSWERS = ("answered", "declined", "failed")
SENDS = ("sent", "unsent", "doubtful", "silenced", "dropped", "failed")
LOADS = ("draft", "duplicate", "refused")
FAILED = "failed"


class Metrics:
    """All that is counted while the bot runs, named in one place (https://prometheus.io/docs/practices/naming/)."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        ProcessCollector(registry=self.registry)
        PlatformCollector(registry=self.registry)
        self._info()
        self.updates = self._by_outcome("briefings_updates", "Updates by outcome.", UPDATES)
        self.update_seconds = self._seconds("briefings_update_seconds", "From taking an update to its end.")
        self.update_queue = Gauge(
            "briefings_update_queue", "Updates stored and not worked off.", registry=self.registry
        )
        self.answers = self._by_outcome("briefings_answers", "Questions by outcome.", ANSWERS)
        self.answer_seconds = self._seconds("briefings_answer_seconds", "Finding an answer.")
        self.sends = self._by_outcome("briefings_sends", "Attempts to send what the ledger holds, by outcome.", SENDS)
        self.floods = Counter("briefings_floods", "Times that Telegram said 429.", registry=self.registry)
        self.loads = self._by_outcome("briefings_loads", "Articles that editors sent, by outcome.", LOADS)
        self.alerts = Counter("briefings_alerts", "Alerts that owners were sent.", ["kind"], registry=self.registry)
        self.backup_made = Gauge(
            "briefings_backup_made_timestamp_seconds", "When the newest backup was made.", registry=self.registry
        )
        self.backup_every = Gauge(
            "briefings_backup_every_seconds", "How often one is wanted; 0: never.", registry=self.registry
        )
        self.backup_failures = Counter(
            "briefings_backup_failures", "Backups that could not be made.", registry=self.registry
        )
        self.errors = Counter("briefings_errors", "Lines logged at ERROR or above.", registry=self.registry)

    def _info(self) -> None:
        info = Gauge("briefings_info", "Which version runs.", ["version"], registry=self.registry)
        info.labels(_version()).set(1)

    def _by_outcome(self, name: str, words: str, outcomes: tuple[str, ...]) -> Counter:
        """Make a counter that stands at 0 for every outcome, so that the first of a kind is seen as a rise."""
        counter = Counter(name, words, ["outcome"], registry=self.registry)
        for outcome in outcomes:
            counter.labels(outcome)
        return counter

    def _seconds(self, name: str, words: str) -> Histogram:
        return Histogram(name, words, buckets=SECONDS, registry=self.registry)


class Outcome:
    """How something ended; whoever did it gives it its name."""

    def __init__(self) -> None:
        self.name = FAILED


@contextmanager
def counting(counter: Counter, seconds: Histogram) -> Iterator[Outcome]:
    """Time what is done inside, and count it by the outcome that is named there: failed, where none is."""
    outcome = Outcome()
    try:
        with seconds.time():
            yield outcome
    finally:
        counter.labels(outcome.name).inc()


class ErrorCounter(logging.Handler):
    """Counts what is logged as an error."""

    def __init__(self, counter: Counter) -> None:
        super().__init__(logging.ERROR)
        self._counter = counter

    def emit(self, _record: logging.LogRecord) -> None:
        """Count it."""
        self._counter.inc()


@contextmanager
def counting_errors(counter: Counter) -> Iterator[None]:
    """Count all errors that are logged while entered."""
    handler, root = ErrorCounter(counter), logging.getLogger()
    root.addHandler(handler)
    try:
        yield
    finally:
        root.removeHandler(handler)


def _version() -> str:
    try:
        return version("briefings-bot")
    except PackageNotFoundError:
        return "source"

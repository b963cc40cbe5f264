"""What operators count: the bot's Prometheus metrics, one registry for each running bot."""

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram

SECONDS = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30)


class Metrics:
    """All metrics, named in one place (https://prometheus.io/docs/practices/naming/)."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self.updates = Counter(
            "briefings_updates", "Updates by outcome: done, retried, shed, failed.", ["outcome"], registry=self.registry
        )
        self.update_seconds = Histogram(
            "briefings_update_seconds", "From taking an update to its end.", buckets=SECONDS, registry=self.registry
        )
        self.update_queue = Gauge(
            "briefings_update_queue", "Updates stored and not worked off.", registry=self.registry
        )
        self.answers = Counter(
            "briefings_answers",
            "Questions by outcome: answered, declined, failed.",
            ["outcome"],
            registry=self.registry,
        )
        self.answer_seconds = Histogram(
            "briefings_answer_seconds", "Finding an answer.", buckets=SECONDS, registry=self.registry
        )
        self.sends = Counter(
            "briefings_sends", "Messages of the ledger by outcome.", ["outcome"], registry=self.registry
        )
        self.floods = Counter("briefings_floods", "Times that Telegram said 429.", registry=self.registry)
        self.loads = Counter("briefings_loads", "Articles loaded by outcome.", ["outcome"], registry=self.registry)

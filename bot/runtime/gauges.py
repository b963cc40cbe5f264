"""What stands in the database and on the disk, read when somebody asks for the metrics."""

import asyncio
import shutil
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import get_args

from prometheus_client import Metric
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.registry import Collector

from bot.observability.health import Health, Report
from bot.observability.outages import Outages, Resource
from briefings.clock import Clock, today
from briefings.editorial.usage import Stats
from briefings.outbox.backlog import Backlog, backlog
from db.database import DATABASE_ERRORS, Database

FRESH_SECONDS = 5.0
"""Real seconds for which the figures are good: counting a large ledger is not done twice at once."""
COUNT_SECONDS = 10.0


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What was found at one time; without a database there is nothing in it but the health."""

    alive: Report
    ready: Report
    figures: Mapping[str, float]
    backlog: Backlog | None


class Figures(Collector):
    """Call `look`, then let the registry collect what was found: collecting itself waits for nothing."""

    def __init__(
        self,
        database: Database,
        stats: Stats,
        clock: Clock,
        zone: str,
        health: Health,
        outages: Outages,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._database = database
        self._stats = stats
        self._clock = clock
        self._zone = zone
        self._health = health
        self._outages = outages
        self._monotonic = monotonic
        self._lock = asyncio.Lock()
        self._found: Snapshot | None = None
        self._looked_at = 0.0

    async def look(self) -> None:
        """Find out how things stand, unless that was done a moment ago."""
        async with self._lock:
            if self._found is None or self._monotonic() - self._looked_at >= FRESH_SECONDS:
                self._found, self._looked_at = await self._snapshot(), self._monotonic()

    def collect(self) -> Iterable[Metric]:
        """Give what the last look found."""
        if self._found is None:
            return
        yield _checks(self._found)
        yield _by("briefings_outage", "Whether it was away when last tried.", "resource", self._away())
        for name, value in sorted(self._found.figures.items()):
            yield GaugeMetricFamily(f"briefings_{name}", f"{name.replace('_', ' ').capitalize()}.", value)
        if self._found.backlog is not None:
            yield from _ledger(self._found.backlog)

    async def _snapshot(self) -> Snapshot:
        alive, ready = await self._health.report("alive"), await self._health.report("ready")
        try:
            async with asyncio.timeout(COUNT_SECONDS):
                figures = asdict(await self._stats.figures(today(self._clock, self._zone)))
                return Snapshot(alive, ready, figures, await backlog(self._database, self._clock.now()))
        except DATABASE_ERRORS:  # a time-out is one of them
            return Snapshot(alive, ready, {}, None)

    def _away(self) -> Mapping[str, float]:
        return {resource: float(self._outages.is_on(resource)) for resource in get_args(Resource)}


class Disks(Collector):
    """How full the disks are on which the bot keeps what it must not lose."""

    def __init__(self, folders: Mapping[str, Path]) -> None:
        self._folders = folders

    def collect(self) -> Iterable[Metric]:
        """Ask the operating system, which knows without reading."""
        usage = {name: shutil.disk_usage(folder) for name, folder in self._folders.items() if folder.exists()}
        sizes = {name: float(disk.total) for name, disk in usage.items()}
        free = {name: float(disk.free) for name, disk in usage.items()}
        yield _by("briefings_disk_size_bytes", "Size of the disk.", "what", sizes)
        yield _by("briefings_disk_free_bytes", "What is free on it.", "what", free)


def _checks(found: Snapshot) -> Metric:
    family = GaugeMetricFamily("briefings_check", "1: all is well.", labels=["kind", "check"])
    for kind, report in (("alive", found.alive), ("ready", found.ready)):
        for check, problem in report.problems.items():
            family.add_metric([kind, check], float(problem is None))
    return family


def _ledger(backlog: Backlog) -> Iterable[Metric]:
    states = {state: float(count) for state, count in backlog.states.items()}
    lags = {kind: lag.total_seconds() for kind, lag in backlog.lags.items()}
    yield _by("briefings_ledger", "Messages in the ledger by state.", "state", states)
    yield _by("briefings_ledger_lag_seconds", "How long the oldest unsent message has been due.", "kind", lags)


def _by(name: str, words: str, label: str, values: Mapping[str, float]) -> Metric:
    family = GaugeMetricFamily(name, words, labels=[label])
    for key, value in values.items():
        family.add_metric([key], value)
    return family

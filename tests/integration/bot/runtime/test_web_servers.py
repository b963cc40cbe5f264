"""The pages over real HTTP: what the world sees at LISTEN, and what operators see at an address of their own."""

import asyncio
import socket
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from prometheus_client.parser import text_string_to_metric_families as parse

from bot.errors import UsageError
from bot.runtime.services import make_desk, make_services
from bot.runtime.web import Web
from bot.runtime.web_servers import listening
from bot.settings import read_settings
from bot.telegram.context import Services
from briefings.intake import Intake
from briefings.outbox.enqueueing import NewMessage, enqueue
from db.database import Database

TOKEN = "s3cret"
WEBHOOK = {"webhook_url": "https://bot.example.org/telegram", "webhook_secret": "x"}
Serve = Callable[..., AbstractAsyncContextManager["Served"]]


class Served:
    """A bot's pages, and its services to set a scene with."""

    def __init__(self, services: Services, client: aiohttp.ClientSession) -> None:
        self.services, self._client = services, client

    async def get(self, address: str, path: str, **headers: str) -> tuple[int, str]:
        async with self._client.get(f"http://{address}{path}", headers=headers) as response:
            return response.status, await response.text()

    async def values(self, address: str) -> dict[tuple[str, str], float]:
        """Read the metrics as Prometheus does: by name and the values of the labels."""
        _, text = await self.get(address, "/metrics")
        return {
            (sample.name, " ".join(sample.labels.values())): sample.value
            for family in parse(text)
            for sample in family.samples
        }


def free_address(host: str = "127.0.0.1") -> str:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return f"{host}:{one.getsockname()[1]}"


@pytest.fixture
def serve(database: Database, clock: Any, monkeypatch: pytest.MonkeyPatch) -> Serve:
    @asynccontextmanager
    async def start(**chosen: str) -> AsyncIterator[Served]:
        for name, value in chosen.items():
            monkeypatch.setenv(name.upper(), value)
        async with Intake() as intake:
            services = make_services(make_desk(read_settings(env_file=None), clock, database, intake))
            async with listening(services, add_webhook), aiohttp.ClientSession() as client:
                yield Served(services, client)

    return start


def add_webhook(_web: Web) -> None:
    """Leave Telegram's page out."""


async def away() -> str:
    return "OperationalError"


async def test_the_world_is_told_whether_all_is_well_and_nothing_more(serve: Serve) -> None:
    public, private = free_address(), free_address()
    async with serve(listen=public, metrics_listen=private, **WEBHOOK) as served:
        served.services.health.add("ready", "database", away)
        for path, status, body in (
            ("/healthz", 200, '{"ok": true}'),
            ("/readyz", 503, '{"ok": false}'),
            ("/health", 503, '{"ok": false}'),
        ):
            assert await served.get(public, path) == (status, body)
        assert (await served.get(public, "/metrics"))[0] == 404
        assert (await served.get(public, "/calendar.ics"))[0] == 200


async def test_operators_are_told_why(serve: Serve) -> None:
    private = free_address()
    async with serve(metrics_listen=private) as served:
        served.services.health.add("ready", "database", away)
        assert await served.get(private, "/readyz") == (
            503,
            '{"ok": false, "checks": {"database": "OperationalError"}}',
        )
        assert (await served.values(private))["briefings_check", "database ready"] == 0
        assert (await served.get(private, "/calendar.ics"))[0] == 404


@pytest.mark.parametrize(
    ("chosen", "status"),
    [
        ({}, 200),  # at a loopback address, with polling: nobody else comes to it
        (WEBHOOK, 404),  # a proxy stands before it
        ({"listen": "0.0.0.0"}, 404),
        ({"metrics_token": TOKEN}, 401),
        ({"metrics_token": TOKEN, **WEBHOOK}, 401),
    ],
)
async def test_metrics_are_never_open_where_the_world_may_come(
    serve: Serve, chosen: dict[str, str], status: int
) -> None:
    address = free_address()
    listen = f"{chosen['listen']}:{address.rpartition(':')[2]}" if "listen" in chosen else address
    async with serve(**{**chosen, "listen": listen}) as served:
        assert (await served.get(address, "/metrics"))[0] == status


@pytest.mark.parametrize(
    ("given", "status"),
    [
        (f"Bearer {TOKEN}", 200),
        ("Bearer guess", 401),
        (f"Basic {TOKEN}", 401),
        (TOKEN, 401),
        ("Bearer \udcff", 401),  # no letter of ASCII's
    ],
)
async def test_the_token_opens_the_metrics(serve: Serve, given: str, status: int) -> None:
    address = free_address()
    async with serve(listen=address, metrics_token=TOKEN, **WEBHOOK) as served:
        host, port = address.split(":")
        assert await raw_status(host, int(port), given) == status
        assert await served.get(address, "/readyz") == (200, '{"ok": true}')


async def raw_status(host: str, port: int, authorization: str) -> int:
    """Ask with bytes that no client would send."""
    reader, writer = await asyncio.open_connection(host, port)
    asking = f"GET /metrics HTTP/1.1\r\nHost: x\r\nAuthorization: {authorization}\r\nConnection: close\r\n\r\n"
    writer.write(asking.encode("utf-8", "surrogateescape"))
    line = await reader.readline()
    writer.close()
    return int(line.split()[1])


async def test_the_ledger_and_the_readers_are_counted(serve: Serve) -> None:
    private = free_address()
    async with serve(metrics_listen=private) as served:
        now = served.services.clock.now()
        for chat in (1, 2):
            await served.services.readers.meet(chat, "private")
        async with served.services.database.writing() as session:
            await enqueue(session, [NewMessage(1, "reminder", "date:1", "1:1d", now - timedelta(minutes=6))])
        served.services.outages.began("telegram", "502")
        values = await served.values(private)
        assert values["briefings_ledger", "pending"] == 1
        assert values["briefings_ledger", "sent"] == 0
        assert values["briefings_ledger_lag_seconds", "reminder"] == 360
        assert values["briefings_readers", ""] == 2
        assert values["briefings_outage", "telegram"] == 1
        assert values["briefings_outage", "database"] == 0


async def test_while_the_database_is_away_the_rest_is_counted_still(
    serve: Serve, monkeypatch: pytest.MonkeyPatch
) -> None:
    private = free_address()
    async with serve(metrics_listen=private) as served:

        async def fail(_day: object) -> None:
            raise ConnectionRefusedError

        monkeypatch.setattr("briefings.editorial.usage.Stats.figures", lambda _self, day: fail(day))
        served.services.metrics.floods.inc()
        values = await served.values(private)
        assert values["briefings_floods_total", ""] == 1
        assert ("briefings_readers", "") not in values


async def test_disks_are_measured(serve: Serve, tmp_path: Path) -> None:
    private = free_address()
    async with serve(metrics_listen=private, backup_dir=str(tmp_path)) as served:
        values = await served.values(private)
        assert 0 < values["briefings_disk_free_bytes", "backups"] <= values["briefings_disk_size_bytes", "backups"]


@pytest.mark.parametrize("setting", ["listen", "metrics_listen"])
async def test_an_address_in_use_is_one_clear_line(serve: Serve, setting: str) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        address = f"127.0.0.1:{taken.getsockname()[1]}"
        with pytest.raises(UsageError, match=f"{setting.upper()}: {address} cannot be used"):
            async with serve(**{setting: address}):
                pass

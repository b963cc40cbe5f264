"""What an operator sees of a running bot: alive, ready, and counting what people do."""

import asyncio
import json
import socket
import urllib.error
import urllib.request

import pytest
from prometheus_client.parser import text_string_to_metric_families as parse

ARTICLE = "The country will hold a snap presidential election on June 9, the commission said on Thursday."
FESTIVAL = "The harvest festival opens in Kostanay on 14 June, the city said on Thursday."


@pytest.fixture
def address() -> str:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return f"127.0.0.1:{one.getsockname()[1]}"


async def get(address: str, path: str) -> tuple[int, str]:
    """Ask for a page from another thread, as a supervisor does from another process."""

    def ask() -> tuple[int, str]:
        try:
            with urllib.request.urlopen(f"http://{address}{path}", timeout=30) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as error:
            with error:
                return error.code, error.read().decode()

    return await asyncio.to_thread(ask)


async def values(address: str) -> dict[tuple[str, str], float]:
    _, text = await get(address, "/metrics")
    samples = [sample for family in parse(text) for sample in family.samples]
    return {(sample.name, " ".join(sample.labels.values())): sample.value for sample in samples}


async def test_a_running_bot_is_alive_ready_and_counts(bot, load, telegram, reader, address) -> None:
    await load(ARTICLE)
    await bot.start(METRICS_LISTEN=address)
    await reader.says("when is the election?")
    await reader.hears("9 June")
    await reader.says("who won the chess cup?")
    await reader.hears("do not tell")
    status, text = await get(address, "/healthz")
    alive = json.loads(text)
    assert (status, alive["ok"]) == (200, True)
    assert alive["checks"] == {"poller": "ok", "dispatcher": "ok", "schedule": "ok"}
    status, text = await get(address, "/readyz")
    ready = json.loads(text)
    assert (status, ready["ok"]) == (200, True)
    assert {name: ready["checks"][name] for name in ("database", "telegram", "ledger")} == {
        "database": "ok",
        "telegram": "ok",
        "ledger": "ok",
    }
    counted = await values(address)
    assert counted["briefings_answers_total", "answered"] == 1
    assert counted["briefings_answers_total", "declined"] == 1
    assert counted["briefings_answer_seconds_count", ""] == 2
    assert counted["briefings_published", ""] == 1
    assert counted["briefings_readers", ""] == 1
    assert counted["briefings_check", "database ready"] == 1
    assert counted["briefings_errors_total", ""] == 0
    assert counted["briefings_updates_total", "done"] == 2


@pytest.mark.long
async def test_what_editors_load_is_counted(bot, load, telegram, owner, address) -> None:
    await load(ARTICLE)
    await bot.start(METRICS_LISTEN=address)
    for _ in range(2):
        await owner.sends_file("vote.txt", ARTICLE.encode(), caption="/load")
        await owner.hears("already")
    await owner.sends_file("festival.txt", FESTIVAL.encode(), caption="/load")
    await owner.hears("2019-05-02")
    counted = await values(address)
    assert counted["briefings_loads_total", "draft"] == 1
    assert counted["briefings_loads_total", "duplicate"] == 2
    assert counted["briefings_loads_total", "refused"] == 0

"""The bot's own backups: when they are made, what is kept, and what is said when one fails."""

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock

from bot.observability.metrics import Metrics
from bot.runtime.backups import LOCK, Backups, made_at, rotate
from bot.settings import read_settings
from db.archive import inspect
from db.database import Database

NOON = datetime(2026, 5, 1, 12, 0, 0, tzinfo=UTC)


class Wall:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.instant = NOON

    def __call__(self) -> datetime:
        return self.instant


@pytest.fixture
def wall() -> Wall:
    return Wall()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "kept" / "backups"


@pytest.fixture
def metrics() -> Metrics:
    return Metrics()


@pytest.fixture
def failures() -> list[str]:
    return []


@pytest.fixture
def backups(
    database: Database, folder: Path, wall: Wall, metrics: Metrics, failures: list[str], monkeypatch: pytest.MonkeyPatch
) -> Callable[..., Backups]:
    def make(**chosen: str) -> Backups:
        for name, value in ({"backup_dir": str(folder)} | chosen).items():
            monkeypatch.setenv(name.upper(), value)
        return Backups(read_settings(env_file=None), database, metrics, failures.append, wall)

    return make


def names(folder: Path) -> list[str]:
    return sorted(path.stem for path in folder.iterdir() if path.name != LOCK)


async def test_the_first_backup_is_made_at_once_and_the_next_when_it_is_time(
    backups: Any, folder: Path, wall: Wall, metrics: Metrics
) -> None:
    ours = backups(backup_every="12h")
    await ours.run()
    assert names(folder) == ["briefings-20260501T120000Z"]
    wall.instant += timedelta(hours=11, minutes=59)
    await ours.run()
    assert len(names(folder)) == 1
    wall.instant = NOON + timedelta(hours=12)
    await ours.run()
    assert names(folder) == ["briefings-20260501T120000Z", "briefings-20260502T000000Z"]
    made = metrics.registry.get_sample_value("briefings_backup_made_timestamp_seconds")
    assert made == (NOON + timedelta(hours=12)).timestamp()
    for path in folder.glob("briefings-*"):
        await inspect(path)


async def test_a_bot_that_restarts_again_and_again_keeps_its_old_backups(
    backups: Any, folder: Path, wall: Wall, metrics: Metrics
) -> None:
    await backups().run()
    for _ in range(10):
        wall.instant += timedelta(minutes=1)
        await backups().run()
    assert len(names(folder)) == 1
    assert metrics.registry.get_sample_value("briefings_backup_made_timestamp_seconds") == NOON.timestamp()


async def test_only_the_newest_are_kept_and_other_files_are_left_alone(backups: Any, folder: Path, wall: Wall) -> None:
    ours = backups(backup_keep="2")
    folder.mkdir(parents=True)
    (folder / "notes.txt").write_text("mine")
    (folder / "before-restore-20200101T000000Z.db").write_text("mine")
    for _ in range(4):
        await ours.run()
        wall.instant += timedelta(days=1)
    assert names(folder) == [
        "before-restore-20200101T000000Z",
        "briefings-20260503T120000Z",
        "briefings-20260504T120000Z",
        "notes",
    ]


async def test_what_a_backup_that_was_cut_off_left_is_deleted(backups: Any, folder: Path) -> None:
    folder.mkdir(parents=True)
    for ending in (".db.unchecked", ".db.unchecked.unfinished", ".db.unchecked.unfinished-journal", ".dump.unchecked"):
        (folder / f"briefings-20200101T000000Z{ending}").write_text("half")
    (folder / "mine.db.unchecked").write_text("of somebody else")
    await backups().run()
    assert names(folder) == ["briefings-20260501T120000Z", "mine.db"]


async def test_a_backup_that_fails_is_said_counted_and_tried_again(
    backups: Any, folder: Path, metrics: Metrics, failures: list[str], caplog: pytest.LogCaptureFixture
) -> None:
    folder.parent.mkdir()
    folder.write_text("a file where the folder should be")
    ours = backups()
    await ours.run()
    assert metrics.registry.get_sample_value("briefings_backup_failures_total") == 1
    assert len(failures) == 1
    assert "\n" not in failures[0]
    assert [record.levelname for record in caplog.records] == ["WARNING"]
    folder.unlink()
    await ours.run()
    assert len(names(folder)) == 1


async def test_copies_of_the_bot_that_share_the_folder_make_one_together(
    backups: Any, folder: Path, failures: list[str]
) -> None:
    folder.mkdir(parents=True)
    with FileLock(folder / LOCK):
        await backups().run()
    assert names(folder) == []
    assert failures == []


async def test_a_stop_does_not_wait_for_a_backup(
    backups: Any, folder: Path, failures: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, never = asyncio.Event(), asyncio.Event()

    async def hang(*_given: object) -> None:
        begun.set()
        await never.wait()

    monkeypatch.setattr("bot.runtime.backups.back_up", hang)
    ours = backups()
    running = asyncio.create_task(ours.run())
    await begun.wait()
    await ours.stop()
    await running
    assert names(folder) == []
    assert failures == []


async def test_where_no_backup_runs_a_stop_has_nothing_to_do(backups: Any) -> None:
    await backups().stop()


def test_rotating_goes_by_the_names(tmp_path: Path) -> None:
    for day in (3, 1, 2):
        (tmp_path / f"briefings-2026050{day}T000000Z.dump").touch()
    (tmp_path / "briefings-20260501T000000Z.dump.unchecked").touch()
    rotate(tmp_path, keep=1)
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "briefings-20260501T000000Z.dump.unchecked",
        "briefings-20260503T000000Z.dump",
    ]
    assert made_at(tmp_path) == [datetime(2026, 5, 3, tzinfo=UTC)]

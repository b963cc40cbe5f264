"""Nobody but the bot's own user reads its files."""

import os
import stat
from pathlib import Path

import pytest
from sqlalchemy.engine import make_url

from db.database import Database, create_folder
from db.files import file_of
from db.instance_lock import single_instance
from db.migrate import migrate
from db.tables import FactRow


@pytest.fixture(autouse=True)
def open_to_everybody():
    before = os.umask(0)
    yield
    os.umask(before)


def rights(folder: Path) -> dict[str, str]:
    return {file.name: oct(stat.S_IMODE(file.stat().st_mode)) for file in folder.iterdir()}


async def test_every_file_is_private_from_the_start(tmp_path):
    folder = tmp_path / "data"
    url = f"sqlite+aiosqlite:///{folder}/bot.db"
    create_folder(url)
    database = Database(url)
    with single_instance(url):
        await migrate(database)
        async with database.writing() as session:
            session.add(FactRow(name="kept", value="1"))
        kept = rights(folder)
    await database.close()
    assert set(kept) >= {"bot.db", "bot.db-wal", "bot.db-shm", "bot.db.running", "bot.db.migrating"}
    assert set(kept.values()) == {"0o600"}
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


async def test_files_of_an_earlier_version_are_narrowed_and_others_left_alone(tmp_path):
    for name in ("bot.db", "bot.db-wal", "bot.db.chats.json", "notes.txt"):
        (tmp_path / name).touch(0o644)
    tmp_path.chmod(0o755)
    create_folder(f"sqlite+aiosqlite:///{tmp_path}/bot.db")
    assert rights(tmp_path) == {
        "bot.db": "0o600",
        "bot.db-wal": "0o600",
        "bot.db.chats.json": "0o600",
        "notes.txt": "0o644",
    }
    assert stat.S_IMODE(tmp_path.stat().st_mode) == 0o755


def test_rights_that_cannot_be_changed_are_told(tmp_path, monkeypatch, caplog):
    (tmp_path / "bot.db").touch(0o644)

    def refuse(*_given):
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(Path, "chmod", refuse)
    create_folder(f"sqlite+aiosqlite:///{tmp_path}/bot.db")
    assert "bot.db can be read by other users" in caplog.text


@pytest.mark.parametrize("url", ["sqlite+aiosqlite:///:memory:", "sqlite+aiosqlite://", "postgresql+asyncpg://h/bot"])
def test_what_is_no_file_has_none(url):
    assert file_of(make_url(url)) is None

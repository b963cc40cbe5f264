"""A copy is whole, for its owner only, and takes the place of an earlier one only when it is finished."""

import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest

from db.backup import copy_sqlite


def make(path: Path, words: list[str]) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("CREATE TABLE words (word TEXT)")
        connection.executemany("INSERT INTO words VALUES (?)", [(word,) for word in words])
        connection.commit()


def words_of(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as connection:
        return [word for (word,) in connection.execute("SELECT word FROM words ORDER BY rowid")]


def test_a_copy_holds_what_is_only_in_the_log_yet(tmp_path: Path) -> None:
    source, target = tmp_path / "a b?.db", tmp_path / "copy.db"
    make(source, ["one"])
    with closing(sqlite3.connect(source)) as writer:
        writer.execute("INSERT INTO words VALUES ('two')")
        writer.commit()
        assert (tmp_path / "a b?.db-wal").stat().st_size > 0
        copy_sqlite(source, target)
    assert words_of(target) == ["one", "two"]


def test_only_its_owner_reads_a_copy(tmp_path: Path) -> None:
    make(tmp_path / "source.db", ["one"])
    copy_sqlite(tmp_path / "source.db", tmp_path / "copy.db")
    assert stat.S_IMODE((tmp_path / "copy.db").stat().st_mode) == 0o600
    assert sorted(path.name for path in tmp_path.iterdir() if path.name.startswith("copy")) == ["copy.db"]


def test_what_cannot_be_copied_leaves_the_earlier_copy_alone(tmp_path: Path) -> None:
    make(tmp_path / "copy.db", ["earlier"])
    (tmp_path / "source.db").write_bytes(b"no database" * 1_000)
    with pytest.raises(sqlite3.DatabaseError):
        copy_sqlite(tmp_path / "source.db", tmp_path / "copy.db")
    assert words_of(tmp_path / "copy.db") == ["earlier"]
    assert not list(tmp_path.glob("*.unfinished"))


def test_a_missing_database_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(sqlite3.OperationalError):
        copy_sqlite(tmp_path / "missing.db", tmp_path / "copy.db")
    assert list(tmp_path.iterdir()) == []

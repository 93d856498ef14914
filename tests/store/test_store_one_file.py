"""A command opens its file once: what it reads and writes goes over one connection."""

import datetime as dt
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from meso_cli.errors import SystemRefused
from meso_cli.model.records import Observation
from meso_cli.store import edits, file
from meso_cli.store.file import DatabaseFile, snapshot
from meso_cli.store.reading import reading
from meso_cli.store.rows import fetch
from meso_cli.store.undo import undo
from meso_cli.store.writing import immediate, writing


@pytest.fixture
def opened(started: Path) -> Iterator[DatabaseFile]:
    """The file with one entry, as one command has it."""
    with closing(DatabaseFile(started)) as database:
        yield database


def entries(database: Path | DatabaseFile) -> int:
    with reading(database) as store:
        return store.counts()["entries"]


def log(database: Path | DatabaseFile, now: dt.datetime) -> None:
    with writing(database, command="log", now=now) as store:
        edits.add_entry(store, 1, now, None, edits.Seen([Observation("pain", 1)]))


def test_it_is_opened_once(opened: DatabaseFile, now: dt.datetime, monkeypatch: pytest.MonkeyPatch) -> None:
    """However often a command reads and writes."""
    made: list[Path] = []
    connect = file.connect

    def counted(path: Path, seconds: float) -> file.Connection:
        made.append(path)
        return connect(path, seconds)

    monkeypatch.setattr(file, "connect", counted)
    assert entries(opened) == 1
    log(opened, now)
    assert entries(opened) == 2
    undo(opened, now)
    assert entries(opened) == 1
    assert made == [opened.path]


def test_nothing_is_locked_in_between(opened: DatabaseFile, now: dt.datetime) -> None:
    """Others write while the command waits for a person, and the command sees what they wrote."""
    assert entries(opened) == 1
    log(opened.path, now)
    assert entries(opened) == 2
    log(opened, now)
    log(opened.path, now)
    assert entries(opened) == 4


def test_a_snapshot_cannot_write(opened: DatabaseFile, now: dt.datetime) -> None:
    """Not after a write over the same connection either."""
    log(opened, now)
    with file.snapshot(opened) as connection, pytest.raises(sqlite3.OperationalError, match="readonly"):
        connection.execute("DELETE FROM entries")
    log(opened, now)
    assert entries(opened) == 3


def test_a_dropped_write_leaves_it_usable(opened: DatabaseFile, now: dt.datetime) -> None:
    """What failed is taken back, and the next try goes over the same connection."""

    def fail() -> None:
        with writing(opened, command="log", now=now) as store:
            edits.add_entry(store, 1, now)
            raise ValueError

    with pytest.raises(ValueError):  # noqa: PT011  # it has no words
        fail()
    assert entries(opened) == 1
    log(opened, now)
    assert entries(opened) == 2


def test_a_file_that_was_replaced_is_opened_anew(opened: DatabaseFile, now: dt.datetime) -> None:
    """A restore while the command waited: it goes on with what lies there now."""
    other = opened.path.with_name("other.db")
    other.write_bytes(opened.path.read_bytes())
    log(opened, now)
    other.replace(opened.path)
    assert entries(opened) == 1
    log(opened, now)
    assert entries(opened.path) == 2


def test_a_lock_is_waited_for_and_told(
    opened: DatabaseFile, now: dt.datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The file can be used again once the other program has let go of it."""
    for patience in ("READ_SECONDS", "WRITE_SECONDS"):
        monkeypatch.setattr(file, patience, 0.05)
    with closing(sqlite3.connect(opened.path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(SystemRefused, match="locked"):
            log(opened, now)
        with pytest.raises(SystemRefused, match="locked"):
            entries(opened)
        other.execute("ROLLBACK")
    log(opened, now)
    assert entries(opened) == 2


def patience(connection: sqlite3.Connection) -> float:
    """Seconds that a connection waits for a lock."""
    return float(fetch(connection, "PRAGMA busy_timeout")[0][0]) / 1000


def test_a_question_waits_less_than_a_write(opened: DatabaseFile) -> None:
    """Two seconds for who only reads; half a minute for a write and for what is read to answer it."""
    with snapshot(opened) as connection:
        assert patience(connection) == file.READ_SECONDS == 2
    with immediate(opened) as connection:
        assert patience(connection) == file.WRITE_SECONDS == 30
    with snapshot(opened) as connection:
        assert patience(connection) == file.WRITE_SECONDS

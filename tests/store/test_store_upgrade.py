"""A file of an earlier version is read as it is and upgraded by the next write."""

import datetime as dt
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from meso_cli.errors import Damaged
from meso_cli.store import edits, migrations, schema
from meso_cli.store.file import DatabaseFile, snapshot
from meso_cli.store.reading import reading
from meso_cli.store.undo import undo
from meso_cli.store.writing import writing
from tests.store.asking import undone


def m999_later(db: sqlite3.Connection) -> None:
    """What a later version might do: a column, a table rebuilt, a table more."""
    db.execute("ALTER TABLE entries ADD COLUMN place TEXT")
    db.execute("CREATE TABLE photos (id INTEGER PRIMARY KEY) STRICT")
    db.execute("CREATE TABLE replacement AS SELECT * FROM treatments")
    ((sql,),) = db.execute("SELECT sql FROM sqlite_schema WHERE name = 'treatments'").fetchall()
    db.execute("DROP TABLE treatments")
    db.execute(sql)
    db.execute("INSERT INTO treatments SELECT * FROM replacement")
    db.execute("DROP TABLE replacement")


@pytest.fixture
def later(started: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """`started` is now a file of an earlier version."""
    monkeypatch.setattr(migrations, "STEPS", (*migrations.STEPS, m999_later))
    monkeypatch.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, "m999_later"))
    monkeypatch.setattr(schema, "TABLES", schema.TABLES | {"photos"})
    return started


def columns(connection: sqlite3.Connection) -> list[str]:
    """The columns of the entries."""
    return [row[1] for row in connection.execute("PRAGMA table_info(entries)")]


def test_read_from_a_copy(later: Path) -> None:
    """A read sees today's schema in memory; the file stays as it is, to the byte."""
    before = later.read_bytes()
    with closing(DatabaseFile(later)) as file:
        with snapshot(file) as connection:
            assert "place" in columns(connection)
            with pytest.raises(sqlite3.OperationalError):
                connection.execute("DELETE FROM entries")
        with reading(file) as reader:
            assert len(reader.record(1).entries) == 1
            assert reader.last_step() is None
    assert later.read_bytes() == before
    assert [found.name for found in later.parent.iterdir()] == [later.name]


def test_the_next_write_upgrades(later: Path, now: dt.datetime) -> None:
    """A write upgrades the file, keeps every row, and closes the journal of the old schema."""
    with writing(later, command="log", now=now) as tx:
        edits.add_entry(tx, 1, now)
    with reading(later) as reader:
        assert [entry.id for entry in reader.record(1).entries] == [1, 2]
    assert undone(later, now).command == "log"
    assert undo(later, now) is None
    with closing(sqlite3.connect(later)) as connection:
        assert "place" in columns(connection)
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        assert connection.execute("PRAGMA quick_check").fetchall() == [("ok",)]


def test_one_command_reads_upgrades_and_reads(later: Path, now: dt.datetime) -> None:
    """Over one connection: the copy in memory, then the upgraded file itself."""
    with closing(DatabaseFile(later)) as database:
        for seen in (1, 2):
            with snapshot(database) as connection:
                assert "place" in columns(connection)
            with reading(database) as reader:
                assert len(reader.record(1).entries) == seen
            with writing(database, command="log", now=now) as tx:
                edits.add_entry(tx, 1, now)
    with reading(later) as reader:
        assert len(reader.record(1).entries) == 3


def test_a_failed_upgrade_changes_nothing(
    later: Path, now: dt.datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A migration that fails half-way leaves the file of the earlier version, to the byte."""

    def m999_later(db: sqlite3.Connection) -> None:
        db.execute("ALTER TABLE entries ADD COLUMN place TEXT")
        db.execute("INSERT INTO nowhere VALUES (1)")

    monkeypatch.setattr(migrations, "STEPS", (*migrations.STEPS[:-1], m999_later))
    before = later.read_bytes()
    with pytest.raises(Damaged), writing(later, command="log", now=now):
        pass
    with pytest.raises(Damaged), reading(later):
        pass
    assert later.read_bytes() == before


def test_an_upgrade_that_orphans_rows_is_refused(
    later: Path, now: dt.datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A migration may not leave rows without their parents."""

    def m999_later(db: sqlite3.Connection) -> None:
        db.execute("DELETE FROM treatments")

    monkeypatch.setattr(migrations, "STEPS", (*migrations.STEPS[:-1], m999_later))
    before = later.read_bytes()
    with pytest.raises(sqlite3.IntegrityError), writing(later, command="log", now=now):
        pass
    assert later.read_bytes() == before


def test_upgraded_by_another_process_meanwhile(later: Path, now: dt.datetime) -> None:
    """Of two writers that both find an old file, the second uses what the first has made."""
    with writing(later, command="log", now=now) as tx:
        edits.add_entry(tx, 1, now)
    with writing(later, command="log", now=now) as tx:
        edits.add_entry(tx, 1, now)
    with reading(later) as reader:
        assert reader.counts()["entries"] == 3


def test_todays_program_refuses_it(later: Path, now: dt.datetime, monkeypatch: pytest.MonkeyPatch) -> None:
    """The earlier version itself refuses the upgraded file."""
    with writing(later, command="log", now=now) as tx:
        edits.add_entry(tx, 1, now)
    monkeypatch.undo()
    with pytest.raises(Damaged, match=r"newer version of meso .m999_later."), reading(later):
        pass

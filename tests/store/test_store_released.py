"""Every schema that was ever released: its file opens, reads, and is upgraded by the next write.

`released/` holds one database a schema, made by the version that brought it, with rows in every
table: a treatment with everything said about it, one that ended, corrected, deleted and undone
entries, instructions, and a warning that somebody was told about.
"""

import datetime as dt
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from meso_cli.errors import SystemRefused
from meso_cli.model.records import Observation, Record
from meso_cli.store import edits, file, schema
from meso_cli.store.filenames import backup_folder
from meso_cli.store.maintenance.restore import restore
from meso_cli.store.reading import reading
from meso_cli.store.writing import writing
from tests.store.conftest import Python

RELEASED = Path(__file__).parent / "released"
OLDER = [name for name in schema.MIGRATIONS[:-1] if (RELEASED / f"{name}.db").exists()]


@pytest.fixture(params=OLDER)
def older(request: pytest.FixtureRequest, path: Path) -> Path:
    """A copy of the released file, where a person's database would lie."""
    path.parent.mkdir(mode=0o700)
    shutil.copy(RELEASED / f"{request.param}.db", path)
    return path


def everything(path: Path) -> tuple[Record, ...]:
    """All that a person recorded, as the model's values."""
    with reading(path) as store:
        return tuple(store.record(treatment.id) for treatment in store.treatments())


def test_every_schema_is_kept() -> None:
    """A schema that is followed by another has its file here."""
    assert tuple(OLDER) == schema.MIGRATIONS[:-1]


def test_its_file_is_read_without_a_change(older: Path) -> None:
    """All of it is there, and the file stays as it was to the byte, with nothing beside it."""
    before = older.read_bytes()
    first, second = everything(older)
    assert older.read_bytes() == before
    assert list(older.parent.iterdir()) == [older]
    assert first.treatment.practitioner == ("Dr Á. Müller", "020 7946 0000", "020 7946 0999")
    assert (first.treatment.depth_mm, first.treatment.history) == (1.5, ("diabetes", "keloid"))
    assert first.treatment.ended_at is not None
    assert [entry.id for entry in first.entries] == [1, 2, 3, 6]
    assert first.entries[0].note == "“tight” – [bold] =1+1\nsecond line"
    assert first.entries[2].observations == (Observation("fever", 1, 38.4), Observation("redness", 3))
    assert [(said.restriction, said.hours) for said in first.instructions] == [
        ("sauna", 240.0),
        ("swimming", None),
    ]
    assert [told.warning for told in first.acknowledgements] == ["fever"]
    assert (second.treatment.area, len(second.entries)) == ("neck", 1)


@pytest.mark.parametrize("name", ["m002_plans", "m003_covering"])
def test_where_no_value_changes_reading_costs_no_copy(
    path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """Every value is as it is today: a prompt that only reads is not slow until the next log."""
    path.parent.mkdir(mode=0o700)
    shutil.copy(RELEASED / f"{name}.db", path)
    monkeypatch.setattr(file, "_migrated_copy", None)  # calling it would be an error
    found = everything(path)
    assert [record.treatment.guide for record in found] == ["microneedling"] * 2


def test_the_next_write_copies_it_and_moves_it_on(older: Path, now: dt.datetime) -> None:
    """The copy is the old file, row for row and with its schema; nothing recorded is lost."""
    before = everything(older)
    with writing(older, command="log", now=now) as tx:
        added = edits.add_entry(tx, 1, now, None, edits.Seen([Observation("pain", 1)]))
    (kept,) = backup_folder(older).iterdir()
    assert kept.name == f"before-{schema.MIGRATIONS[-1]}.db"
    with closing(sqlite3.connect(older)) as connection, closing(sqlite3.connect(kept)) as copy:
        assert schema.is_current(connection, older)
        assert not schema.is_current(copy, kept)
        assert connection.execute("PRAGMA quick_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    assert everything(kept) == before
    first, second = everything(older)
    assert first._replace(entries=tuple(e for e in first.entries if e.id != added)) == before[0]
    assert second == before[1]


def test_its_copy_can_be_put_back_and_moved_on_again(older: Path, now: dt.datetime) -> None:
    """Going back to the older file is no dead end; neither copy takes the other's name."""
    before = everything(older)
    for _ in range(2):
        with writing(older, command="log", now=now) as tx:
            edits.add_entry(tx, 1, now)
        restore(backup_folder(older) / f"before-{schema.MIGRATIONS[-1]}.db", older, now)
        assert everything(older) == before
    names = {kept.name for kept in backup_folder(older).iterdir()}
    assert names == {f"before-{schema.MIGRATIONS[-1]}{again}.db" for again in ("", "-2")}


def test_without_a_copy_it_is_not_moved_on(older: Path, now: dt.datetime) -> None:
    """Where the copy cannot be made the file keeps its schema, to the byte."""
    backup_folder(older).write_text("in the way")
    before = older.read_bytes()
    with pytest.raises(SystemRefused, match=r"meso\.db\.backups"), writing(older, command="log", now=now):
        pass
    assert older.read_bytes() == before


def test_a_crash_while_moving_on_leaves_the_older_file(older: Path, python: Python) -> None:
    """Killed in the middle of a migration: the file reads as before, the next write upgrades it."""
    before = everything(older)
    process = python(KILLED, older)
    process.communicate()
    assert process.returncode == -9
    assert everything(older) == before
    now = dt.datetime(2026, 5, 1, tzinfo=dt.UTC)
    with writing(older, command="log", now=now) as tx:
        edits.add_entry(tx, 1, now)
    assert len(everything(older)[0].entries) == len(before[0].entries) + 1


KILLED = """
import datetime as dt, os, signal, sys
from pathlib import Path
from meso_cli.store import migrations
from meso_cli.store.writing import writing
from tests.store.conftest import Python
def killed(db):
    db.execute("PRAGMA cache_spill = 1")
    db.execute("PRAGMA cache_size = 1")
    db.execute("CREATE TABLE half_made (id INTEGER PRIMARY KEY) STRICT")
    db.execute("UPDATE observations SET value = 9")
    os.kill(os.getpid(), signal.SIGKILL)
killed.__name__ = migrations.STEPS[-1].__name__
migrations.STEPS = (*migrations.STEPS[:-1], killed)
with writing(Path(sys.argv[1]), command="log", now=dt.datetime(2026, 5, 1, tzinfo=dt.UTC)):
    pass
"""

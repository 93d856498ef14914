"""What the file looks like inside."""

import hashlib
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from meso_cli.errors import SystemRefused
from meso_cli.store import migrations, reading, schema
from meso_cli.store.creating import create
from meso_cli.store.file import opened, snapshot
from tests.store.conftest import Python


@pytest.fixture
def connection(path: Path) -> Iterator[sqlite3.Connection]:
    """A plain connection to a fresh file, with foreign keys on."""
    create(path)
    with closing(sqlite3.connect(path, isolation_level=None)) as found:
        found.execute("PRAGMA foreign_keys = ON")
        yield found


MOMENT = "2026-03-04T13:00:00Z"
TREATMENT = {"uuid": "a" * 36, "at": MOMENT, "at_offset": 60, "created_at": MOMENT, "updated_at": MOMENT}


def insert(connection: sqlite3.Connection, table: str, **values: object) -> None:
    """Insert one row past the store."""
    marks = ", ".join("?" * len(values))
    connection.execute(f"INSERT INTO {table} ({', '.join(values)}) VALUES ({marks})", tuple(values.values()))


def test_names_are_the_steps() -> None:
    """The names that a read knows are those of the migrations, in their order."""
    assert tuple(step.__name__ for step in migrations.STEPS) == schema.MIGRATIONS


@pytest.mark.parametrize(
    ("statements", "known"),
    [
        (migrations._M001, "a77ecb81460aa32204b9f7ee04a0f824741c48ebd87334d48149ef6968e39812"),
        (migrations._M002, "969c6ae95b6c307f9ca82f2cea546a0a3a6f038a141df6b1b4f2860804f9c8fa"),
        (migrations._M003, "ed4c5d279d557b64af7b3e7f3ea2c11bda2e2316ef90c7e194f8eca88a798f03"),
        (migrations._M004, "aae43feb452a042018f3d8d592d9152d8c6cbbab82a9669e8a5d4a6e5ebb473e"),
    ],
)
def test_released_migration_is_frozen(statements: tuple[str, ...], known: str) -> None:
    """A migration never changes once released: later ones are added after it."""
    assert hashlib.sha256("\n".join(statements).encode()).hexdigest() == known


def test_tables(connection: sqlite3.Connection) -> None:
    """The file holds exactly our tables and the list of migrations; all of ours are STRICT."""
    found = {name: strict for _, name, _, _, _, strict in connection.execute("PRAGMA table_list")}
    internal = {"sqlite_schema", "sqlite_temp_schema", "sqlite_sequence", "_sqlite_migrations"}
    assert set(found) - internal == schema.TABLES
    assert all(found[name] for name in schema.TABLES)


@pytest.mark.parametrize("table", schema.USER_TABLES)
def test_user_tables_can_be_merged(connection: sqlite3.Connection, table: str) -> None:
    """Whatever a person recorded has a uuid, its three times, and a number that is never reused."""
    columns = {row[1] for row in connection.execute(f"PRAGMA table_info({table})")}
    assert columns >= {"id", "uuid", "created_at", "updated_at", "deleted_at"}
    ((sql,),) = connection.execute("SELECT sql FROM sqlite_schema WHERE name = ?", (table,))
    assert "INTEGER PRIMARY KEY AUTOINCREMENT" in sql


def test_mark(path: Path) -> None:
    """The file says that it is ours, at the place where `file` and others look."""
    create(path)
    assert path.read_bytes()[68:72] == b"meso"


@pytest.mark.parametrize(
    "values",
    [
        {"at": "2026-03-04 13:00:00"},
        {"at": "2026-03-04T13:00:00+01:00"},
        {"at": "2026-02-31T13:00:00Z"},
        {"at": "2026-03-04T24:00:00Z"},
        {"at": "now"},
        {"at": None},
        {"updated_at": "yesterday"},
        {"deleted_at": "2026-3-4T13:00:00Z"},
        {"at_offset": 1440},
        {"at_offset": "east"},
        {"at_zone": ""},
        {"uuid": "short"},
        {"depth_mm": 0},
        {"depth_mm": 10.1},
        {"depth_mm": "deep"},
        {"depth_mm": float("inf")},
        {"skin_type": 7},
        {"skin_type": 2.5},
        {"history": "keloid"},
        {"area": ""},
        {"note": b"\xff"},
        {"ended_at": MOMENT},
        {"guide": None},
        {"guide": ""},
        {"guide": "RF"},
        {"guide": "../data"},
        {"guide": "a b"},
    ],
)
def test_treatment_checks(connection: sqlite3.Connection, values: dict[str, Any]) -> None:
    """SQLite itself refuses a treatment that could not be read back as what it means."""
    insert(connection, "treatments", **TREATMENT)
    with pytest.raises((sqlite3.IntegrityError, sqlite3.OperationalError)):
        insert(connection, "treatments", **{**TREATMENT, "uuid": "b" * 36, **values})


@pytest.mark.parametrize(
    "values",
    [
        {"item": "Redness"},
        {"item": "a=b"},
        {"item": "a b"},
        {"item": ""},
        {"value": -1},
        {"value": "x"},
        {"entry_id": 9},
    ],
)
def test_observation_checks(connection: sqlite3.Connection, values: dict[str, Any]) -> None:
    """An observation has an item's id, a count and an entry; one row per item."""
    insert(connection, "treatments", **TREATMENT)
    stamps = {"created_at": MOMENT, "updated_at": MOMENT}
    moment = {"observed_at": MOMENT, "observed_offset": 0}
    insert(connection, "entries", uuid="b" * 36, treatment_id=1, **moment, **stamps)
    good = {"uuid": "c" * 36, "entry_id": 1, "item": "redness", "value": 2, **stamps}
    insert(connection, "observations", **good)
    with pytest.raises(sqlite3.IntegrityError):
        insert(connection, "observations", **{**good, "uuid": "d" * 36})
    with pytest.raises(sqlite3.IntegrityError):
        insert(connection, "observations", **{**good, "item": "pain", "uuid": "d" * 36, **values})


def test_status_reads_only_its_own_rows(path: Path) -> None:
    """No query of a status walks through a whole table, or sorts."""
    create(path)
    queries = [
        reading._ENTRY + " AND treatment_id = ?" + reading._IN_ORDER,
        reading._TREATMENT + " AND ended_at IS NULL AND at <= ?",
        reading._TREATMENT + " AND ended_at > ? AND at <= '2026'",
        reading._TREATMENT + " AND ended_at <= ? ORDER BY ended_at DESC, id DESC LIMIT 1",
    ]
    with opened(path) as file, snapshot(file) as connection:
        for query in queries:
            plan = " / ".join(row[3] for row in connection.execute("EXPLAIN QUERY PLAN " + query, ("1",)))
            assert "SCAN" not in plan, plan
            assert "TEMP B-TREE" not in plan, plan


def test_old_sqlite(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A SQLite without STRICT tables gets a sentence, not "malformed"."""
    monkeypatch.setattr(sqlite3, "sqlite_version_info", (3, 36, 0))
    with pytest.raises(SystemRefused, match=r"needs SQLite 3\.37"):
        create(path)
    assert not path.exists()


READS = """
import sys
from pathlib import Path
from meso_cli.store.reading import reading
with reading(Path(sys.argv[1])) as reader:
    assert len(reader.record(1).entries) == 1
print(*sorted(sys.modules))
"""
WRITES = """
import datetime as dt, sys
from pathlib import Path
from meso_cli.store import edits
from meso_cli.store.writing import writing
now = dt.datetime(2026, 3, 4, tzinfo=dt.UTC)
with writing(Path(sys.argv[1]), command="log", now=now, create=True) as tx:
    edits.add_entry(tx, 1, now)
print(*sorted(sys.modules))
"""


@pytest.mark.parametrize(("code", "banned"), [(READS, {"json", "uuid"}), (WRITES, {"uuid"})])
def test_what_is_imported(started: Path, python: Python, code: str, banned: set[str]) -> None:
    """Neither a read nor a write to an existing file imports sqlite-utils or another slow module."""
    output, errors = python(code, started).communicate()
    assert not errors
    slow = {"sqlite_utils", "dateutil", "importlib.resources", "pydantic", "rich", "typer", *banned}
    assert not slow & set(output.split())


def test_never_reads_the_clock() -> None:
    """The store is given every moment: no source of it asks for the time."""
    for source in Path(schema.__file__).parent.glob("*.py"):
        text = source.read_text()
        assert not [word for word in (".now(", ".today(", "import time", "'now'", "CURRENT_") if word in text]

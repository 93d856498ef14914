"""The schema's SQL, one function per migration. Append-only: what was released never changes.

Imported only to create or upgrade a file, because sqlite-utils takes a tenth of a second.

Times: `*_at` and `at` are UTC text. A moment that a person means has two more columns, the
offset from UTC in force there (minutes) and the IANA zone where known. NULL in a column of
a treatment means "not recorded". Nothing is ever removed: `deleted_at` hides a row, so that
its number is not used again and a merge with another machine keeps it hidden.
"""

import sqlite3
from collections.abc import Callable
from typing import Final

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from meso_cli.store import schema
from meso_cli.store.rows import fetch

_IDENTITY: Final = """
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uuid TEXT NOT NULL UNIQUE CHECK (length(uuid) = 36),"""
_STAMPS: Final = """
    created_at TEXT NOT NULL CHECK (created_at IS strftime('%Y-%m-%dT%H:%M:%SZ', created_at, '+0 days')),
    updated_at TEXT NOT NULL CHECK (updated_at IS strftime('%Y-%m-%dT%H:%M:%SZ', updated_at, '+0 days')),
    deleted_at TEXT CHECK (deleted_at IS strftime('%Y-%m-%dT%H:%M:%SZ', deleted_at, '+0 days'))"""


def _moment(name: str, prefix: str) -> str:
    """The three columns of a moment; the check refuses 31 February as well as a wrong form."""
    return f"""
    {name} TEXT NOT NULL CHECK ({name} IS strftime('%Y-%m-%dT%H:%M:%SZ', {name}, '+0 days')),
    {prefix}_offset INTEGER NOT NULL CHECK ({prefix}_offset BETWEEN -1439 AND 1439),
    {prefix}_zone TEXT CHECK ({prefix}_zone <> ''),"""


_M001: Final = (
    f"""
CREATE TABLE treatments ({_IDENTITY}{_moment("at", "at")}
    area TEXT CHECK (area <> ''),
    device TEXT CHECK (device <> ''),
    depth_mm REAL CHECK (depth_mm > 0 AND depth_mm <= 10),
    skin_type INTEGER CHECK (skin_type BETWEEN 1 AND 6),
    history TEXT NOT NULL DEFAULT '[]' CHECK (history GLOB '[[]*]'),
    products TEXT NOT NULL DEFAULT '[]' CHECK (products GLOB '[[]*]'),
    practitioner_name TEXT,
    practitioner_phone TEXT,
    practitioner_out_of_hours TEXT,
    note TEXT,
    ended_at TEXT CHECK (ended_at IS strftime('%Y-%m-%dT%H:%M:%SZ', ended_at, '+0 days')),
    ended_offset INTEGER CHECK (ended_offset BETWEEN -1439 AND 1439),
    ended_zone TEXT CHECK (ended_zone <> ''),{_STAMPS},
    CHECK ((ended_at IS NULL) = (ended_offset IS NULL))
) STRICT""",
    f"""
CREATE TABLE entries ({_IDENTITY}
    treatment_id INTEGER NOT NULL REFERENCES treatments(id),{_moment("observed_at", "observed")}
    note TEXT,{_STAMPS}
) STRICT""",
    f"""
CREATE TABLE observations ({_IDENTITY}
    entry_id INTEGER NOT NULL REFERENCES entries(id),
    item TEXT NOT NULL CHECK (item GLOB '[a-z]*' AND item NOT GLOB '*[^a-z0-9-]*'),
    value INTEGER NOT NULL CHECK (value >= 0),
    reading REAL,{_STAMPS},
    UNIQUE (entry_id, item)
) STRICT""",
    f"""
CREATE TABLE instructions ({_IDENTITY}
    treatment_id INTEGER NOT NULL REFERENCES treatments(id),
    restriction TEXT NOT NULL CHECK (restriction <> ''),
    hours REAL CHECK (hours >= 0),
    said_by TEXT,
    note TEXT,{_moment("said_at", "said")}{_STAMPS}
) STRICT""",
    f"""
CREATE TABLE acknowledgements ({_IDENTITY}
    treatment_id INTEGER NOT NULL REFERENCES treatments(id),
    warning TEXT NOT NULL CHECK (warning <> ''),
    tier TEXT NOT NULL CHECK (tier <> ''),
    entry_id INTEGER NOT NULL REFERENCES entries(id),
    text TEXT NOT NULL,{_moment("at", "at")}{_STAMPS}
) STRICT""",
    """
CREATE TABLE journal (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at TEXT NOT NULL CHECK (at IS strftime('%Y-%m-%dT%H:%M:%SZ', at, '+0 days')),
    command TEXT NOT NULL,
    undone_at TEXT CHECK (undone_at IS strftime('%Y-%m-%dT%H:%M:%SZ', undone_at, '+0 days')),
    changes TEXT NOT NULL CHECK (changes GLOB '[[]*]')
) STRICT""",
    # Status asks for the open treatments and for one treatment's entries: both stay quick
    # however many others there are.
    "CREATE INDEX treatments_open ON treatments(at) WHERE deleted_at IS NULL AND ended_at IS NULL",
    "CREATE INDEX treatments_ended ON treatments(ended_at) WHERE deleted_at IS NULL AND ended_at IS NOT NULL",
    # By minute, because the later of two entries of one minute is the one with the higher number.
    "CREATE INDEX entries_by_minute ON entries(treatment_id, substr(observed_at, 1, 16)) "
    "WHERE deleted_at IS NULL",
    "CREATE INDEX observations_shown ON observations(entry_id, item, value, reading) "
    "WHERE deleted_at IS NULL",
    "CREATE UNIQUE INDEX instructions_in_force ON instructions(treatment_id, restriction) "
    "WHERE deleted_at IS NULL",
    "CREATE INDEX acknowledgements_of ON acknowledgements(treatment_id) WHERE deleted_at IS NULL",
)


def m001_initial(db: Database) -> None:
    """Everything of the first release."""
    for statement in _M001:
        db.execute(statement)


_M002: Final = (
    f"""
CREATE TABLE plans ({_IDENTITY}
    treatment_id INTEGER NOT NULL REFERENCES treatments(id),
    document TEXT NOT NULL CHECK (document GLOB '{{*}}'),{_moment("loaded_at", "loaded")}{_STAMPS}
) STRICT""",
    "CREATE UNIQUE INDEX plans_in_force ON plans(treatment_id) WHERE deleted_at IS NULL",
    # What was said as a moment keeps its moment when the treatment's time is corrected.
    "ALTER TABLE instructions ADD COLUMN until_at TEXT "
    "CHECK (until_at IS strftime('%Y-%m-%dT%H:%M:%SZ', until_at, '+0 days') "
    "AND (until_at IS NULL OR hours IS NULL))",
)


def m002_plans(db: Database) -> None:
    """A clinic's plan as it was when it was loaded; instructions that were said as a moment."""
    for statement in _M002:
        db.execute(statement)


_M003: Final = (
    "DROP INDEX observations_shown",
    # With the column of its own condition: without it SQLite looks up each observation in the table as well.
    "CREATE INDEX observations_shown ON observations(entry_id, item, value, reading, deleted_at) "
    "WHERE deleted_at IS NULL",
)


def m003_covering(db: Database) -> None:
    """A treatment's observations are read from their index alone."""
    for statement in _M003:
        db.execute(statement)


_M004: Final = (
    "ALTER TABLE treatments ADD COLUMN guide TEXT NOT NULL DEFAULT 'microneedling' "
    "CHECK (guide GLOB '[a-z]*' AND guide NOT GLOB '*[^a-z0-9-]*')",
)


def m004_guide(db: Database) -> None:
    """Which guide a treatment follows."""
    for statement in _M004:
        db.execute(statement)


STEPS: tuple[Callable[[Database], None], ...] = (m001_initial, m002_plans, m003_covering, m004_guide)


def migrate(connection: sqlite3.Connection, upto: int | None = None) -> None:
    """Apply what is missing, inside the transaction that the caller has begun.

    `upto` stops after so many migrations: how an earlier version made its file.

    The undo journal is closed, because its images show rows as they were before; not where no value of a
    row changes. Needs `foreign_keys` off, which only works outside a transaction: the caller's part again.
    """
    migrations = Migrations(schema.MIGRATION_SET)
    for step in STEPS[:upto]:
        migrations()(step)
    # No plugins: what is installed beside us has no business with health data.
    database = Database(connection, recursive_triggers=False, execute_plugins=False)
    before = {step.name for step in migrations.applied(database)}
    migrations.apply(database)
    if not before:
        connection.execute(f"PRAGMA application_id = {schema.APPLICATION_ID}")
    elif not {step.name for step in migrations.applied(database)} - before <= schema.CHANGE_NO_VALUE:
        connection.execute("DELETE FROM journal")
    if fetch(connection, "PRAGMA foreign_key_check"):
        raise sqlite3.IntegrityError("a migration left rows without their parents")

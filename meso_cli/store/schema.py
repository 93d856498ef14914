"""What a file of ours looks like: its mark, its tables, its migrations by name.

Imported on every read, so the SQL itself stands in `migrations`.
"""

import sqlite3
from pathlib import Path
from typing import Final

from meso_cli.errors import SystemRefused
from meso_cli.store.errors import ORPHANED, altered, damaged, newer
from meso_cli.store.rows import fetch

# "meso" in ASCII, at offset 68 of the file (PRAGMA application_id).
APPLICATION_ID: Final = 0x6D65736F
MIGRATION_SET: Final = "meso"
# In the order in which they apply; append-only, as is `migrations.STEPS`.
MIGRATIONS: tuple[str, ...] = ("m001_initial", "m002_plans", "m003_covering", "m004_guide")
CHANGE_NO_VALUE: Final = frozenset({"m003_covering", "m004_guide"})
"""The migrations that change no value of any row: one of indexes, one that adds a column with a default.

Without them a file is read as it is, and what was recorded before them is undone after them.
"""
# The tables that hold what a person recorded, parents before their rows: the only ones that
# a step may change.
USER_TABLES: Final = (
    "treatments",
    "entries",
    "observations",
    "plans",
    "instructions",
    "acknowledgements",
)
TABLES: Final = frozenset({*USER_TABLES, "journal"})
# STRICT tables came with this version; an older one calls our file malformed.
OLDEST_SQLITE: Final = (3, 37, 0)


def check_sqlite() -> None:
    """Refuse a SQLite library that cannot read STRICT tables."""
    if sqlite3.sqlite_version_info < OLDEST_SQLITE:
        raise SystemRefused(
            f"meso needs SQLite 3.37 or newer; this Python brings {sqlite3.sqlite_version}. "
            "Use a newer Python."
        )


def is_current(connection: sqlite3.Connection, path: Path, *, to_read: bool = False) -> bool:
    """True with today's schema, False with an older one of ours; refuses any other.

    `to_read`: True, too, where an older one is read as it is. A trigger or a view is refused: it may change
    what is recorded, or what is read, unseen.
    """
    found = fetch(connection, "SELECT type, name FROM sqlite_schema WHERE type <> 'index'")
    tables = {name for kind, name in found if kind == "table"}
    if len(tables) < len(found):
        raise altered(path, next(f"the {kind} {name}" for kind, name in found if kind != "table"))
    applied: set[str] = set()
    if "_sqlite_migrations" in tables:
        sql = "SELECT name FROM _sqlite_migrations WHERE migration_set = ?"
        applied = {str(name) for (name,) in fetch(connection, sql, (MIGRATION_SET,))}
    missing, unknown = set(MIGRATIONS) - applied, applied.difference(MIGRATIONS)
    current = missing <= CHANGE_NO_VALUE if to_read else not missing
    if not missing and unknown:
        raise newer(path, ", ".join(sorted(unknown)))
    if not applied or unknown or (missing <= CHANGE_NO_VALUE and not tables >= TABLES):
        raise damaged(path, "is damaged (tables are missing)")
    return current


def check_parents(connection: sqlite3.Connection, path: Path) -> None:
    """Refuse a file where something belongs to an entry or a treatment that is not there. Reads every row."""
    if fetch(connection, "PRAGMA foreign_key_check"):
        raise damaged(path, ORPHANED)

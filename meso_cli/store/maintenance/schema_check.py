"""Whether a file's schema is word for word the one that we make.

A file from elsewhere may look like ours and hold triggers, views, computed columns or tables that
ignore what is written to them.
"""

import sqlite3
from contextlib import closing
from functools import cache
from pathlib import Path

from meso_cli.store import schema
from meso_cli.store.errors import altered
from meso_cli.store.rows import fetch

# The migrations' own table is as sqlite-utils makes it, which may change with its version.
_OBJECTS = """SELECT type, name, tbl_name, sql FROM sqlite_schema
              WHERE name NOT GLOB 'sqlite_*' AND name <> '_sqlite_migrations'"""
_Objects = frozenset[tuple[str, str, str, str]]


def unexpected_objects(connection: sqlite3.Connection) -> tuple[str, ...]:
    """The names of what is there but not as we make it, or is missing; empty for a file of ours.

    An older schema is compared with what that version made.
    """
    return _names(_found(connection) ^ _made(_applied(connection)))


def check_own_objects(connection: sqlite3.Connection, path: Path) -> None:
    """Refuse a file whose tables and indexes of ours are not as we make them; beside them others may be."""
    changed = _names(_made(_applied(connection)) - _found(connection))
    if changed:
        raise altered(path, f"{changed[0]}, as it is there")


def _names(objects: _Objects) -> tuple[str, ...]:
    return tuple(sorted({name for _, name, _, _ in objects}))


def _found(connection: sqlite3.Connection) -> _Objects:
    return frozenset(fetch(connection, _OBJECTS))


def _applied(connection: sqlite3.Connection) -> int:
    sql = "SELECT count(*) FROM _sqlite_migrations WHERE migration_set = ?"
    return int(fetch(connection, sql, (schema.MIGRATION_SET,))[0][0])


@cache
def _made(applied: int) -> _Objects:
    from meso_cli.store import migrations

    with closing(sqlite3.connect(":memory:", isolation_level=None)) as fresh:
        migrations.migrate(fresh, upto=applied)
        return _found(fresh)

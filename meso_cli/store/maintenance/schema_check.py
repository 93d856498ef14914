"""Whether a file's schema is word for word the one that we make.

A file from elsewhere may look like ours and hold triggers, views or computed columns; whatever
is not as we make it is refused before a row is read.
"""

import sqlite3
from contextlib import closing
from functools import cache

from meso_cli.store import schema
from meso_cli.store.rows import fetch

_OBJECTS = "SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE name NOT GLOB 'sqlite_*'"


def oddities(connection: sqlite3.Connection) -> tuple[str, ...]:
    """The names of what is there but not as we make it, or is missing; empty for a file of ours.

    An older schema is compared with what that version made.
    """
    sql = "SELECT count(*) FROM _sqlite_migrations WHERE migration_set = ?"
    ((applied,),) = fetch(connection, sql, (schema.MIGRATION_SET,))
    found = frozenset(fetch(connection, _OBJECTS))
    return tuple(sorted({name for _, name, _, _ in found ^ _made(applied)}))


@cache
def _made(applied: int) -> frozenset[tuple[str, str, str, str]]:
    from meso_cli.store import migrations

    with closing(sqlite3.connect(":memory:", isolation_level=None)) as fresh:
        migrations.migrate(fresh, upto=applied)
        return frozenset(fetch(fresh, _OBJECTS))

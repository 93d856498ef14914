"""Bringing an older file to today's schema: copied aside first, then all of it or nothing."""

from collections.abc import Iterator
from contextlib import contextmanager

from meso_cli.store import migrations, schema
from meso_cli.store.file import Connection, DatabaseFile
from meso_cli.store.maintenance.safety_copy import with_safety_copy


def upgrade(file: DatabaseFile) -> None:
    """Migrate the file; its connection is not inside a transaction.

    The copy of how it was is never rotated away. Without that copy nothing is changed.
    """
    with with_safety_copy(file, _without_parents_checked, schema.MIGRATIONS[-1]) as (connection, aside):
        if schema.is_current(connection, file.path):  # another process was first
            aside.unlink()
        else:
            migrations.migrate(connection)  # and so whole: see `check_whole`


@contextmanager
def _without_parents_checked(file: DatabaseFile) -> Iterator[Connection]:
    """A write transaction in which a table may be rebuilt: `foreign_keys` changes only outside of one."""
    connection = file.connection()
    connection.execute("PRAGMA query_only = OFF")
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield connection
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    connection.execute("PRAGMA foreign_keys = ON")

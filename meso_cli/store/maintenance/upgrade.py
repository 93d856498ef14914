"""Bringing an older file to today's schema: copied aside first, then all of it or nothing."""

from pathlib import Path

from meso_cli.store import migrations, schema
from meso_cli.store.file import Connection
from meso_cli.store.maintenance.backup import back_up, name_before


def upgrade(connection: Connection, path: Path) -> None:
    """Migrate the file that `connection` has open; it is not inside a transaction.

    The copy of how it was is never rotated away. Without that copy nothing is changed.
    """
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("BEGIN IMMEDIATE")
    try:
        if not schema.is_current(connection, path):  # another process may have been first
            back_up(path, name_before(path, schema.MIGRATIONS[-1]))  # and so whole: see `check_whole`
            migrations.migrate(connection)
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    connection.execute("PRAGMA foreign_keys = ON")

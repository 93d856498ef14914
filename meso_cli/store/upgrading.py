"""Bringing an older file to today's schema: copied aside first, then all of it or nothing."""

import os
from pathlib import Path

from meso_cli.store import migrations, schema
from meso_cli.store.backup import back_up, folder_of
from meso_cli.store.file import Connection


def upgrade(connection: Connection, path: Path) -> None:
    """Migrate the file that `connection` has open; it is not inside a transaction.

    The copy of how it was is never rotated away. Without that copy nothing is changed.
    """
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("BEGIN IMMEDIATE")
    try:
        if not schema.is_current(connection, path):  # another process may have been first
            back_up(path, copy_before(path))
            migrations.migrate(connection)
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    connection.execute("PRAGMA foreign_keys = ON")


def copy_before(path: Path) -> Path:
    """The name of the copy that is made before today's schema comes in; nobody has it yet."""
    number, named = 1, folder_of(path) / f"before-{schema.MIGRATIONS[-1]}.db"
    while os.path.lexists(named):
        number += 1
        named = folder_of(path) / f"before-{schema.MIGRATIONS[-1]}-{number}.db"
    return named

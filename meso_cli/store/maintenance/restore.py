"""Putting a backup in the place of the database; what was there is kept."""

import datetime as dt
import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Final

from meso_cli.errors import Damaged, SystemRefused
from meso_cli.store.creating import make_folder, sync_file, sync_folder, temporary_in
from meso_cli.store.errors import SQLITE, sqlite_fault, translated
from meso_cli.store.file import (
    WRITE_SECONDS,
    DatabaseFile,
    connect_alone,
    connect_to,
    leave_write_ahead_log,
    opened,
    take_turns,
)
from meso_cli.store.filenames import REPLACED, check_new_name, sidecars
from meso_cli.store.journal import write_step
from meso_cli.store.maintenance.backup import copy_to
from meso_cli.store.maintenance.ownership import real
from meso_cli.store.maintenance.schema_check import check_own_objects
from meso_cli.store.rows import fetch
from meso_cli.store.timestamps import stamp, utc_text

_REPLACES_WHAT_IS_OPEN: Final = os.name != "nt"
"""Whether the system gives a file the name of one that is open; if so nobody can write meanwhile."""


def restore(source: Path, database: Path | DatabaseFile, now: dt.datetime) -> Path | None:
    """Put a checked copy of `source` in the place of the database.

    What was there is kept beside it under the returned name, with what an interrupted write may
    have left, and `undo` then names the way back to it; None where there was nothing. Where its
    path is a link it stays one, and the file that it leads to is replaced. Raises Damaged where
    `source` is not whole, or where something in it is made to change what is written; SystemRefused
    where another command is writing.
    """
    path = real(database if isinstance(database, Path) else database.path)
    with opened(database) as file, translated(path, (OSError,)):
        check_new_name(path)
        make_folder(path.parent)
        with temporary_in(path.parent, path) as temporary:
            copy_to(source, temporary)
            _check_own_objects(temporary, source)
            replaced = _replace(file, path, temporary, now)
        sync_folder(path.parent)
    return replaced


def _check_own_objects(copy: Path, source: Path) -> None:
    with closing(connect_alone(copy)) as connection, translated(source, SQLITE):
        check_own_objects(connection, source)


def _replace(file: DatabaseFile, path: Path, temporary: Path, now: dt.datetime) -> Path | None:
    """Give the finished copy the database's name; where what was there is kept, if anything was."""
    replaced = None
    with _held(file, path) as held:
        if os.path.lexists(path):
            replaced = _kept_aside(path, now)
            _name_way_back(temporary, f"meso restore {replaced.name}", now)
        sync_file(temporary)
        if not _REPLACES_WHAT_IS_OPEN:
            held.close()
        temporary.replace(path)
    return replaced


@contextmanager
def _held(file: DatabaseFile, path: Path) -> Iterator[sqlite3.Connection]:
    """No other command writes meanwhile, as far as the file can still be opened at all.

    What stands in a write-ahead log goes into the file first, as far as nobody still reads what was before.
    At the end nothing is open: what comes in its place is another file.
    """
    with closing(_to_hold(file, path)) as connection, closing(file):
        try:
            leave_write_ahead_log(connection)
            fetch(connection, "PRAGMA wal_checkpoint(PASSIVE)")
            connection.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            fault = sqlite_fault(error, path)
            if isinstance(fault, SystemRefused):
                raise fault from error
        except sqlite3.DatabaseError:  # damaged: that is why it is replaced
            pass
        yield connection


def _to_hold(file: DatabaseFile, path: Path) -> sqlite3.Connection:
    """The connection that the command has; else one to what is there instead of a database of ours."""
    if not path.is_file():
        return sqlite3.connect(":memory:")
    try:
        connection = file.connection()
    except Damaged:
        return connect_to(path, seconds=WRITE_SECONDS)
    take_turns(connection)
    connection.execute("PRAGMA query_only = OFF")
    return connection


def _name_way_back(database: Path, command: str, now: dt.datetime) -> None:
    """A restore is the last thing that happened: `undo` must not take back what came before it."""
    with closing(connect_alone(database)) as connection:
        write_step(connection, command, utc_text(now), ())


def _kept_aside(path: Path, now: dt.datetime) -> Path:
    """Give the database a second name, for its owner alone; it is never without a name meanwhile.

    What SQLite keeps beside it moves along: it belongs to what it was written for, and would spoil
    what comes in its place. A program that has the file open goes on with all of them.
    """
    aside = REPLACED.free(path.parent, path, stamp(now))
    try:
        os.link(path, aside)
    except OSError:  # a disk without links, such as a stick
        shutil.copy2(path, aside)
    aside.chmod(0o600)
    for beside, moved in zip(sidecars(path), sidecars(aside), strict=True):
        if os.path.lexists(beside):
            beside.rename(moved)
    return aside

"""The one way to write: a command is one transaction, and one step of the undo journal."""

import datetime as dt
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from meso_cli.errors import NothingFound
from meso_cli.store import rows
from meso_cli.store.creating import create as create_file
from meso_cli.store.errors import (
    ORPHANED,
    SQLITE,
    all_or_nothing,
    altered,
    damaged,
    replaced,
    shown,
    translated,
)
from meso_cli.store.file import Connection, DatabaseFile, accepts, leave_write_ahead_log, opened, take_turns
from meso_cli.store.journal import Change, write_step
from meso_cli.store.reading import Reader
from meso_cli.store.schema import check_parents
from meso_cli.store.timestamps import later, utc_text

_CHILDREN: Final = {
    "treatments": (("entries", "treatment_id"), ("instructions", "treatment_id"), ("plans", "treatment_id")),
    "entries": (("observations", "entry_id"),),
}


class Transaction(Reader):
    """Reads and writes of one command; it keeps the image of every row before and after.

    `command` is what undo will call the step, such as "log #12"; set it once the number is
    known. It is shown as it is: never put somebody's words there.
    """

    def __init__(self, connection: sqlite3.Connection, path: Path, command: str, now: dt.datetime) -> None:
        super().__init__(connection, path)
        self.command = command
        self._now = utc_text(now)
        self._changes: list[Change] = []

    def insert(self, table: str, values: Mapping[str, rows.Value]) -> int:
        """Add a row and return its number; uuid and stamps are added."""
        stamps = {"uuid": rows.new_uuid(), "created_at": self._now, "updated_at": self._now}
        row_id = rows.add(self._connection, table, {**stamps, **values})
        self._check_new(table, row_id)
        self._changed(table, row_id, None)
        return row_id

    def update(self, table: str, row_id: int, values: Mapping[str, rows.Value]) -> None:
        """Set columns of a row; nothing happens where they hold these values already.

        Raises NothingFound when there is no such row.
        """
        before = rows.image(self._connection, table, row_id)
        if before is None:
            raise NothingFound(f"There is no number {row_id} in {table}.")
        if all(before[name] == value for name, value in values.items()):
            return
        stamp = later(self._now, str(before["updated_at"]))
        rows.put(self._connection, table, row_id, {**values, "updated_at": stamp})
        self._changed(table, row_id, before)

    def delete(self, table: str, row_id: int) -> None:
        """Hide a row. It stays in the file, so that its number and its uuid stay taken."""
        self.update(table, row_id, {"deleted_at": self._now})

    def find(self, table: str, **values: rows.Value) -> int | None:
        """The number of the first row with these values, deleted ones too."""
        where = " AND ".join(f"{name} IS ?" for name in values)
        found = self._rows(f"SELECT id FROM {table} WHERE {where} LIMIT 1", *values.values())
        return found[0][0] if found else None

    @property
    def changed(self) -> bool:
        """Whether anything has changed."""
        return bool(self._changes)

    def finish(self) -> None:
        """Write the journal's row, if anything changed."""
        if self._changes:
            write_step(self._connection, self.command, self._now, self._changes)

    def _check_new(self, table: str, row_id: int) -> None:
        """Refuses rows left over below a new row's number: they would be taken for its own."""
        for child, column in _CHILDREN.get(table, ()):
            if self.find(child, **{column: row_id}) is not None:
                raise damaged(self._path, ORPHANED)

    def _changed(self, table: str, row_id: int, before: rows.Image | None) -> None:
        after = rows.image(self._connection, table, row_id)
        if after is None:
            raise damaged(self._path, "is damaged (a row that was just written is not there)")
        self._changes.append(Change(table, row_id, before, after))


@contextmanager
def writing(
    database: Path | DatabaseFile, *, command: str, now: dt.datetime, create: bool = False
) -> Iterator[Transaction]:
    """One command's transaction: committed when the block ends, dropped when it raises anything.

    `create` makes the file where there is none (only `start` does); otherwise NoDatabase is
    raised. When the block is left without an error, everything is on the disk. Other
    commands' writes wait meanwhile: ask the person before, not inside.
    """
    with opened(database) as file:
        if create:
            with all_or_nothing():
                create_file(file.path)
        with immediate(file) as connection:
            transaction = Transaction(connection, file.path, command, now)
            yield transaction
            transaction.finish()


@contextmanager
def immediate(database: Path | DatabaseFile) -> Iterator[Connection]:
    """A connection in a `BEGIN IMMEDIATE`: committed at the end, rolled back on any exception."""
    with all_or_nothing(), opened(database) as file:
        connection = _begin_to_write(file)
        with translated(file.path, SQLITE):
            try:
                yield connection
                connection.execute("COMMIT")
            except BaseException as error:
                with suppress(sqlite3.Error):  # the first error is the one to tell
                    connection.rollback()
                if isinstance(error, sqlite3.IntegrityError):
                    _refuse_what_is_in_the_way(connection, file.path)
                raise
        _check_in_place(connection, file.path)
        leave_write_ahead_log(connection)


def _begin_to_write(file: DatabaseFile) -> Connection:
    """The file's connection inside one `BEGIN IMMEDIATE`: the caller commits or rolls back.

    An older schema is copied aside and upgraded first, in a transaction of its own. Raises
    what `DatabaseFile.connection` raises.
    """
    connection = file.connection()
    with translated(file.path):
        try:
            take_turns(connection)
            connection.execute("PRAGMA query_only = OFF")
            # EXTRA is FULL and also syncs the folder once the rollback journal is gone: with
            # FULL, a power cut just after the commit can bring that journal back, and it
            # would take back an entry that was already confirmed.
            connection.execute("PRAGMA synchronous = EXTRA")
            connection.execute("PRAGMA secure_delete = ON")
            connection.execute("BEGIN IMMEDIATE")
            if not accepts(connection, file.path):
                connection.execute("ROLLBACK")
                from meso_cli.store.maintenance.upgrade import upgrade  # once in the life of a schema

                upgrade(file)
                connection.execute("BEGIN IMMEDIATE")
        except BaseException:
            file.close()
            raise
    return connection


def _refuse_what_is_in_the_way(connection: sqlite3.Connection, path: Path) -> None:
    """What we write fits into what we make: something else stands there, or it is a bug of ours."""
    from meso_cli.store.maintenance.schema_check import unexpected_objects

    check_parents(connection, path)
    for name in unexpected_objects(connection):
        raise altered(path, name)


def _check_in_place(connection: Connection, path: Path) -> None:
    """A commit into a file that was replaced meanwhile (by a sync tool) is lost: say so."""
    if not connection.is_at(path):
        raise replaced(shown(path))

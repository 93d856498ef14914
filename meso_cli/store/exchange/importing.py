"""Importing: one transaction with its own backup, or a rehearsal on a copy."""

import datetime as dt
import os
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import Final

from meso_cli.errors import Damaged, SystemRefused
from meso_cli.model.batch import Batch, batched, measured
from meso_cli.model.merged import Merged
from meso_cli.store.creating import create, temporary_in
from meso_cli.store.errors import shown, translated
from meso_cli.store.exchange.merging import merge
from meso_cli.store.exchange.portable import portable_records
from meso_cli.store.exchange.validation import GuideChecks
from meso_cli.store.file import DatabaseFile, as_it_is, connect_alone, opened, snapshot
from meso_cli.store.journal import Change, write_step
from meso_cli.store.maintenance.backup import back_up
from meso_cli.store.maintenance.safety_copy import with_safety_copy
from meso_cli.store.maintenance.schema_check import unexpected_objects
from meso_cli.store.timestamps import stamp, utc_text
from meso_cli.store.writing import immediate
from meso_cli.text import visible
from meso_cli.values import NamedTuple

_LONGEST_VALUE: Final = 16 * 1024 * 1024
"""Bytes of one value in a database from elsewhere; SQLite refuses to build a longer one."""


class Imported(NamedTuple):
    """What an import did, and the copy of how it was before; None where nothing changed."""

    merged: Merged
    backup: Path | None


def import_records(
    database: Path | DatabaseFile,
    batches: Iterable[Batch],
    checks: GuideChecks,
    now: dt.datetime,
) -> Imported:
    """Take in all records or none; the file is made where there is none.

    One step for `undo`; where that step would be too large, it names the command that goes
    back instead. Raises what `merge` raises.
    """
    path = database if isinstance(database, Path) else database.path
    if os.path.lexists(path):
        with opened(database) as file:
            return _into(file, batches, checks, now)
    done: list[Merged] = []

    def fill(connection: sqlite3.Connection) -> None:
        found = merge(connection, path, batches, checks)
        done.append(_in_journal(connection, *found, now, way_back="meso wipe"))

    if not create(path, fill):
        raise SystemRefused(f"{shown(path)} was made by another command just now: repeat this one.")
    return Imported(done[0], None)


def _into(
    file: DatabaseFile,
    batches: Iterable[Batch],
    checks: GuideChecks,
    now: dt.datetime,
) -> Imported:
    """Into a file that is there, of which a copy is kept where anything changes."""
    with with_safety_copy(file, immediate, f"import-{stamp(now)}") as (connection, aside):
        found = merge(connection, file.path, batches, checks)
        merged = _in_journal(connection, *found, now, way_back=f"meso restore {aside.stem}")
    if not merged.changed:
        _remove(aside)
    return Imported(merged, aside if merged.changed else None)


def _in_journal(
    connection: sqlite3.Connection,
    merged: Merged,
    changes: tuple[Change, ...],
    now: dt.datetime,
    *,
    way_back: str,
) -> Merged:
    """The merge with its step in the journal, in the caller's transaction."""
    if merged.changed:
        write_step(connection, "import" if merged.undoable else way_back, utc_text(now), changes)
    return merged


def dry_run(
    database: Path | DatabaseFile,
    batches: Iterable[Batch],
    checks: GuideChecks,
) -> Merged:
    """What `import_records` would do; the file is only read.

    It is tried on a copy beside it, where `wipe` and the doctor find what a crash leaves.
    """
    path = database if isinstance(database, Path) else database.path
    if not os.path.lexists(path):
        with closing(sqlite3.connect(":memory:", isolation_level=None)) as nowhere:
            return _tried(nowhere, path, batches, checks)
    with translated(path, (OSError,)), temporary_in(path.parent, path) as copy:
        back_up(database, copy, replace=True)
        with closing(connect_alone(copy)) as connection:
            return _tried(connection, path, batches, checks)


def _tried(
    connection: sqlite3.Connection,
    path: Path,
    batches: Iterable[Batch],
    checks: GuideChecks,
) -> Merged:
    """The merge, with today's schema; nothing is committed."""
    from meso_cli.store import migrations

    connection.execute("BEGIN")
    migrations.migrate(connection)
    return merge(connection, path, batches, checks)[0]


def records_of(source: Path) -> Iterator[Batch]:
    """The records of another database of ours, some hundred at a time.

    Raises Damaged for a file with anything in its schema that we do not make.
    """
    with opened(source) as file:
        with as_it_is(file) as found:
            strange = unexpected_objects(found)
        if strange:
            names = ", ".join(visible(name, 40) for name in strange[:3])
            raise Damaged(
                f"{shown(source)} holds tables, triggers or views that meso does not make ({names}). "
                "Nothing was imported."
            )
        with snapshot(file) as connection:
            connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST_VALUE)
            yield from batched("Record", 1, measured(portable_records(connection, source)))


def _remove(file: Path) -> None:
    with suppress(OSError):  # a copy too many harms nobody
        file.unlink()

"""Repairs what can be repaired without losing anything; a copy is kept first."""

import datetime as dt
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from meso_cli.store import schema
from meso_cli.store.errors import damaged, shown, translated
from meso_cli.store.file import DatabaseFile, as_it_is
from meso_cli.store.maintenance.backup import back_up_daily, made_backups
from meso_cli.store.maintenance.diagnostics import OTHERS, left_over, only_indexes, problems_of, too_open
from meso_cli.store.maintenance.safety_copy import with_safety_copy
from meso_cli.store.timestamps import stamp
from meso_cli.store.writing import immediate


def repair(database: DatabaseFile, now: dt.datetime) -> Iterator[str]:
    """Repair what can be repaired; a sentence for each thing that was done.

    Raises a MesoError at the first thing that resists; what was done before stays done.
    """
    path = database.path
    with translated(path, (OSError,)):
        for file in too_open(path):
            file.chmod(file.stat().st_mode & ~OTHERS)
            yield f"Only you can use {shown(file)} now."
        for file in left_over(path, now):
            file.unlink()
            yield f"Removed {shown(file)}, which was half made."
    if path.exists():
        yield from _inside(database, now)


def _inside(database: DatabaseFile, now: dt.datetime) -> Iterator[str]:
    if _is_older(database):
        with immediate(database):
            pass  # opening it for a write is what upgrades it
        yield f"The schema is {schema.MIGRATIONS[-1]} now; a copy of the file as it was is kept."
    problems = problems_of(database)
    if problems and only_indexes(problems):
        with with_safety_copy(database, immediate, f"repair-{stamp(now)}") as (connection, aside):
            _rebuild_indexes(connection, database.path)
        yield f"Rebuilt the indexes; the file as it was is kept as {shown(aside)}."
    elif not problems and not any(one.counts for one in made_backups(database.path)):
        made = back_up_daily(database, now.date())
        if made is not None:
            yield f"Made a checked backup: {shown(made)}."


def _is_older(database: DatabaseFile) -> bool:
    with as_it_is(database) as connection:
        return not schema.is_current(connection, database.path)


def _rebuild_indexes(connection: sqlite3.Connection, path: Path) -> None:
    connection.execute("REINDEX")
    if connection.execute("PRAGMA integrity_check(1)").fetchone() != ("ok",):
        raise damaged(path, "is damaged beyond its indexes")

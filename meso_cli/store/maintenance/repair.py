"""Repairing what can be repaired without losing anything, on a copy's safety."""

import datetime as dt
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from meso_cli.store import schema
from meso_cli.store.errors import damaged, shown, translated
from meso_cli.store.file import open_as_it_is
from meso_cli.store.maintenance.backup import back_up, back_up_daily, backups, name_before
from meso_cli.store.maintenance.diagnostics import OTHERS, left_over, only_indexes, problems_of, too_open
from meso_cli.store.timestamps import stamp
from meso_cli.store.writing import immediate


def repair(path: Path, now: dt.datetime) -> Iterator[str]:
    """Repair what can be repaired; a sentence for each thing that was done.

    Raises a MesoError at the first thing that resists; what was done before stays done.
    """
    with translated(path, (OSError,)):
        for file in too_open(path):
            file.chmod(file.stat().st_mode & ~OTHERS)
            yield f"Only you can use {shown(file)} now."
        for file in left_over(path, now):
            file.unlink()
            yield f"Removed {shown(file)}, which was half made."
    if path.exists():
        yield from _inside(path, now)


def _inside(path: Path, now: dt.datetime) -> Iterator[str]:
    if _is_older(path):
        with immediate(path):
            pass  # opening it for a write is what moves it on
        yield f"The schema is {schema.MIGRATIONS[-1]} now; a copy of the file as it was is kept."
    problems = problems_of(path)
    if problems and only_indexes(problems):
        with immediate(path) as connection:
            aside = name_before(path, f"repair-{stamp(now)}")
            back_up(path, aside)
            _rebuild_indexes(connection, path)
        yield f"Rebuilt the indexes; the file as it was is kept as {shown(aside)}."
    elif not problems and not any(one.counts for one in backups(path)):
        made = back_up_daily(path, now.date())
        if made is not None:
            yield f"Made a checked backup: {shown(made)}."


def _is_older(path: Path) -> bool:
    with closing(open_as_it_is(path)) as connection:
        return not schema.is_current(connection, path)


def _rebuild_indexes(connection: sqlite3.Connection, path: Path) -> None:
    connection.execute("REINDEX")
    if connection.execute("PRAGMA integrity_check(1)").fetchone() != ("ok",):
        raise damaged(path, "is damaged beyond its indexes")

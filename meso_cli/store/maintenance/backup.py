"""Backups: verified before they count, rotated only by better ones.

A backup is a whole database of ours beside the one that it was taken from, in a folder that only
its owner can read. What cannot be read back never takes the place of what can.
"""

import datetime as dt
import os
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from typing import Final

from meso_cli.errors import BadValue, MesoError
from meso_cli.store.creating import make_folder, sync_file, sync_folder, temporary_in
from meso_cli.store.errors import damaged, shown, translated
from meso_cli.store.file import Connection, DatabaseFile, as_it_is, connect_alone, opened, snapshot
from meso_cli.store.filenames import BEFORE, DAILY, backup_folder
from meso_cli.store.maintenance.ownership import listed, replaced_copies
from meso_cli.store.reading import Reader, reading
from meso_cli.store.rows import fetch
from meso_cli.store.schema import check_parents
from meso_cli.values import NamedTuple

KEPT: Final = 7
"""How many daily backups are kept."""


class Backup(NamedTuple):
    """A backup and what it holds; `counts` is None where it cannot be read."""

    path: Path
    counts: dict[str, int] | None


class State(NamedTuple):
    """The state of a file, to compare: equal as long as nothing in it has changed."""

    connection: Connection
    by_others: int
    schema: int


def state(connection: Connection) -> State:
    """The state that the connection's transaction sees; what it writes itself makes no other one."""
    by_others, schema = (
        fetch(connection, f"PRAGMA {name}")[0][0] for name in ("data_version", "schema_version")
    )
    return State(connection, by_others, schema)


def daily_name(path: Path, today: dt.date) -> Path:
    """Where the backup of a day lies."""
    return backup_folder(path) / DAILY.named(path, today.isoformat())


def name_before(path: Path, what: str) -> Path:
    """A free name in the backup folder, for a copy of the file as it was before `what`.

    Call it while the database is locked, so that nobody else takes it meanwhile.
    """
    return BEFORE.free(backup_folder(path), path, what)


def back_up(database: Path | DatabaseFile, target: Path, *, replace: bool = False) -> None:
    """Copy a database to `target`, whole and checked; `target` is private (0600).

    An older schema is copied as it is.

    Raises BadValue where `target` exists and must not be replaced, Damaged where the copy does
    not pass SQLite's check: then nothing is left behind and nothing was replaced.
    """
    if not replace and os.path.lexists(target):
        raise BadValue(f"{shown(target)} exists already; name another file.")
    with translated(target, (OSError,)), opened(database) as file:
        make_folder(target.parent)
        with temporary_in(target.parent, file.path) as temporary:
            copy_to(file, temporary)
            sync_file(temporary)
            temporary.replace(target)
        sync_folder(target.parent)


def copy_to(database: Path | DatabaseFile, temporary: Path) -> State:
    """Fill a temporary with all that is committed; it has a rollback journal, whatever the original has.

    Returns the state that was copied.
    """
    with (
        opened(database) as file,
        translated(file.path, (sqlite3.Error,)),
        as_it_is(file) as source,
        closing(connect_alone(temporary)) as copy,
    ):
        source.backup(copy)
        copy.execute("PRAGMA journal_mode = MEMORY")  # what came over may say otherwise
        check_whole(copy, file.path)
        return state(source)


def check_whole(connection: sqlite3.Connection, path: Path) -> None:
    """Refuse what SQLite's quick check does not pass, or where rows have lost what they belong to."""
    if fetch(connection, "PRAGMA quick_check(1)") != [("ok",)]:
        raise damaged(path, "is damaged in the middle")
    check_parents(connection, path)


def back_up_daily(database: Path | DatabaseFile, today: dt.date) -> Path | None:
    """The backup of the day, made at its first write; None where there is one already.

    Older ones go only after the new one was checked, and only beyond the number that is kept.
    """
    target = daily_name(database if isinstance(database, Path) else database.path, today)
    with translated(target, (OSError,)):
        if target.exists():
            return None
        back_up(database, target)
        _rotate(target)
    return target


def _rotate(newest: Path) -> None:
    """Remove daily backups beyond those that are kept; none behind a link, where others may keep theirs."""
    folder = newest.parent
    if folder.is_symlink():
        return
    # What is dated ahead of today is from a clock that was wrong: it goes first.
    dailies = [file for file in listed(folder) if DAILY.is_one(file.name, file)]
    for old in sorted(dailies, key=lambda file: (file <= newest, file))[:-KEPT]:
        old.unlink()


def backups(path: Path) -> tuple[Backup, ...]:
    """Every backup in the folder, then what restores have put aside; each opened and counted."""
    aside = (Backup(file, _counts(file)) for file in replaced_copies(path))
    return (*made_backups(path), *aside)


def made_backups(path: Path) -> tuple[Backup, ...]:
    """Every backup in the folder, without what restores put aside: often that cannot be read."""
    copies = (file for file in listed(backup_folder(path)) if file.suffix == ".db" and not file.is_dir())
    return tuple(Backup(file, _counts(file)) for file in copies)


def newest_first(found: Iterable[Backup]) -> list[Backup]:
    """Backups by when their files were last written."""
    return sorted(found, key=lambda one: (one.path.stat().st_mtime, one.path.name), reverse=True)


def counts(path: Path) -> dict[str, int]:
    """How many treatments and entries a database holds; it is checked throughout first."""
    with opened(path) as file, snapshot(file) as connection:
        with translated(path, (sqlite3.Error,)):
            check_whole(connection, path)
        return Reader(connection, path).counts()


def _counts(path: Path) -> dict[str, int] | None:
    try:
        return counts(path)
    except MesoError:
        return None


def state_of(database: DatabaseFile) -> dict[str, int] | None:
    """What the present database holds; None where it is missing or cannot be read."""
    try:
        with reading(database) as store:
            return store.counts()
    except MesoError:
        return None

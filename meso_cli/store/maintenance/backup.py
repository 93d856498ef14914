"""Backups: verified before they count, rotated only by better ones, restored without loss.

A backup is a whole database of ours beside the one that it was taken from, in a folder that only
its owner can read. What cannot be read back never takes the place of what can.
"""

import datetime as dt
import os
import re
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from glob import escape
from pathlib import Path
from typing import Final, NamedTuple

from meso_cli.errors import BadValue, MesoError, SystemRefused
from meso_cli.store.creating import make_folder, sync_folder, temporary_beside
from meso_cli.store.faults import damaged, shown, sqlite_fault, translated
from meso_cli.store.file import BUSY_SECONDS, open_as_it_is, open_for_reading
from meso_cli.store.journal import write_step
from meso_cli.store.moments import stamp, utc_text
from meso_cli.store.reading import Reader, reading

KEPT: Final = 7
"""How many daily backups are kept."""

_DAILY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\.db")


class Backup(NamedTuple):
    """A backup and what it holds; `counts` is None where it cannot be read."""

    path: Path
    counts: dict[str, int] | None


def folder_of(path: Path) -> Path:
    """Where the backups of the database at `path` lie."""
    return path.with_name(f"{path.name}.backups")


def free_name(path: Path, stem: str) -> Path:
    """A name in the backup folder that nobody has: `stem.db`, else `stem-2.db`.

    Call it while the database is locked, so that nobody else takes it meanwhile.
    """
    number, named = 1, folder_of(path) / f"{stem}.db"
    while os.path.lexists(named):
        number += 1
        named = folder_of(path) / f"{stem}-{number}.db"
    return named


def back_up(path: Path, target: Path, *, replace: bool = False) -> None:
    """Copy the database at `path` to `target`, whole and checked; `target` is private (0600).

    An older schema is copied as it is.

    Raises BadValue where `target` exists and must not be replaced, Damaged where the copy does
    not pass SQLite's check: then nothing is left behind and nothing was replaced.
    """
    if not replace and os.path.lexists(target):
        raise BadValue(f"{shown(target)} exists already; name another file.")
    with translated(target, (OSError,)):
        make_folder(target.parent)
        with temporary_beside(target.parent) as (temporary, descriptor):
            _copy(path, temporary)
            os.fsync(descriptor)
            temporary.replace(target)
        sync_folder(target.parent)


def _copy(path: Path, temporary: Path) -> None:
    with (
        closing(open_as_it_is(path)) as source,
        closing(sqlite3.connect(temporary)) as copy,
        translated(path, (sqlite3.Error,)),
    ):
        source.backup(copy)
        if copy.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
            raise damaged(path, "is damaged in the middle (its copy does not pass the check)")


def back_up_daily(path: Path, today: dt.date) -> Path | None:
    """The backup of the day, made at its first write; None where there is one already.

    Older ones go only after the new one was checked, and only beyond the number that is kept.
    """
    target = folder_of(path) / f"{today.isoformat()}.db"
    with translated(target, (OSError,)):
        if target.exists():
            return None
        back_up(path, target)
        # What is dated ahead of today is from a clock that was wrong: it goes first.
        dailies = sorted(_dailies(folder_of(path)), key=lambda file: (file <= target, file))
        for old in dailies[:-KEPT]:
            old.unlink()
    return target


def _dailies(folder: Path) -> list[Path]:
    """The daily backups, the oldest first."""
    return sorted(file for file in folder.glob("*.db") if _DAILY.fullmatch(file.name))


def backups(path: Path) -> tuple[Backup, ...]:
    """Every backup in the folder, then what restores have put aside; each opened and counted."""
    folder = folder_of(path)
    with translated(folder, (OSError,)):
        files = [*sorted(folder.glob("*.db")), *replaced_copies(path)] if folder.is_dir() else []
    return tuple(Backup(file, _counts(file)) for file in files)


def counts(path: Path) -> dict[str, int]:
    """How many treatments and entries a database holds; it is checked throughout first."""
    with closing(open_for_reading(path)) as connection:
        with translated(path, (sqlite3.Error,)):
            if connection.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
                raise damaged(path, "is damaged in the middle")
        return Reader(connection, path).counts()


def _counts(path: Path) -> dict[str, int] | None:
    try:
        return counts(path)
    except MesoError:
        return None


def restore(source: Path, path: Path, now: dt.datetime) -> Path | None:
    """Put a checked copy of `source` in the place of the database at `path`.

    What was there is kept beside it under the returned name, with what an interrupted write may
    have left, and `undo` then names the way back to it; None where there was nothing. Where
    `path` is a link it stays one, and the file that it leads to is replaced. Raises Damaged where
    `source` is no good, SystemRefused where another command is writing.
    """
    counts(source)
    path = Path(os.path.realpath(path))
    with translated(path, (OSError,)):
        make_folder(path.parent)
        with temporary_beside(path.parent) as (temporary, descriptor):
            _copy(source, temporary)
            replaced = None
            with _held(path):
                if os.path.lexists(path):
                    replaced = _kept_aside(path, now)
                    _name_way_back(temporary, f"meso restore {replaced.name}", now)
                os.fsync(descriptor)
                temporary.replace(path)
        sync_folder(path.parent)
    return replaced


@contextmanager
def _held(path: Path) -> Iterator[None]:
    """No other command writes meanwhile, as far as the file can still be opened at all."""
    if not path.is_file():
        yield
        return
    with closing(sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)) as connection:
        try:
            connection.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            fault = sqlite_fault(error, path)
            if isinstance(fault, SystemRefused):
                raise fault from error
        except sqlite3.DatabaseError:  # damaged: that is why it is replaced
            pass
        yield


def _name_way_back(database: Path, command: str, now: dt.datetime) -> None:
    """A restore is the last thing that happened: `undo` must not take back what came before it."""
    with closing(sqlite3.connect(database)) as connection, connection:
        write_step(connection, command, utc_text(now), ())


def _kept_aside(path: Path, now: dt.datetime) -> Path:
    """Give the database a second name, for its owner alone; it is never without a name meanwhile.

    A journal of an interrupted write moves along: it would spoil what comes in its place.
    """
    name = f"{path.name}.replaced-{stamp(now)}"
    aside, number = path.with_name(name), 1
    while os.path.lexists(aside):
        number += 1
        aside = path.with_name(f"{name}-{number}")
    try:
        os.link(path, aside)
    except OSError:  # a disk without links, such as a stick
        shutil.copy2(path, aside)
    aside.chmod(0o600)
    journal = path.with_name(f"{path.name}-journal")
    if os.path.lexists(journal):
        journal.rename(aside.with_name(f"{aside.name}-journal"))
    return aside


def replaced_copies(path: Path) -> tuple[Path, ...]:
    """The databases that restores have put aside, beside the file itself; the newest last."""
    real = Path(os.path.realpath(path))
    found = real.parent.glob(f"{escape(real.name)}.replaced-*")
    return tuple(sorted(file for file in found if not file.name.endswith("-journal")))


def state_of(path: Path) -> dict[str, int] | None:
    """What the present database holds; None where it is missing or cannot be read."""
    try:
        with reading(path) as store:
            return store.counts()
    except MesoError:
        return None

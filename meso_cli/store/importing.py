"""Importing: one transaction with its own backup, or a rehearsal on a copy."""

import datetime as dt
import sqlite3
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import closing, suppress
from itertools import chain
from pathlib import Path
from typing import Final, NamedTuple

from meso_cli.errors import Damaged
from meso_cli.model.merged import Merged
from meso_cli.store.asmade import oddities
from meso_cli.store.backup import back_up, folder_of
from meso_cli.store.creating import create
from meso_cli.store.faults import shown, translated
from meso_cli.store.file import open_as_it_is, open_for_reading
from meso_cli.store.journal import write_step
from meso_cli.store.merging import Acceptable, merge
from meso_cli.store.moments import utc_text
from meso_cli.store.portable import Portable, portable_records
from meso_cli.store.writing import immediate
from meso_cli.text import visible

_LONGEST_VALUE: Final = 16 * 1024 * 1024
"""Bytes of one value in a database from elsewhere; SQLite refuses to build a longer one."""


class Imported(NamedTuple):
    """What an import did, and the copy of how it was before; None where nothing changed."""

    merged: Merged
    backup: Path | None


def import_records(
    path: Path, records: Iterable[tuple[str, Portable]], acceptable: Acceptable, now: dt.datetime
) -> Imported:
    """Take in all `records` or none; the file is made where there is none.

    One step for `undo`; where that step would be too large, its command restores the backup.
    Raises what `merge` raises.
    """
    records = iter(records)
    first = next(records, None)  # what is no export at all must not leave an empty file
    create(path)
    aside = folder_of(path) / f"before-import-{utc_text(now).replace(':', '').replace('-', '')}.db"
    try:
        with immediate(path) as connection:
            back_up(path, aside, replace=True)
            merged, changes = merge(connection, path, chain([first] if first else [], records), acceptable)
            if merged.changed:
                command = "import" if merged.undoable else f"meso restore {aside.stem}"
                write_step(connection, command, utc_text(now), changes)
    except BaseException:
        _remove(aside)
        raise
    if not merged.changed:
        _remove(aside)
        return Imported(merged, None)
    return Imported(merged, aside)


def rehearse(
    path: Path, records: Iterable[tuple[str, Portable]], acceptable: Acceptable, now: dt.datetime
) -> Merged:
    """What `import_records` would do; the file at `path` is only read."""
    with translated(path, (OSError,)), tempfile.TemporaryDirectory(prefix="meso-") as folder:
        copy = Path(folder) / "copy.db"
        if path.exists():
            back_up(path, copy)
        return import_records(copy, records, acceptable, now).merged


def records_of(source: Path) -> Iterator[tuple[str, Portable]]:
    """The records of another database of ours, each after its place ("Record 12").

    Raises Damaged for a file with anything in its schema that we do not make.
    """
    with closing(open_as_it_is(source)) as found:
        strange = oddities(found)
    if strange:
        names = ", ".join(visible(name, 40) for name in strange[:3])
        raise Damaged(
            f"{shown(source)} holds tables, triggers or views that meso does not make ({names}). "
            "Nothing was imported."
        )
    with closing(open_for_reading(source)) as connection:
        connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST_VALUE)
        for number, record in enumerate(portable_records(connection, source), start=1):
            yield f"Record {number}", record


def _remove(file: Path) -> None:
    with suppress(OSError):  # a copy too many harms nobody
        file.unlink()

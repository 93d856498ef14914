"""Undo and redo: one command a step, across processes, and nothing overwritten unseen."""

import datetime as dt
import sqlite3
from pathlib import Path

from meso_cli.store import journal, rows
from meso_cli.store.faults import StepRefused
from meso_cli.store.journal import Change, Step
from meso_cli.store.moments import later, utc_text
from meso_cli.store.writing import immediate


def undo(path: Path, now: dt.datetime) -> Step | None:
    """Take back the last step that was not undone; None when there is none left.

    A row that the step added is hidden, any other gets its previous values back; both count
    as an update at `now`. Raises StepRefused, and changes nothing, where something that is
    not in the journal has changed one of the rows since.
    """
    with immediate(path) as connection:
        step = journal.last_step(connection, path)
        if step is not None:
            stamp = utc_text(now)
            for change in reversed(step.changes):
                _take_back(connection, change, stamp, step)
            journal.mark(connection, step, stamp)
    return step


def redo(path: Path, now: dt.datetime) -> Step | None:
    """Bring back the step that was undone last; None when there is none. Raises as `undo` does."""
    with immediate(path) as connection:
        step = journal.last_undone(connection, path)
        if step is not None:
            stamp = utc_text(now)
            for change in step.changes:
                _bring_back(connection, change, stamp, step)
            journal.mark(connection, step, None)
    return step


def _take_back(connection: sqlite3.Connection, change: Change, stamp: str, step: Step) -> None:
    current = rows.image(connection, change.table, change.id)
    if current is None or not _same(current, change.after):
        raise _refused(step, "undone")
    hidden = {**change.after, "deleted_at": stamp}
    _restore(connection, change, current, hidden if change.before is None else change.before, stamp)


def _bring_back(connection: sqlite3.Connection, change: Change, stamp: str, step: Step) -> None:
    current = rows.image(connection, change.table, change.id)
    if current is None or not _is_taken_back(current, change):
        raise _refused(step, "redone")
    _restore(connection, change, current, change.after, stamp)


def _is_taken_back(current: rows.Image, change: Change) -> bool:
    if change.before is not None:
        return _same(current, change.before)
    return current["deleted_at"] is not None and _same({**current, "deleted_at": None}, change.after)


def _restore(
    connection: sqlite3.Connection, change: Change, current: rows.Image, target: rows.Image, stamp: str
) -> None:
    # Columns that are really the row's: the names in an image come from the file.
    values = {name: target.get(name) for name in current}
    values["updated_at"] = later(stamp, str(current["updated_at"]))
    rows.put(connection, change.table, change.id, values)


def _same(current: rows.Image, image: rows.Image) -> bool:
    """Equal but for `updated_at`, which undoing and redoing move as well."""
    return {**current, "updated_at": None} == {**image, "updated_at": None}


def _refused(step: Step, verb: str) -> StepRefused:
    return StepRefused(
        f"`{step.command}` cannot be {verb}: what it changed was changed again from outside "
        "(an import or a restore). Nothing was changed; correct it with `meso edit`."
    )

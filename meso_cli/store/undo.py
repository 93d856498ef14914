"""Undo and redo: one command per step, across processes, and nothing overwritten unseen."""

import datetime as dt
import sqlite3
from collections.abc import Callable, Iterable
from pathlib import Path

from meso_cli.store import journal, rows
from meso_cli.store.errors import StepRefused
from meso_cli.store.file import DatabaseFile, opened
from meso_cli.store.journal import Change, Step
from meso_cli.store.rows import Image
from meso_cli.store.timestamps import later, utc_text
from meso_cli.store.writing import immediate

# What a row should become, given what it is and when; None where it is not what the step left.
_Target = Callable[[Image, Change, str], Image | None]


def undo(database: Path | DatabaseFile, now: dt.datetime) -> Step | None:
    """Take back the last step that was not undone; None when there is none left.

    A row that the step added is hidden (one that an import brought goes altogether), any other
    gets its previous values back; both count as an update at `now`. Raises StepRefused, and
    changes nothing, where something that is not in the journal has changed one of the rows
    since.
    """
    stamp = utc_text(now)
    with opened(database) as file, immediate(file) as connection:
        step = journal.last_step(connection, file.path)
        if step is not None:
            _refuse_large(step)
            if not _turn(connection, reversed(step.changes), _before, stamp):
                raise _refused(step, "undone")
            journal.mark(connection, step, stamp)
    return step


def redo(database: Path | DatabaseFile, now: dt.datetime) -> Step | None:
    """Bring back the step that was undone last; None when there is none. Raises as `undo` does."""
    stamp = utc_text(now)
    with opened(database) as file, immediate(file) as connection:
        step = journal.last_undone(connection, file.path)
        if step is not None:
            if not _turn(connection, step.changes, _after, stamp):
                raise _refused(step, "redone")
            journal.mark(connection, step, None)
    return step


def _turn(connection: sqlite3.Connection, changes: Iterable[Change], target: _Target, stamp: str) -> bool:
    """Give each changed row its target; False at the first one that is not as the step left it."""
    for change in changes:
        current = rows.image(connection, change.table, change.id)
        if change.origin == "imported":
            if not _turn_imported(connection, change, current):
                return False
            continue
        wanted = None if current is None else target(current, change, stamp)
        if current is None or wanted is None:
            return False
        # Columns that are really the row's: the names in an image come from the file. One that was
        # added to the table since the step keeps what it holds.
        values = {name: wanted.get(name, held) for name, held in current.items()}
        values["updated_at"] = later(stamp, str(current.get("updated_at")))
        try:
            rows.put(connection, change.table, change.id, values)
        except sqlite3.IntegrityError:  # another row took its place, such as a newer instruction
            return False
    return True


def _turn_imported(connection: sqlite3.Connection, change: Change, current: Image | None) -> bool:
    """Removes a row that an import added, or adds it again as it was.

    A hidden row would count as deleted here, and the next merge would delete it on the machine
    that it came from.
    """
    if current is None:
        columns = rows.columns(connection, change.table)
        known = {name: change.after[name] for name in columns if name in change.after}
        rows.add(connection, change.table, known)
        return True
    if not _same(current, change.after):
        return False
    try:
        rows.remove(connection, change.table, change.id)
    except sqlite3.IntegrityError:  # something was recorded in it since
        return False
    return True


def _before(current: Image, change: Change, stamp: str) -> Image | None:
    if not _same(current, change.after):
        return None
    return {**change.after, "deleted_at": stamp} if change.before is None else change.before


def _after(current: Image, change: Change, _: str) -> Image | None:
    if change.before is None:
        hidden = {**current, "deleted_at": change.after.get("deleted_at")}
        undone = current.get("deleted_at") is not None and _same(hidden, change.after)
    else:
        undone = _same(current, change.before)
    return change.after if undone else None


def _same(current: Image, image: Image) -> bool:
    """Equal but for `updated_at`, which undoing and redoing move as well, and for columns that are newer."""
    return {**current, "updated_at": None} == {**current, **image, "updated_at": None}


def _refuse_large(step: Step) -> None:
    """A restore or a large import keeps no images: its `command` is the one that goes back."""
    if not step.changes:
        raise StepRefused(
            "The last change was a restore or a large import, which undo does not take back",
            f"to go back to before it: {step.command}",
        )


def _refused(step: Step, verb: str) -> StepRefused:
    return StepRefused(
        f"`{step.command}` cannot be {verb}: what it changed was changed again from outside "
        "(an import or a restore). Nothing was changed; correct it with `meso edit`."
    )

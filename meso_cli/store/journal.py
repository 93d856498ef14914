"""The undo journal: one row per command, with the images of the rows that it changed.

The steps that were undone are always the last ones; a new write drops them.
"""

import datetime as dt
import sqlite3
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final, Literal

from meso_cli.store import schema
from meso_cli.store.errors import damaged
from meso_cli.store.rows import Image, fetch
from meso_cli.values import NamedTuple

Origin = Literal["changed", "added", "imported"]


class Change(NamedTuple):
    """One row before and after a step; `before` is what it was where its `origin` is "changed"."""

    table: str
    id: int
    before: Image | None
    after: Image

    @property
    def origin(self) -> Origin:
        """Whether the step changed the row, added it, or brought it from another machine.

        In the file None stands for a row that was added, an image without columns for an imported one.
        """
        if self.before is None:
            return "added"
        return "changed" if self.before else "imported"


def imported(table: str, row_id: int, after: Image) -> Change:
    """A row that came from another machine: it goes altogether when it is undone."""
    return Change(table, row_id, {}, after)


class Step(NamedTuple):
    """One command that changed something, at `at` (UTC)."""

    id: int
    command: str
    at: dt.datetime
    changes: tuple[Change, ...]


_DONE: Final = "SELECT {} FROM journal WHERE undone_at IS NULL ORDER BY id DESC LIMIT 1"
# From the last done step on, so that a long journal is not searched for undone ones.
_UNDONE: Final = f"id > coalesce(({_DONE.format('id')}), 0)"
_COLUMNS: Final = "id, command, at, changes"


KEPT: Final = 1_000
"""Steps that can be taken back, the latest; what was before them is as it is. A journal without an end would
outgrow what it is about, and keep for good what somebody deleted."""


def last_step(connection: sqlite3.Connection, path: Path) -> Step | None:
    """The last step that was not undone."""
    return _step(fetch(connection, _DONE.format(_COLUMNS)), path)


def last_undone(connection: sqlite3.Connection, path: Path) -> Step | None:
    """The step that was undone last: the one that `redo` brings back."""
    sql = f"SELECT {_COLUMNS} FROM journal WHERE {_UNDONE} ORDER BY id LIMIT 1"
    return _step(fetch(connection, sql), path)


def write_step(connection: sqlite3.Connection, command: str, stamp: str, changes: Sequence[Change]) -> None:
    """Add a step, and drop those that were undone, to which there is no way back now, and the oldest."""
    import json

    text = json.dumps(changes, ensure_ascii=False, separators=(",", ":"))
    connection.execute(f"DELETE FROM journal WHERE {_UNDONE}")
    connection.execute("INSERT INTO journal (at, command, changes) VALUES (?, ?, ?)", (stamp, command, text))
    oldest = "SELECT id FROM journal ORDER BY id DESC LIMIT 1 OFFSET ?"
    connection.execute(f"DELETE FROM journal WHERE id <= ({oldest})", (KEPT,))


def mark(connection: sqlite3.Connection, step: Step, undone_at: str | None) -> None:
    """Note that a step was undone, or (None) redone."""
    connection.execute("UPDATE journal SET undone_at = ? WHERE id = ?", (undone_at, step.id))


def _step(found: list[tuple[Any, ...]], path: Path) -> Step | None:
    if not found:
        return None
    import json

    ((step_id, command, at, text),) = found
    try:
        changes = tuple(Change(*change) for change in json.loads(text))
        sound = all(_is_sound(change) for change in changes)
        moment = dt.datetime.fromisoformat(at)
    except (ValueError, TypeError, RecursionError):
        sound = False
    if not sound:
        raise damaged(path, "is damaged (the undo journal cannot be read)") from None
    return Step(step_id, command, moment, changes)


def _is_sound(change: Change) -> bool:
    """Names from the file become SQL: only our tables, and images compared with the row, may."""
    return (
        change.table in schema.USER_TABLES
        and isinstance(change.id, int)
        and isinstance(change.after, dict)
        and isinstance(change.before, dict | None)
    )

"""What the store's tests ask of it: answers that must be there."""

import datetime as dt
import subprocess
from pathlib import Path

from meso_cli.model.records import Entry
from meso_cli.store import undo
from meso_cli.store.journal import Step
from meso_cli.store.reading import Reader


def undone(path: Path, now: dt.datetime) -> Step:
    """The step that an undo took back."""
    step = undo.undo(path, now)
    assert step is not None, "nothing was left to undo"
    return step


def redone(path: Path, now: dt.datetime) -> Step:
    """The step that a redo did again."""
    step = undo.redo(path, now)
    assert step is not None, "nothing was left to redo"
    return step


def entry(reader: Reader, number: int) -> Entry:
    """An entry by its number."""
    found = reader.entry(number)
    assert found is not None, f"there is no entry {number}"
    return found[1]


def line(process: "subprocess.Popen[str]") -> str:
    """The next line that a process prints; "" at its end."""
    assert process.stdout is not None
    return process.stdout.readline()

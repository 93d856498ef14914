"""Every command: where its code is, in which group of the help it stands. Nothing is imported."""

from typing import NamedTuple


class Listed(NamedTuple):
    """A command's module and function (below `meso_cli.commands`), its help group and its one line."""

    module: str
    function: str
    group: str
    line: str


EVERY_DAY = "Every day"
ASK = "Ask"
CORRECT = "Correct"
MORE = "More"

CATALOGUE: dict[str, Listed] = {
    "start": Listed("start", "start", EVERY_DAY, "Record a treatment; see when each restriction lifts."),
    "log": Listed("log", "log", EVERY_DAY, "Log how it is now: symptoms, signs, care, a note."),
    "status": Listed("status", "status", EVERY_DAY, "The recovery day, warnings, restrictions and care."),
    "urgent": Listed("urgent", "urgent", ASK, "The red-flag card: when to call, and whom."),
    "undo": Listed("undo", "undo", CORRECT, "Take back the last change."),
    "redo": Listed("undo", "redo", CORRECT, "Bring back what undo took."),
    "demo": Listed("demo", "demo", MORE, "Six days of a made-up recovery, then its status."),
}

"""Every command: where its code is, in which group of the help it stands. Nothing is imported."""

from meso_cli.values import NamedTuple


class Listed(NamedTuple):
    """A command's module and function (below `meso_cli.cli`), its help group and its one line.

    What `writes` takes its turn at the records from its first look at them on: among many terminals an entry
    waits for the others as long as it takes, where a question would rather be refused.
    """

    module: str
    function: str
    group: str
    line: str
    writes: bool = False


EVERY_DAY = "Every day"
ASK = "Ask"
LOOK_BACK = "Look back"
CORRECT = "Correct"
PRACTITIONER = "Practitioner"
SHARE = "Share"
YOUR_DATA = "Your data"
MORE = "More"

CATALOGUE: dict[str, Listed] = {
    "start": Listed(
        "start", "start", EVERY_DAY, "Record a treatment; see when each restriction lifts.", writes=True
    ),
    "log": Listed("log", "log", EVERY_DAY, "Log how it is now: symptoms, signs, care, a note.", writes=True),
    "status": Listed("status", "status", EVERY_DAY, "The recovery day, warnings, restrictions and care."),
    "can": Listed("can", "can", ASK, "May I swim, run, wear makeup? Until when not, and why."),
    "why": Listed("why", "why", ASK, "The rule behind it, your data, and its sources."),
    "guide": Listed("guide", "guide", ASK, "What is usual, day by day, and before you go again."),
    "urgent": Listed("urgent", "urgent", ASK, "The red-flag card: when to call, and whom."),
    "history": Listed("history", "history", LOOK_BACK, "Your treatments, and the entries of one."),
    "trend": Listed("trend", "trend", LOOK_BACK, "How it went: each symptom, day by day."),
    "edit": Listed("edit", "edit", CORRECT, "Correct an entry or a treatment.", writes=True),
    "delete": Listed("delete", "delete", CORRECT, "Delete an entry or a treatment.", writes=True),
    "undo": Listed("undo", "undo", CORRECT, "Take back the last change.", writes=True),
    "redo": Listed("undo", "redo", CORRECT, "Bring back what undo took.", writes=True),
    "end": Listed("delete", "end", CORRECT, "End the follow-up of a treatment.", writes=True),
    "plan": Listed("plan", "app", PRACTITIONER, "What your practitioner said, beside the guide."),
    "report": Listed("report", "report", SHARE, "A page for your practitioner, to print or send."),
    "calendar": Listed("calendar", "calendar", SHARE, "Dates and check-ins for your phone's calendar."),
    "export": Listed("export", "export", SHARE, "Everything you recorded, as JSON or a table."),
    "import": Listed("import_", "import_", SHARE, "Take in an export, or a database file.", writes=True),
    "backup": Listed("backup", "backup", YOUR_DATA, "Make a checked backup now."),
    "restore": Listed("backup", "restore", YOUR_DATA, "List the backups, or go back to one."),
    "doctor": Listed("doctor", "doctor", YOUR_DATA, "Examine records, backups and guide."),
    "paths": Listed("paths", "paths", YOUR_DATA, "Where your records and settings lie."),
    "wipe": Listed("wipe", "wipe", YOUR_DATA, "Remove everything that you recorded, backups too."),
    "remind": Listed("remind", "remind", MORE, "Reminders of the check-in, and of what ends soon."),
    "config": Listed("config", "config", MORE, "Your settings, and where each comes from."),
    "demo": Listed("demo", "demo", MORE, "Six days of a made-up recovery, then its status."),
    "completion": Listed("completion", "completion", MORE, "Completion by TAB for bash, zsh and fish."),
    "man": Listed("man", "man", MORE, "The manual, of all or of one command."),
}

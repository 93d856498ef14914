"""Taking back the last change, and bringing it back."""

from meso_cli.commands.support import terminal
from meso_cli.commands.support.call import Call
from meso_cli.commands.support.writes import answering
from meso_cli.errors import NothingFound
from meso_cli.guide.reading import read_guide
from meso_cli.store import undo as journal
from meso_cli.store.journal import Step
from meso_cli.text import visible
from meso_cli.views.blocks import Say
from meso_cli.wording.values import listed, said_words

_SHOWN = 6
_NOTE_SHOWN = 40


def undo(call: Call) -> None:
    """Takes back the last change; again for the one before it."""
    step = journal.undo(call.database, now=call.now)
    if step is None:
        raise NothingFound("There is nothing to undo.")
    with answering(call, f"'{step.command}' was taken back"):
        what, way_back = f"Took back: {step.command}{_said_in(step)}.", "To bring it back: meso redo"
        terminal.show((Say(what), Say(way_back, "muted")), call)


def redo(call: Call) -> None:
    """Brings back what undo took; a new change ends that."""
    step = journal.redo(call.database, now=call.now)
    if step is None:
        raise NothingFound("There is nothing to redo.")
    with answering(call, f"'{step.command}' was brought back"):
        what, way_back = f"Brought back: {step.command}{_said_in(step)}.", "To take it back: meso undo"
        terminal.show((Say(what), Say(way_back, "muted")), call)


def _said_in(step: Step) -> str:
    """What a step says of one entry: " (redness 2 moderate, fever no)"; empty where it is about others."""
    guide = read_guide()
    about = {
        change.after.get("entry_id") if change.table == "observations" else change.id
        for change in step.changes
        if change.table in ("observations", "entries")
    }
    if len(about) > 1:  # an import
        return ""
    values: dict[int, str] = {}
    notes: dict[int, str] = {}
    for change in step.changes:
        item, value, note = (change.after.get(name) for name in ("item", "value", "note"))
        if change.table == "observations" and isinstance(value, int):
            values[change.id] = said_words(str(item), value, None, guide)
        elif change.table == "entries" and note:
            notes[change.id] = f'"{visible(str(note), _NOTE_SHOWN)}"'
    said = [*([listed(values.values(), _SHOWN)] if values else []), *notes.values()]
    return f" ({', '.join(said)})" if said else ""

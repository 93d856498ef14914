"""Taking back the last change, and bringing it back."""

from meso_cli.commands.support import terminal
from meso_cli.commands.support.call import Call
from meso_cli.commands.support.context import has_guide, own_case
from meso_cli.commands.support.writes import answering
from meso_cli.errors import NothingFound
from meso_cli.guide.reading import read_guide
from meso_cli.model.guide import Guide
from meso_cli.model.records import Record
from meso_cli.store import undo as journal
from meso_cli.store.journal import Change, Step
from meso_cli.store.reading import reading
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
    _answer(step, "taken back", "Took back", "To bring it back: meso redo", call)


def redo(call: Call) -> None:
    """Brings back what undo took; a new change ends that."""
    step = journal.redo(call.database, now=call.now)
    if step is None:
        raise NothingFound("There is nothing to redo.")
    _answer(step, "brought back", "Brought back", "To take it back: meso undo", call)


def _answer(step: Step, done: str, title: str, way_back: str, call: Call) -> None:
    with answering(call, f"'{step.command}' was {done}"):
        what = f"{title}: {step.command}{_said_in(step, call)}."
        terminal.show((Say(what), Say(way_back, "muted")), call)


def _said_in(step: Step, call: Call) -> str:
    """What a step says of one entry: " (redness 2 moderate, fever no)"; empty where it is about others."""
    entries = {number for change in step.changes if (number := _entry_of(change)) is not None}
    if len(entries) != 1:  # none, or an import
        return ""
    guide = _guide_of(step, entries.pop(), call)
    values: dict[int, str] = {}
    notes: dict[int, str] = {}
    for change in step.changes:
        item, value, temperature, note = map(change.after.get, ("item", "value", "reading", "note"))
        if change.table == "observations" and isinstance(value, int):
            degrees = temperature if isinstance(temperature, float) else None
            values[change.id] = said_words(str(item), value, degrees, guide)
        elif change.table == "entries" and note:
            notes[change.id] = f'"{visible(str(note), _NOTE_SHOWN)}"'
    said = [*([listed(values.values(), _SHOWN)] if values else []), *notes.values()]
    return f" ({', '.join(said)})" if said else ""


def _entry_of(change: Change) -> int | None:
    """The number of the entry that a changed row is, or belongs to."""
    number = {"entries": change.id, "observations": change.after.get("entry_id")}.get(change.table)
    return number if isinstance(number, int) else None


def _guide_of(step: Step, entry_id: int, call: Call) -> Guide:
    """The guide of the entry's treatment, with its plan; the default guide where neither is known."""
    with reading(call.database) as store:
        in_step = (change.after.get("treatment_id") for change in step.changes if change.table == "entries")
        known = store.entry(entry_id)
        number = known[0] if known else next(in_step, None)
        treatment = store.treatment(number) if isinstance(number, int) else None
        if treatment is None or not has_guide(treatment):
            return read_guide()
        record = Record(treatment, plan=store.plan(treatment.id))
    return own_case(record).guide

"""Correcting an entry or a treatment: by what was typed, else in the person's editor."""

from meso_cli.commands.correct.entry import correct_entry
from meso_cli.commands.correct.entry_form import fill_in_entry
from meso_cli.commands.correct.treatment import correct_treatment
from meso_cli.commands.correct.treatment_form import fill_in_treatment
from meso_cli.commands.support import terminal
from meso_cli.commands.support.call import Call
from meso_cli.commands.support.description import Described
from meso_cli.commands.support.numbers import entry_named
from meso_cli.errors import BadValue, NeedsInput
from meso_cli.store.reading import reading

WHAT_TO_SAY = "Say what to correct: meso edit 12 redness=1 fever=, or meso edit t1 --depth 1.5"


def edit_treatment(call: Call, name: str, items: tuple[str, ...], at: str | None, said: Described) -> None:
    """Corrects a treatment, which has no items."""
    if items:
        raise BadValue(f"{name} is a treatment; entries go by number: meso history {name}")
    if said.first_said or at is not None:
        correct_treatment(name, said, at, call)
    else:
        _refuse_without_editor(call)
        fill_in_treatment(name, call)


def edit_entry(call: Call, name: str, items: tuple[str, ...], at: str | None, said: Described) -> None:
    """Corrects an entry, which takes the note alone of what describes a treatment."""
    if option := said._replace(note=None).first_said:
        raise BadValue(
            f"--{option} belongs to a treatment; {name} is an entry", f"meso edit t1 --{option} ..."
        )
    if items or at is not None or said.note is not None:
        correct_entry(name, items, at, said.note, call)
    else:
        with reading(call.database) as store:
            entry_named(name, store)  # one that is not there needs no editor
        _refuse_without_editor(call)
        fill_in_entry(name, call)


def _refuse_without_editor(call: Call) -> None:
    if not terminal.can_open_editor(call):
        raise NeedsInput(WHAT_TO_SAY)

"""Taking an entry or a treatment out of sight; closing a follow-up."""

from meso_cli.commands.support import terminal
from meso_cli.commands.support.call import Call
from meso_cli.commands.support.context import look
from meso_cli.commands.support.numbers import entry_named
from meso_cli.commands.support.treatment_choice import treatment_named
from meso_cli.commands.support.writes import answering, recorded
from meso_cli.errors import NothingFound
from meso_cli.store import edits
from meso_cli.store.reading import reading
from meso_cli.text import counted, inside
from meso_cli.views.blocks import Say
from meso_cli.views.logged import UNDO
from meso_cli.wording.values import label_of, listed, treatment_words


def delete_treatment(call: Call, name: str, *, yes: bool) -> None:
    """Deletes a treatment with all its entries, after a yes."""
    with reading(call.database) as store:
        treatment = treatment_named(name, store)
        number = len(store.record(treatment.id).entries)
    entries = counted(number, "entry", "entries")
    terminal.sure(f"Delete {treatment_words(treatment)} and its {entries}?", call, yes=yes)
    with recorded(call, f"delete {treatment.name}") as store:
        edits.delete_treatment(store, treatment.id)
    _answer(treatment.name, call)


def delete_entry(call: Call, name: str) -> None:
    """Deletes an entry."""
    with recorded(call, "delete") as store:
        _, entry = entry_named(name, store)
        edits.delete_entry(store, entry.id)
        store.command = f"delete #{entry.id}"
    _answer(f"#{entry.id}", call)


def _answer(what: str, call: Call) -> None:
    with answering(call, f"{what} was deleted"):
        terminal.show((Say(f"Deleted {what}."), Say(UNDO, "muted")), call)


def end(call: Call, name: str | None, *, yes: bool) -> None:
    """Ends the follow-up of a treatment, the present one where none is named; asks where a warning stands."""
    context = look(call, named=name)
    treatment = context.case.treatment
    if treatment.ended_at is not None:
        raise NothingFound(f"{treatment.name} has ended already.")
    if context.status.warnings:
        stands = listed(
            inside(label_of(warning.id, context.case.guide)) for warning in context.status.warnings
        )
        still = f"A warning still stands ({stands}); it goes on standing."
        terminal.sure(f"{still} End {treatment.name}?", call, yes=yes)
    with recorded(call, f"end {treatment.name}") as store:
        edits.end_treatment(store, treatment.id, call.now, call.zone)
    with answering(call, f"{treatment.name} was ended"):
        terminal.show((Say(f"Ended {treatment_words(treatment)}."), Say(UNDO, "muted")), call)

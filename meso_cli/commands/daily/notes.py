"""Reading the note of an entry with the names that its treatment knows."""

from meso_cli.commands.support.vocabulary import items_of
from meso_cli.model.case import Case
from meso_cli.model.records import Entry
from meso_cli.vocabulary.notes import Noted, read_note


def noted_in(entry: Entry, case: Case) -> Noted:
    """What a note names and what was logged beside it does not say."""
    if not entry.note:
        return Noted()
    logged = frozenset(seen.item for seen in entry.observations)
    return read_note(entry.note, items_of(case.guide, case.plan), logged)

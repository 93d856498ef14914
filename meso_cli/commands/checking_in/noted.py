"""Reading a note with the guide's words."""

from collections.abc import Iterable

from meso_cli.guide.words import read_other_words
from meso_cli.model.guide import Guide
from meso_cli.model.records import Observation
from meso_cli.noting import Noted, read_note


def noted_in(note: str | None, guide: Guide, logged: Iterable[Observation]) -> Noted:
    """What a note names and what was logged beside it does not say."""
    if not note:
        return Noted()
    return read_note(note, guide, read_other_words(), frozenset(seen.item for seen in logged))

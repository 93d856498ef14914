"""The answer to `meso edit t1`: what moves because of it."""

from collections.abc import Iterator

from meso_cli.model.guide import Guide
from meso_cli.model.status import RestrictionState, Status
from meso_cli.views.blocks import Document, Row, Say, Section
from meso_cli.views.logged import UNDO
from meso_cli.when.saying import absolute, moment
from meso_cli.wording.values import treatment_words


def corrected_document(before: Status, after: Status, guide: Guide) -> Document:
    """The treatment as it is now, then every restriction whose times moved."""
    treatment = after.treatment
    if before.treatment == treatment:  # undo would take back what was done before this
        return (Say(f"Nothing changed in {treatment_words(treatment)}: {absolute(treatment.at, after.at)}."),)
    rows = tuple(_moved(before, after, guide))
    moved = (Section("What moves", rows),) if rows else (Say("No restriction moves."),)
    return (
        Say(f"Corrected {treatment_words(treatment)}: {absolute(treatment.at, after.at)}.", "title"),
        *moved,
        Say(UNDO, "muted"),
    )


def _moved(before: Status, after: Status, guide: Guide) -> Iterator[Row]:
    for old, new in zip(before.restrictions, after.restrictions, strict=True):
        if (old.earliest, old.until) != (new.earliest, new.until):
            yield Row(guide.restrictions[new.id].label, f"{_times(old, before)} → {_times(new, after)}")


def _times(state: RestrictionState, status: Status) -> str:
    if state.until is None or state.earliest is None:
        return "until your practitioner says"
    if state.earliest in (state.until, status.treatment.at):
        return moment(state.until, status.view)
    return f"{moment(state.earliest, status.view)}, caution to {moment(state.until, status.view)}"

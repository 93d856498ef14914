"""A treatment's own guide: the one place where a plan extends it."""

from meso_cli.model.case import Case
from meso_cli.model.guide import Guide
from meso_cli.model.records import Record
from meso_cli.model.words import Library


def case_of(record: Record, guide: Guide, library: Library) -> Case:
    """The record with the guide and its words as the treatment's plan, where it has one, extends them."""
    if record.plan is None:
        return Case(record, guide, library)
    from meso_cli.recovery.plan import extended, words_with  # few treatments have one

    return Case(record, extended(guide, record.plan), words_with(library, record.plan))

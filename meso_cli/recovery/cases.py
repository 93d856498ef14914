"""A treatment's own guide: the one place where a plan, or a practitioner's word, extends it."""

from meso_cli.model.case import Case
from meso_cli.model.guide import Guide
from meso_cli.model.records import Record
from meso_cli.model.words import Library


def case_of(record: Record, guide: Guide, library: Library) -> Case:
    """The record with the guide and its words as the treatment's plan, where it has one, extends them.

    What the practitioner gave a time and the guide knows as a topic is a restriction of this treatment.
    """
    case = Case(record, guide, library)
    if record.plan is not None:
        from meso_cli.recovery.plan import extended, words_with  # few treatments have one

        case = Case(record, extended(guide, record.plan), words_with(library, record.plan))
    instructed = [each.restriction for each in record.instructions]
    if all(id in case.guide.restrictions for id in instructed):
        return case
    from meso_cli.recovery.topics import with_instructed_topics  # fewer still

    return with_instructed_topics(case, instructed)

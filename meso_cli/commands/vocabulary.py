"""What people call things: the guide's names, and those of the plan in force."""

from typing import TYPE_CHECKING

from meso_cli.commands.naming import activity_names
from meso_cli.guide.words import read_ambiguous, read_item_names, read_leads
from meso_cli.model.guide import Guide
from meso_cli.vocabulary.items import Items
from meso_cli.vocabulary.names import Names
from meso_cli.vocabulary.questions import Topics

if TYPE_CHECKING:
    from meso_cli.model.plan import ClinicPlan


def items_of(guide: Guide, plan: "ClinicPlan | None" = None) -> Items:
    """Everything that can be logged by a guide, which holds what the plan adds."""
    if plan is None:
        return Items(guide, read_item_names)
    from meso_cli.recovery.plan import other_words

    return Items(guide, read_item_names, other_words(plan))


def topics_named(guide: Guide, plan: "ClinicPlan | None" = None) -> Topics:
    """Everything that can be asked about by a guide, which holds what the plan adds."""
    names = activity_names(guide, plan)
    known = Names(((name, tuple(ids)) for name, ids in names.items()), loose=True)
    return Topics(known, read_leads(), read_ambiguous())

"""What people call things: the guide's names, and those of the plan in force."""

from typing import TYPE_CHECKING

from meso_cli.guide.words import read_item_names
from meso_cli.model.guide import Guide
from meso_cli.vocabulary.items import Items

if TYPE_CHECKING:
    from meso_cli.model.plan import ClinicPlan


def items_of(guide: Guide, plan: "ClinicPlan | None" = None) -> Items:
    """Everything that can be logged by a guide, which holds what the plan adds."""
    if plan is None:
        return Items(guide, read_item_names)
    from meso_cli.recovery.plan import other_words

    return Items(guide, read_item_names, other_words(plan))

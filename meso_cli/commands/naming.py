"""What people call things: the guide's names, and those of the plan in force."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from meso_cli.activities import all_names
from meso_cli.guide.words import read_activity_aliases, read_words
from meso_cli.model.guide import Guide
from meso_cli.recovery.topics import topics_of

if TYPE_CHECKING:
    from meso_cli.model.plan import ClinicPlan

Names = Mapping[str, Sequence[str]]


def activity_names(guide: Guide, plan: "ClinicPlan | None" = None) -> Names:
    """Every way to name an activity of `guide`, which holds what the plan adds."""
    aliases: Names = read_activity_aliases()
    if plan is not None:
        from meso_cli.recovery.plan import other_activities

        theirs = other_activities(plan)
        both = {word: tuple(dict.fromkeys((*ids, *aliases.get(word, ())))) for word, ids in theirs.items()}
        aliases = {**aliases, **both}
    return all_names(guide, topics_of(guide, read_words).values(), aliases)

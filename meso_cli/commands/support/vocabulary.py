"""What people call things: the guide's names, and those of the plan in force."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING

from meso_cli.guide.reading import read_guide
from meso_cli.guide.words import (
    read_activity_aliases,
    read_ambiguous,
    read_item_names,
    read_leads,
    read_words,
)
from meso_cli.model.guide import Guide
from meso_cli.recovery.topics import topics_of
from meso_cli.vocabulary.items import Items
from meso_cli.vocabulary.names import Names
from meso_cli.vocabulary.questions import Topics, topic_names

if TYPE_CHECKING:
    from meso_cli.model.plan import ClinicPlan


def items_of(guide: Guide, plan: "ClinicPlan | None" = None) -> Items:
    """Everything that can be logged by a guide, which holds what the plan adds."""
    if plan is None:
        return _of_the_shipped() if guide is read_guide() else Items(guide, read_item_names)
    from meso_cli.recovery.plan import other_words

    return Items(guide, read_item_names, other_words(plan))


def topics_named(guide: Guide, plan: "ClinicPlan | None" = None) -> Topics:
    """Everything that can be asked about by a guide, which holds what the plan adds."""
    if plan is None and guide is read_guide():
        return _about_the_shipped()
    return _topics(guide, plan)


# A call asks for the names several times (what was typed, then the notes), and thousands are to be folded.
@cache
def _of_the_shipped() -> Items:
    return Items(read_guide(), read_item_names)


@cache
def _about_the_shipped() -> Topics:
    return _topics(read_guide(), None)


def _topics(guide: Guide, plan: "ClinicPlan | None") -> Topics:
    names = topic_names(guide, topics_of(guide, read_words).values(), _aliases(plan))
    return Topics(Names(names.items(), loose=True), read_leads(), read_ambiguous())


def _aliases(plan: "ClinicPlan | None") -> Mapping[str, Sequence[str]]:
    aliases: Mapping[str, Sequence[str]] = read_activity_aliases()
    if plan is None:
        return aliases
    from meso_cli.recovery.plan import other_activities

    theirs = other_activities(plan)
    both = {word: tuple(dict.fromkeys((*ids, *aliases.get(word, ())))) for word, ids in theirs.items()}
    return {**aliases, **both}

"""What people call things: the guide's names, and those of the plan in force."""

from collections.abc import Callable, Mapping, Sequence
from functools import cache, partial
from typing import TYPE_CHECKING

from meso_cli.guide.files import folder_of
from meso_cli.guide.reading import read_guide
from meso_cli.guide.words import (
    read_activity_aliases,
    read_ambiguous,
    read_item_names,
    read_leads,
    read_stopping,
    words_of,
)
from meso_cli.model.guide import Guide
from meso_cli.model.names import ItemNames
from meso_cli.recovery.topics import topics_of
from meso_cli.vocabulary.items import Items
from meso_cli.vocabulary.names import Names
from meso_cli.vocabulary.questions import Topics, topic_names

if TYPE_CHECKING:
    from pathlib import Path

    from meso_cli.model.plan import ClinicPlan


def items_of(guide: Guide, plan: "ClinicPlan | None" = None) -> Items:
    """Everything that can be logged by a guide, which holds what the plan adds."""
    if plan is None:
        return _of_the_default() if guide is read_guide() else Items(guide, _names_by(guide))
    from meso_cli.recovery.plan import other_words

    return Items(guide, _names_by(guide), other_words(plan))


def _names_by(guide: Guide) -> Callable[[], ItemNames]:
    return partial(read_item_names, folder_of(guide.id))


def topics_named(guide: Guide, plan: "ClinicPlan | None" = None) -> Topics:
    """Everything that can be asked about by a guide, which holds what the plan adds."""
    if plan is None and guide is read_guide():
        return _about_the_default()
    return _topics(guide, plan)


# A call asks for the names several times (what was typed, then the notes), and thousands are to be folded.
@cache
def _of_the_default() -> Items:
    return Items(read_guide(), read_item_names)


@cache
def _about_the_default() -> Topics:
    return _topics(read_guide(), None)


def _topics(guide: Guide, plan: "ClinicPlan | None") -> Topics:
    folder = folder_of(guide.id)
    topics = topics_of(guide, words_of(guide.id)).values()
    names = topic_names(guide, topics, _aliases(folder, plan))
    names_of = Names(names.items(), loose=True)
    return Topics(names_of, read_leads(folder), read_ambiguous(folder), read_stopping(folder))


def _aliases(folder: "Path | None", plan: "ClinicPlan | None") -> Mapping[str, Sequence[str]]:
    aliases: Mapping[str, Sequence[str]] = read_activity_aliases(folder)
    if plan is None:
        return aliases
    from meso_cli.recovery.plan import other_activities

    theirs = other_activities(plan)
    both = {word: tuple(dict.fromkeys((*ids, *aliases.get(word, ())))) for word, ids in theirs.items()}
    return {**aliases, **both}

"""Checks of the names that people type: ids and aliases."""

import re
from collections.abc import Iterable, Iterator

from meso_cli.guide.checking.draft import Draft
from meso_cli.guide.checking.problem import Place, Problem, listed
from meso_cli.vocabulary.folding import fold

ACTIVITIES = "activities.toml"
ITEM_NAMES = "item_names.toml"
ITEM_FILES = ("symptoms.toml", "signs.toml", "care.toml")
ACTIVITY_FILES = ("restrictions.toml", "topics.toml")
ANSWERED_FILES = (*ACTIVITY_FILES, "care.toml", "words/before.toml")
NAMED_FILES = (*ITEM_FILES, *ACTIVITY_FILES, "combinations.toml", "holds.toml", "phases.toml", "days.toml")

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def ids_can_be_typed(draft: Draft) -> Iterator[Problem]:
    """An id is lower-case words with hyphens."""
    for file in NAMED_FILES:
        for id in draft.ids(file):
            if not _ID.fullmatch(id):
                yield Place(file, id).problem(
                    "this id cannot be typed with ease", "use a-z, 0-9 and single hyphens"
                )


def ids_are_used_once(draft: Draft) -> Iterator[Problem]:
    """What can be logged, and what can be warned of, has one name in all files; so has what is asked."""
    items = (("symptoms.toml", draft.ids("symptoms.toml")), ("signs.toml", draft.ids("signs.toml")))
    warnings = ("combinations.toml", draft.ids("combinations.toml"))
    yield from _twice((*items, ("care.toml", _logged_care(draft)), warnings))
    yield from _twice((*items, warnings, *((file, draft.ids(file)) for file in ("care.toml", "topics.toml"))))
    yield from _twice((file, draft.ids(file)) for file in ACTIVITY_FILES)


def _twice(files: Iterable[tuple[str, Iterable[str]]]) -> Iterator[Problem]:
    seen: dict[str, str] = {}
    for file, ids in files:
        for id in ids:
            if id in seen:
                yield Place(file, id).problem(f"this id stands in {seen[id]} too", "rename one of the two")
            seen[id] = file


def _logged_care(draft: Draft) -> list[str]:
    return [row.id for row in draft.care.values() if row.per_day is not None]


def aliases_lead_somewhere(draft: Draft) -> Iterator[Problem]:
    """An alias leads to what can be logged."""
    logged = {*draft.ids("symptoms.toml", "signs.toml"), *_logged_care(draft)}
    for item in draft.item_names.items:
        if draft.was_read(*ITEM_FILES) and item not in logged:
            yield Place(ITEM_NAMES, f"items.{item}").problem(
                "this cannot be logged", "name a symptom, a sign or a care that is counted"
            )
    for alarm, items in draft.item_names.places.items():
        for item in items:
            if draft.was_read(*ITEM_FILES) and item not in logged:
                yield Place(ITEM_NAMES, f"places.{alarm}").problem(
                    f"{item} cannot be logged", "name items of the skin"
                )
    named = [(f"alarms.{alarm}", sign) for alarm, signs in draft.item_names.alarms.items() for sign in signs]
    for place, sign in (*named, *((f"unable.{sign}", sign) for sign in draft.item_names.unable)):
        if not draft.knows(sign, "signs.toml"):
            yield Place(ITEM_NAMES, place).problem(f"{sign} is not a sign", "name a row of signs.toml")


def words_lead_to_answers(draft: Draft) -> Iterator[Problem]:
    """Whatever is said of what may be done leads to what can be answered."""
    for ids, words in draft.names:
        yield from _answered(draft, "names", words[0], ids)
    for word, ids in draft.ambiguous.items():
        yield from _answered(draft, "ambiguous", word, ids)
    for medicine, row in draft.stopping.items():
        yield from _answered(draft, "stopping", medicine, (medicine, row))


def _answered(draft: Draft, table: str, word: str, ids: Iterable[str]) -> Iterator[Problem]:
    for id in ids:
        if not draft.knows(id, *ANSWERED_FILES):
            yield Place(ACTIVITIES, table).problem(
                f"{word} leads to {id}, which nobody can ask about",
                "name a restriction, a topic, a care or a row of words/before.toml",
            )


def leads_are_among_the_named(draft: Draft) -> Iterator[Problem]:
    """What leads where a word names several rows is one of them."""
    names = {word: ids for ids, words in draft.names for word in words}
    for alias, lead in draft.leads.items():
        named = names.get(alias, ())
        if len(named) < 2 or lead not in named:
            yield Place(ACTIVITIES, "leads").problem(
                f"{alias} is led by {lead}, but names {listed(named)}",
                "let a word that names several rows be led by one of these",
            )


def aliases_do_not_collide(draft: Draft) -> Iterator[Problem]:
    """One spelling, however it is typed, means one thing, and no alias hides an id."""
    items = [(word, (item,)) for item, words in draft.item_names.items.items() for word in words]
    item_ids = (*draft.ids("symptoms.toml", "signs.toml", "combinations.toml"), *_logged_care(draft))
    yield from _collide(Place(ITEM_NAMES), [*items, *draft.item_names.alarms.items()], item_ids)
    names = [(word, ids) for ids, words in draft.names for word in words]
    unclear = [(word, ("?",)) for word in draft.ambiguous]
    yield from _collide(Place(ACTIVITIES, "names"), (*names, *unclear), draft.ids(*ACTIVITY_FILES))


def _collide(
    place: Place, aliases: Iterable[tuple[str, tuple[str, ...]]], ids: Iterable[str]
) -> Iterator[Problem]:
    of_ids = {fold(id): id for id in ids}
    seen: dict[str, tuple[str, tuple[str, ...]]] = {}
    for alias, targets in aliases:
        if alias != " ".join(alias.lower().split()):
            yield place.problem(
                f"the alias '{alias}' is never found", "write it in lower case, with single spaces"
            )
        folded = fold(alias)
        id, (other, theirs) = of_ids.get(folded), seen.setdefault(folded, (alias, targets))
        if not folded:
            yield place.problem("an alias has no letters", "remove it")
        elif id is not None and targets == (id,):
            yield place.problem(f"the alias {alias} is an id itself", "remove it")
        elif id is not None and id not in targets:
            yield place.problem(f"the alias {alias} reads like the id {id}, but leads elsewhere", "rename it")
        elif set(theirs) != set(targets):
            yield place.problem(
                f"{alias} and {other} read alike but lead to different rows", "keep one of them"
            )


NAMING_CHECKS = (
    ids_can_be_typed,
    ids_are_used_once,
    aliases_lead_somewhere,
    words_lead_to_answers,
    aliases_do_not_collide,
    leads_are_among_the_named,
)

"""Checks of what makes recovery slower: the facts that it looks at, and that what names it can do so."""

from collections.abc import Iterable, Iterator, Mapping

from meso_cli.guide.checking.draft import Draft
from meso_cli.guide.checking.known import DEPTHS
from meso_cli.guide.checking.problem import Place, Problem, listed
from meso_cli.model.guide import Modifier
from meso_cli.model.records import AREAS, ASSUMED_AREA, DEVICES, SKIN_TYPES
from meso_cli.values import NamedTuple

FILE = "modifiers.toml"

# What a fact can be: one of some names, or a number between these two.
NAMES: Mapping[str, tuple[str, ...]] = {"area": AREAS, "device": DEVICES}
NUMBERS: Mapping[str, tuple[float, float]] = {
    "depth_mm": DEPTHS,
    "skin_type": (SKIN_TYPES[0], SKIN_TYPES[-1]),
}
LABELLED = ("device", "depth_mm")


class Named(NamedTuple):
    """Where a row names a modifier, under which key; `lists` where the key holds names alone."""

    place: Place
    key: str
    modifier: str
    lists: bool = False


def _named(draft: Draft) -> Iterator[Named]:
    """Every mention of a modifier."""
    for window in draft.restrictions.values():
        place = Place("restrictions.toml", window.id)
        yield from _all(place, "extended", window.extended)
        yield from _all(place, "extended_earliest", window.extended_earliest)
        yield from _all(place, "unknown_extends", window.unknown_extends, lists=True)
    for topic in draft.topics.values():
        yield from _all(Place("topics.toml", topic.id), "extended", topic.extended)
    for hold in draft.holds.values():
        yield from _all(Place("holds.toml", hold.id), "lowest_when", hold.lowest_when)
    for row in draft.symptoms.values():
        place = Place("symptoms.toml", row.id)
        yield from _all(place, "course_when", row.course_when)
        yield from _all(place, "slower_first_step", row.slower_first_step)
        yield from _all(place, "flush.unless", row.flush.unless if row.flush else (), lists=True)


def _all(place: Place, key: str, modifiers: Iterable[str], *, lists: bool = False) -> Iterator[Named]:
    return (Named(place, key, modifier, lists) for modifier in modifiers)


def modifiers_exist(draft: Draft) -> Iterator[Problem]:
    """What a row names is a modifier."""
    fix = f"use one of {listed(draft.ids(FILE))}"
    for place, key, modifier, lists in _named(draft):
        if not draft.knows(modifier, FILE):
            said = f"{key} names {modifier}, which" if lists else f"{key}.{modifier}"
            yield place.problem(f"{said} is not a modifier", fix)


def unknown_ones_extend(draft: Draft) -> Iterator[Problem]:
    """A modifier that counts when it is unknown extends the window, and looks at what can be unknown."""
    for row in draft.restrictions.values():
        place = Place("restrictions.toml", row.id)
        for id in row.unknown_extends:
            modifier = draft.modifiers.get(id)
            if modifier and modifier.looks_at == "area":
                yield place.problem(
                    f"unknown_extends names {id}, but an area is never unknown: {ASSUMED_AREA} is assumed",
                    "remove it",
                )
            known = row.extended or draft.lacks(*place, "extended")
            if draft.knows(id, FILE) and id not in row.extended and known:
                yield place.problem(
                    f"unknown_extends names {id}, but extended has no hours for it", "add them to extended"
                )


def modifiers_change_something(draft: Draft) -> Iterator[Problem]:
    """Each is named by a row, or changes how symptoms are asked about."""
    if not draft.was_read("restrictions.toml", "topics.toml", "holds.toml", "symptoms.toml"):
        return
    used = {named.modifier for named in _named(draft)}
    for row in draft.modifiers.values():
        if row.id not in used and not row.asks_in_full:
            yield Place(FILE, row.id).problem("no row names it, so it changes nothing", "name or remove it")


def facts_can_be_looked_at(draft: Draft) -> Iterator[Problem]:
    """A number is at least so much, a name one of some, each as a treatment can have it."""
    for row in draft.modifiers.values():
        place = Place(FILE, row.id)
        if row.looks_at in NAMES:
            yield from _reads(draft, row, "any_of", "at_least")
            for name in row.any_of:
                if name not in NAMES[row.looks_at]:
                    known = ", ".join(NAMES[row.looks_at])
                    yield place.problem(
                        f"any_of names {name}, which {row.looks_at} cannot be", f"use {known}"
                    )
        elif row.looks_at in NUMBERS:
            yield from _reads(draft, row, "at_least", "any_of")
            yield from place.outside("at_least", row.at_least, *NUMBERS[row.looks_at])
            if row.looks_at == "skin_type" and (row.at_least or 0) % 1:
                yield place.problem(
                    f"at_least is {row.at_least:g}, but skin types are whole numbers", "round it"
                )


def _reads(draft: Draft, row: Modifier, needed: str, other: str) -> Iterator[Problem]:
    place = Place(FILE, row.id)
    if draft.lacks(FILE, row.id, needed):
        yield place.problem(f"what looks at {row.looks_at} needs {needed}, which is missing", "add it")
    if not draft.lacks(FILE, row.id, other):
        yield place.problem(
            f"what looks at {row.looks_at} does not read {other}", "remove it, or correct looks_at"
        )


def labels_name_needling(draft: Draft) -> Iterator[Problem]:
    """A label names a kind of needling, and no number: skin types and areas are said by what they are."""
    for row in draft.modifiers.values():
        place = Place(FILE, row.id)
        if row.label and row.looks_at and row.looks_at not in LABELLED:
            yield place.problem(f"what looks at {row.looks_at} is said by what it is", "remove label")
        if row.label and any(char.isdigit() for char in row.label):
            yield place.problem("label states a number, which stands in at_least", "say it without")


MODIFIER_CHECKS = (
    modifiers_exist,
    unknown_ones_extend,
    modifiers_change_something,
    facts_can_be_looked_at,
    labels_name_needling,
)

"""Checks of what may be done when: restrictions, topics with a window, and what holds them."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from meso_cli.guide.checking.draft import Draft
from meso_cli.guide.checking.known import GRADE_BOUNDS
from meso_cli.guide.checking.problem import Place, Problem, listed
from meso_cli.model.guide import Restriction

FILE = "restrictions.toml"
TOPICS = "topics.toml"
HOLDS = "holds.toml"


def _windows(draft: Draft) -> Iterator[tuple[Place, Restriction]]:
    """Each restriction, and each topic that has a window like one."""
    for row in draft.restrictions.values():
        yield Place(FILE, row.id), row
    for topic in draft.topics.values():
        if topic.kind == "window":
            yield Place(TOPICS, topic.id), topic.restriction


def hours_in_order(draft: Draft) -> Iterator[Problem]:
    """Avoid ends before caution does, and a modifier never shortens a window."""
    for place, row in _windows(draft):
        if row.until < row.earliest:
            yield place.problem(
                f"until ({row.until:g}) is before earliest ({row.earliest:g})",
                "swap them or correct one",
            )
        for modifier, until in row.extended.items():
            if until < row.until:
                yield place.problem(
                    f"extended.{modifier} ({until:g}) is before until ({row.until:g})",
                    "a modifier only extends",
                )
        for modifier, earliest in row.extended_earliest.items():
            if not row.earliest <= earliest <= row.extended.get(modifier, row.until):
                yield place.problem(
                    f"extended_earliest.{modifier} ({earliest:g}) is not between earliest and until",
                    "a modifier only extends",
                )
        if row.kind == "advisory" and row.then:
            yield place.problem("an advisory becomes nothing else", "remove then")
        if row.kind == "advisory" and row.earliest > 0:
            yield place.problem(
                f"an advisory is never avoid, but earliest is {row.earliest:g}",
                "make it 0, or the kind a rule",
            )


def something_ends(draft: Draft) -> Iterator[Problem]:
    """Counted back from an event: what is restricted, then allowed, and is not the next session."""
    if draft.restrictions and not any(
        row.kind == "rule" and row.then is None and row.id != draft.rules.next_session
        for row in draft.restrictions.values()
    ):
        yield Place(FILE).problem(
            "no restriction is a rule that ends, beside the next session", "write one, such as sun"
        )


def holds_exist(draft: Draft) -> Iterator[Problem]:
    """A window names a hold that there is, and each hold is named by one."""
    for place, row in _windows(draft):
        if row.hold is not None and not draft.knows(row.hold, HOLDS):
            yield place.problem(
                f"hold {row.hold} is not a row of {HOLDS}", f"use one of {listed(draft.ids(HOLDS))}"
            )
    used = {row.hold for _, row in _windows(draft)}
    for id in draft.ids(HOLDS) if draft.was_read(FILE, TOPICS) else ():
        if id not in used:
            yield Place(HOLDS, id).problem("no restriction has this hold", f"name it in {FILE} or remove it")


def hold_items(draft: Draft) -> Iterator[Problem]:
    """A hold rests on symptoms from a grade of 1 on, and on signs that are there."""
    for row in draft.holds.values():
        place = Place(HOLDS, row.id)
        for item, lowest in chain(row.lowest.items(), *(other.items() for other in row.lowest_when.values())):
            if not draft.knows(item, "symptoms.toml", "signs.toml"):
                yield place.problem(f"{item} is not a symptom or sign", "name one that can be logged")
            yield from place.outside(item, lowest, 1, 1 if item in draft.signs else GRADE_BOUNDS[1])
        for modifier, others in row.lowest_when.items():
            for item, lowest in others.items():
                if lowest > row.lowest.get(item, GRADE_BOUNDS[1]):
                    yield place.problem(
                        f"lowest_when.{modifier}: {item} ({lowest:g}) is above lowest ({row.lowest[item]:g})",
                        "a modifier only holds more",
                    )


def groups_meet(draft: Draft) -> Iterator[Problem]:
    """A group that a warning holds has restrictions in it, and a group of restrictions a warning."""
    if not draft.was_read(FILE, "symptoms.toml", "signs.toml", "combinations.toml"):
        return
    holders = [
        *((Place("symptoms.toml", row.id), row.hold_group) for row in draft.symptoms.values()),
        *((Place("signs.toml", row.id), row.hold_group) for row in draft.signs.values()),
        *((Place("combinations.toml", row.id), row.hold_group) for row in draft.combinations.values()),
    ]
    held = [(place, group) for place, row in _windows(draft) for group in row.hold_groups]
    yield from _unmet(holders, "hold_group", [group for _, group in held])
    yield from _unmet(held, "hold_groups", [group for _, group in holders])


def _unmet(
    rows: Iterable[tuple[Place, str | None]], name: str, others: Sequence[str | None]
) -> Iterator[Problem]:
    for place, group in rows:
        if group is not None and group not in others:
            yield place.problem(
                f"{name} {group}, a group that nobody uses on the other side",
                f"use one of {listed(other for other in others if other)}",
            )


WINDOW_CHECKS = (hours_in_order, something_ends, holds_exist, hold_items, groups_meet)

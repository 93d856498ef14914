"""Restrictions as sections, grouped by when they lift."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from meso_cli.model.guide import Guide
from meso_cli.model.status import RestrictionState, Status, Verdict
from meso_cli.model.viewpoint import Viewpoint
from meso_cli.text import inside
from meso_cli.views.blocks import Block, Row, Say, Section
from meso_cli.when.saying import moment
from meso_cli.wording.restrictions import aside, both_voices
from meso_cli.wording.values import day_month, label_of

Key = TypeVar("Key")
Group = tuple[Key, list[RestrictionState]]

_SOON = dt.timedelta(days=5)
_NO_END = "your practitioner says"


def restriction_blocks(status: Status, guide: Guide, *, everything: bool = False) -> Iterator[Block]:
    """What to avoid, what to do with caution, what to ask about first, what is allowed by time.

    What lifts more than a few days ahead shares a row, unless `everything` is asked for.
    """
    if not_now := [state for state in status.restrictions if state.not_now]:
        yield _not_now(not_now, guide, everything=everything)
        return
    view = status.view
    far = None if everything else view.now + _SOON
    of: dict[Verdict, list[RestrictionState]] = {}
    for state in status.restrictions:
        of.setdefault(state.verdict, []).append(state)
    if later := of.get("not-yet"):
        yield Section("Not yet, until", tuple(_avoid_rows(later, guide, view, far)), "avoid")
    for holders, rows in _by_holders(of.get("caution", [])):
        first = f", and ask first ({gravest_holder(holders, guide)})" if holders else ""
        title = f"With caution{first}, until"
        yield Section(title, tuple(_caution_rows(rows, guide, view, far)), "caution")
    if held := of.get("ask-first"):
        yield Section("Ask your practitioner first, because of", tuple(_held_rows(held, guide)), "caution")
    yield from _allowed(of.get("allowed", []), guide, "Allowed then" if view.asked else "Allowed now")


def _not_now(states: list[RestrictionState], guide: Guide, *, everything: bool) -> Block:
    """A warning stands that is so grave that no time counts."""
    if everything:
        return Section("Not now, until you have been seen", (Row("", _names(states, guide)),), "avoid")
    return Say("Everything else waits until you have been seen: meso status --all", "avoid")


def _avoid_rows(
    states: list[RestrictionState], guide: Guide, view: Viewpoint, far: dt.datetime | None
) -> Iterator[Row]:
    soon = [state for state in states if not _is_far(state, far)]
    for earliest, group in _grouped(soon, lambda state: state.earliest):
        yield from _rows(earliest, group, guide, view)
    if later := [state for state in states if _is_far(state, far)]:
        yield Row("after that", _dated(later, guide, view))


def _caution_rows(
    states: list[RestrictionState], guide: Guide, view: Viewpoint, far: dt.datetime | None
) -> Iterator[Row]:
    soon = [state for state in states if state.kind == "rule" and not _is_far(state, far)]
    for until, group in _grouped(soon, lambda state: state.until):
        yield from _rows(until, group, guide, view)
    if later := [state for state in states if state.kind == "rule" and _is_far(state, far)]:
        yield Row("after that", _dated(later, guide, view))
    if advisories := [state for state in states if state.kind == "advisory"]:
        yield Row("only advice", _dated(advisories, guide, view))


def _rows(
    end: dt.datetime | None, group: list[RestrictionState], guide: Guide, view: Viewpoint
) -> Iterator[Row]:
    """One row for the guide's voice, one for each that the practitioner's words stand beside."""
    label = moment(end, view) if end else _NO_END
    ours = [state for state in group if state.set_by == "guide"]
    if ours:
        names, then = _names_and_then(ours, guide, view)
        yield Row(label, f"{names} ({then})" if then else names)
    theirs = [state for state in group if state.set_by == "practitioner"]
    for voices, alike in _grouped(theirs, lambda state: both_voices(state, view)):
        names, then = _names_and_then(alike, guide, view)
        yield Row(label, names, "; ".join(part for part in (then, voices) if part))


def _names_and_then(states: list[RestrictionState], guide: Guide, view: Viewpoint) -> tuple[str, str]:
    """The names, and the caution that follows: said once for those that share it."""
    together: dict[str, list[str]] = {}
    for state in states:
        together.setdefault(_then(state, view), []).append(_name(state, guide))
    if len(together) == 1:
        ((then, names),) = together.items()
        return (", " if then else " · ").join(names), then
    shared = (
        f"{', '.join(names)} ({then})" if then else " · ".join(names) for then, names in together.items()
    )
    return " · ".join(shared), ""


def _then(state: RestrictionState, view: Viewpoint) -> str:
    if state.state != "avoid" or state.until is None or state.until == state.earliest:
        return ""
    return f"caution to {_date(state.until, view)}"


def _held_rows(states: list[RestrictionState], guide: Guide) -> Iterator[Row]:
    """Their time is up, but something that stands holds them; the gravest is named."""
    for _, group in _grouped(states, lambda state: state.held_by[0]):
        yield Row(gravest_holder(_holders(group), guide), _names(group, guide))


def _by_holders(states: list[RestrictionState]) -> Iterator[tuple[tuple[str, ...], list[RestrictionState]]]:
    """What is caution by time alone, then what a standing warning holds as well."""
    free = [state for state in states if not state.held_by]
    held = [state for state in states if state.held_by]
    if free:
        yield (), free
    if held:
        yield _holders(held), held


def _holders(states: Iterable[RestrictionState]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(item for state in states for item in state.held_by))


def gravest_holder(holders: tuple[str, ...], guide: Guide) -> str:
    """The first of what holds, the gravest, and how many more there are: "fever + 2 more"."""
    label = inside(label_of(holders[0], guide))
    return f"{label} + {len(holders) - 1} more" if len(holders) > 1 else label


def _allowed(states: list[RestrictionState], guide: Guide, head: str) -> Iterator[Block]:
    clear = [state for state in states if not state.unchecked]
    if clear:
        yield Say(f"{head}: {_names(clear, guide)}", "muted")
    waiting = [state for state in states if state.unchecked]
    for items, group in _grouped(waiting, lambda state: state.unchecked):
        unless = " or ".join(inside(label_of(item, guide)) for item in items)
        yield Say(f"{head} if no {unless} (never logged): {_names(group, guide)}", "muted")


def _names(states: Iterable[RestrictionState], guide: Guide) -> str:
    return " · ".join(_name(state, guide) for state in states)


def _name(state: RestrictionState, guide: Guide) -> str:
    row = guide.restrictions[state.id]
    beside = aside(state, row)
    return f"{row.label} ({beside})" if beside else row.label


def _dated(states: list[RestrictionState], guide: Guide, view: Viewpoint) -> str:
    """Names with the day that each lifts, for those far ahead."""
    parts = []
    for (end, who), group in _grouped(states, lambda state: (_end(state), state.set_by)):
        if end is None and who == "guide":
            parts.append(_names(group, guide))
            continue
        labels = ", ".join(guide.restrictions[state.id].label for state in group)
        parts.append(f"{labels} {_date(end, view) if end else _NO_END}")
    return " · ".join(parts)


def _date(end: dt.datetime, view: Viewpoint) -> str:
    """A day that is far enough ahead to need no weekday."""
    return day_month(end.astimezone(view.now.tzinfo).date(), view.now.date())


def _is_far(state: RestrictionState, far: dt.datetime | None) -> bool:
    end = _end(state)
    return end is not None and far is not None and end > far and state.set_by == "guide"


def _end(state: RestrictionState) -> dt.datetime | None:
    """When its present state ends."""
    return state.earliest if state.state == "avoid" else state.until


def _grouped(states: Iterable[RestrictionState], key: Callable[[RestrictionState], Key]) -> list[Group[Key]]:
    """The states by key, in the order in which they lift; no end known comes last."""
    groups: dict[Key, list[RestrictionState]] = {}
    for state in states:
        groups.setdefault(key(state), []).append(state)
    return sorted(groups.items(), key=lambda group: _order(group[1][0]))


def _order(state: RestrictionState) -> tuple[bool, float]:
    end = _end(state)
    return end is None, end.timestamp() if end else 0.0

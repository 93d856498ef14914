"""The strictest state of each restriction over several moments. Pure."""

from collections.abc import Iterable

from meso_cli.model.status import RestrictionState, State

_ORDER: tuple[State, ...] = ("allowed", "caution", "avoid")


def strictest(moments: Iterable[tuple[RestrictionState, ...]]) -> tuple[RestrictionState, ...]:
    """For each restriction the state that allows least, the first such; in the order of the guide."""
    found: dict[str, RestrictionState] = {}
    for states in moments:
        for state in states:
            known = found.get(state.id)
            if known is None or _strictness(state) > _strictness(known):
                found[state.id] = state
    return tuple(found.values())


def _strictness(state: RestrictionState) -> tuple[bool, int, bool]:
    return state.not_now, _ORDER.index(state.state), bool(state.held_by or state.unchecked)

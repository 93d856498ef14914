"""What makes recovery slower, in words made from its row, so that no sentence repeats a number of it."""

from collections.abc import Iterable, Mapping

from meso_cli.model.guide import Guide, Modifier
from meso_cli.model.records import ASSUMED_AREA, SKIN_TYPES
from meso_cli.text import capitalised, counted, inside
from meso_cli.when.saying import span
from meso_cli.wording.values import device_words, listed

FACTS: Mapping[str, str] = {
    "area": "area",
    "device": "device",
    "depth_mm": "depth",
    "skin_type": "skin type",
}
"""How the facts that modifiers look at are called."""
_NEEDLING = ("device", "depth_mm")


def modifier_words(id: str, guide: Guide) -> str:
    """A modifier after "with": "deep needling", "skin type 4 to 6", "needling on legs"."""
    row = guide.modifiers[id]
    return f"needling on {listed(row.any_of)}" if row.looks_at == "area" else _called(row)


def extended_words(extended: Mapping[str, float], guide: Guide) -> list[tuple[str, str]]:
    """Each longer time with what it is for, the shortest first: "4 days", "deep needling"."""
    return [
        (
            span(hours),
            " or ".join(modifier_words(id, guide) for id, later in extended.items() if later == hours),
        )
        for hours in sorted(set(extended.values()))
    ]


def after_words(ids: Iterable[str], guide: Guide) -> str:
    """When it counts, after which needling and on whom: "after deep needling or on neck, chest"."""
    rows = [guide.modifiers[id] for id in ids]
    needling = [_called(row) for row in rows if row.looks_at in _NEEDLING]
    skin = [_called(row) for row in rows if row.looks_at not in _NEEDLING]
    parts = [f"after {' or '.join(needling)}"] if needling else []
    parts += [f"on {' or '.join(skin)}"] if skin else []
    return (", or " if len(needling) > 1 else " or ").join(parts)


def longer_words(guide: Guide) -> str:
    """All that makes a restriction last longer: "After radio-frequency, or on skin type 4 to 6"."""
    named = {id for row in guide.restrictions.values() for id in (*row.extended, *row.extended_earliest)}
    words = after_words((id for id in guide.modifiers if id in named), guide)
    return capitalised(words)


def label_meanings(guide: Guide) -> list[str]:
    """From where on a label counts that does not say it: "Deep needling is 1.5 mm or more."."""
    return [
        f"{capitalised(row.label)} is {row.at_least:g} mm or more."
        for row in guide.modifiers.values()
        if row.label and row.at_least is not None
    ]


def assumed_words(fact: str, guide: Guide) -> str:
    """What a fact is taken for that was not recorded, and what lasts longer where it is otherwise."""
    rows = [row for row in guide.modifiers.values() if row.looks_at == fact]
    rows = [row for row in rows if ASSUMED_AREA not in row.any_of]  # that one counts already
    least = min((row.at_least for row in rows if row.at_least is not None), default=None)
    longer = _longer({row.id for row in rows}, guide)
    if fact == "area":
        return ASSUMED_AREA + _else(longer)
    if not rows:
        return f"{FACTS[fact]} unknown"
    if least is None:
        return f"not {' or '.join(_called(row) for row in rows)}{_else(longer)}"
    if fact == "depth_mm":
        return f"under {least:g} mm{_else(longer)}"
    return f"{FACTS[fact]} unknown{_else(longer, _upwards(least, '-') + ':')}"


def _longer(ids: set[str], guide: Guide) -> list[str]:
    return [inside(row.label) for row in guide.restrictions.values() if not ids.isdisjoint(row.extended)]


def _else(labels: list[str], when: str = "else") -> str:
    """ " (else sun and 2 others last longer)", or nothing where nothing does."""
    if not labels:
        return ""
    others = len(labels) - 1
    more = f" and {counted(others, 'other')} last longer" if others else " lasts longer"
    return f" ({when} {labels[0]}{more})"


def _called(row: Modifier) -> str:
    """Its label, or else the fact itself."""
    if row.label:
        return row.label
    if row.at_least is None:
        return (
            listed(row.any_of)
            if row.looks_at == "area"
            else f"{' or '.join(device_words(device) for device in row.any_of)} needling"
        )
    if row.looks_at == "depth_mm":
        return f"needling at {row.at_least:g} mm or more"
    return f"{FACTS[row.looks_at]} {_upwards(row.at_least, ' to ')}"


def _upwards(least: float, to: str) -> str:
    """The skin types from that one on: "4-6"."""
    last = SKIN_TYPES[-1]
    return f"{least:g}{to}{last}" if least < last else f"{last}"

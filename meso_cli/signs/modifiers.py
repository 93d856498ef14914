"""Which modifiers a treatment is known to have, and which cannot be known."""

from meso_cli.model.guide import Guide, Modifier
from meso_cli.model.records import ASSUMED_AREA, Treatment


def known(treatment: Treatment, guide: Guide) -> frozenset[str]:
    """The modifiers that apply by what was recorded, and by the area that is assumed."""
    return frozenset(row.id for row in guide.modifiers.values() if _applies(row, _fact(row, treatment)))


def unknown(treatment: Treatment, guide: Guide) -> frozenset[str]:
    """The modifiers that may apply, since the fact that they look at was not recorded."""
    return frozenset(row.id for row in guide.modifiers.values() if _fact(row, treatment) is None)


def _applies(row: Modifier, fact: object) -> bool:
    if row.at_least is not None:
        return isinstance(fact, int | float) and fact >= row.at_least
    return fact in row.any_of


def _fact(row: Modifier, treatment: Treatment) -> object:
    """What was recorded; an area is never unknown, since one is assumed."""
    assumed = ASSUMED_AREA if row.looks_at == "area" else None
    return getattr(treatment, row.looks_at) or assumed

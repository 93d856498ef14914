"""Which modifiers a treatment is known to have, and which cannot be known."""

from meso_cli.model.guide import Guide
from meso_cli.model.records import Treatment

SLOW_AREA = "slow_area"
DEEP = "deep"
RF = "rf"
PIH_PRONE = "pih_prone"


def known(treatment: Treatment, guide: Guide) -> frozenset[str]:
    """The modifiers that apply by what was recorded."""
    numbers = guide.modifiers
    applies = {
        DEEP: treatment.depth_mm is not None and treatment.depth_mm >= numbers.deep_from_mm,
        RF: treatment.device in numbers.rf_devices,
        PIH_PRONE: (treatment.skin_type or 0) >= numbers.pih_prone_from_skin_type,
        SLOW_AREA: treatment.area in numbers.slow_areas,
    }
    return frozenset(modifier for modifier, does in applies.items() if does)


def unknown(treatment: Treatment) -> frozenset[str]:
    """The modifiers that may apply, since what decides them was not recorded."""
    missing = {DEEP: treatment.depth_mm, RF: treatment.device, PIH_PRONE: treatment.skin_type}
    return frozenset(modifier for modifier, value in missing.items() if value is None)

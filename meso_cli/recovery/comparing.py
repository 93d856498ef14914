"""The guide's times beside the practitioner's."""

from typing import Literal

from meso_cli.model.case import Case
from meso_cli.model.records import Instruction
from meso_cli.recovery.restrictions import instructions_in_force
from meso_cli.recovery.windows import Window, guide_window
from meso_cli.values import NamedTuple

Differs = Literal["looser", "stricter", "open-ended", "same", "added"]


class Compared(NamedTuple):
    """One restriction as the guide has it and as the practitioner said it.

    `guide` is None for one that only the plan has; `said` and `differs` are None where the guide
    speaks alone.
    """

    id: str
    guide: Window | None
    instruction: Instruction | None
    differs: Differs | None


def compared(case: Case) -> tuple[Compared, ...]:
    """Every restriction of this treatment, in the guide's order."""
    guide, instructions = case.guide, instructions_in_force(case.record)
    rows = []
    for row in guide.restrictions.values():
        window = Window(*guide_window(row, case.treatment, guide))
        own = None if row.id in guide.added else window
        rows.append(Compared(row.id, own, instructions.get(row.id), differs(own, instructions.get(row.id))))
    return tuple(rows)


def differs(guide: Window | None, instruction: Instruction | None) -> Differs | None:
    """How the practitioner's time to avoid compares with the guide's."""
    if instruction is None:
        return None
    if guide is None or guide.earliest is None:
        return "added"
    if instruction.hours is None:
        return "open-ended"
    if instruction.hours == guide.earliest:
        return "same"
    return "looser" if instruction.hours < guide.earliest else "stricter"

"""What was to be done: the practitioner's plan beside the guide, and the care that was logged."""

from meso_cli.export.report.material import Material, date_words
from meso_cli.recovery.comparing import Compared
from meso_cli.text import inside
from meso_cli.values import NamedTuple
from meso_cli.wording import report as words
from meso_cli.wording.restrictions import window_words


class PlanRow(NamedTuple):
    """One restriction in both voices."""

    label: str
    plan: str
    guide: str
    differs: str
    by: str
    note: str


class Plan(NamedTuple):
    """What the practitioner said; `name` is a clinic's plan, `by` who said it where that was one person."""

    rows: tuple[PlanRow, ...]
    name: str
    by: str


class Care(NamedTuple):
    """Care with how often it was logged; what was logged on other days alone, and what never was."""

    rows: tuple[tuple[str, str], ...]
    elsewhere: tuple[str, ...]
    never: tuple[str, ...]


def plan_of(material: Material) -> Plan:
    """Every restriction that the practitioner spoke about."""
    plan, rows = material.context.case.plan, [row for row in material.compared if row.instruction]
    made = tuple(_plan_row(row, material) for row in rows)
    by = {row.by for row in made}
    return Plan(made, plan.name if plan else "", next(iter(by)) if len(by) == 1 else "")


def _plan_row(row: Compared, material: Material) -> PlanRow:
    instruction, case = row.instruction, material.context.case
    return PlanRow(
        case.guide.restrictions[row.id].label,
        words.instruction_length(row),
        window_words(row.guide),
        row.differs or "",
        f"{instruction.by or 'not said who'}, {date_words(instruction.at, case)}" if instruction else "",
        instruction.note or "" if instruction and material.chosen.notes else "",
    )


def care_of(material: Material) -> Care:
    """The care of the page's days."""
    case, rows = material.context.case, material.summary.care
    label = {row.id: case.guide.care[row.id].label for row in rows}
    return Care(
        rows=tuple((label[row.id], words.care_words(row, case)) for row in rows if row.times),
        elsewhere=tuple(inside(label[row.id]) for row in rows if row.ever and not row.times),
        never=tuple(inside(label[row.id]) for row in rows if row.days_due and not row.ever),
    )

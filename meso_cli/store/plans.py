"""A clinic's plan in the file: what it records beside its document."""

import datetime as dt

from meso_cli.model.plan import ClinicPlan
from meso_cli.model.records import Instruction, Practitioner, Record
from meso_cli.store.moments import columns
from meso_cli.store.plan_document import document_of
from meso_cli.store.records import clear_instruction, set_instruction, set_practitioner
from meso_cli.store.rows import Value
from meso_cli.store.writing import Transaction


def load_plan(
    tx: Transaction,
    record: Record,
    plan: ClinicPlan,
    who: Practitioner | None,
    at: dt.datetime,
    zone: str | None = None,
) -> None:
    """Lay a plan over a treatment, in the place of the one before; `who` is whom to call now.

    Its windows become instructions of the clinic: the last word about these restrictions, until
    somebody sets another.
    """
    treatment = record.treatment.id
    unload_plan(tx, record)
    utc, offset, known_zone = columns(at, zone)
    values: dict[str, Value] = {
        "treatment_id": treatment,
        "document": document_of(plan),
        "loaded_at": utc,
        "loaded_offset": offset,
        "loaded_zone": known_zone,
    }
    tx.insert("plans", values)
    for window in plan.windows:
        said = Instruction(window.restriction, window.hours, plan.name, window.note, at)
        set_instruction(tx, treatment, said, zone)
    set_practitioner(tx, treatment, who)


def unload_plan(tx: Transaction, record: Record) -> None:
    """Take the plan back, with those of its windows that nobody has set anew."""
    row = tx.find("plans", treatment_id=record.treatment.id, deleted_at=None)
    if row is None or record.clinic is None:
        return
    tx.delete("plans", row)
    for instruction in windows_in_force(record, record.clinic):
        clear_instruction(tx, record.treatment.id, instruction.restriction)


def windows_in_force(record: Record, plan: ClinicPlan) -> tuple[Instruction, ...]:
    """The instructions that loading this plan set: said by it, at that moment."""
    return tuple(row for row in record.plan if (row.by, row.at) == (plan.name, plan.loaded_at))

"""A clinic's plan in the file: its document, whole; what it says is derived from the one in force."""

from meso_cli.model.plan import ClinicPlan
from meso_cli.model.practitioner import Practitioner
from meso_cli.store.edits import set_practitioner
from meso_cli.store.plan_document import document_of
from meso_cli.store.rows import Value
from meso_cli.store.timestamps import columns
from meso_cli.store.writing import Transaction


def load_plan(
    tx: Transaction,
    treatment_id: int,
    plan: ClinicPlan,
    who: Practitioner | None,
    zone: str | None = None,
) -> None:
    """Lay a plan over a treatment, in the place of the one before; `who` is whom to call now.

    It is loaded at its `loaded_at`, in the time zone `zone` where that has a name.
    """
    unload_plan(tx, treatment_id, who)
    if plan.loaded_at is None:
        raise ValueError("a plan is loaded at a moment")
    utc, offset, known_zone = columns(plan.loaded_at, zone)
    values: dict[str, Value] = {
        "treatment_id": treatment_id,
        "document": document_of(plan),
        "loaded_at": utc,
        "loaded_offset": offset,
        "loaded_zone": known_zone,
    }
    tx.insert("plans", values)


def unload_plan(tx: Transaction, treatment_id: int, who: Practitioner | None) -> None:
    """Take the plan back, where there is one; `who` is whom to call now."""
    row = tx.find("plans", treatment_id=treatment_id, deleted_at=None)
    if row is not None:
        tx.delete("plans", row)
    set_practitioner(tx, treatment_id, who)

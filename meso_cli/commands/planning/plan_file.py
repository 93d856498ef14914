"""Loading a clinic's plan: checked, laid over a treatment in a transaction, told."""

import datetime as dt
from pathlib import Path

from meso_cli.commands import clock, terminal
from meso_cli.commands.looking import Sight
from meso_cli.commands.shared import Shared
from meso_cli.errors import BadValue
from meso_cli.guide.plan import read_plan
from meso_cli.guide.reading import read_guide
from meso_cli.model.plan import ClinicPlan
from meso_cli.recovery.plan import contacts, lost_signs, to_fill
from meso_cli.store.plans import load_plan
from meso_cli.store.writing import Transaction
from meso_cli.text import visible
from meso_cli.views.plan import loaded_document


def checked_plan(file: Path) -> ClinicPlan:
    """The plan in a file. All that is wrong with it goes to stderr, one a line, then `BadValue`."""
    plan, problems = read_plan(file, read_guide())
    if plan is not None:
        return plan
    for problem in problems:
        terminal.remark(str(problem))
    number = f"{len(problems)} problem{'' if len(problems) == 1 else 's'}"
    raise BadValue(f"{visible(file.name, 60)} has {number}; mend the file, nothing was saved.")


def load_for(store: Transaction, treatment_id: int, plan: ClinicPlan, now: dt.datetime) -> None:
    """Lay a checked plan over a treatment, inside the command's transaction."""
    record = store.record(treatment_id)
    known = record.treatment.practitioner
    who = contacts(known, plan, record.clinic)
    filled = tuple(name for name in to_fill(known, record.clinic) if getattr(plan.clinic, name))
    load_plan(store, record, plan._replace(filled=filled), who, now, clock.zone_name(now))


def announce(before: Sight, after: Sight, options: Shared) -> None:
    """What the load came to, and which reported signs nobody judges now."""
    lost = lost_signs(before.status.warnings, before.guide, after.guide)
    if after.plan is not None:
        terminal.show(loaded_document(after.plan, after.status, after.guide, lost), options)

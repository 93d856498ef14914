"""A clinic's plan: checked, laid over a treatment in a transaction, told; and taken back."""

from pathlib import Path

from meso_cli.clinic.plan import read_plan
from meso_cli.commands.support import terminal
from meso_cli.commands.support.call import Call
from meso_cli.commands.support.context import look
from meso_cli.commands.support.writes import answering, recorded
from meso_cli.errors import BadValue, Exit, MesoError, NothingFound
from meso_cli.guide.reading import guide_called, read_guide
from meso_cli.model.plan import ClinicPlan
from meso_cli.model.records import DEFAULT_GUIDE
from meso_cli.recovery.plan import contacts, lost_signs, to_fill
from meso_cli.store.plans import load_plan, unload_plan
from meso_cli.store.writing import Transaction
from meso_cli.text import counted, visible
from meso_cli.views.plan import check_document, loaded_document, problems_section, unloaded_document
from meso_cli.views.scare import verdict_first


def load(call: Call, file: Path, treatment: str | None) -> None:
    """Lays a clinic's plan over the guide, in the place of the one loaded before; it is checked first."""
    try:
        before = look(call, named=treatment)
    except MesoError:
        checked_plan(file)  # what is wrong with it is told all the same
        raise
    new = checked_plan(file, before.case.treatment.guide)
    name = before.case.treatment.name
    with recorded(call, f"plan load {name}") as store:
        load_for(store, before.case.treatment.id, new, call)
    with answering(call, "The plan was saved"):
        after = look(call, named=name)
        lost = lost_signs(before.status.warnings, before.case.guide, after.case.guide)
        document = loaded_document(after.case.plan or new, after.status, after.case.guide, lost)
        terminal.show((*verdict_first(after), *document), call)


def check(call: Call, file: Path) -> int:
    """Says everything that is wrong with a plan's file; returns the exit code."""
    found, problems = read_plan(file, read_guide())
    name = visible(file.name, 60)
    if found is None:
        terminal.show((problems_section(name, problems),), call)
        return Exit.USAGE
    terminal.show(check_document(name, found), call)
    return Exit.FINE


def checked_plan(file: Path, guide: str = DEFAULT_GUIDE) -> ClinicPlan:
    """The plan in a file, over a guide. All that is wrong goes to stderr, one per line, then `BadValue`."""
    plan, problems = read_plan(file, guide_called(guide))
    if plan is not None:
        return plan
    for problem in problems:
        terminal.remark(str(problem))
    number = counted(len(problems), "problem")
    raise BadValue(f"{visible(file.name, 60)} has {number}; correct the file; nothing was saved.")


def load_for(store: Transaction, treatment_id: int, plan: ClinicPlan, call: Call) -> None:
    """Lay a checked plan over a treatment, inside the command's transaction."""
    record = store.record(treatment_id)
    known = record.treatment.practitioner
    who = contacts(known, plan, record.plan)
    filled = tuple(name for name in to_fill(known, record.plan) if getattr(plan.contacts, name))
    loaded = plan._replace(filled=filled, loaded_at=call.now)
    load_plan(store, treatment_id, loaded, who, call.zone)


def take_back(call: Call, treatment: str | None) -> None:
    """The loaded plan, whole, and what it filled; what was set by hand stays."""
    before = look(call, named=treatment)
    name = before.case.treatment.name
    with recorded(call, f"plan clear {name}") as store:
        record = store.record(before.case.treatment.id)
        if record.plan is None:
            raise NothingFound(f"No plan is loaded for {name}; to load one: meso plan load FILE")
        unload_plan(store, record.treatment.id, contacts(record.treatment.practitioner, None, record.plan))
    with answering(call, "What you took back was saved"):
        lost = lost_signs(before.status.warnings, before.case.guide, look(call, named=name).case.guide)
        terminal.show(unloaded_document(record.plan, lost), call)

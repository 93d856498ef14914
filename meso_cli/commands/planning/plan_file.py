"""A clinic's plan: checked, laid over a treatment in a transaction, told; and taken back."""

import datetime as dt
from pathlib import Path
from typing import Annotated

import typer

from meso_cli.commands import clock, paths, terminal
from meso_cli.commands.keeping.daily import then_backed_up
from meso_cli.commands.looking import look
from meso_cli.commands.saved import saved
from meso_cli.commands.shared import Shared, shared
from meso_cli.errors import BadValue, Exit, NothingFound
from meso_cli.guide.plan import read_plan
from meso_cli.guide.reading import read_guide
from meso_cli.model.case import Context
from meso_cli.model.plan import ClinicPlan
from meso_cli.recovery.plan import contacts, lost_signs, to_fill
from meso_cli.store.plans import load_plan, unload_plan
from meso_cli.store.writing import Transaction, writing
from meso_cli.text import visible
from meso_cli.views.plan import check_document, loaded_document, problems_section, unloaded_document

File = Annotated[
    Path, typer.Argument(metavar="FILE", help="The clinic's plan, a TOML file.", show_default=False)
]
OneTreatment = Annotated[str | None, typer.Option("--treatment", metavar="ID", help="Another treatment: t1.")]


def load(ctx: typer.Context, file: File, treatment: OneTreatment = None) -> None:
    """Lay a clinic's plan over the guide, in the place of the one loaded before.

    It is checked first; where anything is wrong nothing is loaded.

    \b
    Examples:
      meso plan load clinic.toml
    """
    options, now = shared(ctx), clock.now()
    new = checked_plan(file)
    before = look(options, named=treatment)
    name = before.case.treatment.name
    with writing(paths.database(options), command=f"plan load {name}", now=now) as store:
        load_for(store, before.case.treatment.id, new, now)
    with saved("The plan was saved"), then_backed_up(paths.database(options)):
        after = look(options, named=name)
        lost = lost_signs(before.status.warnings, before.case.guide, after.case.guide)
        terminal.show(loaded_document(after.case.plan or new, after.status, after.case.guide, lost), options)


def check(ctx: typer.Context, file: File) -> None:
    """Say everything that is wrong with a plan's file; nothing is loaded.

    \b
    Examples:
      meso plan check clinic.toml
    """
    found, problems = read_plan(file, read_guide())
    name = visible(file.name, 60)
    if found is None:
        terminal.show((problems_section(name, problems),), shared(ctx))
        raise typer.Exit(Exit.USAGE)
    terminal.show(check_document(name, found), shared(ctx))


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
    who = contacts(known, plan, record.plan)
    filled = tuple(name for name in to_fill(known, record.plan) if getattr(plan.contacts, name))
    load_plan(store, treatment_id, plan._replace(filled=filled), who, now, clock.zone_name(now))


def take_back(before: Context, options: Shared) -> None:
    """The loaded plan, whole, and what it filled; what was set by hand stays."""
    name = before.case.treatment.name
    with writing(paths.database(options), command=f"plan clear {name}", now=clock.now()) as store:
        record = store.record(before.case.treatment.id)
        if record.plan is None:
            raise NothingFound(f"No plan is loaded for {name}; to load one: meso plan load FILE")
        unload_plan(store, record.treatment.id, contacts(record.treatment.practitioner, None, record.plan))
    with saved("What you took back was saved"), then_backed_up(paths.database(options)):
        lost = lost_signs(before.status.warnings, before.case.guide, look(options, named=name).case.guide)
        terminal.show(unloaded_document(record.plan, lost), options)

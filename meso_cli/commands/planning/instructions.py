"""`meso plan set` and `meso plan clear`: what was said about one activity."""

from difflib import get_close_matches
from typing import Annotated

import typer

from meso_cli.activities import fold, named
from meso_cli.commands import clock, paths, terminal
from meso_cli.commands.configuration import settings
from meso_cli.commands.keeping.daily import then_backed_up
from meso_cli.commands.looking import look, treatment_named
from meso_cli.commands.naming import activity_names
from meso_cli.commands.planning.plan_file import OneTreatment, take_back
from meso_cli.commands.planning.words import read_length, split
from meso_cli.commands.saved import saved
from meso_cli.commands.shared import Shared, shared
from meso_cli.errors import BadValue, NothingFound
from meso_cli.model.case import Context
from meso_cli.model.records import Instruction
from meso_cli.recovery.restrictions import said_about
from meso_cli.store.records import clear_instruction, set_instruction
from meso_cli.store.writing import writing
from meso_cli.text import visible
from meso_cli.views.plan import set_document
from meso_cli.vocabulary import fields

Words = Annotated[list[str], typer.Argument(metavar="ACTIVITY LENGTH", help="makeup 12h", show_default=False)]


def set_said(
    ctx: typer.Context,
    words: Words,
    by: Annotated[str | None, typer.Option(metavar="NAME", help="Who said it.")] = None,
    note: Annotated[str | None, typer.Option(metavar="TEXT", help="What they said.")] = None,
    treatment: OneTreatment = None,
) -> None:
    """Record until when to avoid something: so long after the treatment, until a moment, or open.

    An everyday word may name several restrictions; each of them is set.

    \b
    Examples:
      meso plan set makeup 12h --by "Dr Lee"
      meso plan set sauna 10d
      meso plan set hot tub "until fri 18:00"
      meso plan set exercise open --note "until the check-up"
    """
    options, now = shared(ctx), clock.now()
    activity, length = split(words)
    context = look(options, named=treatment)
    ids, of = _restrictions(activity, context), context.case.treatment.name
    with writing(paths.database(options), command=f"plan set {' '.join(ids)}", now=now) as store:
        treated = treatment_named(of, store)
        hours, until = read_length(length, treated, now, settings().day_start)
        name = fields.text(by, "name") or (treated.practitioner.name if treated.practitioner else None)
        for id in ids:
            said = Instruction(id, hours, name, fields.text(note, "note"), now, until)
            set_instruction(store, treated.id, said, clock.zone_name(now))
    with saved("What they said was saved"), then_backed_up(paths.database(options)):
        after = look(options, named=of)
        terminal.show(set_document(activity, ids, after.status, after.case.guide), options)


def clear(
    ctx: typer.Context,
    words: Annotated[
        list[str] | None, typer.Argument(metavar="[ACTIVITY]", help="makeup", show_default=False)
    ] = None,
    loaded: Annotated[
        bool, typer.Option("--loaded", help="The clinic's plan that was loaded, whole.")
    ] = False,
    treatment: OneTreatment = None,
) -> None:
    """Take back what was recorded about an activity; the guide speaks alone again.

    \b
    Examples:
      meso plan clear makeup
      meso plan clear --loaded
    """
    options, activity = shared(ctx), " ".join(words or ())
    if loaded == bool(activity):
        raise BadValue(
            "Say which: meso plan clear makeup, or the whole loaded plan: meso plan clear --loaded"
        )
    context = look(options, named=treatment)
    if loaded:
        take_back(context, options)
    else:
        _clear_said(activity, context, options)


def _clear_said(activity: str, context: Context, options: Shared) -> None:
    ids, of = _restrictions(activity, context), context.case.treatment
    with writing(paths.database(options), command=f"plan clear {' '.join(ids)}", now=clock.now()) as store:
        cleared = tuple(id for id in ids if clear_instruction(store, of.id, id))
        if not cleared:
            raise NothingFound(_nothing_said(ids, context))
    with saved("What you took back was saved"), then_backed_up(paths.database(options)):
        after = look(options, named=of.name)
        terminal.show(set_document(activity, cleared, after.status, after.case.guide, "Cleared"), options)


def _nothing_said(ids: tuple[str, ...], context: Context) -> str:
    labels = " and ".join(context.case.guide.restrictions[id].label for id in ids)
    if set(ids) & said_about(context.case.record).keys():
        return f"{labels} stands in the clinic's plan; take that back whole: meso plan clear --loaded"
    return f"Nothing is recorded about {labels} for {context.case.treatment.name}; see: meso plan"


def _restrictions(activity: str, context: Context) -> tuple[str, ...]:
    """The restrictions that an activity names; `NothingFound` with near matches."""
    guide = context.case.guide
    names = activity_names(guide, context.case.plan)
    ids = named(activity, names)
    rules = tuple(id for id in ids if id in guide.restrictions)
    if rules:
        return rules
    said = visible(activity, 40)
    if ids:
        raise NothingFound(
            f"The guide allows {said} and has no time to change; a clinic's plan can restrict it: "
            f"[activities.{ids[0]}]"
        )
    rule_names = {name for name, meant in names.items() if set(meant) & guide.restrictions.keys()}
    near = [
        id for name in get_close_matches(fold(activity), rule_names, n=3, cutoff=0.6) for id in names[name]
    ]
    hint = f"did you mean {' or '.join(dict.fromkeys(near))}?" if near else "see: meso plan"
    raise NothingFound(f"There is no restriction '{said}'; {hint}")

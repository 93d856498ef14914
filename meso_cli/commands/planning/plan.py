"""`meso plan`: what the practitioner said, beside the guide."""

import datetime as dt
from pathlib import Path
from typing import Annotated

import typer

from meso_cli.activities import fold, named
from meso_cli.commands import clock, paths, terminal, typed
from meso_cli.commands.group import SharedCommand, SharedGroup
from meso_cli.commands.keeping.daily import daily_backup
from meso_cli.commands.looking import Sight, look, settings
from meso_cli.commands.naming import activity_names
from meso_cli.commands.planning.plan_file import announce, checked_plan, load_for
from meso_cli.commands.shared import Shared, shared
from meso_cli.errors import BadValue, Exit, NothingFound
from meso_cli.guide.files import data_folder
from meso_cli.guide.reading import read_guide
from meso_cli.model.records import HOUR, Instruction, Treatment, elapsed
from meso_cli.recovery.comparing import compared
from meso_cli.store.records import clear_instruction, set_instruction
from meso_cli.store.writing import writing
from meso_cli.text import visible
from meso_cli.views.blocks import Say
from meso_cli.views.logged import UNDO
from meso_cli.views.plan import lost_blocks, plan_document, problems_section, set_document
from meso_cli.when.durations import read_duration

app = typer.Typer(cls=SharedGroup, add_completion=False, invoke_without_command=True)

Words = Annotated[list[str], typer.Argument(metavar="ACTIVITY LENGTH", help="makeup 12h", show_default=False)]
OneTreatment = Annotated[str | None, typer.Option("--treatment", metavar="ID", help="Another treatment: t1.")]
File = Annotated[
    Path, typer.Argument(metavar="FILE", help="The clinic's plan, a TOML file.", show_default=False)
]
AsJson = Annotated[bool, typer.Option("--json", help="As JSON.")]

HOW = "say what and for how long: meso plan set makeup 12h"
_UNTIL = "until"
_OPEN = "open"


@app.callback()
def plan(ctx: typer.Context, json: AsJson = False, treatment: OneTreatment = None) -> None:
    """What your practitioner said, beside the guide. Their word governs.

    Where it is looser than the guide both are shown, and the guide's own time stays as caution.

    \b
    Examples:
      meso plan
      meso plan set makeup 12h --by "Dr Lee"
      meso plan set sauna until fri 18:00
      meso plan set exercise open --note "until the check-up"
      meso plan clear makeup
      meso plan load clinic.toml
    """
    if ctx.invoked_subcommand is None:
        _show(shared(ctx), treatment, json=json)
    elif json or treatment:
        raise BadValue(f"Put these options after the word: meso plan {ctx.invoked_subcommand} --treatment t1")


@app.command("show", cls=SharedCommand)
def show(ctx: typer.Context, json: AsJson = False, treatment: OneTreatment = None) -> None:
    """Guide and plan side by side: what differs, who said it and when.

    \b
    Examples:
      meso plan show
      meso plan show --json
    """
    _show(shared(ctx), treatment, json=json)


def _show(options: Shared, treatment: str | None, *, json: bool) -> None:
    sight = look(options, named=treatment)
    rows = compared(sight.record, read_guide())
    if json:
        from meso_cli.export.plan_json import plan_json

        terminal.write(plan_json(rows, sight.status, sight.guide, sight.plan))
        return
    terminal.show(plan_document(rows, sight.status, sight.guide, sight.plan), options)


@app.command("set", cls=SharedCommand)
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
    activity, length = _split(words)
    sight = look(options, named=treatment)
    of = sight.record.treatment
    ids = _restrictions(activity, sight)
    hours = _hours(length, of, now)
    name = typed.text(by, "name") or (of.practitioner.name if of.practitioner else None)
    said = typed.text(note, "note")
    with writing(paths.database(options), command=f"plan set {' '.join(ids)}", now=now) as store:
        for id in ids:
            instruction = Instruction(id, hours, name, said, now)
            set_instruction(store, of.id, instruction, clock.zone_name(now))
    after = look(options, named=of.name)
    terminal.show(set_document(activity, ids, after.status, after.guide), options)
    daily_backup(paths.database(options))


@app.command("clear", cls=SharedCommand)
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
    sight = look(options, named=treatment)
    if loaded:
        _clear_loaded(sight, options)
    else:
        _clear_said(activity, sight, options)
    daily_backup(paths.database(options))


def _clear_said(activity: str, sight: Sight, options: Shared) -> None:
    ids, of = _restrictions(activity, sight), sight.record.treatment
    with writing(paths.database(options), command=f"plan clear {' '.join(ids)}", now=clock.now()) as store:
        cleared = tuple(id for id in ids if clear_instruction(store, of.id, id))
        if not cleared:
            raise NothingFound(_nothing_said(ids, sight))
    after = look(options, named=of.name)
    terminal.show(set_document(activity, cleared, after.status, after.guide, "Cleared"), options)


def _nothing_said(ids: tuple[str, ...], sight: Sight) -> str:
    labels = " and ".join(sight.guide.restrictions[id].label for id in ids)
    if set(ids) & sight.guide.added:
        return f"{labels} stands in the clinic's plan; take that back whole: meso plan clear --loaded"
    return f"Nothing is recorded about {labels} for {sight.record.treatment.name}; see: meso plan"


def _clear_loaded(sight: Sight, options: Shared) -> None:
    from meso_cli.recovery.plan import contacts, lost_signs
    from meso_cli.store.plans import unload_plan
    from meso_cli.store.records import set_practitioner

    record, before = sight.record, sight.plan
    name = record.treatment.name
    if before is None:
        raise NothingFound(f"No plan is loaded for {name}; to load one: meso plan load FILE")
    with writing(paths.database(options), command=f"plan clear {name}", now=clock.now()) as store:
        unload_plan(store, store.record(record.treatment.id))
        set_practitioner(store, record.treatment.id, contacts(record.treatment.practitioner, None, before))
    lost = lost_signs(sight.status.warnings, sight.guide, look(options, named=name).guide)
    said = Say(
        f"Took the plan of {visible(before.name)} back: its times, activities, care, signs and numbers."
    )
    terminal.show((said, *lost_blocks(lost), Say(UNDO, "muted")), options)


@app.command("load", cls=SharedCommand)
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
    name = before.record.treatment.name
    with writing(paths.database(options), command=f"plan load {name}", now=now) as store:
        load_for(store, before.record.treatment.id, new, now)
    announce(before, look(options, named=name), options)
    daily_backup(paths.database(options))


@app.command("check", cls=SharedCommand)
def check(ctx: typer.Context, file: File) -> None:
    """Say everything that is wrong with a plan's file; nothing is loaded.

    \b
    Examples:
      meso plan check clinic.toml
    """
    from meso_cli.guide.plan import read_plan

    found, problems = read_plan(file, read_guide())
    name = visible(file.name, 60)
    if found is None:
        terminal.show((problems_section(name, problems),), shared(ctx))
        raise typer.Exit(Exit.USAGE)
    parts = (
        f"changed times {len(found.windows)}",
        f"added activities {len(found.activities)}",
        f"care {len(found.care)}",
        f"signs {len(found.signs)}",
    )
    terminal.show((Say(f"{name} can be loaded: {found.name}; {', '.join(parts)}."),), shared(ctx))


@app.command("example", cls=SharedCommand)
def example() -> None:
    """A plan's file with every table explained, to begin from.

    \b
    Examples:
      meso plan example > clinic.toml
    """
    terminal.write((data_folder() / "plans" / "example.toml").read_text("utf-8"))


def _split(words: list[str]) -> tuple[str, str]:
    """The activity and the length of `hot tub until fri 18:00`, quoted or not."""
    said = " ".join(words)
    activity, until, moment = f"{said} ".partition(f" {_UNTIL} ")
    if until:
        return activity, f"{_UNTIL} {moment.strip()}"
    if len(words) < len(("makeup", "12h")):
        raise BadValue(f"'{visible(said, 40)}' says too little; {HOW}")
    return " ".join(words[:-1]), words[-1]


def _hours(length: str, treatment: Treatment, now: dt.datetime) -> float | None:
    """Hours since the treatment; None for "open"."""
    folded = length.strip().casefold()
    if folded == _OPEN:
        return None
    if not folded.startswith(f"{_UNTIL} "):
        return read_duration(length) / HOUR
    until = _moment(length.strip()[len(_UNTIL) :].strip(), treatment, now)
    if elapsed(treatment.at, until) < dt.timedelta():
        raise BadValue(f"That is before {treatment.name} began; {HOW}")
    return elapsed(treatment.at, until) / HOUR


def _moment(words: str, treatment: Treatment, now: dt.datetime) -> dt.datetime:
    """A bare day counts whole: until its end, the cautious side."""
    from meso_cli.when.reading import WholeDay, read

    read_as = read(words, at=now, toward="future", start=treatment.at, day_start=settings().day_start)
    return read_as.end if isinstance(read_as, WholeDay) else read_as.at


def _restrictions(activity: str, sight: Sight) -> tuple[str, ...]:
    """The restrictions that an activity names; `NothingFound` with near matches."""
    names = activity_names(sight.guide, sight.plan)
    ids = named(activity, names)
    rules = tuple(id for id in ids if id in sight.guide.restrictions)
    if rules:
        return rules
    said = visible(activity, 40)
    if ids:
        raise NothingFound(
            f"The guide allows {said} and has no time to change; a clinic's plan can restrict it: "
            f"[activities.{ids[0]}]"
        )
    from difflib import get_close_matches

    rule_names = {name for name, meant in names.items() if set(meant) & sight.guide.restrictions.keys()}
    near = [
        id for name in get_close_matches(fold(activity), rule_names, n=3, cutoff=0.6) for id in names[name]
    ]
    hint = f"did you mean {' or '.join(dict.fromkeys(near))}?" if near else "see: meso plan"
    raise NothingFound(f"There is no restriction '{said}'; {hint}")

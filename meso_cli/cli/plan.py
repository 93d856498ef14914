"""`meso plan` and its commands."""

from pathlib import Path
from typing import Annotated

import typer

from meso_cli.cli.group import SharedCommand, SharedGroup
from meso_cli.cli.options import call_of
from meso_cli.commands.practitioner import instructions, plan_file, sheet
from meso_cli.commands.practitioner.show import show_plan
from meso_cli.commands.support import terminal
from meso_cli.errors import BadValue
from meso_cli.guide.files import data_folder

app = typer.Typer(cls=SharedGroup, add_completion=False, invoke_without_command=True)

AsJson = Annotated[bool, typer.Option("--json", help="As JSON.")]
File = Annotated[
    Path, typer.Argument(metavar="FILE", help="The clinic's plan, a TOML file.", show_default=False)
]
OneTreatment = Annotated[str | None, typer.Option("--treatment", metavar="ID", help="Another treatment: t1.")]
Words = Annotated[list[str], typer.Argument(metavar="ACTIVITY LENGTH", help="makeup 12h", show_default=False)]


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
    call_of(ctx).writes = ctx.invoked_subcommand in ("set", "clear", "load")
    if ctx.invoked_subcommand is None:
        show_plan(call_of(ctx), treatment, json=json)
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
    show_plan(call_of(ctx), treatment, json=json)


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
    instructions.set_said(call_of(ctx), words, by, note, treatment)


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
    if loaded == bool(" ".join(words or ())):
        raise BadValue(
            "Say which: meso plan clear makeup, or the whole loaded plan: meso plan clear --loaded"
        )
    if loaded:
        plan_file.take_back(call_of(ctx), treatment)
    else:
        instructions.clear_said(call_of(ctx), " ".join(words or ()), treatment)


@app.command("load", cls=SharedCommand)
def load(ctx: typer.Context, file: File, treatment: OneTreatment = None) -> None:
    """Lay a clinic's plan over the guide, in the place of the one loaded before.

    It is checked first; where anything is wrong nothing is loaded.

    \b
    Examples:
      meso plan load clinic.toml
    """
    plan_file.load(call_of(ctx), file, treatment)


@app.command("check", cls=SharedCommand)
def check(ctx: typer.Context, file: File) -> None:
    """Say everything that is wrong with a plan's file; nothing is loaded.

    \b
    Examples:
      meso plan check clinic.toml
    """
    raise typer.Exit(plan_file.check(call_of(ctx), file))


@app.command("sheet", cls=SharedCommand)
def sheet_for(
    ctx: typer.Context,
    file: File,
    page: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="PAGE", help="The page, not standard output.")
    ] = None,
    at: Annotated[
        str | None, typer.Option(metavar="WHEN", help="When it was: dates instead of lengths.")
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace PAGE.")] = False,
) -> None:
    """A clinic's sheet for a patient, from its plan: what to avoid until when, care, whom to call.

    One page of HTML to print. It needs no treatment and holds nobody's data.

    \b
    Examples:
      meso plan sheet clinic.toml -o sheet.html
      meso plan sheet clinic.toml -o sheet.html --at "today 14:00" --force
    """
    if page is None:
        sheet.to_stdout(call_of(ctx), file, at)
    else:
        sheet.to_file(call_of(ctx), file, page, at, force=force)


@app.command("example", cls=SharedCommand)
def example() -> None:
    """A plan's file with every table explained, to begin from.

    \b
    Examples:
      meso plan example > clinic.toml
    """
    terminal.write_document((data_folder() / "plans" / "example.toml").read_text("utf-8"))

"""`meso plan`: what the practitioner said, beside the guide."""

from typing import Annotated

import typer

from meso_cli.commands import terminal
from meso_cli.commands.group import SharedCommand, SharedGroup
from meso_cli.commands.looking import look
from meso_cli.commands.planning.instructions import clear, set_said
from meso_cli.commands.planning.plan_file import OneTreatment, check, load
from meso_cli.commands.shared import Shared, shared
from meso_cli.errors import BadValue
from meso_cli.guide.files import data_folder
from meso_cli.recovery.comparing import compared
from meso_cli.views.plan import plan_document

app = typer.Typer(cls=SharedGroup, add_completion=False, invoke_without_command=True)

AsJson = Annotated[bool, typer.Option("--json", help="As JSON.")]


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
    context = look(options, named=treatment)
    rows, case = compared(context.case), context.case
    if json:
        from meso_cli.export.plan_json import plan_json

        terminal.write(plan_json(rows, context.status, case.guide, case.plan))
        return
    terminal.show(plan_document(rows, context.status, case.guide, case.plan), options)


app.command("set", cls=SharedCommand)(set_said)
app.command("clear", cls=SharedCommand)(clear)
app.command("load", cls=SharedCommand)(load)
app.command("check", cls=SharedCommand)(check)


@app.command("example", cls=SharedCommand)
def example() -> None:
    """A plan's file with every table explained, to begin from.

    \b
    Examples:
      meso plan example > clinic.toml
    """
    terminal.write((data_folder() / "plans" / "example.toml").read_text("utf-8"))

"""`meso status`."""

from typing import Annotated

import typer

from meso_cli.cli.options import call_of
from meso_cli.commands.daily import status as command
from meso_cli.errors import Exit


def status(
    ctx: typer.Context,
    at: Annotated[
        str | None, typer.Option(metavar="WHEN", help="Ask about another moment: 'sat 10am'.")
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="Everything as JSON.")] = False,
    brief: Annotated[bool, typer.Option("--brief", help="One line, for a prompt.")] = False,
    everything: Annotated[bool, typer.Option("--all", help="Leave nothing out.")] = False,
    check: Annotated[
        bool,
        typer.Option(
            "--check",
            help="The brief line, and an exit code: 10 contact, 11 urgent, 12 emergency, 13 silent.",
        ),
    ] = False,
    template: Annotated[
        str | None,
        typer.Option(
            "--format", metavar="TEXT", help="The brief line, 48 columns: '{id} day {day} {warning}'."
        ),
    ] = None,
    treatment: Annotated[str | None, typer.Option(metavar="ID", help="Another treatment: t1.")] = None,
) -> None:
    """The recovery day, warnings, restrictions, care and symptoms.

    \b
    Examples:
      meso status
      meso status --at "sat 10am"
      meso status --brief
      meso status --brief --format "{id} day {day} {warning} {next}"
    """
    form = command.form(json=json, line=brief or check or template is not None, everything=everything)
    code = command.status(call_of(ctx), at, treatment, form, template)
    raise typer.Exit(code if check else Exit.FINE)

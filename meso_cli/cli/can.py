"""`meso can`."""

from typing import Annotated

import typer

from meso_cli.cli.options import call_of
from meso_cli.commands.ask import can as command
from meso_cli.commands.ask.ingredients import judge_product


def can(
    ctx: typer.Context,
    activity: Annotated[
        list[str] | None,
        typer.Argument(metavar="[WORDS]...", help="swim, 'drink wine tonight', ...", show_default=False),
    ] = None,
    at: Annotated[str | None, typer.Option(metavar="WHEN", help="At another moment: 'sat 10am'.")] = None,
    ingredients: Annotated[
        str | None, typer.Option(metavar="LIST", help="Judge a product: 'aqua, retinol, parfum'.")
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False,
    short: Annotated[bool, typer.Option("--short", help="The answer in one line.")] = False,
    treatment: Annotated[str | None, typer.Option(metavar="ID", help="Another treatment: t1.")] = None,
) -> None:
    """May I? Until when not, why, what instead, and from which sources.

    Exit code 0: allowed; 1: not, or not without care; 3: nobody can say.

    \b
    Examples:
      meso can swim
      meso can use retinol --at "sat 10am"
      meso can drink wine tonight
      meso can sauna --short
      meso can --ingredients "aqua, retinol, parfum"
    """
    call, asked = call_of(ctx), command.CanRequest(" ".join(activity or ()), at, treatment, short)
    if ingredients is not None:
        raise typer.Exit(judge_product(call, ingredients, asked, json=json))
    raise typer.Exit(command.can(call, asked, json=json))

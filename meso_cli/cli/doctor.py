"""`meso doctor`."""

from typing import Annotated

import typer

from meso_cli.cli.options import call_of
from meso_cli.commands.data import doctor as command


def doctor(
    ctx: typer.Context,
    fix: Annotated[
        bool, typer.Option("--fix", help="Repair what can be repaired; nothing is lost by it.")
    ] = False,
    json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False,
) -> None:
    """Examine the records, every backup, the guide and the settings; say what to do.

    Exit code 4 where the records are damaged.

    \b
    Examples:
      meso doctor
      meso doctor --fix
    """
    if fix:
        command.fix(call_of(ctx))
    raise typer.Exit(command.examine(call_of(ctx), json=json))

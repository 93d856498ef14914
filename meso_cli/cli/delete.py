"""`meso delete` and `meso end`."""

from typing import Annotated

import typer

from meso_cli.cli.options import call_of
from meso_cli.commands.correct import delete as command
from meso_cli.commands.support.numbers import is_treatment

Yes = Annotated[bool, typer.Option("--yes", help="Do not ask.")]


def delete(
    ctx: typer.Context,
    name: Annotated[str, typer.Argument(metavar="ID", help="12 or t1.", show_default=False)],
    yes: Yes = False,
) -> None:
    """Delete an entry, or a treatment with all its entries.

    \b
    Examples:
      meso delete 12
      meso delete t1 --yes
    """
    if is_treatment(name):
        command.delete_treatment(call_of(ctx), name, yes=yes)
    else:
        command.delete_entry(call_of(ctx), name)


def end(
    ctx: typer.Context,
    name: Annotated[
        str | None,
        typer.Argument(metavar="[ID]", help="A treatment; the present one if left out.", show_default=False),
    ] = None,
    yes: Yes = False,
) -> None:
    """End the follow-up of a treatment: no more reminders of check-ins.

    Logging and status go on; a warning that stands goes on standing.

    \b
    Examples:
      meso end
      meso end t1
    """
    command.end(call_of(ctx), name, yes=yes)

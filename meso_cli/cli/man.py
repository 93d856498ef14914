"""`meso man`."""

from typing import Annotated

import typer

from meso_cli.cli.options import call_of
from meso_cli.cli.spec import read_spec
from meso_cli.commands.more import manual as command


def man(
    ctx: typer.Context,
    name: Annotated[
        str | None, typer.Argument(metavar="[COMMAND]", help="One command: log.", show_default=False)
    ] = None,
    below: Annotated[
        str | None, typer.Argument(metavar="[SET]", help="One of its own commands: set.", show_default=False)
    ] = None,
) -> None:
    """The manual: a page on a terminal, its source in a pipe, labelled lines with --plain.

    \b
    Examples:
      meso man
      meso man log
      meso man plan set
      meso man > meso.1
    """
    command.manual(call_of(ctx), " ".join(filter(None, (name, below))) or None, read_spec())

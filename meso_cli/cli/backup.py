"""`meso backup` and `meso restore`."""

from pathlib import Path
from typing import Annotated

import typer

from meso_cli.cli.options import call_of
from meso_cli.commands.data import backups
from meso_cli.errors import BadValue


def backup(
    ctx: typer.Context,
    target: Annotated[
        Path | None,
        typer.Argument(
            metavar="[PATH]", help="A new file; the backup folder if left out.", show_default=False
        ),
    ] = None,
) -> None:
    """Make a checked backup now. One is made by itself at the first write of each day.

    \b
    Examples:
      meso backup
      meso backup /media/stick/meso.db
    """
    backups.back_up(call_of(ctx), target)


def restore(
    ctx: typer.Context,
    source: Annotated[
        str | None,
        typer.Argument(metavar="[BACKUP]", help="A name from the list, or a file.", show_default=False),
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
    json: Annotated[bool, typer.Option("--json", help="The list as JSON.")] = False,
) -> None:
    """List the backups, or put one in the place of the present records.

    What is replaced is kept beside it.

    \b
    Examples:
      meso restore
      meso restore 2026-03-04
    """
    if json and source is not None:
        raise BadValue("--json lists the backups: meso restore --json")
    if source is None:
        backups.show_list(call_of(ctx), json=json)
    else:
        backups.restore(call_of(ctx), source, yes=yes)

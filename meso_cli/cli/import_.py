"""`meso import`."""

from typing import Annotated

import typer

from meso_cli.cli.options import call_of
from meso_cli.commands.share import imports


def import_(
    ctx: typer.Context,
    source: Annotated[
        str,
        typer.Argument(metavar="FILE", help="An export, a database of meso, or -.", show_default=False),
    ],
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what would change; change nothing.")
    ] = False,
) -> None:
    """Take in an export, or the database of another machine.

    Records are told apart by their uuid; of two versions the later one counts. Doing it
    twice changes nothing more.

    \b
    Examples:
      meso import meso.json --dry-run
      meso import /media/stick/meso.db
      ssh other meso export | meso import -
    """
    if dry_run:
        imports.show_what_would_come(call_of(ctx), source)
    else:
        imports.take_in(call_of(ctx), source)

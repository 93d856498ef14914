"""`meso paths`."""

from typing import Annotated

import typer

from meso_cli.cli.options import call_of
from meso_cli.commands.data.places import show_places


def paths(ctx: typer.Context, json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False) -> None:
    """Where your records, their backups and the settings lie.

    \b
    Examples:
      meso paths
    """
    show_places(call_of(ctx), json=json)

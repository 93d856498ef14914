"""`meso config`."""

from typing import Annotated

import typer

from meso_cli.cli.options import call_of
from meso_cli.commands.more import config as command
from meso_cli.config.reading import SETTINGS


def config(
    ctx: typer.Context,
    key: Annotated[
        str | None,
        typer.Argument(metavar="[KEY]", help=f"One of {', '.join(SETTINGS)}.", show_default=False),
    ] = None,
    value: Annotated[
        str | None, typer.Argument(metavar="[VALUE]", help="The new value.", show_default=False)
    ] = None,
    unset: Annotated[bool, typer.Option("--unset", help="Back to the default.")] = False,
    json: Annotated[bool, typer.Option("--json", help="The settings as JSON.")] = False,
) -> None:
    """Your settings: all of them with where each comes from, one, or a new value for one.

    \b
    Examples:
      meso config
      meso config region gb
      meso config day_start 04:00
      meso config --unset region
    """
    command.config(call_of(ctx), command.ConfigRequest(key, value, unset), json=json)

"""`meso wipe`."""

from typing import Annotated

import typer

from meso_cli.cli.options import call_of
from meso_cli.commands.data import wipe as command


def wipe(
    ctx: typer.Context,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
    keep_settings: Annotated[bool, typer.Option("--keep-settings", help="Leave the settings file.")] = False,
) -> None:
    """Remove everything that you recorded: the database, every backup, the settings.

    This cannot be undone.

    \b
    Examples:
      meso wipe
      meso wipe --yes --keep-settings
    """
    command.wipe(call_of(ctx), yes=yes, keep_settings=keep_settings)

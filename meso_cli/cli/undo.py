"""`meso undo` and `meso redo`."""

import typer

from meso_cli.cli.options import call_of
from meso_cli.commands.correct import undo as command


def undo(ctx: typer.Context) -> None:
    """Take back the last change; again for the one before it.

    \b
    Examples:
      meso undo
      meso redo
    """
    command.undo(call_of(ctx))


def redo(ctx: typer.Context) -> None:
    """Bring back what undo took; a new change ends that.

    \b
    Examples:
      meso redo
    """
    command.redo(call_of(ctx))

"""`meso undo` and `meso redo`."""

import typer

from meso_cli.commands import clock, paths, terminal
from meso_cli.commands.keeping.daily import daily_backup
from meso_cli.commands.saved import saved
from meso_cli.commands.shared import shared
from meso_cli.errors import NothingFound
from meso_cli.store import undo as journal
from meso_cli.views.blocks import Say


def undo(ctx: typer.Context) -> None:
    """Take back the last change; again for the one before it.

    \b
    Examples:
      meso undo
      meso redo
    """
    options = shared(ctx)
    step = journal.undo(paths.database(options), now=clock.now())
    if step is None:
        raise NothingFound("There is nothing to undo.")
    said = (Say(f"Took back: {step.command}."), Say("To bring it back: meso redo", "muted"))
    with saved(f"'{step.command}' was taken back"):
        terminal.show(said, options)
    daily_backup(paths.database(options))


def redo(ctx: typer.Context) -> None:
    """Bring back what undo took; a new change ends that.

    \b
    Examples:
      meso redo
    """
    options = shared(ctx)
    step = journal.redo(paths.database(options), now=clock.now())
    if step is None:
        raise NothingFound("There is nothing to redo.")
    said = (Say(f"Brought back: {step.command}."), Say("To take it back: meso undo", "muted"))
    with saved(f"'{step.command}' was brought back"):
        terminal.show(said, options)

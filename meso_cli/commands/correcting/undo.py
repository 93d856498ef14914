"""`meso undo` and `meso redo`."""

import typer

from meso_cli.commands import clock, paths, terminal
from meso_cli.commands.keeping.daily import daily_backup
from meso_cli.commands.saved import saved
from meso_cli.commands.shared import Shared, shared
from meso_cli.errors import NothingFound
from meso_cli.store import undo as journal
from meso_cli.store.journal import Step
from meso_cli.views.blocks import Say


def undo(ctx: typer.Context) -> None:
    """Take back the last change; again for the one before it.

    \b
    Examples:
      meso undo
      meso redo
    """
    step = journal.undo(paths.database(shared(ctx)), now=clock.now())
    if step is None:
        raise NothingFound("There is nothing to undo.")
    _answer(step, "taken back", (f"Took back: {step.command}.", "To bring it back: meso redo"), shared(ctx))


def redo(ctx: typer.Context) -> None:
    """Bring back what undo took; a new change ends that.

    \b
    Examples:
      meso redo
    """
    step = journal.redo(paths.database(shared(ctx)), now=clock.now())
    if step is None:
        raise NothingFound("There is nothing to redo.")
    _answer(
        step, "brought back", (f"Brought back: {step.command}.", "To take it back: meso undo"), shared(ctx)
    )


def _answer(step: Step, done: str, said: tuple[str, str], options: Shared) -> None:
    """What was reverted, and the way back. Both directions are writes, so the day's backup follows."""
    what, way_back = said
    with saved(f"'{step.command}' was {done}"):
        terminal.show((Say(what), Say(way_back, "muted")), options)
    daily_backup(paths.database(options))

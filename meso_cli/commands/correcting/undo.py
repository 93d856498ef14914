"""Taking back the last change, and bringing it back."""

from meso_cli.commands import terminal
from meso_cli.commands.call import Call
from meso_cli.commands.writes import answering
from meso_cli.errors import NothingFound
from meso_cli.store import undo as journal
from meso_cli.views.blocks import Say


def undo(call: Call) -> None:
    """Takes back the last change; again for the one before it."""
    step = journal.undo(call.database, now=call.now)
    if step is None:
        raise NothingFound("There is nothing to undo.")
    with answering(call, f"'{step.command}' was taken back"):
        what, way_back = f"Took back: {step.command}.", "To bring it back: meso redo"
        terminal.show((Say(what), Say(way_back, "muted")), call)


def redo(call: Call) -> None:
    """Brings back what undo took; a new change ends that."""
    step = journal.redo(call.database, now=call.now)
    if step is None:
        raise NothingFound("There is nothing to redo.")
    with answering(call, f"'{step.command}' was brought back"):
        what, way_back = f"Brought back: {step.command}.", "To take it back: meso undo"
        terminal.show((Say(what), Say(way_back, "muted")), call)

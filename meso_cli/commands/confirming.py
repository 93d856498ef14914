"""Asking before something is taken away or replaced."""

from meso_cli.commands import terminal
from meso_cli.commands.shared import Shared
from meso_cli.errors import NeedsInput


def sure(question: str, options: Shared, *, yes: bool) -> None:
    """Nothing happens without a yes: typed, or given as --yes. Raises `NeedsInput` otherwise."""
    if yes:
        return
    if not terminal.can_ask(options):
        raise NeedsInput(f"{question} Say so with --yes.")
    if terminal.ask(f"{question} Type yes", options, "--yes").lower() not in ("yes", "y"):
        raise NeedsInput("Nothing was changed.")

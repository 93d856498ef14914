"""`meso wipe`."""

from pathlib import Path
from typing import Annotated

import typer

from meso_cli.commands import paths, terminal
from meso_cli.commands.confirming import sure
from meso_cli.commands.shared import shared
from meso_cli.errors import NothingFound, SystemRefused
from meso_cli.store.faults import shown
from meso_cli.store.maintenance.ownership import belongings, check_ours
from meso_cli.store.maintenance.wiping import wipe as remove
from meso_cli.text import counted
from meso_cli.views.blocks import Row, Say, Section

NOT_REACHED = (
    "What meso cannot reach: exports and reports that you saved, copies of a sync or backup program, "
    "your shell's history, and what a disk keeps of removed files."
)


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
    options = shared(ctx)
    database, settings = paths.database(options), paths.config_file()
    check_ours(database)
    files = _files(database, settings, keep_settings)
    if not files:
        raise NothingFound(f"There is nothing to remove in {shown(database.parent)}.")
    terminal.show((Section("To be removed", tuple(Row("", shown(file)) for file in files)),), options)
    sure(f"Remove {counted(len(files), 'file')} for good?", options, yes=yes)
    remove(files)
    left = _files(database, settings, keep_settings)
    if left:
        raise SystemRefused(f"{shown(left[0])} is still there: another program made it anew; run it again.")
    terminal.show(
        (
            Say(f"Removed {counted(len(files), 'file')}; looked again, and none is left."),
            Say(NOT_REACHED, "muted"),
        ),
        options,
    )


def _files(database: Path, settings: Path, keep_settings: bool) -> tuple[Path, ...]:
    ours = belongings(database)
    return (*ours, settings) if settings.is_file() and not keep_settings else ours

"""Removing everything that was recorded."""

import os
from pathlib import Path

from meso_cli.commands.remind import systemd
from meso_cli.commands.support import paths, terminal
from meso_cli.commands.support.call import Call
from meso_cli.config.editing import unfinished
from meso_cli.errors import NothingFound, SystemRefused
from meso_cli.store.errors import shown
from meso_cli.store.maintenance.ownership import NotRemoved, check_ours, files_of
from meso_cli.store.maintenance.removal import check_removable
from meso_cli.store.maintenance.removal import wipe as remove
from meso_cli.text import counted
from meso_cli.views.blocks import Block, Row, Say, Section

NOT_REACHED = (
    "What meso cannot reach: exports, copies and reports that you saved elsewhere (and the .meso-...new that "
    "an interrupted one left there), copies of a sync or backup program, your shell's history, and what a "
    "disk keeps of removed files."
)


def wipe(call: Call, *, yes: bool, keep_settings: bool) -> None:
    """Removes the database, every backup and the settings, after a yes."""
    database, settings = call.path, None if keep_settings else paths.config_file()
    check_ours(database)
    ours = files_of(database)
    files = (*ours.files, *_settings(settings), *_reminder(database))
    check_removable(files, ours.closed)
    if not files and not ours.left:
        raise NothingFound(f"There is nothing to remove in {shown(database.parent)}.")
    terminal.show(_announced(files, ours.left), call)
    terminal.sure(f"Remove {counted(len(files), 'file')} for good?", call, yes=yes)
    if _reminder(database):
        systemd.remove()
    remove(tuple(file for file in files if os.path.lexists(file)), ours.folders)
    _check_none_is_left((*files_of(database).files, *_settings(settings)))
    if ours.left:
        raise SystemRefused(f"{counted(len(files), 'file')} removed, but not all: {_told(ours.left)}.")
    terminal.show(
        (
            Say(f"Removed {counted(len(files), 'file')}; looked again, and none is left."),
            Say(NOT_REACHED, "muted"),
        ),
        call,
    )


def _settings(file: Path | None) -> tuple[Path, ...]:
    """The settings file, where it goes too, and what a killed `meso config` left beside it."""
    if file is None:
        return ()
    return (*((file,) if file.is_file() else ()), *unfinished(file))


def _reminder(database: Path) -> tuple[Path, ...]:
    """The timer that reminds of these records, where one was installed and nobody changed it."""
    found = systemd.installed()
    return found.ours if str(database.absolute()) in found.records else ()


def _announced(files: tuple[Path, ...], left: tuple[NotRemoved, ...]) -> tuple[Block, ...]:
    going = Section("To be removed", tuple(Row("", shown(file)) for file in files))
    staying = Section("Beyond reach", tuple(Row("", f"{shown(one.path)}: {one.why}") for one in left))
    return (going, staying) if left else (going,)


def _check_none_is_left(files: tuple[Path, ...]) -> None:
    if files:
        raise SystemRefused(f"{shown(files[0])} is still there: another program wrote it; run this again.")


def _told(left: tuple[NotRemoved, ...]) -> str:
    return "; ".join(f"{shown(one.path)}, {one.why}" for one in left)

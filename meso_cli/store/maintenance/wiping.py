"""Removing files for good."""

import os
import stat
from contextlib import suppress
from pathlib import Path
from typing import Final

from meso_cli.errors import SystemRefused
from meso_cli.store.creating import sync_folder
from meso_cli.store.faults import shown, translated

_BLOCK: Final = bytes(64 * 1024)


def wipe(files: tuple[Path, ...]) -> None:
    """Write zeros over each file, then remove it, and its folder where that is left empty and ours.

    Raises SystemRefused, before anything is touched, where a folder lets nothing be removed.
    """
    for folder in {file.parent for file in files}:
        if not os.access(folder, os.W_OK | os.X_OK):
            raise SystemRefused(
                f"Nothing can be removed from {shown(folder)}; nothing was touched. Check who may use it."
            )
    for file in files:
        with translated(file, (OSError,)):
            if not file.is_symlink():
                _overwrite(file)
            file.unlink()
    for folder in {file.parent for file in files}:
        with suppress(OSError):
            sync_folder(folder)
        if folder.name.endswith(".backups") or ".edit-" in folder.name:
            with suppress(OSError):  # somebody's own files are in it
                folder.rmdir()


def _overwrite(file: Path) -> None:
    """A file system may keep the old blocks all the same: it is a try, not a promise."""
    if not stat.S_ISREG(file.stat().st_mode) or file.stat().st_nlink > 1:
        return  # another name of it may be somebody's own
    descriptor = os.open(file, os.O_WRONLY)
    try:
        left = os.fstat(descriptor).st_size
        while left > 0:
            left -= os.write(descriptor, _BLOCK[:left])
        os.fsync(descriptor)
    finally:
        os.close(descriptor)

"""Removing files for good."""

import os
import stat
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Final

from meso_cli.errors import SystemRefused
from meso_cli.store.creating import sync_folder
from meso_cli.store.errors import shown, translated

_BLOCK: Final = bytes(64 * 1024)


def check_removable(files: Iterable[Path], closed: tuple[Path, ...]) -> None:
    """Refuse to begin where not all could be removed: half a wipe would be taken for a whole one.

    `closed` are folders that may not be looked into.
    """
    folders = (*closed, *(folder for folder in {file.parent for file in files} if not _may_remove_in(folder)))
    if folders:
        raise SystemRefused(
            f"Nothing can be removed from {shown(folders[0])}",
            "Check who may use it.",
            "Nothing was touched.",
        )


def wipe(files: tuple[Path, ...], folders: tuple[Path, ...]) -> None:
    """Write zeros over each file, then remove it; then each of `folders` that is left empty."""
    for file in files:
        with translated(file, (OSError,)):
            if not file.is_symlink():
                _overwrite(file)
            file.unlink()
    for folder in {file.parent for file in files}:
        with suppress(OSError):
            sync_folder(folder)
    for folder in folders:
        with suppress(OSError):  # somebody's own files are in it, or it is not there
            folder.rmdir()


def _may_remove_in(folder: Path) -> bool:
    return os.access(folder, os.W_OK | os.X_OK)


def _overwrite(file: Path) -> None:
    """A file system may keep the old blocks all the same: it is a try, not a promise."""
    if not stat.S_ISREG(file.stat().st_mode) or file.stat().st_nlink > 1:
        return  # another name of it may be somebody's own; of two of ours the last one is overwritten
    descriptor = os.open(file, os.O_WRONLY)
    try:
        left = os.fstat(descriptor).st_size
        while left > 0:
            left -= os.write(descriptor, _BLOCK[:left])
        os.fsync(descriptor)
    finally:
        os.close(descriptor)

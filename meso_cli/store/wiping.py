"""Removing everything that was recorded, and saying what that was."""

import os
from contextlib import suppress
from glob import escape
from pathlib import Path
from typing import Final

from meso_cli.errors import Damaged
from meso_cli.store import schema
from meso_cli.store.backup import folder_of
from meso_cli.store.creating import sync_folder
from meso_cli.store.faults import check_name, shown, translated

_BLOCK: Final = bytes(64 * 1024)


def belongings(path: Path) -> tuple[Path, ...]:
    """Every file that the database at `path` has: itself, its journal, backups, replaced copies, drafts.

    Where `path` is a link, the file that it leads to is among them, with all that lies beside it.
    """
    check_name(path)
    real = path.resolve() if path.is_symlink() else path
    sidecars = [Path(f"{one}{end}") for one in {path, real} for end in ("", "-journal", "-wal", "-shm")]
    beside = [
        file
        for one in {path, real}
        for pattern in (f"{escape(one.name)}.replaced-*", f"{escape(one.name)}.edit-*/*", ".meso-*.new")
        for file in one.parent.glob(pattern)
    ]
    folder = folder_of(path)
    inside = [file for pattern in ("*.db", "*.db-journal", ".meso-*.new") for file in folder.glob(pattern)]
    found = [*sidecars, *beside, *inside]
    return tuple(sorted({file for file in found if os.path.lexists(file) and not file.is_dir()}))


def check_ours(path: Path) -> None:
    """Refuse to remove a file that is no database of ours, whatever it is called."""
    if not path.exists():
        return
    with translated(path, (OSError,)), path.open("rb") as file:
        header = file.read(72)
    if int.from_bytes(header[68:72], "big") != schema.APPLICATION_ID:
        raise Damaged(
            f"{shown(path)} is no database of meso; nothing was removed. Remove it by hand if you mean it."
        )


def wipe(files: tuple[Path, ...]) -> None:
    """Write zeros over each file, then remove it, and its folder where that is left empty and ours.

    Raises SystemRefused at the first that resists.
    """
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
    descriptor = os.open(file, os.O_WRONLY)
    try:
        left = os.fstat(descriptor).st_size
        while left > 0:
            left -= os.write(descriptor, _BLOCK[:left])
        os.fsync(descriptor)
    finally:
        os.close(descriptor)

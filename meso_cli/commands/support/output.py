"""Where an export goes: to a private file, whole or not at all, or to standard output."""

import os
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import IO

from meso_cli.commands.support import terminal
from meso_cli.errors import BadValue
from meso_cli.store.creating import sync_file, sync_folder, temporary_in
from meso_cli.store.errors import shown, translated
from meso_cli.store.filenames import backup_folder, sidecars
from meso_cli.store.maintenance.ownership import files_of, real

_IN_MEMORY = 1024 * 1024
"""Bytes of an export that are kept in memory; a longer one waits in a private, nameless file."""


def to_file(parts: Iterable[str], target: Path, database: Path, *, force: bool) -> None:
    """Write UTF-8 text to `target`, readable by its owner alone.

    It is written beside it and then renamed, so `target` never holds half of it. Raises
    `BadValue` where something is there already that must not be replaced.
    """
    refuse_existing(target, force=force)
    with translated(target, (OSError,)):
        with temporary_in(target.parent, database) as temporary:
            with temporary.open("w", encoding="utf-8", newline="") as file:
                file.writelines(parts)
            sync_file(temporary)
            if force:
                temporary.replace(target)
            else:
                _link(temporary, target)
        sync_folder(target.parent)


def refuse_ours(target: Path, database: Path) -> None:
    """An export never takes the place of the records, of their journal or of a backup."""
    if str(target) in (".", "-"):
        raise BadValue("-o takes the name of a file; without -o the output goes to standard output.")
    taken = {real(file) for file in (database, *sidecars(database), *files_of(database).files)}
    if real(target) in taken or real(target.parent) == real(backup_folder(database)):
        raise BadValue(f"{shown(target)} belongs to your records; name another file.")


def gathered(parts: Iterable[str]) -> IO[bytes]:
    """All of a text as UTF-8, to be read from its begin: in memory, or in a private file without a name.

    Once it is there the database can be let go of, however slowly the output is read; and an
    error does not come after half of it. The caller closes it.
    """
    whole = tempfile.SpooledTemporaryFile(_IN_MEMORY)  # noqa: SIM115  # it outlives this function
    try:
        whole.writelines(part.encode("utf-8") for part in parts)
        whole.seek(0)
    except BaseException:
        whole.close()
        raise
    return whole


def to_stdout(whole: IO[bytes]) -> None:
    """Write all of it to standard output, as fast as that is read."""
    while chunk := whole.read(_IN_MEMORY):
        terminal.write_bytes(chunk)


def refuse_existing(target: Path, *, force: bool) -> None:
    """`BadValue` where something is there already that must not be replaced."""
    if not os.path.lexists(target):
        return
    if not force:
        raise BadValue(f"{shown(target)} exists already; name another file, or replace it with --force.")
    if target.is_symlink() or not target.is_file():
        raise BadValue(f"{shown(target)} is not a regular file; name another one.")


def _link(temporary: Path, target: Path) -> None:
    """Give the file its name; what came there meanwhile is not overwritten."""
    try:
        os.link(temporary, target)
    except FileExistsError:
        raise BadValue(f"{shown(target)} exists already; name another file.") from None
    except OSError:  # a disk without links, such as a stick
        refuse_existing(target, force=False)
        temporary.replace(target)
